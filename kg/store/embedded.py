"""The embedded engine: pyoxigraph in this process, in memory or in a folder. The only place that runs it.

A folder is held by one process at a time. The files of the collection are the truth and the folder an index of them,
so a damaged folder is removed and built again, never mended.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self, TypeVar

import pyoxigraph

from kg.errors import InputError, StoreUnavailable
from kg.store.content import content_version
from kg.store.deadline import Deadline
from kg.store.door import Observer, Store, StoreCall
from kg.store.engine import open_engine, told_plainly
from kg.store.filling import filled_engine
from kg.store.guard import names_dataset, refuse_service
from kg.store.ntriples import checked_ntriples
from kg.store.sparql_text import iri
from kg.store.terms import Change, Iri, Literal, ReplaceGraph, Row, Term

_Answer = TypeVar("_Answer")
_NTRIPLES = pyoxigraph.RdfFormat.N_TRIPLES


class EmbeddedStore(Store):
    """A `Store` on pyoxigraph: see `kg.store.door.Store` for what its methods promise.

    folder: where the data are kept; created if it is not there. None: in memory, gone when the store is closed.
    time_limit: seconds that a query may take unless it brings its own limit. books: the graph that does not count in
    the version, since it tells how the store was filled. Raises StoreUnavailable when the folder
    is held by another process, is not a store's, or cannot be read or written.

    The time limit is looked at when the engine hands over a row, before the first and after the last. Between rows the
    engine cannot be stopped: a query that sorts, groups or counts works until its first row is ready, however long
    that takes, and only then ends with TimeLimitReached. Other threads go on meanwhile. A query's text with thousands
    of nested brackets or chained operators overflows the engine's stack: whoever lets strangers write queries bounds
    their length first.
    """

    def __init__(self, folder: Path | None = None, *, time_limit: float = 30.0, books: str | None = None) -> None:
        self._engine: pyoxigraph.Store | None = open_engine(folder)
        self._is_in_memory = folder is None
        self._time_limit = time_limit
        self._observers: list[Observer] = []
        self._changing = threading.RLock()
        self._books = books
        self._version: str | None = None

    def select(self, query: str, *, time_limit: float | None = None) -> list[Row]:
        with self._observed("select", query):
            deadline = self._deadline(time_limit)
            solutions = _expect(pyoxigraph.QuerySolutions, "SELECT", self._run(query))
            return [tuple(map(_record, solution)) for solution in deadline.watch(solutions)]

    def ask(self, query: str, *, time_limit: float | None = None) -> bool:
        with self._observed("ask", query):
            deadline = self._deadline(time_limit)
            answer = _expect(pyoxigraph.QueryBoolean, "ASK", self._run(query))
            deadline.check()
            return bool(answer)

    def construct(self, query: str, *, time_limit: float | None = None) -> bytes:
        with self._observed("construct", query):
            deadline = self._deadline(time_limit)
            triples = _expect(pyoxigraph.QueryTriples, "CONSTRUCT or DESCRIBE", self._run(query))
            written = pyoxigraph.serialize(deadline.watch(triples), format=_NTRIPLES)
            return _sorted_lines(written)

    def apply(self, changes: Sequence[Change], *, version: str | None = None) -> None:
        with self._changing:
            filled = filled_engine(changes) if self._is_in_memory and not len(self._opened()) else None
            if filled is not None:
                with self._observed("apply", "the first filling of a store in memory"):
                    self._engine = filled
            else:
                update = ";\n".join(operation for change in changes for operation in _as_update(change))
                with self._observed("apply", update):
                    self._opened().update(update)
            self._version = version

    def graphs(self) -> Mapping[Iri, int]:
        rows = self.select("SELECT ?graph (COUNT(*) AS ?triples) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph")
        counted = [
            (graph, int(count.text)) for graph, count in rows if isinstance(graph, Iri) and isinstance(count, Literal)
        ]
        return dict(sorted(counted))

    def read_graph(self, graph: Iri) -> bytes:
        return self.construct(f"CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH {iri(graph)} {{ ?s ?p ?o }} }}")

    @property
    def version(self) -> str:
        known = self._version
        if known is not None:
            return known
        with self._changing:  # nothing changes meanwhile, and what takes a moment is done once
            if self._version is None:
                with told_plainly():
                    self._version = content_version(self._opened(), self._books)
            return self._version

    @contextmanager
    def observe(self, observer: Observer) -> Iterator[None]:
        self._observers.append(observer)
        try:
            yield
        finally:
            self._observers.remove(observer)

    def close(self) -> None:
        # The engine has no closing of its own: it lets go of its folder when the last reference to it goes. What it
        # could not flush (a full disk) is in its log all the same; flushing makes the next opening quick.
        engine, self._engine = self._engine, None
        if engine is not None:
            with suppress(OSError, RuntimeError):
                engine.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _run(self, query: str) -> object:
        refuse_service(query)
        own_dataset = names_dataset(query, self._holds)
        return self._opened().query(query, use_default_graph_as_union=not own_dataset)

    def _holds(self, graph: str) -> bool:
        try:
            return self._opened().contains_named_graph(pyoxigraph.NamedNode(graph))
        except ValueError:
            return False

    def _opened(self) -> pyoxigraph.Store:
        if self._engine is None:
            raise StoreUnavailable("the store is closed", remedy="Open it again before asking.")
        return self._engine

    def _deadline(self, time_limit: float | None) -> Deadline:
        return Deadline(self._time_limit if time_limit is None else time_limit)

    @contextmanager
    def _observed(self, kind: str, text: str) -> Iterator[None]:
        begun = monotonic()
        try:
            with told_plainly():
                yield
        finally:
            call = StoreCall(kind, text, monotonic() - begun)
            for observer in tuple(self._observers):
                observer(call)


def _expect(kind: type[_Answer], form: str, answer: object) -> _Answer:
    if isinstance(answer, kind):
        return answer
    raise InputError(f"this is no {form} query")


def _record(value: object) -> Term | None:
    if value is None:
        return None
    if isinstance(value, pyoxigraph.NamedNode):
        return Iri(value.value)
    if isinstance(value, pyoxigraph.Literal):
        return Literal(value.value, Iri(value.datatype.value), value.language)
    raise InputError(f"the query answers with {value}, which has no identifier", remedy="Select IRIs and values.")


def _as_update(change: Change) -> Iterator[str]:
    """SPARQL operations that make the change. A graph without triples is left dropped."""
    graph = iri(change.graph)
    triples = checked_ntriples(change.graph, change.ntriples) if isinstance(change, ReplaceGraph) else ""
    yield f"DROP SILENT GRAPH {graph}"
    if triples:
        yield f"INSERT DATA {{ GRAPH {graph} {{\n{triples}}} }}"


def _sorted_lines(ntriples: bytes | None) -> bytes:
    """Each line once. N-Triples hold a line feed between triples only."""
    return b"".join(sorted(set((ntriples or b"").splitlines(keepends=True))))
