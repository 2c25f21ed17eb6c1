"""The parts that a level's one query is the union of. Each writes its share and takes the rows that come of it.

Every row of the query is `?part ?owner ?value` and the sort keys `?key0 ?key1 …`; a part leaves unbound what it has
no use for.
"""

from __future__ import annotations

from typing import Protocol

from kg.ontology import Ontology
from kg.retrieval.classes import concrete_classes
from kg.retrieval.cursor import Position, encode
from kg.retrieval.individuals import FoundPage, Individual, Predicate
from kg.retrieval.page import beyond, in_order, order_clause
from kg.retrieval.patterns import RDF_TYPE, PatternWriter, binds, triple, values
from kg.retrieval.selection import Connection
from kg.store import Literal, Row
from kg.store.sparql_text import iri

ITEM = "?value"


class Part(Protocol):
    """One share of a level's query."""

    keys: int

    def text(self, number: int, writer: PatternWriter) -> str:
        """A SPARQL group whose rows bear the number as `?part`."""

    def take(self, rows: list[Row]) -> None:
        """Keeps what the rows say: all rows of this part, in no particular order, without `?part`."""


class ValuesPart:
    """All values of one predicate for all individuals of the level that want it."""

    keys = 0

    def __init__(self, predicate: Predicate) -> None:
        self._predicate = predicate
        self._owners: dict[str, list[Individual]] = {}

    def add(self, owner: Individual) -> None:
        """One more individual that wants the values."""
        self._owners.setdefault(owner.iri, []).append(owner)

    def text(self, number: int, writer: PatternWriter) -> str:
        ends = ("?value", "?owner") if self._predicate.is_inverse else ("?owner", "?value")
        found = f"{ends[0]} {iri(self._predicate.iri)} {ends[1]} ."
        return f"{{ {values('?owner', map(iri, self._owners))} {found} BIND({number} AS ?part) }}"

    def take(self, rows: list[Row]) -> None:
        for owner, value, *_ in dict.fromkeys(rows):
            for individual in self._owners.get(str(owner), ()):
                if value is not None:
                    individual.values.setdefault(self._predicate, []).append(value)


class PagePart:
    """The page of one connection for one owner, and one individual more to know whether it goes on."""

    def __init__(self, connection: Connection, ontology: Ontology, owner: str | None, page: FoundPage) -> None:
        self.keys = len(connection.ordering.by)
        self._connection, self._ontology, self._owner, self._page = connection, ontology, owner, page

    def text(self, number: int, writer: PatternWriter) -> str:
        asked = self._connection.page
        ordering = self._connection.ordering
        bounds = [
            f"FILTER({beyond(ordering, position, ITEM, later=later)})"
            for position, later in ((asked.after, True), (asked.before, False))
            if position is not None
        ]
        ordered = order_clause(ordering, ITEM, backward=asked.backward)
        keys = "".join(f" ?key{key}" for key in range(self.keys))
        keyed = keyed_items(self._connection, self._ontology, self._owner, writer)
        inner = f"{keyed} {' '.join(bounds)} }} {ordered} LIMIT {asked.size + 1}"
        return f"{{ SELECT DISTINCT ({number} AS ?part) {ITEM}{keys} WHERE {{ {inner} }}"

    def take(self, rows: list[Row]) -> None:
        asked, ordering = self._connection.page, self._connection.ordering
        placed = in_order(ordering, {_position(row, self.keys) for row in rows})
        overflows = len(placed) > asked.size
        kept = placed[len(placed) - asked.size :] if asked.backward and overflows else placed[: asked.size]
        self._page.iris = [each.iri for each in kept]
        self._page.cursors = [encode(ordering, each) for each in kept]
        if asked.backward:
            self._page.has_previous = self._page.has_previous or overflows
        else:
            self._page.has_next = self._page.has_next or overflows


class EdgePart:
    """Whether anything stands on the far side of a cursor that bounds the page: at it, or beyond."""

    def __init__(
        self, connection: Connection, ontology: Ontology, owner: str | None, page: FoundPage, *, following: bool
    ) -> None:
        self.keys = 0
        self._connection, self._ontology, self._owner, self._page = connection, ontology, owner, page
        self._following = following

    def text(self, number: int, writer: PatternWriter) -> str:
        asked = self._connection.page
        position = asked.before if self._following else asked.after
        assert position is not None, "only a page with a bound has a far side"
        inside = beyond(self._connection.ordering, position, ITEM, later=not self._following)
        keyed = keyed_items(self._connection, self._ontology, self._owner, writer)
        outside = f"{keyed} FILTER(!({inside}))"
        return f"{{ SELECT ({number} AS ?part) {ITEM} WHERE {{ {outside} }} LIMIT 1 }}"

    def take(self, rows: list[Row]) -> None:
        if rows and self._following:
            self._page.has_next = True
        elif rows:
            self._page.has_previous = True


class CountPart:
    """How many individuals one connection has, for all its owners together. The number stands in `?key0`."""

    keys = 1

    def __init__(self, connection: Connection, ontology: Ontology, pages: dict[str | None, FoundPage]) -> None:
        self._connection, self._ontology, self._pages = connection, ontology, pages

    def text(self, number: int, writer: PatternWriter) -> str:
        found = items(self._connection, self._ontology, "?owner", writer)
        owners = [iri(owner) for owner in self._pages if owner is not None]
        grouped = (f"{values('?owner', owners)} ", " ?owner", " GROUP BY ?owner") if owners else ("", "", "")
        counted = f"({number} AS ?part){grouped[1]} (COUNT(DISTINCT {ITEM}) AS ?key0)"
        return f"{{ SELECT {counted} WHERE {{ {grouped[0]}{found} }}{grouped[2]} }}"

    def take(self, rows: list[Row]) -> None:
        for page in self._pages.values():
            page.total = 0
        for owner, _, count, *_ in rows:
            if isinstance(count, Literal):
                self._pages[None if owner is None else str(owner)].total = int(count.text)


def items(connection: Connection, ontology: Ontology, owner: str, writer: PatternWriter) -> str:
    """A pattern for the individuals of a connection. owner: SPARQL text of the owner, unused where it has none."""
    classes = [iri(each.iri) for each in concrete_classes(ontology, connection.class_iri)]
    if connection.property is not None:
        found = triple(connection.property, owner, ITEM)
        return f"{found} {writer.pattern(connection.where, ITEM)} {_is_of_class(classes, writer)}"
    if binds(connection.where):
        return f"{writer.pattern(connection.where, ITEM, leads=True)} {_is_of_class(classes, writer)}"
    return f"{_of_class(classes, writer)} {writer.pattern(connection.where, ITEM)}"


def keyed_items(connection: Connection, ontology: Ontology, owner: str | None, writer: PatternWriter) -> str:
    """A pattern for the individuals of a connection with their sort keys; where they have none, some may repeat."""
    found = items(connection, ontology, "" if owner is None else iri(owner), writer)
    if not connection.ordering.by:
        return found
    keyed = [each.key(ITEM, writer.fresh) for each in connection.ordering.by]
    keys = " ".join(f"({expression} AS ?key{number})" for number, (_, expression) in enumerate(keyed))
    optional = " ".join(patterns for patterns, _ in keyed)
    return f"{{ SELECT {ITEM} {keys} WHERE {{ {found} {optional} }} GROUP BY {ITEM} }}"


def _of_class(classes: list[str], writer: PatternWriter) -> str:
    """All individuals of the classes."""
    if len(classes) == 1:
        return f"{ITEM} {RDF_TYPE} {classes[0]} ."
    cls = writer.fresh()
    return f"{ITEM} {RDF_TYPE} {cls} . {values(cls, classes)}"


def _is_of_class(classes: list[str], writer: PatternWriter) -> str:
    """Of individuals found otherwise, those of the classes."""
    if len(classes) == 1:
        return f"FILTER EXISTS {{ {ITEM} {RDF_TYPE} {classes[0]} }}"
    cls = writer.fresh()
    return f"FILTER EXISTS {{ {ITEM} {RDF_TYPE} {cls} . FILTER({cls} IN ({', '.join(classes)})) }}"


def _position(row: Row, keys: int) -> Position:
    _, item, *found = row
    return Position(tuple(key if isinstance(key, Literal) else None for key in found[:keys]), str(item))
