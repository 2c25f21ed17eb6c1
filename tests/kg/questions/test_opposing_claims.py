"""Claims that speak against each other are found, and told apart by what separates their sides; nothing is averaged."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evidence import EvidenceClaim, EvidenceFloor, Scope
from kg.questions.contradictions import Contradiction, Difference, Opposition, Verdict, find_contradictions
from tests.made_evidence import FACTORS, code, made_claim, made_evidence

PAIR = ("support", "stress")


def contradictions(*claims: EvidenceClaim, verdicts: tuple[Verdict, ...] = ()) -> tuple[Contradiction, ...]:
    return find_contradictions(made_evidence(claims).whole, verdicts)


def only(*claims: EvidenceClaim, verdicts: tuple[Verdict, ...] = ()) -> Contradiction:
    (found,) = contradictions(*claims, verdicts=verdicts)
    return found


def scope(name: str, years: tuple[int | None, int | None] = (None, None), **more: frozenset[str]) -> Scope:
    return Scope(name, years=years, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("increases", "decreases", Opposition.OPPOSITE_SIGNS),
        ("decreases", "no-change", Opposition.EFFECT_AND_NO_DIFFERENCE),
        ("increases", "unknown", Opposition.EFFECT_AND_STATED_UNKNOWN),
    ],
)
def test_two_sides_of_one_pair_oppose_each_other(one: str, other: str, expected: Opposition) -> None:
    found = only(made_claim("a", PAIR, one), made_claim("b", PAIR, other))
    assert (found.opposition, found.differences, found.weighed_sides) == (expected, (Difference.GENUINE,), 2)


@pytest.mark.parametrize("other", ["undirected", "mixed", "increases"])
def test_what_states_no_other_direction_opposes_nothing(other: str) -> None:
    assert contradictions(made_claim("a", PAIR), made_claim("b", PAIR, other)) == ()


def test_an_opinion_is_a_side_but_not_a_weighed_one() -> None:
    assert only(made_claim("a", PAIR), made_claim("b", PAIR, "decreases", "opinion")).weighed_sides == 1


def test_what_changes_an_effect_is_no_side_of_it() -> None:
    assert contradictions(made_claim("a", PAIR), made_claim("b", PAIR, "decreases", relation="moderates")) == ()


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (scope("a", countries=frozenset({"SE"})), scope("b", countries=frozenset({"GB"})), (Difference.SCOPE,)),
        (scope("a", (2001, 2005)), scope("b", (2006, None)), (Difference.TIME,)),
        (scope("a", (2001, 2005)), scope("b", (2005, 2009)), (Difference.GENUINE,)),
        (scope("a", countries=frozenset({"SE"})), scope("b"), (Difference.GENUINE,)),
    ],
)
def test_a_setting_or_time_that_both_sides_state_may_set_them_apart(
    mine: Scope, theirs: Scope, expected: tuple[Difference, ...]
) -> None:
    found = only(made_claim("a", PAIR, scope=mine), made_claim("b", PAIR, "decreases", scope=theirs))
    assert found.differences == expected


def test_a_difference_that_only_some_claims_of_a_side_have_explains_nothing() -> None:
    here, there = (scope(name, countries=frozenset({name})) for name in ("SE", "GB"))
    found = only(
        made_claim("a", PAIR, scope=here),
        made_claim("b", PAIR, "decreases", scope=there),
        made_claim("c", PAIR, "decreases", scope=here),
    )
    assert found.differences == (Difference.GENUINE,)


def test_another_construct_measured_on_one_side_only_sets_the_sides_apart() -> None:
    flagged = frozenset({code("support-flag", "construct-mismatch")})
    one, other = made_claim("a", PAIR, flags=flagged), made_claim("b", PAIR, "decreases")
    assert only(one, other).differences == (Difference.CONSTRUCT,)
    both = made_claim("b", PAIR, "decreases", flags=flagged)
    assert only(one, both).differences == (Difference.GENUINE,)


def verdict(one: str, other: str, *differences: Difference) -> Verdict:
    return Verdict("v", frozenset(PAIR), frozenset({one}), frozenset({other}), frozenset(differences))


def test_what_a_reader_saw_on_the_same_sides_stands_by_the_contradiction() -> None:
    claims = made_claim("a", PAIR), made_claim("b", PAIR, "decreases")
    found = only(*claims, verdicts=(verdict("b", "a", Difference.MECHANISM),))
    assert (found.opposition, found.differences) == (Opposition.OPPOSITE_SIGNS, (Difference.MECHANISM,))


def test_what_a_reader_saw_across_pairs_is_a_contradiction_of_its_own() -> None:
    claims = made_claim("a", PAIR), made_claim("b", ("fear", "voice"))
    found = only(*claims, verdicts=(verdict("a", "b", Difference.MECHANISM),))
    assert (found.opposition, found.concepts, found.link) == (Opposition.SEEN_BY_READER, ("stress", "support"), None)


def test_a_verdict_whose_side_the_question_does_not_hear_is_not_told() -> None:
    claims = made_claim("a", PAIR), made_claim("b", ("fear", "voice"), kind="opinion")
    observed = EvidenceFloor(kinds=frozenset({code("claim-kind", "observed")}))
    seen = (verdict("a", "b", Difference.MECHANISM),)
    assert find_contradictions(made_evidence(claims).assess(observed), seen) == ()


def test_weighed_sides_come_first_and_about_narrows() -> None:
    claims = [
        made_claim("a", ("a", "z")),
        made_claim("b", ("a", "z"), "decreases", "opinion"),
        made_claim("c", ("b", "z")),
        made_claim("d", ("b", "z"), "decreases"),
    ]
    assert [found.concepts[0] for found in contradictions(*claims)] == ["b", "a"]
    narrowed = find_contradictions(made_evidence(claims).whole, about=frozenset({"a"}))
    assert [found.concepts for found in narrowed] == [("a", "z")]
    assert find_contradictions(made_evidence(claims).whole, about=frozenset()) == ()


@given(
    st.lists(
        st.builds(
            made_claim,
            name=st.uuids().map(str),
            pair=st.tuples(st.sampled_from("ab"), st.sampled_from("yz")),
            sign=st.sampled_from(sorted(FACTORS)),
            kind=st.sampled_from(["observed", "opinion"]),
            relation=st.sampled_from(["affects", "requires", "moderates"]),
        ),
        max_size=10,
    )
)
def test_the_contradictions_are_those_that_comparing_all_claims_two_by_two_finds(claims: list[EvidenceClaim]) -> None:
    kinds = {
        frozenset({"increases", "decreases"}): Opposition.OPPOSITE_SIGNS,
        frozenset({"increases", "no-change"}): Opposition.EFFECT_AND_NO_DIFFERENCE,
        frozenset({"decreases", "no-change"}): Opposition.EFFECT_AND_NO_DIFFERENCE,
        frozenset({"increases", "unknown"}): Opposition.EFFECT_AND_STATED_UNKNOWN,
        frozenset({"decreases", "unknown"}): Opposition.EFFECT_AND_STATED_UNKNOWN,
    }
    expected: set[tuple[Opposition, frozenset[str]]] = set()
    for one, other in product([claim for claim in claims if claim.relation == code("relation", "affects")], repeat=2):
        signs = frozenset(each.sign.rsplit("/", 1)[-1] for each in (one, other))
        if (one.start, one.end) == (other.start, other.end) and signs in kinds:
            expected.add((kinds[signs], frozenset({one.claim, other.claim})))
    found = {
        (each.opposition, frozenset({one.claim, other.claim}))
        for each in contradictions(*claims)
        for one, other in product(each.one_side, each.other_side)
    }
    assert found == expected
