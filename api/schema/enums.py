"""Enums: closed lists of the ontology, `sh:in` lists of shapes, the languages, and the directions of an order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import graphene  # type: ignore[import-untyped]  # it carries no types

from api.schema.blueprint import Blueprint
from api.schema.descriptions import described, wrapped
from api.schema.naming import checked_name, enum_value_name
from api.schema.registry import Registry
from kg.errors import OntologyError
from kg.ontology import Code, Property, ValueKind
from kg.terms import LANGUAGES

LANGUAGE, DIRECTION = "Language", "SortDirection"


def define_enums(registry: Registry, blueprint: Blueprint) -> None:
    """All enums that the ontology's properties and the schema itself use."""
    languages = language_names(blueprint)
    registry.define(LANGUAGE, lambda: _enum(LANGUAGE, _LANGUAGE_SAYS, languages, {}))
    registry.define(DIRECTION, lambda: _enum(DIRECTION, _DIRECTION_SAYS, {"ASC": "ASC", "DESC": "DESC"}, _DIRECTIONS))
    coded = (p for each in blueprint.classes for p in each.properties if p.kind is ValueKind.CODE)
    for one in coded:
        name = blueprint.enum_name(one)
        if name is not None and (one.range is None or name not in registry):
            _define_codes(registry, blueprint, name, one)


def language_names(blueprint: Blueprint) -> dict[str, str]:
    """Enum name → language tag: the service's languages, then any other that a shape allows."""
    allowed = {tag.lower() for each in blueprint.classes for p in each.properties for tag in p.languages}
    tags = dict.fromkeys((*LANGUAGES, *sorted(allowed)))
    return {enum_value_name(tag): tag for tag in tags}


def codes_of(blueprint: Blueprint, each: Property) -> tuple[str, ...]:
    """The values of a code property as IRIs (or texts, where a shape lists those), in the list's order."""
    if each.range is not None:
        return tuple(code.iri for code in blueprint.ontology.codes.get(each.range, ()))
    return each.allowed


def enum_values(given: Any) -> Any:
    """The plain values behind enum members, in lists and input objects too; other values as they are."""
    if isinstance(given, list | tuple):
        return [enum_values(each) for each in given]
    if isinstance(given, dict):
        return {key: enum_values(each) for key, each in given.items()}
    return getattr(given, "value", given)


def _define_codes(registry: Registry, blueprint: Blueprint, name: str, one: Property) -> None:
    codes = blueprint.ontology.codes.get(one.range or "", ())
    cls = blueprint.ontology.classes.get(one.range or "")
    if cls is not None:
        says = described(cls.labels, cls.definitions)
        values = _unique(name, [(code.enum_name, code.iri) for code in codes])
    else:
        says = described(one.labels, one.definitions)
        values = _unique(name, [(enum_value_name(value), value) for value in one.allowed])
    known = {code.iri: code for code in codes} or blueprint.ontology.codes_by_iri
    registry.define(name, lambda: _enum(name, says, values, _descriptions(values, known)))


def _descriptions(values: Mapping[str, str], known: Mapping[str, Code]) -> dict[str, str]:
    return {
        name: described(known[value].labels, known[value].definitions)
        for name, value in values.items()
        if value in known
    }


def _unique(enum: str, pairs: list[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in pairs:
        if found.setdefault(checked_name(name, f"a value of {enum}"), value) != value:
            raise OntologyError(f"two values of {enum} would be named {name}", remedy="rename one of them")
    return found


def _enum(name: str, description: str, values: Mapping[str, str], descriptions: Mapping[str, str]) -> Any:
    def describe(member: Any) -> str | None:
        return description if member is None else descriptions.get(member.name)

    return graphene.Enum(name, list(values.items()), description=describe)


_LANGUAGE_SAYS = "A language of texts."
_DIRECTION_SAYS = wrapped(
    "In which direction a list is ordered. Individuals without a value come last in either direction."
)
_DIRECTIONS = {"ASC": "From the least to the most, from A to Ö.", "DESC": "From the most to the least, from Ö to A."}
