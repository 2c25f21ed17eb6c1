"""Looks up a whole question level by level: one query for each level, whatever the number of individuals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from kg.ontology import Class, Ontology
from kg.retrieval.classes import concrete_classes, found_class
from kg.retrieval.individuals import FoundPage, Individual
from kg.retrieval.level import TYPE_PREDICATE, Level, distribute, query_of
from kg.retrieval.selection import Connection, Selection
from kg.store import Iri, Store

TimeLeft = Callable[[], float]
"""Seconds that are left for a question when it is called. May raise TimeLimitReached where there are none."""


class Retrieved:
    """What was found of a question's uppermost selections and connections."""

    def __init__(
        self, individuals: Mapping[tuple[Selection, str], Individual], pages: Mapping[Connection, FoundPage]
    ) -> None:
        self._individuals, self._pages = individuals, pages

    def individual(self, selection: Selection, iri: str) -> Individual | None:
        """The individual with the IRI, or None where it is not there."""
        found = self._individuals[(selection, iri)]
        return found if found.cls is not None else None

    def page(self, connection: Connection) -> FoundPage:
        """The page of a connection of a whole class."""
        return self._pages[connection]


def retrieve(
    store: Store,
    ontology: Ontology,
    individuals: Iterable[tuple[Selection, str]],
    connections: Sequence[Connection] = (),
    *,
    time_left: TimeLeft | None = None,
) -> Retrieved:
    """Looks up individuals by IRI and pages of classes, and whatever their selections want below them.

    The store is asked at most once for each level of the selections: once for the given ones, once for the
    individuals that these lead to, and so on. Raises what `Store.select` raises; UnknownIdentifier where a given IRI
    is none; InputError where a filter holds a value that is no term.
    """
    return _Retrieval(store, ontology, time_left).run(individuals, connections)


class _Retrieval:
    def __init__(self, store: Store, ontology: Ontology, time_left: TimeLeft | None) -> None:
        self._store, self._ontology, self._time_left = store, ontology, time_left
        self._known: dict[tuple[Selection, str], Individual] = {}
        self._waiting: list[Individual] = []

    def run(self, individuals: Iterable[tuple[Selection, str]], connections: Sequence[Connection]) -> Retrieved:
        found = {(selection, iri): self._individual(selection, iri, is_checked=False) for selection, iri in individuals}
        level = Level(self._ontology)
        pages = {connection: level.want_page(connection, None) for connection in connections}
        self._look_up(level, pages)
        while self._waiting:
            self._look_up(Level(self._ontology), {})
        return Retrieved(found, pages)

    def _look_up(self, level: Level, pages: Mapping[Connection, FoundPage]) -> None:
        asked, self._waiting = self._waiting, []
        for individual in asked:
            level.want(individual)
        parts = level.parts()
        if parts:
            limit = self._time_left() if self._time_left else None
            distribute(parts, self._store.select(query_of(parts), time_limit=limit))
        for connection, page in pages.items():
            self._descend_page(connection, page)
        for individual in asked:
            self._descend(individual)

    def _descend(self, individual: Individual) -> None:
        if individual.cls is None:
            types = [str(each) for each in individual.values.get(TYPE_PREDICATE, ())]
            individual.cls = found_class(self._ontology, individual.selection.class_iri, types)
        if individual.cls is None:
            return
        for follow in individual.selection.follows:
            targets = individual.iris(follow.property)
            if targets:
                individual.follows[follow] = self._individual(follow.selection, targets[0], is_checked=False)
        for connection, page in individual.pages.items():
            self._descend_page(connection, page)

    def _descend_page(self, connection: Connection, page: FoundPage) -> None:
        for selection in connection.selections:
            page.items[selection] = [self._individual(selection, iri, is_checked=True) for iri in page.iris]

    def _individual(self, selection: Selection, iri: str, *, is_checked: bool) -> Individual:
        """The one record of an individual at one place of the question. is_checked: a page saw that it is there."""
        found = self._known.get((selection, iri))
        if found is None:
            found = self._known[(selection, iri)] = Individual(Iri(iri), selection)
            found.cls = self._certain_class(selection) if is_checked else None
            self._waiting.append(found)
        return found

    def _certain_class(self, selection: Selection) -> Class | None:
        classes = concrete_classes(self._ontology, selection.class_iri)
        return classes[0] if len(classes) == 1 else None
