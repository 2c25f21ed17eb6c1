"""Levers gather every chain from a factor to an outcome, and count as independent only what has nothing in common."""

from __future__ import annotations

from itertools import pairwise, permutations
from math import prod

from hypothesis import given
from hypothesis import strategies as st

from kg.evidence import EvidenceClaim
from kg.network import PathQuestion
from kg.questions import Levers, changeable_concepts, leverage, outcome_concepts
from tests.kg.questions.made_collections import COLLECTIONS, CONCEPTS, claim, evidence

FACTORS = ("factor", "measure")


def levers(claims: list[EvidenceClaim], max_hops: int = 4, outcome: str = "stress") -> Levers:
    assessed = evidence(claims).whole
    starts = changeable_concepts(assessed.evidence)
    return leverage(assessed, PathQuestion(starts, frozenset({outcome}), max_hops=max_hops))


def test_what_an_employer_can_change_is_what_the_ontology_says_and_not_the_content_of_the_task() -> None:
    made = evidence([])
    assert changeable_concepts(made) == set(FACTORS)
    assert outcome_concepts(made) == {"stress", "turnover"}


def test_a_factor_whose_chains_differ_in_sign_has_none_of_the_two() -> None:
    claims = [claim("a", "measure", "stress"), claim("b", "measure", "task"), claim("c", "task", "stress", -1)]
    (lever,) = levers(claims).found
    assert (lever.sign_factor, len(lever.chains), lever.shortest_hop_count) == (None, 2, 1)


def test_a_factor_that_only_makes_it_worse_is_told_too() -> None:
    (lever,) = levers([claim("a", "factor", "stress", 1)]).found
    assert (lever.factor, lever.sign_factor) == ("factor", 1)


def test_chains_of_one_lineage_are_not_independent_though_they_share_no_link() -> None:
    same = [claim("a", "measure", "stress"), claim("b", "measure", "task"), claim("c", "task", "stress")]
    other = [
        same[0],
        claim("b", "measure", "task", studies=("s4",)),
        claim("c", "task", "stress", studies=("s4",)),
    ]
    assert [len(levers(each).found[0].independent) for each in (same, other)] == [1, 2]


def test_the_best_supported_lever_comes_first_and_of_equals_the_one_with_more_independent_chains() -> None:
    claims = [
        claim("a", "factor", "stress"),
        claim("b", "measure", "stress"),
        claim("c", "measure", "task", studies=("s4",)),
        claim("d", "task", "stress", studies=("s4",)),
    ]
    assert [lever.factor for lever in levers(claims).found] == ["measure", "factor"]
    better = [*claims, claim("e", "factor", "stress", studies=("s5",))]
    assert [lever.factor for lever in levers(better).found] == ["factor", "measure"]


@given(COLLECTIONS, st.integers(1, 4))
def test_the_levers_are_those_that_trying_every_order_of_concepts_finds(
    claims: list[EvidenceClaim], max_hops: int
) -> None:
    network = evidence(claims).whole.network
    expected: dict[str, list[int]] = {}
    for factor in FACTORS:
        others = [each for each in CONCEPTS if each not in (factor, "stress")]
        for count in range(max_hops):
            for middle in permutations(others, count):
                order = (factor, *middle, "stress")
                steps = list(pairwise(order))
                if all(network.graph.has_edge(*step) for step in steps):
                    expected.setdefault(factor, []).append(prod(network.link(*step).factor or 0 for step in steps))
    found = levers(claims, max_hops).found
    assert {lever.factor: len(lever.chains) for lever in found} == {key: len(each) for key, each in expected.items()}
    for lever in found:
        signs = set(expected[lever.factor])
        assert lever.sign_factor == (signs.pop() if len(signs) == 1 else None)
        assert lever.best.weakest.rank == max(chain.weakest.rank for chain in lever.chains)


@given(COLLECTIONS)
def test_independent_chains_share_nothing_and_every_other_chain_shares_something_with_a_better_one(
    claims: list[EvidenceClaim],
) -> None:
    for lever in levers(claims).found:
        taken: list[frozenset[object]] = []
        for chain in lever.chains:
            parts = frozenset(chain.pairs) | {
                lineage for link in chain.links for support in link.support for lineage in [support.lineage]
            }
            is_apart = all(not parts & other for other in taken)
            assert (chain in lever.independent) == is_apart
            if is_apart:
                taken.append(parts)
