"""What a filter says, as a tree of plain records. How it is asked of a store is left to `kg.retrieval.patterns`.

A filter on a property holds for an individual if *some one* of the property's values fulfils all that it says:
`{gt: 10, lt: 20}` needs one value between the two. "Has a value" is a filter without comparisons, "has none" is its
`Not`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from kg.ontology import Property
from kg.retrieval.operators import Operator


@dataclass(frozen=True)
class All:
    """Every part holds; without parts it holds always."""

    parts: tuple[Where, ...] = ()


@dataclass(frozen=True)
class AnyOf:
    """At least one part holds; without parts it never holds."""

    parts: tuple[Where, ...] = ()


@dataclass(frozen=True)
class Not:
    """The part does not hold."""

    part: Where


@dataclass(frozen=True)
class IsOneOf:
    """The individual itself has one of these IRIs."""

    iris: tuple[str, ...]


@dataclass(frozen=True)
class IsA:
    """The individual itself belongs to one of these classes, which are IRIs of concrete ones."""

    classes: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """An operator and its operands: one, or as many as there are where the operator takes a list.

    Operands are Python values: str, bool, int, float, Decimal, date, datetime; an IRI or code is its IRI.
    """

    operator: Operator
    operands: tuple[Any, ...]


@dataclass(frozen=True)
class HasValue:
    """Some value of the property fulfils all comparisons. language: only values in this language count."""

    property: Property
    comparisons: tuple[Comparison, ...] = ()
    language: str | None = None


@dataclass(frozen=True)
class Reaches:
    """Some individual that the property leads to fulfils the filter."""

    property: Property
    where: Where


Where: TypeAlias = All | AnyOf | Not | IsOneOf | IsA | HasValue | Reaches

EVERYTHING = All()
