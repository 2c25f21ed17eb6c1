"""The links of a store as a networkx graph, made once per version of the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

import networkx as nx

from kg.store import Row, Store, text_of

_LINKS = files("kg.network").joinpath("links.rq").read_text(encoding="utf-8")


@dataclass(frozen=True)
class NetworkLink:
    """A link that has a direction. factor: 1 (increases) or -1 (decreases). lineage_count: independent lineages for it.

    studies: those that its supporting claims rest on.
    """

    iri: str
    start: str
    end: str
    sign: str
    factor: int
    lineage_count: int
    studies: frozenset[str]


@dataclass(frozen=True)
class Network:
    """Concepts as nodes, links as edges (attribute `link`: NetworkLink). signs: factor → the sign's IRI.

    Links whose sign is mixed, null or not stated are left out, and those of which it is only said that the two go
    together: a chain through them would say more than is known.
    """

    graph: nx.DiGraph[str]
    signs: dict[int, str]


def project(store: Store) -> Network:
    """The network of all links in the store. Raises what the store raises."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    links = list(_links(store.select(_LINKS)))
    for link in links:
        graph.add_edge(link.start, link.end, link=link)
    return Network(graph, {link.factor: link.sign for link in links})


def _links(rows: list[Row]) -> Iterator[NetworkLink]:
    rows_of: dict[str, list[Row]] = {}
    for row in rows:
        rows_of.setdefault(str(row[0]), []).append(row)
    for iri, group in rows_of.items():
        _, start, end, sign, factor, lineages, _ = group[0]
        yield NetworkLink(
            iri=iri,
            start=str(start),
            end=str(end),
            sign=str(sign),
            factor=int(text_of(factor)),
            lineage_count=int(text_of(lineages)),
            studies=frozenset(str(row[6]) for row in group if row[6] is not None),
        )
