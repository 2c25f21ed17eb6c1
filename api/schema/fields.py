"""Output fields: what one property of a class becomes in GraphQL.

A text becomes a field with a `language` argument and a sibling that tells which language was served; a code an enum
and a sibling with its label; one individual a field of its type; many a connection.
Required means non-null: a text falls back on the languages that there are, so a required one is always there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import graphene  # type: ignore[import-untyped]  # it carries no types

from api.schema.blueprint import Blueprint
from api.schema.descriptions import described, wrapped
from api.schema.enums import LANGUAGE, codes_of
from api.schema.inputs import order_name, where_name
from api.schema.meaning import Meaning, Role
from api.schema.registry import Registry
from api.schema.resolvers import resolver_of
from api.schema.scalars import SCALARS
from kg.ontology import Class, Property, ValueKind
from kg.retrieval.value_types import value_type
from kg.terms import LANGUAGES


class FieldMaker:
    """Makes the fields of properties. One field serves all classes that inherit the property."""

    def __init__(self, registry: Registry, blueprint: Blueprint) -> None:
        self._registry, self._blueprint = registry, blueprint
        self._languages = [each for each in registry[LANGUAGE]._meta.enum if each.value in LANGUAGES]
        self._made: dict[tuple[int, bool], dict[str, tuple[Meaning, Any]]] = {}
        self.id_field = self._id_field()

    def fields(self, one: Property, *, is_computed: bool) -> dict[str, tuple[Meaning, Any]]:
        """Field name → what it stands for, and the graphene field. is_computed: of individuals that are not stored."""
        key = (id(one), is_computed)
        if key not in self._made:
            self._made[key] = dict(self._fields(one, is_computed))
        return self._made[key]

    def _id_field(self) -> tuple[Meaning, Any]:
        """Made before all others, since graphene orders fields as they are made."""
        meaning = Meaning(Role.ID)
        resolver = resolver_of(meaning, self._blueprint.ontology, ())
        return meaning, graphene.Field(graphene.NonNull(graphene.ID), resolver=resolver, description=_ID_SAYS)

    def _fields(self, one: Property, is_computed: bool) -> Iterator[tuple[str, tuple[Meaning, Any]]]:
        if one.kind is ValueKind.RESOURCE:
            yield self._leading(one, is_computed)
            return
        says = described(one.labels, one.definitions)
        arguments = {"language": self.language_argument()} if one.kind is ValueKind.TEXT else {}
        yield one.key, self._field(Meaning(Role.VALUE, one), self._value_type(one), says, arguments)
        if one.kind is ValueKind.TEXT and not one.is_many:
            says = wrapped(f"The language that `{one.key}` is served in, for the same languages asked.")
            served = self._registry.later(LANGUAGE)
            yield f"{one.key}Language", self._field(Meaning(Role.LANGUAGE, one), served, says, arguments)
        if one.kind is ValueKind.CODE:
            name = f"{one.key}Labels" if one.is_many else f"{one.key}Label"
            says, arguments = wrapped(f"`{one.key}` in words."), {"language": self.language_argument()}
            label = self._counted(one, graphene.String)
            yield name, self._field(Meaning(Role.CODE_LABEL, one), label, says, arguments)

    def _leading(self, one: Property, is_computed: bool) -> tuple[str, tuple[Meaning, Any]]:
        says = described(one.labels, one.definitions)
        target = self._blueprint.class_of(one.range)
        name = self._blueprint.type_name(one.range)
        iri = None if target is None else target.iri
        if not one.is_many:
            served = self._counted(one, self._registry.later(name))
            return one.key, self._field(Meaning(Role.FOLLOW, one, iri), served, says, {})
        if is_computed:
            served = self._counted(one, self._registry.later(name))
            return one.key, self._field(Meaning(Role.LIST, one, iri), served, says, {})
        served = graphene.NonNull(self._registry.later(f"{name}Connection"))
        arguments = self.connection_arguments(target)
        return one.key, self._field(Meaning(Role.CONNECTION, one, iri), served, says, arguments)

    def connection_arguments(self, target: Class | None) -> dict[str, Any]:
        """The arguments of a connection of a class's individuals."""
        inputs = None if target is None else self._blueprint.input_class(target)
        arguments = {**page_arguments(), "where": graphene.Argument(self._registry.later(where_name(inputs)))}
        if inputs is not None:
            order = graphene.List(graphene.NonNull(self._registry.later(order_name(inputs))))
            arguments["orderBy"] = graphene.Argument(order)
        return arguments

    def language_argument(self) -> Any:
        """`language`: the languages in the order preferred."""
        languages = graphene.List(graphene.NonNull(self._registry.later(LANGUAGE)))
        return graphene.Argument(languages, default_value=self._languages)

    def _value_type(self, one: Property) -> Any:
        if one.kind is ValueKind.CODE:
            enum = self._blueprint.enum_name(one)
            return self._counted(one, self._registry.later(enum) if enum else graphene.ID)
        return self._counted(one, SCALARS[value_type(one)])

    def _counted(self, one: Property, of: Any) -> Any:
        if one.is_many:
            return graphene.NonNull(graphene.List(graphene.NonNull(of)))
        return graphene.NonNull(of) if one.is_required else of

    def _field(self, meaning: Meaning, served: Any, says: str, arguments: dict[str, Any]) -> tuple[Meaning, Any]:
        codes = codes_of(self._blueprint, meaning.property) if meaning.property else ()
        resolver = resolver_of(meaning, self._blueprint.ontology, codes)
        return meaning, graphene.Field(served, args=arguments, resolver=resolver, description=says)


def page_arguments() -> dict[str, Any]:
    """Relay's arguments of a page."""
    return {
        "first": graphene.Argument(graphene.Int),
        "after": graphene.Argument(graphene.String),
        "last": graphene.Argument(graphene.Int),
        "before": graphene.Argument(graphene.String),
    }


_ID_SAYS = "The IRI. It never changes and is never used again for anything else."
