"""Each measure of where a concept stands is what naive counting over all chains gives."""

from __future__ import annotations

from itertools import pairwise, permutations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import LimitExceeded
from kg.network import Network, SearchLimits, centralities

CONCEPTS = "abcdef"
FACTORS, OUTCOMES = frozenset("ab"), frozenset("ef")


def network(*pairs: str) -> Network:
    return Network(nx.DiGraph([(start, end) for start, end in pairs]))


def test_a_concept_that_every_shortest_chain_passes_has_the_whole_passage() -> None:
    found = {each.concept: each for each in centralities(network("ac", "bc", "ce"), FACTORS, OUTCOMES).concepts}
    assert (found["c"].passage_share, found["a"].passage_share, found["e"].passage_share) == (1.0, 0.0, 0.0)
    assert (found["c"].changeable_factors, found["c"].reached_outcomes) == (2, 1)
    assert (found["c"].incoming, found["c"].outgoing) == (2, 1)


def test_two_equally_short_chains_share_the_passage() -> None:
    found = {each.concept: each for each in centralities(network("ac", "ad", "ce", "de"), FACTORS, OUTCOMES).concepts}
    assert (found["c"].passage_share, found["d"].passage_share) == (0.5, 0.5)


def test_an_outcome_does_not_count_as_one_that_it_reaches_itself() -> None:
    (found,) = (each for each in centralities(network("ef", "fe"), FACTORS, OUTCOMES).concepts if each.concept == "e")
    assert found.reached_outcomes == 1


@pytest.mark.parametrize("hops", [0, 7])
def test_longer_chains_than_the_limit_are_refused(hops: int) -> None:
    with pytest.raises(LimitExceeded):
        centralities(network("ae"), FACTORS, OUTCOMES, max_hops=hops)


def test_without_time_it_says_that_it_is_not_the_whole() -> None:
    assert centralities(network("ae"), FACTORS, OUTCOMES, limits=SearchLimits(seconds=-1)).is_truncated


@given(st.sets(st.sampled_from([f"{a}{b}" for a, b in permutations(CONCEPTS, 2)]), max_size=14), st.integers(1, 4))
def test_every_measure_equals_naive_counting(pairs: set[str], max_hops: int) -> None:
    chains: dict[tuple[str, str], list[str]] = {}
    for count in range(2, max_hops + 2):
        for order in permutations(CONCEPTS, count):
            if all("".join(pair) in pairs for pair in pairwise(order)):
                chains.setdefault((order[0], order[-1]), []).append("".join(order))
    connected = [pair for pair in chains if pair[0] in FACTORS and pair[1] in OUTCOMES]
    for each in centralities(network(*pairs), FACTORS, OUTCOMES, max_hops=max_hops).concepts:
        assert each.reached_outcomes == sum((each.concept, outcome) in chains for outcome in OUTCOMES)
        assert each.changeable_factors == sum((factor, each.concept) in chains for factor in FACTORS)
        assert each.incoming == sum(pair[1] == each.concept for pair in pairs)
        assert each.outgoing == sum(pair[0] == each.concept for pair in pairs)
        passed = 0.0
        for pair in connected:
            shortest = [chain for chain in chains[pair] if len(chain) == min(map(len, chains[pair]))]
            passed += sum(each.concept in chain[1:-1] for chain in shortest) / len(shortest)
        assert each.passage_share == pytest.approx(passed / len(connected) if connected else 0.0)
