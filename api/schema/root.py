"""The root: one individual by id, all of a class page by page, anything by id, and the hand-made questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import graphene  # type: ignore[import-untyped]  # it carries no types

from api.schema.answers import root
from api.schema.blueprint import Blueprint
from api.schema.descriptions import described, wrapped
from api.schema.fields import FieldMaker
from api.schema.meaning import Meanings, RootMeaning, RootRole
from api.schema.naming import NODE, plural, singular
from api.schema.outputs import object_type
from api.schema.registry import Registry
from kg.errors import OntologyError
from kg.ontology import Class

QUERY = "Query"


class RootMaker:
    """Makes the type Query."""

    def __init__(self, registry: Registry, blueprint: Blueprint, maker: FieldMaker, meanings: Meanings) -> None:
        self._registry, self._blueprint = registry, blueprint
        self._maker, self._meanings = maker, meanings

    def make(self, questions: Mapping[str, Any]) -> Any:
        """The graphene type. questions: name of a hand-made root field → its field, which replaces a derived one.

        Raises OntologyError where two classes want the same field.
        """
        fields: dict[str, Any] = {}
        for each in self._blueprint.stored:
            if each.namespace is not None:
                self._add(fields, singular(each), RootMeaning(RootRole.ONE, each.iri), self._one(each))
                self._add(fields, plural(each), RootMeaning(RootRole.MANY, each.iri), self._many(each))
        self._add(fields, "node", RootMeaning(RootRole.ONE, None), self._one(None))
        self._add(fields, "nodes", RootMeaning(RootRole.NODES, None), self._nodes())
        for name, question in questions.items():
            self._meanings.roots.pop(name, None)
            fields[name] = question
        return object_type(graphene.ObjectType, QUERY, _QUERY_SAYS, fields)

    def _add(self, fields: dict[str, Any], name: str, meaning: RootMeaning, field: Any) -> None:
        if name in fields:
            raise OntologyError(
                f"two classes want the root field {name}", remedy="give one of them another eg:pluralKey"
            )
        fields[name] = field
        self._meanings.roots[name] = meaning

    def _one(self, each: Class | None) -> Any:
        name = NODE if each is None else each.name
        says = f"The {_words(each)} with this id; null where there is none."
        arguments = {"id": graphene.Argument(graphene.NonNull(graphene.ID))}
        return graphene.Field(self._registry.later(name), args=arguments, resolver=root, description=wrapped(says))

    def _many(self, each: Class) -> Any:
        served = graphene.NonNull(self._registry.later(f"{each.name}Connection"))
        arguments = self._maker.connection_arguments(each)
        says = described(each.labels, each.definitions)
        return graphene.Field(served, args=arguments, resolver=root, description=says)

    def _nodes(self) -> Any:
        served = graphene.NonNull(graphene.List(self._registry.later(NODE)))
        ids = graphene.NonNull(graphene.List(graphene.NonNull(graphene.ID)))
        says = "The individuals with these ids, in their order, with null where there is none."
        return graphene.Field(served, args={"ids": graphene.Argument(ids)}, resolver=root, description=wrapped(says))


def _words(each: Class | None) -> str:
    return "individual" if each is None else each.labels.get("en", each.name)


_QUERY_SAYS = wrapped(
    "Everything that can be asked. Lists are pages of 20 unless `first` or `last` says otherwise; `totalCount` tells"
    " how many there are in all. Texts come in the first of the languages asked for that they have. An id is an IRI, or"
    " short as `concept:stress`."
)
