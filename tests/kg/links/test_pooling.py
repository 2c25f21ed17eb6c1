"""Claims on one pair of concepts become one link, whose sign follows well supported lineages and nothing else."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kg.evidence import EvidenceClaim
from kg.links import Role, pool
from kg.terms import SIGN_MIXED, SIGN_UNDIRECTED
from tests.kg.links.made_claims import by_pair, claim, collections, judging, named, only_link, study

DECREASES, INCREASES, UNKNOWN = (named("sign", name) for name in ("decreases", "increases", "unknown"))


def test_the_sign_that_most_lineages_support_is_the_links_sign() -> None:
    link = only_link(claim("a"), claim("b"), claim("c", 1))
    assert (link.sign, len(link.support), len(link.opposition)) == (DECREASES, 2, 1)
    assert link.roles == {"a": Role.SUPPORTS, "b": Role.SUPPORTS, "c": Role.DISPUTES}


def test_a_better_supported_direction_outranks_one_with_more_lineages() -> None:
    link = only_link(claim("a"), claim("b"), claim("c", 1, study("interviews")))
    assert (link.sign, len(link.support), len(link.opposition)) == (INCREASES, 1, 2)


def test_ten_claims_of_one_lineage_count_once_against_two_of_two() -> None:
    family = [claim(f"a{number}", lineages=frozenset({"family"})) for number in range(10)]
    link = only_link(*family, claim("b", 1), claim("c", 1))
    assert (link.sign, len(link.opposition)) == (INCREASES, 1)


def test_directions_that_are_equally_well_supported_make_a_mixed_link() -> None:
    link = only_link(claim("a"), claim("b", 1))
    assert (link.sign, link.factor) == (str(SIGN_MIXED), None)
    assert link.roles == {"a": Role.DISPUTES, "b": Role.SUPPORTS}


def test_a_lineage_that_lifts_no_level_does_not_break_a_tie() -> None:
    strong = [claim("a", -1, study("interviews")), claim("b", 1, study("other interviews"))]
    link = only_link(*strong, claim("poll without an answer count", -1))
    assert (link.sign, link.factor) == (str(SIGN_MIXED), None)


def test_opinions_stay_visible_beside_the_link_but_never_move_its_sign() -> None:
    opinions = [claim(f"opinion {number}", 1, kind="opinion") for number in range(5)]
    link = only_link(claim("a"), *opinions)
    assert (link.sign, len(link.support)) == (DECREASES, 1)
    assert link.roles["opinion 0"] is Role.ACCOMPANIES


def test_an_opinion_lends_no_direction_to_what_research_leaves_open() -> None:
    link = only_link(claim("a", None, sign=UNKNOWN), claim("opinion", -1, kind="opinion"))
    assert (link.sign, link.factor) == (UNKNOWN, None)


def test_where_only_opinions_speak_the_link_has_their_sign_and_no_lineage() -> None:
    link = only_link(claim("a", 1, kind="opinion"))
    assert (link.sign, link.support) == (INCREASES, ())


def test_a_study_that_found_no_difference_disputes_an_effect() -> None:
    link = only_link(claim("a"), claim("b"), claim("c", 0))
    assert link.roles["c"] is Role.DISPUTES


def test_what_is_stated_to_be_unknown_leaves_the_link_open() -> None:
    link = only_link(claim("a", None, sign=UNKNOWN))
    assert (link.sign, link.roles) == (UNKNOWN, {"a": Role.LEAVES_OPEN})


def test_without_a_direction_in_any_claim_the_link_has_none() -> None:
    link = only_link(claim("a", None, sign=UNKNOWN), claim("b", None))
    assert (link.sign, link.support) == (str(SIGN_UNDIRECTED), ())


def test_a_claim_on_what_buffers_an_effect_is_not_a_claim_of_the_effect() -> None:
    link = only_link(claim("a", 1), claim("buffer", -1, is_qualifying=True))
    assert (link.sign, link.roles["buffer"]) == (INCREASES, Role.QUALIFIES)


def test_a_buffer_of_an_effect_that_nobody_claims_makes_no_link() -> None:
    assert pool([claim("buffer", is_qualifying=True)], judging()) == []


def test_a_claim_whose_relation_makes_no_links_is_passed_over() -> None:
    assert pool([claim("purpose", is_pooled=False)], judging()) == []


@given(collections(), st.randoms())
def test_the_order_in_which_claims_are_read_changes_nothing(claims: tuple[EvidenceClaim, ...], chance: Random) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert pool(shuffled, judging()) == pool(claims, judging())


@given(collections())
def test_every_claim_is_on_the_link_of_its_pair_in_one_role(claims: tuple[EvidenceClaim, ...]) -> None:
    links = by_pair(claims)
    effects = {(each.start, each.end) for each in claims if not each.is_qualifying}
    assert set(links) == effects
    for pair, link in links.items():
        assert sorted(link.roles) == sorted(each.claim for each in claims if (each.start, each.end) == pair)


@given(collections())
def test_the_lineages_for_and_against_are_those_of_the_claims_in_that_role(claims: tuple[EvidenceClaim, ...]) -> None:
    for link in pool(claims, judging()):
        for role, side in ((Role.SUPPORTS, link.support), (Role.DISPUTES, link.opposition)):
            expected = {lineage for each in link.having(role) for lineage in each.lineages}
            assert {each.lineage for each in side} == expected
            assert [each.tier for each in side] == sorted((each.tier for each in side), reverse=True)
