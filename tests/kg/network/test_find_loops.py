"""Loops are every closed row of links with a direction, each once, with its polarity and its weakest link."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import LimitExceeded
from kg.evidence import LeftOut
from kg.links import Link
from kg.network import LoopQuestion, SearchLimits, breakers, find_loops
from tests.kg.network.made_links import by_pair, network, network_of, statements

SILENCE = network(("silence", "reports", 1, "x"), ("reports", "feedback", -1, "x"), ("feedback", "silence", -1, "xy"))


def test_a_loop_of_two_opposite_signs_reinforces() -> None:
    (loop,) = find_loops(SILENCE, LoopQuestion()).loops
    assert (loop.factor, loop.concepts) == (1, ("feedback", "silence", "reports", "feedback"))


def test_a_loop_is_told_from_the_concept_that_was_asked_for() -> None:
    (loop,) = find_loops(SILENCE, LoopQuestion(contains=(frozenset({"silence"}),))).loops
    assert loop.concepts[0] == "silence"


def test_a_loop_passes_one_concept_of_every_set_that_is_asked_for() -> None:
    found = find_loops(SILENCE, LoopQuestion(contains=(frozenset({"silence", "voice"}), frozenset({"turnover"}))))
    assert (found.loops, found.dropped) == ((), Counter({LeftOut.NOT_THROUGH: 1}))


def test_only_one_study_behind_every_link_saw_the_loop_whole() -> None:
    assembled = network(("a", "b", 1, "x"), ("b", "a", 1, "y"))
    assert [find_loops(each, LoopQuestion()).loops[0].is_assembled for each in (SILENCE, assembled)] == [False, True]


def test_loops_of_another_polarity_are_counted_but_not_shown() -> None:
    found = find_loops(SILENCE, LoopQuestion(factor=-1))
    assert (found.loops, found.dropped) == ((), Counter({LeftOut.OTHER_SIGN: 1}))


def test_a_loop_through_an_opinion_is_shown_only_when_asked_for() -> None:
    opinion = network(("a", "b", 1, ""), ("b", "a", -1, "x"))
    assert find_loops(opinion, LoopQuestion()).dropped == {LeftOut.NO_WEIGHT: 1}
    (loop,) = find_loops(opinion, LoopQuestion(include_unweighted=True)).loops
    assert (loop.factor, loop.weakest.pair) == (-1, ("a", "b"))


@pytest.mark.parametrize("length", [1, 9])
def test_lengths_that_no_search_takes_are_refused(length: int) -> None:
    with pytest.raises(LimitExceeded, match=f"maxLength is {length}; from 2 to 8 can be asked for"):
        find_loops(SILENCE, LoopQuestion(max_length=length))


def test_a_search_that_ends_at_its_limit_says_so_and_has_the_loops_of_the_best_level() -> None:
    concepts = "abcde"
    every = [(a, b, 1, "xy" if {a, b} <= set("de") else "x") for a in concepts for b in concepts if a != b]
    found = find_loops(network(*every), LoopQuestion(), SearchLimits(max_chains=3))
    assert (len(found.loops), found.is_truncated, found.is_out_of_time) == (3, True, False)
    assert found.loops[0].concepts == ("d", "e", "d")


def test_a_search_without_time_says_that_another_may_find_more() -> None:
    found = find_loops(SILENCE, LoopQuestion(), SearchLimits(seconds=-1))
    assert (found.loops, found.is_truncated, found.is_out_of_time) == ((), True, True)


CONCEPTS = "abcde"
QUESTIONS = st.builds(
    LoopQuestion,
    contains=st.lists(st.frozensets(st.sampled_from(CONCEPTS), min_size=1, max_size=2), max_size=2).map(tuple),
    max_length=st.integers(2, 6),
    factor=st.sampled_from([None, 1, -1]),
    min_rank=st.integers(0, 2),
    include_unweighted=st.booleans(),
)


@given(statements(CONCEPTS, 14), QUESTIONS)
def test_the_loops_are_those_that_trying_every_order_of_concepts_finds(
    stated: list[tuple[str, str, int | None, str]], question: LoopQuestion
) -> None:
    made = network(*stated)
    expected, all_loops = {}, 0
    for concepts in _orders(question.max_length):
        steps = list(zip(concepts, (*concepts[1:], concepts[0]), strict=True))
        links = [by_pair(made)[step] for step in steps if step in by_pair(made)]
        if len(links) == len(steps):
            all_loops += 1
            factor = prod(link.factor or 0 for link in links)
            if (
                all(link.rank >= question.min_rank for link in links)
                and (question.include_unweighted or all(link.support for link in links))
                and question.factor in (None, factor)
                and all(wanted & set(concepts) for wanted in question.contains)
            ):
                weakest = min((link.rank, not link.is_contested, len(link.support)) for link in links)
                expected[frozenset(steps)] = (factor, weakest)
    found = find_loops(made, question)
    assert {frozenset(loop.pairs): (loop.factor, _standing(loop.weakest)) for loop in found.loops} == expected
    assert len(found.loops) + sum(found.dropped.values()) == all_loops
    for loop in found.loops:
        wanted = question.contains[0] if question.contains else frozenset(CONCEPTS)
        assert loop.concepts[0] == min(wanted & set(loop.concepts))


@given(statements(CONCEPTS, 14), st.integers(1, 6))
def test_of_a_search_that_is_cut_short_no_loop_of_a_better_level_is_missing(
    stated: list[tuple[str, str, int | None, str]], most: int
) -> None:
    made, question = network(*stated), LoopQuestion(include_unweighted=True)
    every = find_loops(made, question).loops
    some = find_loops(made, question, SearchLimits(max_chains=most)).loops
    assert len(some) == min(most, len(every))
    assert [loop.weakest.rank for loop in some] == [loop.weakest.rank for loop in every[:most]]


@given(statements(CONCEPTS, 14))
def test_without_a_link_as_many_loops_are_gone_as_it_is_said_to_break(
    stated: list[tuple[str, str, int | None, str]],
) -> None:
    made, question = network(*stated), LoopQuestion(include_unweighted=True)
    loops = find_loops(made, question).loops
    found = breakers(loops)
    assert [each.loop_count for each in found] == sorted((each.loop_count for each in found), reverse=True)
    counts = {each.pair: each.loop_count for each in found}
    for pair in by_pair(made):
        rest = find_loops(network_of(link for link in made.links if link.pair != pair), question).loops
        assert counts.get(pair, 0) == len(loops) - len(rest)
    assert all(each.share == each.loop_count / len(loops) for each in found)


def _orders(most: int) -> list[tuple[str, ...]]:
    """Every row of concepts that begins with the least of them."""
    rows = [row for count in range(2, most + 1) for row in permutations(CONCEPTS, count)]
    return [row for row in rows if row[0] == min(row)]


def _standing(link: Link) -> tuple[int, bool, int]:
    return link.rank, not link.is_contested, len(link.support)
