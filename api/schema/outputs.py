"""Object types and interfaces of the ontology's classes, and the connections that list their individuals."""

from __future__ import annotations

from typing import Any

import graphene  # type: ignore[import-untyped]  # it carries no types

from api.schema import resolvers
from api.schema.blueprint import Blueprint
from api.schema.descriptions import described, wrapped
from api.schema.fields import FieldMaker
from api.schema.meaning import Meaning, Meanings
from api.schema.naming import NODE, attribute
from api.schema.registry import Registry
from kg.ontology import Class

PAGE_INFO = "PageInfo"

REPORT, QUESTION_REPORT = "report", "QuestionReport"
"""What a list that a question computed says of itself: the field, and the ontology's class of it."""


class OutputMaker:
    """Defines the output types of all classes in a registry, and notes what their fields mean."""

    def __init__(self, registry: Registry, blueprint: Blueprint, maker: FieldMaker, meanings: Meanings) -> None:
        self._registry, self._blueprint = registry, blueprint
        self._maker, self._meanings = maker, meanings

    def define(self) -> None:
        """Says how each type is made. Connections are made only where something asks for them."""
        self._registry.define(NODE, self._node)
        self._registry.define(PAGE_INFO, _page_info)
        define_connection(self._registry, NODE)
        for each in self._blueprint.classes:
            define_connection(self._registry, each.name, has_report=each.is_transient)
            self._define_class(each)

    def _define_class(self, each: Class) -> None:
        if self._blueprint.is_interface(each):
            self._registry.define(each.name, lambda: self._interface(each))
        name = self._blueprint.object_name(each)
        if name is not None:
            self._meanings.object_classes[name] = each
            self._meanings.class_types[each.iri] = name
            self._registry.define(name, lambda: self._object(each, name))

    def _node(self) -> Any:
        fields = self._noted(NODE, {"id": self._maker.id_field})
        return object_type(graphene.Interface, NODE, _NODE_SAYS, fields, resolve_type=self._resolve_type)

    def _interface(self, each: Class) -> Any:
        fields = self._noted(each.name, self._fields(each))
        above = [name for name in self._blueprint.interfaces(each) if name != each.name]
        says = described(each.labels, each.definitions)
        return object_type(
            graphene.Interface,
            each.name,
            says,
            fields,
            interfaces=self._types(above),
            resolve_type=self._resolve_type,
        )

    def _object(self, each: Class, name: str) -> Any:
        fields = self._noted(name, self._fields(each))
        more = () if name == each.name else (f"This type is for what is a {each.name} and nothing more special.",)
        says = described(each.labels, each.definitions, *more)
        return object_type(
            graphene.ObjectType, name, says, fields, interfaces=self._types(self._blueprint.interfaces(each))
        )

    def _fields(self, each: Class) -> dict[str, tuple[Meaning, Any]]:
        properties = self._blueprint.properties(each)
        keys = {one.key for one in properties}
        found = {} if each.is_transient else {"id": self._maker.id_field}
        for one in properties:
            for name, made in self._maker.fields(one, is_computed=each.is_transient).items():
                if name != one.key and name in keys:
                    self._meanings.omitted.append((each.name, one.key, name))
                else:
                    found[name] = made
        return found

    def _noted(self, type_name: str, fields: dict[str, tuple[Meaning, Any]]) -> dict[str, Any]:
        self._meanings.fields[type_name] = {name: meaning for name, (meaning, _) in fields.items()}
        return {name: made for name, (_, made) in fields.items()}

    def _types(self, names: Any) -> tuple[Any, ...]:
        return tuple(self._registry[name] for name in names)

    def _resolve_type(self, source: Any, _info: Any) -> Any:
        return self._registry[self._meanings.class_types[source.cls.iri]]


def define_connection(registry: Registry, of: str, *, has_report: bool = False) -> None:
    """The connection of a type, and its edge. has_report: whether it also says of itself what it leaves out."""
    registry.define(f"{of}Connection", lambda: _connection(registry, of, has_report))
    registry.define(f"{of}Edge", lambda: _edge(registry, of))


def _connection(registry: Registry, of: str, has_report: bool) -> Any:
    listed = graphene.NonNull(graphene.List(graphene.NonNull(registry.later(of))))
    edged = graphene.NonNull(graphene.List(graphene.NonNull(registry.later(f"{of}Edge"))))
    fields = {
        "nodes": graphene.Field(listed, resolver=resolvers.nodes),
        "edges": graphene.Field(edged, resolver=resolvers.edges),
        "pageInfo": graphene.Field(
            graphene.NonNull(registry.later(PAGE_INFO)), resolver=lambda source, info: source.page
        ),
        "totalCount": graphene.Field(
            graphene.NonNull(graphene.Int),
            resolver=lambda source, info: source.page.total,
            description="How many there are in all, whatever the page.",
        ),
    }
    if has_report:
        fields[REPORT] = graphene.Field(
            graphene.NonNull(registry.later(QUESTION_REPORT)), resolver=resolvers.report, description=_REPORT_SAYS
        )
    return object_type(graphene.ObjectType, f"{of}Connection", _CONNECTION_SAYS.format(of=of), fields)


def _edge(registry: Registry, of: str) -> Any:
    fields = {
        "cursor": graphene.Field(graphene.NonNull(graphene.String), resolver=lambda source, info: source.cursor),
        "node": graphene.Field(graphene.NonNull(registry.later(of)), resolver=resolvers.edge_node),
    }
    return object_type(graphene.ObjectType, f"{of}Edge", f"A place in a list of {of}.", fields)


def _page_info() -> Any:
    boolean = graphene.NonNull(graphene.Boolean)
    fields = {
        "hasNextPage": graphene.Field(boolean, resolver=lambda page, info: page.has_next),
        "hasPreviousPage": graphene.Field(boolean, resolver=lambda page, info: page.has_previous),
        "startCursor": graphene.Field(graphene.String, resolver=lambda page, info: next(iter(page.cursors), None)),
        "endCursor": graphene.Field(graphene.String, resolver=lambda page, info: next(reversed(page.cursors), None)),
    }
    return object_type(graphene.ObjectType, PAGE_INFO, _PAGE_INFO_SAYS, fields)


def object_type(base: Any, name: str, description: str, fields: dict[str, Any], **options: Any) -> Any:
    methods = {"resolve_type": staticmethod(options.pop("resolve_type"))} if "resolve_type" in options else {}
    meta = type("Meta", (), {"name": name, "description": description, **options})
    declared = {attribute(field): _renamed(value, field) for field, value in fields.items()}
    return type(name, (base,), {"Meta": meta, **methods, **declared})


def _renamed(value: Any, field: str) -> Any:
    if attribute(field) != field:
        value.name = field
    return value


_NODE_SAYS = "Anything that has an id: every individual in the collection."
_REPORT_SAYS = "What the answer says of itself: its data, what it leaves out, whether it is whole."
_CONNECTION_SAYS = "A page of a list of {of}."
_PAGE_INFO_SAYS = wrapped(
    "Where a page stands in its list. Give `endCursor` as `after` for the next page, or `startCursor` as `before`"
    " (with `last`) for the page ahead of it; cursors stay right when individuals come and go."
)
