"""Feedback loops: rows of links that lead back to where they began, best first, within stated limits.

The search is not networkx's `simple_cycles`: bounded, that looks for cycles around each link with no notion of how far
the way back is, and takes some 15 s on 1,000 concepts and 4,000 links where this takes a fifth of one. It searches from
one concept after the other, never goes where the way back is too long, and then leaves that concept out. What networkx
has for it, strongly connected components and the network itself, is used. `tests/bench/finding_loops.py` compares them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import networkx as nx

from kg.evidence import LeftOut
from kg.network.budget import Budget
from kg.network.chains import Chain, best_first
from kg.network.paths import SearchLimits, check_hops, distances
from kg.network.projection import Network

LONGEST_LOOP = 8
"""How many links a loop that is asked for may have."""


@dataclass(frozen=True)
class LoopQuestion:
    """Which loops are asked for.

    contains: sets of concepts; a loop passes at least one of each. max_length: links of the longest. factor: 1 for
    reinforcing loops only, -1 for balancing ones. min_rank: the lowest rank of every link. include_unweighted: also
    follow links that no weighed claim supports.
    """

    contains: tuple[frozenset[str], ...] = ()
    max_length: int = 6
    factor: int | None = None
    min_rank: int = 0
    include_unweighted: bool = False


@dataclass(frozen=True)
class Loops:
    """loops: closed chains, best first; each once, from the first concept of `contains`, else from that of least IRI.

    dropped: why → how many loops were not what was asked for; one with several reasons counts under the first of the
    order of `LeftOut`. is_truncated: whether a limit ended the search, or the counting, before all were seen; then no
    loop is missing whose weakest link is of a better level than that of any loop here. is_out_of_time: whether that
    limit was the time.
    """

    loops: tuple[Chain, ...] = ()
    dropped: Counter[LeftOut] = field(default_factory=Counter)
    is_truncated: bool = False
    is_out_of_time: bool = False


@dataclass(frozen=True)
class Breaker:
    """A link, and how many of the loops go through it: so many are broken without it."""

    pair: tuple[str, str]
    loop_count: int
    share: float


def find_loops(network: Network, question: LoopQuestion, limits: SearchLimits | None = None) -> Loops:
    """The loops that are asked for. A loop has at least two concepts and passes none twice.

    network: holds unweighted links too, so that what is dropped for them can be counted. Raises LimitExceeded where
    max_length is not between 2 and `LONGEST_LOOP`.
    """
    limits = limits or SearchLimits()
    check_hops("maxLength", question.max_length, LONGEST_LOOP, least=2)
    first, second = (Budget(limits.max_chains, seconds) for seconds in (limits.seconds / 2, limits.seconds))
    seen, is_whole = _first_seen(network, question, first)
    reasons = [_reason(loop, question) for loop in seen]
    if is_whole:
        kept = [loop for loop, reason in zip(seen, reasons, strict=True) if reason is None]
    else:
        kept = _best_levels(network, question, second)
    return Loops(
        best_first([_turned(loop, question.contains) for loop in kept]),
        Counter(reason for reason in reasons if reason is not None),
        is_truncated=not is_whole,
        is_out_of_time=first.is_out_of_time or (not is_whole and second.is_out_of_time),
    )


def breakers(loops: Sequence[Chain]) -> list[Breaker]:
    """The links that the loops go through, those that break most first, then by their concepts."""
    counts = Counter(pair for loop in loops for pair in loop.pairs)
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return [Breaker(pair, count, count / len(loops)) for pair, count in ranked]


def _first_seen(network: Network, question: LoopQuestion, budget: Budget) -> tuple[list[Chain], bool]:
    """All loops of the length, whether or not they are asked for; and whether these are all."""
    found: list[Chain] = []
    for concepts in _cycles(network.followed(include_unweighted=True), question.max_length):
        if budget.is_spent(len(found)):
            return found, False
        found.append(_loop(network, concepts))
    return found, True


def _best_levels(network: Network, question: LoopQuestion, budget: Budget) -> list[Chain]:
    """The loops that are asked for as far as the budget goes: first those whose links are all of the best level."""
    found: list[Chain] = []
    starts = min(question.contains, key=len, default=None)
    for rank in sorted({link.rank for link in network.links if link.rank >= question.min_rank}, reverse=True):
        graph = network.followed(rank, include_unweighted=question.include_unweighted)
        for concepts in _cycles(graph, question.max_length, starts):
            if budget.is_spent(len(found)):
                return found
            loop = _loop(network, concepts)
            if loop.weakest.rank == rank and _reason(loop, question) is None:
                found.append(loop)
    return found


def _reason(loop: Chain, question: LoopQuestion) -> LeftOut | None:
    """Why a loop is not what was asked for."""
    if not question.include_unweighted and not all(link.support for link in loop.links):
        return LeftOut.NO_WEIGHT
    if loop.weakest.rank < question.min_rank:
        return LeftOut.BELOW_LEVEL
    if question.factor is not None and loop.factor != question.factor:
        return LeftOut.OTHER_SIGN
    concepts = frozenset(loop.concepts)
    return None if all(concepts & wanted for wanted in question.contains) else LeftOut.NOT_THROUGH


def _loop(network: Network, concepts: Sequence[str]) -> Chain:
    return Chain(tuple(network.link(*pair) for pair in pairwise((*concepts, concepts[0]))))


def _turned(loop: Chain, contains: Sequence[frozenset[str]]) -> Chain:
    starts = [link.start for link in loop.links]
    first = starts.index(min(each for each in starts if not contains or each in contains[0]))
    return Chain((*loop.links[first:], *loop.links[:first]))


def _cycles(graph: nx.DiGraph[str], most: int, starts: Iterable[str] | None = None) -> Iterator[list[str]]:
    """The concepts of every loop of at most so many links, each loop once. starts: only loops through one of these."""
    for component in sorted(nx.strongly_connected_components(graph), key=min):
        rest: nx.DiGraph[str] = nx.DiGraph(sorted(graph.subgraph(component).edges))
        for start in sorted(component if starts is None else component.intersection(starts)):
            if start in rest:
                home = distances(rest.reverse(copy=False), [start], most - 1)
                yield from _ways_back(rest, [start], home, most)
                rest.remove_node(start)


def _ways_back(graph: nx.DiGraph[str], path: list[str], home: dict[str, int], most: int) -> Iterator[list[str]]:
    """The loops that begin with the path. home: how many links each concept is from the first of the path."""
    for after in graph.adj[path[-1]]:
        if after == path[0] and len(path) > 1:
            yield path
        elif after not in path and len(path) + home.get(after, most) <= most:
            yield from _ways_back(graph, [*path, after], home, most)
