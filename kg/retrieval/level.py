"""One level of a question: every individual and every page that can be looked up now, in one SPARQL query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.ontology import Ontology
from kg.retrieval.classes import concrete_classes
from kg.retrieval.individuals import FoundPage, Individual, Predicate, predicate_of
from kg.retrieval.parts import CountPart, EdgePart, PagePart, Part, ValuesPart
from kg.retrieval.patterns import PatternWriter, union
from kg.retrieval.selection import Connection
from kg.store import Literal, Row
from kg.terms import TYPE

TYPE_PREDICATE = Predicate(str(TYPE))


class Level:
    """Collects what is wanted, writes it as one query, and hands the rows to those who wanted them."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology
        self._values: dict[Predicate, ValuesPart] = {}
        self._parts: list[Part] = []
        self._counts: dict[Connection, dict[str | None, FoundPage]] = defaultdict(dict)

    def want(self, individual: Individual) -> None:
        """The values of one individual, and the pages of its connections."""
        wanted = [*individual.selection.properties, *(follow.property for follow in individual.selection.follows)]
        predicates = {predicate_of(each) for each in wanted}
        if individual.cls is None:
            predicates.add(TYPE_PREDICATE)
        for predicate in sorted(predicates):
            self._values.setdefault(predicate, ValuesPart(predicate)).add(individual)
        for connection in individual.selection.connections:
            individual.pages[connection] = self.want_page(connection, individual.iri)

    def want_page(self, connection: Connection, owner: str | None) -> FoundPage:
        """One page, to be filled when the rows come. owner: None for a connection of a whole class."""
        page = FoundPage()
        if not concrete_classes(self._ontology, connection.class_iri):
            page.total = 0
            return page
        if connection.wants_items:
            self._parts.append(PagePart(connection, self._ontology, owner, page))
        if connection.wants_edges:
            self._parts.extend(self._edges(connection, owner, page))
        if connection.wants_total:
            self._counts[connection][owner] = page
        return page

    def _edges(self, connection: Connection, owner: str | None, page: FoundPage) -> Iterable[Part]:
        if connection.page.after is not None:
            yield EdgePart(connection, self._ontology, owner, page, following=False)
        if connection.page.before is not None:
            yield EdgePart(connection, self._ontology, owner, page, following=True)

    def parts(self) -> list[Part]:
        """What the query will be the union of; empty where nothing needs to be looked up."""
        counts = [CountPart(connection, self._ontology, pages) for connection, pages in self._counts.items()]
        return [*self._values.values(), *self._parts, *counts]


def query_of(parts: list[Part]) -> str:
    """The SPARQL query of a level's parts."""
    writer = PatternWriter()
    keys = "".join(f" ?key{number}" for number in range(max(part.keys for part in parts)))
    groups = union([part.text(number, writer) for number, part in enumerate(parts)])
    return f"SELECT ?part ?owner ?value{keys} WHERE {{ {groups} }}"


def distribute(parts: list[Part], rows: Iterable[Row]) -> None:
    """Hands each part its rows."""
    by_part: dict[int, list[Row]] = defaultdict(list)
    for number, *rest in rows:
        assert isinstance(number, Literal), "each part numbers its rows"
        by_part[int(number.text)].append(tuple(rest))
    for position, part in enumerate(parts):
        part.take(by_part[position])
