"""The one door to SPARQL engines: what every engine must offer, and nothing that only one of them can.

Above this floor nobody knows which engine answers. Queries are SPARQL 1.1 text, data come and go as N-Triples.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import NamedTuple, Protocol, Self, TypeAlias

from kg.store.terms import Change, Iri, Row


class StoreCall(NamedTuple):
    """One call that went to the engine: `select`, `ask`, `construct` or `apply`, its SPARQL text, and its duration."""

    kind: str
    text: str
    seconds: float


Observer: TypeAlias = Callable[[StoreCall], None]


class Store(Protocol):
    """A collection of named graphs behind SPARQL 1.1.

    A query's default graph is the union of all named graphs. A triple that several graphs state may be matched once
    for each of them: say DISTINCT where that matters. Data hold no blank nodes, so every identifier is stable. A graph
    without triples is not there.

    All methods may be called from several threads. All raise `StoreUnavailable` when the engine cannot answer, so an
    empty answer always means that the engine looked and found none.
    """

    def select(self, query: str, *, time_limit: float | None = None) -> list[Row]:
        """Rows in solution order, each with one value per selected variable in the order of SELECT; unbound is None.

        time_limit: seconds, instead of the store's own limit. Raises InputError for text that is no SELECT query, for
        an update, for SERVICE, for FROM of a graph that is not held here; TimeLimitReached.
        """

    def ask(self, query: str, *, time_limit: float | None = None) -> bool:
        """Whether the pattern of an ASK query has a solution. Arguments and errors as for `select`."""

    def construct(self, query: str, *, time_limit: float | None = None) -> bytes:
        """N-Triples of a CONSTRUCT or DESCRIBE query, each triple once, lines sorted. Errors as for `select`."""

    def apply(self, changes: Sequence[Change], *, version: str | None = None) -> None:
        """All changes in the order given, in one transaction: all of them or none.

        version: what `version` is afterwards, where an earlier store that held just this told it; reckoned otherwise.

        Raises InputError, and changes nothing, for a graph name that is no IRI and for N-Triples that are malformed,
        hold a blank node or say what RDF 1.1 cannot.
        """

    def graphs(self) -> Mapping[Iri, int]:
        """Every named graph with its number of triples, sorted by name."""

    def read_graph(self, graph: Iri) -> bytes:
        """The graph's N-Triples, lines sorted; empty where there is no such graph.

        An engine may write a number or time in its canonical way (`007` as `7`) and a language tag in lower case.
        """

    @property
    def version(self) -> str:
        """Names what the store holds, in 16 hexadecimal digits: the same for the same data, in every store, for ever.

        Other data have another version. A graph in which the one who fills the store keeps books does not count.
        """

    def observe(self, observer: Observer) -> AbstractContextManager[None]:
        """While the context lasts, `observer` is told of every call, from any thread, as the call ends."""

    def close(self) -> None:
        """Lets go of the engine. Afterwards every method raises StoreUnavailable; closing again does nothing."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...
