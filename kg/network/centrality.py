"""Where concepts stand in a network between what can be changed and outcomes. It measures what was read and linked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from time import monotonic

import networkx as nx

from kg.network.paths import SearchLimits, check_hops
from kg.network.projection import Network


class Measure(Enum):
    """How concepts are compared. The value is the name of the measure in the ontology's list."""

    REACHED_OUTCOMES = "reached-outcomes"
    CHANGEABLE_FACTORS = "changeable-factors"
    PASSAGE_SHARE = "passage-share"
    INCOMING = "incoming"
    OUTGOING = "outgoing"


@dataclass(frozen=True)
class Centrality:
    """One concept. reached_outcomes: how many outcomes its chains reach. changeable_factors: how many factors have
    chains to it. passage_share: of the pairs of a factor and an outcome that it reaches, the share whose shortest
    chains pass the concept on their way, each pair divided evenly among its shortest chains. incoming, outgoing: how
    many links lead to it and from it."""

    concept: str
    reached_outcomes: int
    changeable_factors: int
    passage_share: float
    incoming: int
    outgoing: int

    def by(self, measure: Measure) -> float:
        """Its value of the measure."""
        return {
            Measure.REACHED_OUTCOMES: self.reached_outcomes,
            Measure.CHANGEABLE_FACTORS: self.changeable_factors,
            Measure.PASSAGE_SHARE: self.passage_share,
            Measure.INCOMING: self.incoming,
            Measure.OUTGOING: self.outgoing,
        }[measure]


@dataclass(frozen=True)
class Centralities:
    """concepts: one of each concept of the network, by IRI. is_truncated: whether time ended it before all was seen;
    counts and shares are then of what was seen."""

    concepts: tuple[Centrality, ...]
    is_truncated: bool = False


def centralities(
    network: Network,
    factors: Collection[str],
    outcomes: Collection[str],
    *,
    max_hops: int = 4,
    limits: SearchLimits | None = None,
) -> Centralities:
    """All measures of every concept of the network.

    factors: what can be changed. max_hops: links of the longest chain that counts. A concept does not count as its own
    factor or outcome. Raises LimitExceeded where max_hops is not between 1 and the limit.
    """
    limits = limits or SearchLimits()
    check_hops("maxHops", max_hops, limits.max_hops)
    end = monotonic() + limits.seconds
    graph = network.graph
    starts, ends = (sorted(frozenset(each) & frozenset(graph)) for each in (factors, outcomes))
    reached, missed_ends = _reached(graph.reverse(copy=False), ends, max_hops, end)
    reaching, missed_starts = _reached(graph, starts, max_hops, end)
    passage, missed_passage = _passage(graph, starts, frozenset(ends), max_hops, end)
    found = (
        Centrality(
            concept,
            reached[concept],
            reaching[concept],
            passage.get(concept, 0.0),
            graph.in_degree(concept),
            graph.out_degree(concept),
        )
        for concept in sorted(graph)
    )
    return Centralities(tuple(found), missed_ends or missed_starts or missed_passage)


def _reached(graph: nx.DiGraph[str], sources: Collection[str], max_hops: int, end: float) -> tuple[Counter[str], bool]:
    """How many of the sources have a chain to each concept, and whether time ended the counting."""
    found: Counter[str] = Counter()
    for source in sources:
        if monotonic() > end:
            return found, True
        near = nx.single_source_shortest_path_length(graph, source, cutoff=max_hops)
        found.update(concept for concept in near if concept != source)
    return found, False


def _passage(
    graph: nx.DiGraph[str], starts: Collection[str], ends: frozenset[str], max_hops: int, end: float
) -> tuple[dict[str, float], bool]:
    """The share of connected pairs that pass each concept, and whether time ended the counting."""
    passed: dict[str, float] = defaultdict(float)
    pairs = 0
    for start in starts:
        if monotonic() > end:
            return _shares(passed, pairs), True
        near = nx.single_source_shortest_path_length(graph, start, cutoff=max_hops)
        reached = [concept for concept in near if concept in ends and concept != start]
        pairs += len(reached)
        if reached:
            through = nx.betweenness_centrality_subset(graph.subgraph(near), [start], reached, normalized=False)
            for concept, share in through.items():
                passed[concept] += share
    return _shares(passed, pairs), False


def _shares(passed: Mapping[str, float], pairs: int) -> dict[str, float]:
    return {concept: value / pairs for concept, value in passed.items()}
