"""Signed chains of links from one concept to another, best first, within stated limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import prod
from time import monotonic

import networkx as nx

from kg.errors import LimitExceeded
from kg.network.projection import Network, NetworkLink


@dataclass(frozen=True)
class PathLimits:
    """max_hops: the longest chain, in links. max_chains: where the search stops. seconds: the time that it may take."""

    max_hops: int = 6
    max_chains: int = 10_000
    seconds: float = 5.0


@dataclass(frozen=True)
class Hop:
    """One step of a chain; position from 1."""

    position: int
    link: NetworkLink


@dataclass(frozen=True)
class Chain:
    """A row of links, each beginning where the last one ended, no concept twice.

    factor: the product of the links' factors. weakest: the link with the fewest independent lineages, the first of
    equals. is_assembled: whether no single study supports every hop, so that the graph put the chain together.
    """

    hops: tuple[Hop, ...]
    factor: int
    weakest: NetworkLink
    is_assembled: bool


@dataclass(frozen=True)
class Paths:
    """chains: best first. is_truncated: whether a limit ended the search before every chain was seen."""

    chains: tuple[Chain, ...]
    is_truncated: bool


def find_paths(
    network: Network,
    start: str,
    end: str,
    *,
    max_hops: int,
    include_unweighted: bool = False,
    limits: PathLimits | None = None,
) -> Paths:
    """All chains from start to end of at most max_hops links.

    include_unweighted: also follow links that only opinions, plans, comments, norms or descriptions speak for.
    Order: most lineages on the weakest link first, then fewest hops, then the links' identifiers.
    A concept without links has no chains. Raises LimitExceeded where max_hops is not between 1 and the limit.
    """
    limits = limits or PathLimits()
    if not 1 <= max_hops <= limits.max_hops:
        raise LimitExceeded(
            f"maxHops is {max_hops}; a chain may have from 1 to {limits.max_hops} hops", remedy="ask for fewer hops"
        )
    found, is_truncated = _bounded(_chains(_usable(network, include_unweighted), start, end, max_hops), limits)
    return Paths(tuple(sorted(found, key=_rank)), is_truncated)


def _usable(network: Network, include_unweighted: bool) -> nx.DiGraph[str]:
    if include_unweighted:
        return network.graph
    weighed: nx.DiGraph[str] = nx.subgraph_view(
        network.graph, filter_edge=lambda start, end: network.graph.edges[start, end]["link"].lineage_count > 0
    )
    return weighed


def _chains(graph: nx.DiGraph[str], start: str, end: str, max_hops: int) -> Iterator[Chain]:
    if start not in graph or end not in graph or start == end:
        return
    near = _within_reach(graph, start, end, max_hops)
    for concepts in nx.all_simple_paths(near, start, end, cutoff=max_hops):
        yield _chain([near.edges[pair]["link"] for pair in pairwise(concepts)])


def _within_reach(graph: nx.DiGraph[str], start: str, end: str, max_hops: int) -> nx.DiGraph[str]:
    """The concepts that some walk of at most max_hops can pass, so that no time goes into dead ends."""
    ahead = nx.single_source_shortest_path_length(graph, start, cutoff=max_hops)
    behind = nx.single_source_shortest_path_length(graph.reverse(copy=False), end, cutoff=max_hops)
    passed = {node for node in ahead if node in behind and ahead[node] + behind[node] <= max_hops}
    near: nx.DiGraph[str] = graph.subgraph(passed | {start, end})
    return near


def _chain(links: list[NetworkLink]) -> Chain:
    shared = frozenset.intersection(*(link.studies for link in links))
    return Chain(
        hops=tuple(Hop(position, link) for position, link in enumerate(links, 1)),
        factor=prod(link.factor for link in links),
        weakest=min(links, key=lambda link: link.lineage_count),
        is_assembled=not shared,
    )


def _bounded(chains: Iterator[Chain], limits: PathLimits) -> tuple[list[Chain], bool]:
    found: list[Chain] = []
    end = monotonic() + limits.seconds
    for chain in chains:
        if len(found) >= limits.max_chains or monotonic() > end:
            return found, True
        found.append(chain)
    return found, False


def _rank(chain: Chain) -> tuple[int, int, tuple[str, ...]]:
    return -chain.weakest.lineage_count, len(chain.hops), tuple(hop.link.iri for hop in chain.hops)
