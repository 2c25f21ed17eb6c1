"""Signed chains of links from some concepts to others, best first, within stated limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from time import monotonic

import networkx as nx

from kg.errors import LimitExceeded
from kg.evidence import LeftOut
from kg.network.chains import Chain, best_first
from kg.network.projection import Network


@dataclass(frozen=True)
class SearchLimits:
    """max_hops: the longest chain, in links. max_chains: where a search stops. seconds: the time that it may take."""

    max_hops: int = 6
    max_chains: int = 10_000
    seconds: float = 5.0


@dataclass(frozen=True)
class PathQuestion:
    """Which chains are asked for.

    starts, ends: concepts. max_hops: links of the longest. factor: 1 or -1 for chains of that sign only. min_rank: the
    lowest rank of every link. include_unweighted: also follow links that no weighed claim supports. through: concepts
    all of which a chain passes. avoiding: concepts none of which it touches.
    """

    starts: frozenset[str]
    ends: frozenset[str]
    max_hops: int = 4
    factor: int | None = None
    min_rank: int = 0
    include_unweighted: bool = False
    through: frozenset[str] = frozenset()
    avoiding: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Paths:
    """chains: best first. dropped: why → how many candidates were not what was asked for; a candidate with several
    reasons counts under the first. is_truncated: whether a limit ended the search, or the
    counting of candidates, before all were seen."""

    chains: tuple[Chain, ...]
    dropped: Counter[LeftOut] = field(default_factory=Counter)
    is_truncated: bool = False


def find_paths(network: Network, question: PathQuestion, limits: SearchLimits | None = None) -> Paths:
    """The chains that are asked for. A chain passes no concept twice.

    network: holds unweighted links too, so that what is dropped for them can be counted. Concepts without links have no
    chains. Raises LimitExceeded where max_hops is not between 1 and the limit.
    """
    limits = limits or SearchLimits()
    check_hops("maxHops", question.max_hops, limits.max_hops)
    end = monotonic() + limits.seconds
    kept, missed_kept = _kept(network, question, limits.max_chains, end)
    candidates, missed_others = bounded(_chains(network.graph, question), limits.max_chains, end)
    reasons = (_reason(chain, question) for chain in candidates)
    return Paths(
        best_first(kept),
        Counter(reason for reason in reasons if reason is not None),
        missed_kept or missed_others,
    )


def check_hops(argument: str, hops: int, most: int, least: int = 1) -> None:
    """Raises LimitExceeded where a length that is asked for is not between the least and the most."""
    if not least <= hops <= most:
        raise LimitExceeded(
            f"{argument} is {hops}; from {least} to {most} can be asked for", remedy="give a number in that range"
        )


def _kept(network: Network, question: PathQuestion, most: int, end: float) -> tuple[list[Chain], bool]:
    """The chains that are asked for, level by level from the highest, so that where the number ends the search no
    chain of a higher level is missing; and whether number or time ended it before the last."""
    found: list[Chain] = []
    ranks = {link.rank for link in network.links if link.rank >= question.min_rank}
    for rank in sorted(ranks, reverse=True):
        for chain in _chains(_usable(network, question, rank), question):
            if len(found) >= most or monotonic() > end:
                return found, True
            if chain.weakest.rank == rank and _reason(chain, question) is None:
                found.append(chain)
    return found, False


def _usable(network: Network, question: PathQuestion, min_rank: int) -> nx.DiGraph[str]:
    """What chains may follow whose every link has at least the rank."""

    def is_followed(start: str, end: str) -> bool:
        link = network.link(start, end)
        return link.rank >= min_rank and (question.include_unweighted or bool(link.support))

    usable: nx.DiGraph[str] = nx.subgraph_view(
        network.graph, filter_node=lambda concept: concept not in question.avoiding, filter_edge=is_followed
    )
    return usable


def _reason(chain: Chain, question: PathQuestion) -> LeftOut | None:
    """Why a candidate is not what was asked for."""
    concepts = frozenset(chain.concepts)
    if not question.include_unweighted and not all(link.support for link in chain.links):
        return LeftOut.NO_WEIGHT
    if chain.weakest.rank < question.min_rank:
        return LeftOut.BELOW_LEVEL
    if question.factor is not None and chain.factor != question.factor:
        return LeftOut.OTHER_SIGN
    if concepts & question.avoiding:
        return LeftOut.AVOIDED
    return None if question.through <= concepts else LeftOut.NOT_THROUGH


def _chains(graph: nx.DiGraph[str], question: PathQuestion) -> Iterator[Chain]:
    ends = question.ends & frozenset(graph)
    near = within_reach(graph, question.starts & frozenset(graph), ends, question.max_hops)
    for start in sorted(question.starts & frozenset(near)):
        targets = (ends & frozenset(near)) - {start}
        for concepts in nx.all_simple_paths(near, start, targets, cutoff=question.max_hops):
            yield Chain(tuple(near.edges[pair]["link"] for pair in pairwise(concepts)))


def within_reach(
    graph: nx.DiGraph[str], starts: frozenset[str], ends: frozenset[str], max_hops: int
) -> nx.DiGraph[str]:
    """The concepts that some walk of at most max_hops can pass, so that no time goes into dead ends."""
    ahead = distances(graph, starts, max_hops)
    behind = distances(graph.reverse(copy=False), ends, max_hops)
    near: nx.DiGraph[str] = nx.DiGraph(
        graph.subgraph(node for node in ahead if node in behind and ahead[node] + behind[node] <= max_hops)
    )
    return near


def distances(graph: nx.DiGraph[str], starts: Iterable[str], most: int) -> dict[str, int]:
    """How many links each concept is from the nearest of some others, where that is at most so many."""
    found: dict[str, int] = {}
    level = [start for start in starts if start in graph]
    for distance in range(most + 1):
        level = [node for node in dict.fromkeys(level) if node not in found]
        found.update(dict.fromkeys(level, distance))
        level = [after for node in level for after in graph.successors(node)]
    return found


def bounded(chains: Iterator[Chain], most: int, end: float) -> tuple[list[Chain], bool]:
    """At most so many of the chains, and whether that many or the time (of `monotonic`) ended it before the last."""
    found: list[Chain] = []
    for chain in chains:
        if len(found) >= most or monotonic() > end:
            return found, True
        found.append(chain)
    return found, False
