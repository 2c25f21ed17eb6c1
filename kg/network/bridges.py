"""Why nothing leads from some concepts to others, and which single links, if they were found, would connect most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from heapq import nsmallest
from itertools import product
from typing import TypeAlias

import networkx as nx

from kg.evidence import ConceptTree
from kg.links import Link, Role
from kg.network.budget import Budget
from kg.network.paths import PathQuestion, SearchLimits, check_hops, distances
from kg.network.projection import Network

MOST_PROPOSALS = 100
_MOST_CANDIDATES = 1_000_000

_Profile: TypeAlias = tuple[tuple[int, int], ...]
"""For a concept that is reached: the places of the starts that reach it, each with the number of links."""

_Masks: TypeAlias = tuple[int, ...]
"""For a concept that leads on: the ends within 0, 1, … links of it, as bits."""


@dataclass(frozen=True)
class Hypotheses:
    """What is known of pairs that no usable link is on. linkable: the concepts that may be an end of a directed link.

    claims: pair → its claims that may yet turn out right; links: pair → its link, where there is one. tree: concepts;
    of two that one is above the other no link is proposed unless a claim is on them.
    """

    linkable: frozenset[str]
    tree: ConceptTree
    claims: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    links: Mapping[tuple[str, str], Link] = field(default_factory=dict)


@dataclass(frozen=True)
class Proposal:
    """A link that is not there. new_pair_count: how many pairs of a start and an end have no chain of the length now
    and would have one with it. hop_count: links of the shortest of those chains. claims: those on the pair already."""

    pair: tuple[str, str]
    new_pair_count: int
    hop_count: int
    claims: tuple[str, ...]
    link: Link | None


@dataclass(frozen=True)
class Bridges:
    """reached, leading: concept → how many links it is from the nearest start, or to the nearest end; starts and ends
    themselves are not counted. pair_count: pairs of a start and another end; open_pair_count: those that have no chain
    of the length. longer: where no pair has one, links of the shortest chain that is longer, None where there is none.
    proposals: best first.
    is_truncated: whether a limit ended the search before every possible link was weighed; is_out_of_time: whether that
    limit was the time. Pairs and ends are then those of the starts and ends that were seen.
    """

    reached: Mapping[str, int]
    leading: Mapping[str, int]
    pair_count: int
    open_pair_count: int
    longer: int | None
    proposals: tuple[Proposal, ...]
    is_truncated: bool = False
    is_out_of_time: bool = False


def find_bridges(
    network: Network, question: PathQuestion, hypotheses: Hypotheses, limits: SearchLimits | None = None
) -> Bridges:
    """What is between the starts and the ends, and which links would connect them. At most `MOST_PROPOSALS`.

    Of the question its sign, `through` and `avoiding` are not looked at. Proposals that connect most pairs come first,
    then those that make the shortest chain, then pairs that claims are on already, then by the concepts' labels.
    Raises LimitExceeded where max_hops is not between 1 and the limit.
    """
    limits = limits or SearchLimits()
    check_hops("maxHops", question.max_hops, limits.max_hops)
    graph = network.followed(question.min_rank, include_unweighted=question.include_unweighted)
    search = _Search(graph, question, hypotheses, Budget(_MOST_CANDIDATES, limits.seconds))
    proposals = tuple(search.best())
    backwards = graph.reverse()
    pair_count = sum(start != end for start, end in product(search.starts, search.ends))
    open_pair_count = sum(each.bit_count() for each in search.open)
    return Bridges(
        reached=_beyond(distances(graph, question.starts, question.max_hops), question.starts),
        leading=_beyond(distances(backwards, question.ends, question.max_hops), question.ends),
        pair_count=pair_count,
        open_pair_count=open_pair_count,
        longer=search.shortest() if pair_count == open_pair_count else None,
        proposals=proposals,
        is_truncated=search.is_truncated,
        is_out_of_time=search.budget.is_out_of_time,
    )


def loosened(links: Iterable[Link]) -> Network:
    """All links of which one may think that a chain goes on along them: of any level, without weight and without a
    known direction, but not those where no difference was found. One of which it is only said that the two go together
    can be followed either way."""
    found: dict[tuple[str, str], Link] = {}
    turned: dict[tuple[str, str], Link] = {}
    for link in links:
        if link.factor != 0:
            found[link.pair] = link
            if is_symmetric(link):
                turned[link.end, link.start] = replace(link, start=link.end, end=link.start)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((*pair, {"link": link}) for pair, link in (turned | found).items())
    return Network(graph)


def is_symmetric(link: Link) -> bool:
    """Whether all its claims only say that the two go together, not what acts on what."""
    return all(claim.is_symmetric for claim in link.claims if link.roles[claim.claim] is not Role.QUALIFIES)


@dataclass
class _Search:
    """One search for proposals. Sets of ends are kept as bits of whole numbers: pairs are counted by the million."""

    graph: nx.DiGraph[str]
    question: PathQuestion
    hypotheses: Hypotheses
    budget: Budget
    is_truncated: bool = False

    @cached_property
    def starts(self) -> list[str]:
        """Those from which it was seen what they reach."""
        return sorted(self.question.starts)[: len(self.ahead)]

    @cached_property
    def ends(self) -> list[str]:
        return sorted(self.question.ends)

    @cached_property
    def ahead(self) -> list[dict[str, int]]:
        """For each start, how many links each concept is from it."""
        return [
            {each: 0} | distances(self.graph, [each], self.question.max_hops)
            for each in self._in_time(sorted(self.question.starts))
        ]

    @cached_property
    def open(self) -> list[int]:
        """For each start, the ends that no chain leads to."""
        every = sum(1 << place for place in range(len(self.ends)))
        place_of = {end: place for place, end in enumerate(self.ends)}
        return [
            every - sum(1 << place_of[each] for each in place_of.keys() & (ahead.keys() | {start}))
            for start, ahead in zip(self.starts, self.ahead, strict=True)
        ]

    def best(self) -> list[Proposal]:
        ranked = nsmallest(MOST_PROPOSALS, self._candidates())
        return [
            Proposal(
                (start, end),
                -negative_count,
                hops,
                self.hypotheses.claims.get((start, end), ()),
                self.hypotheses.links.get((start, end)),
            )
            for negative_count, hops, *_, start, end in ranked
        ]

    def _candidates(self) -> Iterator[tuple[int, int, bool, int, int, str, str]]:
        """Every link that would connect something, as its rank and its pair."""
        before, after = self._by_profile(), self._by_masks()
        place_of = {each: place for place, each in enumerate(self.hypotheses.tree.in_order(self.hypotheses.linkable))}
        looked_at = 0
        for (profile, firsts), (masks, lasts) in product(before, after):
            if self.budget.is_spent(looked_at):
                self.is_truncated = True
                return
            looked_at += len(firsts) * len(lasts)
            count, hops = self._gain(profile, masks)
            for pair in product(firsts, lasts) if count else ():
                if self._is_possible(*pair):
                    is_new = pair not in self.hypotheses.claims
                    yield -count, hops, is_new, place_of[pair[0]], place_of[pair[1]], *pair

    def _gain(self, profile: _Profile, masks: _Masks) -> tuple[int, int]:
        """How many pairs a link connects, and the links of the shortest chain."""
        count, shortest = 0, self.question.max_hops
        for place, distance in profile:
            connected = self.open[place] & masks[-1 - distance]
            if connected:
                count += connected.bit_count()
                onward = next(more for more, mask in enumerate(masks) if mask & connected)
                shortest = min(shortest, distance + 1 + onward)
        return count, shortest

    def _is_possible(self, start: str, end: str) -> bool:
        """Whether the two are apart, or somebody already says something of them as of two."""
        tree = self.hypotheses.tree
        return (start, end) in self.hypotheses.claims or end not in tree.within(start) | tree.around(start)

    def _by_profile(self) -> Sequence[tuple[_Profile, list[str]]]:
        """The concepts that a link may start at, by what reaches them; first those that most starts reach."""
        reached: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, ahead in enumerate(self.ahead):
            for concept, distance in ahead.items() if self.open[place] else ():
                if distance < self.question.max_hops and concept in self.hypotheses.linkable:
                    reached[concept].append((place, distance))
        grouped: dict[_Profile, list[str]] = defaultdict(list)
        for concept, profile in sorted(reached.items()):
            grouped[tuple(profile)].append(concept)
        return sorted(grouped.items(), key=lambda each: -len(each[0]))

    def _by_masks(self) -> Sequence[tuple[_Masks, list[str]]]:
        """The concepts that a link may lead to, by the ends beyond them; first those that lead to most ends."""
        backwards, most = self.graph.reverse(), self.question.max_hops - 1
        masks: dict[str, list[int]] = defaultdict(lambda: [0] * (most + 1))
        for place, end in enumerate(self._in_time(self.ends)):
            for concept, distance in ({end: 0} | distances(backwards, [end], most)).items():
                if concept in self.hypotheses.linkable:
                    for more in range(distance, most + 1):
                        masks[concept][more] |= 1 << place
        grouped: dict[_Masks, list[str]] = defaultdict(list)
        for concept, found in sorted(masks.items()):
            grouped[tuple(found)].append(concept)
        return sorted(grouped.items(), key=lambda each: -each[0][-1].bit_count())

    def shortest(self) -> int | None:
        """The links of the shortest chain from a start to another concept that is an end, of any length."""
        found = [
            distance
            for start in self._in_time(self.starts)
            for end, distance in distances(self.graph, [start], self.graph.number_of_nodes()).items()
            if end in self.question.ends and end != start
        ]
        return min(found, default=None)

    def _in_time(self, concepts: Iterable[str]) -> Iterator[str]:
        """The concepts, as many as there is time for."""
        for each in concepts:
            if self.budget.is_spent(0):
                self.is_truncated = True
                return
            yield each


def _beyond(found: Mapping[str, int], known: frozenset[str]) -> dict[str, int]:
    return {concept: distance for concept, distance in found.items() if concept not in known}
