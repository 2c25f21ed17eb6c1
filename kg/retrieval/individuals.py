"""What was found: individuals with their values, and pages of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kg.ontology import Class, Property
from kg.retrieval.selection import Connection, Follow, Selection
from kg.store import Iri, Literal, Term


class Predicate(NamedTuple):
    """A property's IRI and direction: what decides where its values are found."""

    iri: str
    is_inverse: bool = False


def predicate_of(each: Property) -> Predicate:
    """The predicate that holds the property's values."""
    return Predicate(each.iri, each.is_inverse)


@dataclass(eq=False)
class Individual:
    """One individual, as far as its selection wants it.

    cls: the most specific class that it has and that its selection accepts; None where it is not there.
    values: by predicate, each value once, in no particular order; a predicate without values is absent.
    """

    iri: str
    selection: Selection
    cls: Class | None = None
    values: dict[Predicate, list[Term]] = field(default_factory=dict)
    follows: dict[Follow, Individual] = field(default_factory=dict)
    pages: dict[Connection, FoundPage] = field(default_factory=dict)

    def terms(self, each: Property) -> list[Term]:
        """The values of a property."""
        return self.values.get(predicate_of(each), [])

    def literals(self, each: Property) -> list[Literal]:
        """The values of a property that are literals."""
        return [value for value in self.terms(each) if isinstance(value, Literal)]

    def iris(self, each: Property) -> list[Iri]:
        """The values of a property that are IRIs, sorted."""
        return sorted(value for value in self.terms(each) if isinstance(value, Iri))

    def followed(self, follow: Follow) -> Individual | None:
        """The individual that a property leads to, or None where there is none or nothing is known of it."""
        found = self.follows.get(follow)
        return found if found is not None and found.cls is not None else None


@dataclass(eq=False)
class FoundPage:
    """One page of a connection.

    cursors: one for each item, in order. items: by selection, the page's individuals in order; as long as `cursors`.
    total: of the whole list, filter applied, whatever the page; None where it was not asked for.
    """

    cursors: list[str] = field(default_factory=list)
    iris: list[str] = field(default_factory=list)
    items: dict[Selection, list[Individual]] = field(default_factory=dict)
    total: int | None = None
    has_next: bool = False
    has_previous: bool = False
