"""Evidence above a floor and by other rules: what it amounts to, what is hidden, and how many labels change."""

from __future__ import annotations

from collections import Counter
from functools import cache
from gc import collect
from itertools import count
from weakref import ref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evidence import EvidenceFloor, LeftOut, above_floor
from kg.links import Requirement, SupportRules, pool
from kg.questions import Evidence
from kg.terms import BASE
from tests.collection import shipped_collection, shipped_ontology
from tests.kg.links.made_claims import Claims, claim, collections, judging, named, rules, study

SIGNS = {1: named("sign", "increases"), -1: named("sign", "decreases"), 0: named("sign", "no-change")}
U1, U2 = named("support-level", "u1"), named("support-level", "u2")


def evidence(*claims: object) -> Evidence:
    return Evidence(shipped_ontology(), claims, judging(), SIGNS)  # type: ignore[arg-type]


def test_without_a_floor_nothing_is_hidden_and_no_label_changes() -> None:
    whole = evidence(claim("a", -1, study("s")), claim("purpose", is_pooled=False)).whole
    assert (whole.hidden, whole.changed_levels, whole.min_rank) == (Counter(), 0, 0)
    assert [each.claim for each in whole.claims] == ["a", "purpose"]
    assert list(whole.links) == [("support", "stress")]


def test_links_below_the_level_that_is_asked_for_are_hidden_and_counted() -> None:
    claims = [claim("a", -1, study("s")), claim("b", 1, study("t", "poll"), end="turnover")]
    above = evidence(*claims).assess(EvidenceFloor(min_level=U1))
    assert list(above.links) == [("support", "stress")]
    assert len(above.all_links) == 2
    assert above.hidden == {LeftOut.BELOW_LEVEL: 1}


def test_hidden_claims_are_counted_beside_hidden_links() -> None:
    claims = [claim("a", -1, study("s"), is_first_hand=False), claim("b", 1)]
    above = evidence(*claims).assess(EvidenceFloor(min_level=U1, first_hand_only=True))
    assert above.hidden == {LeftOut.SECOND_HAND: 1, LeftOut.BELOW_LEVEL: 1}
    assert above.links == {}


def test_the_network_holds_the_links_of_the_level_and_the_wide_one_all_with_a_direction() -> None:
    claims = [
        claim("a", -1, study("s")),
        claim("b", 1, study("t", "poll"), end="turnover"),
        claim("c", 1, kind="opinion", end="quality"),
        claim("d", 0, study("u"), end="sleep"),
    ]
    above = evidence(*claims).assess(EvidenceFloor(min_level=U1))
    assert set(above.network.graph.edges) == {("support", "stress")}
    assert set(above.wide_network.graph.edges) == {("support", each) for each in ("stress", "turnover", "quality")}


def test_a_link_has_the_identifier_that_the_store_has() -> None:
    (link,) = evidence(claim("a", start=BASE + "concept/support", end=BASE + "concept/stress")).whole.all_links
    assert evidence().whole.iri(link) == BASE + "link/support--stress"


def test_other_rules_tell_how_many_labels_they_change() -> None:
    polled = [claim("a", -1, study("s", "poll")), claim("b", -1, study("t"), end="turnover")]
    lenient = rules().changed(tiers={named("study-design", "poll"): 1})
    changed = evidence(*polled).assess(rules=lenient)
    assert changed.changed_levels == 1
    assert {link.end: link.rank for link in changed.all_links} == {"stress": 1, "turnover": 1}


def test_a_label_that_becomes_contested_is_changed_too() -> None:
    for_and_against = [claim("a", -1, study("s")), claim("b", 1, study("t", "poll"))]
    lenient = rules().changed(tiers={named("study-design", "poll"): 2})
    assert evidence(*for_and_against).whole.all_links[0].is_contested
    assert evidence(*for_and_against).assess(rules=lenient).changed_levels == 0


def test_the_labels_that_change_are_those_above_the_floor() -> None:
    polled = [claim("a", -1, study("s", "poll")), claim("b", -1, study("t", "poll"), end="turnover", document="other")]
    lenient = rules().changed(tiers={named("study-design", "poll"): 1})
    floor = EvidenceFloor(without_documents=frozenset({"other"}))
    assert evidence(*polled).assess(floor, lenient).changed_levels == 1


OTHER_RULES = st.builds(
    lambda tier, down, count: rules().changed(
        tiers={named("study-design", "poll"): tier},
        tiers_down={named("support-flag", "second-hand"): down},
        levels={U2: (Requirement(count, 1),)},
    ),
    st.integers(0, 4),
    st.integers(0, 2),
    st.integers(1, 3),
)


@given(collections(), OTHER_RULES, st.booleans())
def test_the_number_of_changed_labels_is_what_comparing_label_by_label_gives(
    claims: Claims, other: SupportRules, is_first_hand_only: bool
) -> None:
    floor = EvidenceFloor(first_hand_only=is_first_hand_only)
    heard = above_floor(claims, floor, judging().tree).claims
    usual, changed = (
        {link.pair: (link.level, link.is_contested) for link in found}
        for found in (pool(heard, judging()), evidence(*claims).assess(floor, other).all_links)
    )
    assert usual.keys() == changed.keys()
    expected = sum(usual[pair] != changed[pair] for pair in usual)
    assert evidence(*claims).assess(floor, other).changed_levels == expected


@cache
def shipped() -> Evidence:
    return shipped_collection().evidence


def test_the_shipped_evidence_is_all_claims_on_two_concepts() -> None:
    assert len(shipped().claims) == shipped_collection().count("Claim") > 600
    assert shipped().signs == SIGNS
    assert len(shipped().whole.all_links) == shipped_collection().count("Link")


def test_what_is_assessed_is_remembered_for_floor_and_rules() -> None:
    collection, floor = shipped_collection(), EvidenceFloor(first_hand_only=True)
    assert collection.assessed() is shipped().whole
    assert collection.assessed(floor) is collection.assessed(EvidenceFloor(first_hand_only=True))
    changed = rules().changed(tiers={named("study-design", "poll"): 1})
    assert collection.assessed(floor) is not collection.assessed(floor, changed)


def test_an_answer_is_found_once_for_the_evidence_that_it_is_found_in() -> None:
    collection, floor = shipped_collection(), EvidenceFloor(countries=frozenset({"GB"}))
    found = count(1)
    answers = [
        collection.answer(collection.assessed(each), "once", lambda: next(found), lambda _: True)
        for each in (None, floor, None, floor)
    ]
    assert answers == [1, 2, 1, 2]


def test_an_answer_that_is_found_in_part_is_found_anew() -> None:
    collection, found = shipped_collection(), count(1)
    answers = [
        collection.answer(collection.assessed(), "in part", lambda: next(found), lambda each: each > 1)
        for _ in range(3)
    ]
    assert answers == [1, 2, 2]


def test_only_the_answers_and_floors_asked_for_last_are_kept() -> None:
    collection, found = shipped_collection(), count(1)
    floor = EvidenceFloor(countries=frozenset({"DK"}))
    kept = ref(collection.assessed(floor))
    for number in range(50):
        collection.answer(collection.assessed(), ("many", number), lambda: next(found), lambda _: True)
        collection.assessed(EvidenceFloor(countries=frozenset({f"country {number}"})))
    assert collection.answer(collection.assessed(), ("many", 49), lambda: next(found), lambda _: True) == 50
    assert collection.answer(collection.assessed(), ("many", 0), lambda: next(found), lambda _: True) == 51
    collect()
    assert kept() is None


@pytest.mark.parametrize("lineage", ["kim-stoner", "score-naslund-thedvall"])
def test_without_a_lineage_no_link_of_the_shipped_collection_is_higher(lineage: str) -> None:
    floor = EvidenceFloor(without_lineages=frozenset({f"{BASE}lineage/{lineage}"}))
    left = shipped().assess(floor)
    before = shipped().whole.links
    assert all(link.rank <= before[link.pair].rank for link in left.all_links)
    assert any(link.rank < before[link.pair].rank for link in left.all_links) or len(left.all_links) < len(before)
    assert left.hidden[LeftOut.WITHDRAWN] > 0
