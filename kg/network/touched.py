"""The chains and loops that pass through given links: what may be lost when those links change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from time import monotonic

import networkx as nx

from kg.network.chains import Chain, best_first
from kg.network.paths import Paths, SearchLimits, bounded, within_reach
from kg.network.projection import Network

Pair = tuple[str, str]


def chains_through(
    network: Network,
    pairs: Iterable[Pair],
    starts: frozenset[str],
    ends: frozenset[str],
    *,
    max_hops: int,
    limits: SearchLimits,
) -> Paths:
    """The chains of at most max_hops links from a start to an end that pass through one of the pairs, best first.

    A chain passes no concept twice. Pairs without a link in the network have none.
    """
    graph = network.graph
    found = (
        concepts
        for pair in sorted(frozenset(pairs))
        if graph.has_edge(*pair)
        for concepts in _around(graph, pair, starts & frozenset(graph), ends & frozenset(graph), max_hops)
    )
    return _chains(network, found, limits)


def loops_through(network: Network, pairs: Iterable[Pair], *, max_length: int, limits: SearchLimits) -> Paths:
    """The loops of at most max_length links that pass through one of the pairs: closed chains, the best first.

    A loop passes no concept twice and begins at the first of its concepts by IRI.
    """
    graph = network.graph
    found = (
        _closed(concepts)
        for start, end in sorted(frozenset(pairs))
        if start != end and graph.has_edge(start, end)
        for concepts in _ways(graph, end, start, max_length - 1)
    )
    return _chains(network, found, limits)


def _around(
    graph: nx.DiGraph[str], pair: Pair, starts: Collection[str], ends: Collection[str], max_hops: int
) -> Iterator[tuple[str, ...]]:
    """The concepts of each chain through the pair."""
    against = graph.reverse(copy=False)
    for before in nx.all_simple_paths(against, pair[0], starts, cutoff=max_hops - 1):
        for after in nx.all_simple_paths(graph, pair[1], ends, cutoff=max_hops - len(before)):
            if not frozenset(before) & frozenset(after):
                yield (*reversed(before), *after)


def _ways(graph: nx.DiGraph[str], start: str, end: str, max_hops: int) -> Iterator[list[str]]:
    near = within_reach(graph, frozenset({start}), frozenset({end}), max_hops)
    return nx.all_simple_paths(near, start, end, cutoff=max_hops) if start in near else iter(())


def _closed(concepts: list[str]) -> tuple[str, ...]:
    first = concepts.index(min(concepts))
    return (*concepts[first:], *concepts[: first + 1])


def _chains(network: Network, found: Iterable[tuple[str, ...]], limits: SearchLimits) -> Paths:
    seen: set[tuple[str, ...]] = set()
    fresh = (concepts for concepts in found if not (concepts in seen or seen.add(concepts)))  # type: ignore[func-returns-value]
    chains = (Chain(tuple(network.link(*pair) for pair in pairwise(concepts))) for concepts in fresh)
    kept, is_truncated = bounded(chains, limits.max_chains, monotonic() + limits.seconds)
    return Paths(best_first(kept), is_truncated=is_truncated)
