"""Reads the arguments of fields into retrieval's records: filters, orders, pages, identifiers.

`null` inside a filter is refused rather than guessed at: it could mean "no filter" or "has no value".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.schema.blueprint import Blueprint
from api.schema.enums import codes_of, enum_values
from api.schema.inputs import IN_LANGUAGES, IS_A
from api.schema.naming import field_of
from kg.errors import InputError, LimitExceeded
from kg.ontology import Ontology, Property, ValueKind
from kg.retrieval import OrderBy, Ordering
from kg.retrieval.classes import concrete_classes
from kg.retrieval.operators import OPERATORS
from kg.retrieval.where import EVERYTHING, All, AnyOf, Comparison, HasValue, IsA, IsOneOf, Not, Reaches, Where
from kg.terms import LANGUAGES

MOST_CONDITIONS = 200
"""Conditions in one filter; engines lose themselves in far longer expressions."""
DEEPEST = 20
"""Levels of one filter."""
MOST_OPERANDS = 1000
"""Values in one `in`."""


def read_identifier(ontology: Ontology, given: str) -> str:
    """The IRI that an id stands for. Raises UnknownIdentifier."""
    return ontology.expand(given)


def read_where(blueprint: Blueprint, class_iri: str | None, given: Mapping[str, Any] | None) -> Where:
    """The filter of a `where` argument. Raises InputError for null inside it, LimitExceeded for one without measure."""
    return EVERYTHING if given is None else _WhereReader(blueprint).individual(class_iri, given, 0)


def read_ordering(blueprint: Blueprint, class_iri: str | None, given: list[Mapping[str, Any]] | None) -> Ordering:
    """The ordering of an `orderBy` argument. Raises InputError for an object with no property, or several, in it.

    What follows `id` in the list is not looked at, since no two individuals share an id.
    """
    found: list[OrderBy] = []
    for each in given or ():
        key, direction = _sole_direction(each)
        if key == "id":
            return Ordering(tuple(found), iri_descending=direction == "DESC")
        found.append(_order_by(blueprint, class_iri, each))
    return Ordering(tuple(found))


def _order_by(
    blueprint: Blueprint, class_iri: str | None, given: Mapping[str, Any], within: tuple[Property, ...] = ()
) -> OrderBy:
    key, direction = _sole_direction(given)
    if key == "id":
        raise InputError(f"`{within[-1].key}` is ordered by its id", remedy="Name one of its properties.")
    one = _property(blueprint, class_iri, key)
    if isinstance(direction, Mapping):
        return _order_by(blueprint, one.range, direction, (*within, one))
    is_text, is_code = one.kind is ValueKind.TEXT, one.kind is ValueKind.CODE
    languages = enum_values(given.get(IN_LANGUAGES)) or []
    return OrderBy(
        one,
        direction == "DESC",
        languages=tuple(dict.fromkeys((*languages, *LANGUAGES))) if is_text else (),
        codes=codes_of(blueprint, one) if is_code else (),
        within=within,
    )


def _sole_direction(each: Mapping[str, Any]) -> tuple[str, Any]:
    """The one key of an object, and its direction, or the object that stands there."""
    given = [(field_of(key), value) for key, value in each.items() if key != IN_LANGUAGES and value is not None]
    if len(given) != 1:
        raise InputError(
            f"an object of `orderBy` names {len(given)} properties",
            remedy="Name one in each object: orderBy: [{year: DESC}, {title: ASC}].",
        )
    key, value = given[0]
    return key, value if isinstance(value, Mapping) else enum_values(value)


def _property(blueprint: Blueprint, class_iri: str | None, key: str) -> Property:
    cls = blueprint.class_of(class_iri)
    assert cls is not None, "individuals of any class have no properties to filter or order by"
    return next(one for one in blueprint.properties(cls) if one.key == key)


class _WhereReader:
    """Reads one filter, counting its conditions."""

    def __init__(self, blueprint: Blueprint) -> None:
        self._blueprint = blueprint
        self._conditions = 0

    def individual(self, class_iri: str | None, given: Mapping[str, Any], depth: int) -> Where:
        """What an individual must fulfil by itself; `some` and `none` then speak of this very individual."""
        plain, some, none = self._three(class_iri, given, depth)
        return _all([plain, *some, *map(Not, none)])

    def _three(
        self, class_iri: str | None, given: Mapping[str, Any], depth: int
    ) -> tuple[Where, list[Where], list[Where]]:
        self._count(depth)
        parts: list[Where] = []
        some: list[Where] = []
        none: list[Where] = []
        for key, value in ((field_of(key), value) for key, value in given.items()):
            _refuse_null(key, value)
            if key in ("some", "none"):
                (some if key == "some" else none).append(self.individual(class_iri, value, depth + 1))
            else:
                parts.append(self._part(class_iri, key, value, depth + 1))
        return _all(parts), some, none

    def _part(self, class_iri: str | None, key: str, value: Any, depth: int) -> Where:
        if key in ("AND", "OR"):
            parts = tuple(self.individual(class_iri, each, depth) for each in value)
            return All(parts) if key == "AND" else AnyOf(parts)
        if key == "NOT":
            return Not(self.individual(class_iri, value, depth))
        if key == "id":
            return self._identity(value, depth)
        if key == IS_A:
            return self._kinds(class_iri, value, depth)
        one = _property(self._blueprint, class_iri, key)
        return self._led(one, value, depth) if one.kind is ValueKind.RESOURCE else self._valued(one, value, depth)

    def _led(self, one: Property, given: Mapping[str, Any], depth: int) -> Where:
        target = self._blueprint.class_of(one.range)
        plain, some, none = self._three(None if target is None else target.iri, given, depth)
        reached = [] if plain == EVERYTHING else [Reaches(one, plain)]
        return _all([*reached, *(Reaches(one, each) for each in some), *(Not(Reaches(one, each)) for each in none)])

    def _identity(self, given: Mapping[str, Any], depth: int) -> Where:
        self._count(depth)
        parts: list[Where] = []
        for key, value in ((field_of(key), value) for key, value in given.items()):
            _refuse_null(key, value)
            if key in ("some", "none"):
                nested = self._identity(value, depth + 1)
                parts.append(nested if key == "some" else Not(nested))
            else:
                parts.append(IsOneOf(self._iris(value)))
        return _all(parts)

    def _kinds(self, class_iri: str | None, names: list[str], depth: int) -> Where:
        self._count(depth)
        ontology, found = self._blueprint.ontology, dict[str, None]()
        possible = {each.iri for each in concrete_classes(ontology, class_iri)}
        for name in names:
            named = ontology.class_named(name)
            below = {each.iri for each in ontology.descendants(named.iri)} & possible if named else set()
            if not below:
                told = sorted(ontology.classes[iri].name for iri in possible)
                raise InputError(f"{name!r} is no type that can stand here", remedy="Types: " + ", ".join(told))
            found |= dict.fromkeys(sorted(below))
        return IsA(tuple(found)) if found else AnyOf()

    def _valued(self, one: Property, given: Mapping[str, Any], depth: int) -> Where:
        plain, parts = self._value(one, given, depth)
        if plain.comparisons or plain.language is not None:
            parts.insert(0, plain)
        return _all(parts)

    def _value(self, one: Property, given: Mapping[str, Any], depth: int) -> tuple[HasValue, list[Where]]:
        self._count(depth)
        comparisons, parts, language = [], [], None
        for key, value in ((field_of(key), value) for key, value in given.items()):
            _refuse_null(key, value)
            if key in ("some", "none"):
                held = self._held(one, value, depth + 1)
                parts.append(held if key == "some" else Not(held))
            elif key == "language":
                language = enum_values(value)
            else:
                comparisons.append(Comparison(OPERATORS[key], self._operands(one, value)))
        return HasValue(one, tuple(comparisons), language), parts

    def _held(self, one: Property, given: Mapping[str, Any], depth: int) -> Where:
        """Some value fulfils this; unlike in a filter by itself, nothing given means that there is a value."""
        plain, parts = self._value(one, given, depth)
        return _all([plain, *parts])

    def _operands(self, one: Property, value: Any) -> tuple[Any, ...]:
        operands = tuple(enum_values(value if isinstance(value, list) else [value]))
        self._refuse_many(operands)
        is_iri = one.kind is ValueKind.CODE and self._blueprint.enum_name(one) is None
        return tuple(read_identifier(self._blueprint.ontology, each) for each in operands) if is_iri else operands

    def _iris(self, value: Any) -> tuple[str, ...]:
        given = value if isinstance(value, list) else [value]
        self._refuse_many(given)
        return tuple(read_identifier(self._blueprint.ontology, each) for each in given)

    def _refuse_many(self, operands: Any) -> None:
        if len(operands) > MOST_OPERANDS:
            raise LimitExceeded(
                f"`in` has {len(operands):,} values; {MOST_OPERANDS:,} are allowed", remedy="Ask in several queries."
            )

    def _count(self, depth: int) -> None:
        self._conditions += 1
        if self._conditions > MOST_CONDITIONS or depth > DEEPEST:
            raise LimitExceeded(
                f"a filter may have {MOST_CONDITIONS} conditions on {DEEPEST} levels, and this one has more",
                remedy="Ask in several queries.",
            )


def _all(parts: list[Where]) -> Where:
    told = [part for part in parts if part != EVERYTHING]
    return told[0] if len(told) == 1 else All(tuple(told))


def _refuse_null(key: str, value: Any) -> None:
    if value is None:
        raise InputError(
            f"`{key}` is null in a filter, which says nothing",
            remedy="Leave it out, or write `none: {}` to find what has no value.",
        )
