"""Stakes, lay voices, dimensions and risk factors are shown beside the evidence and move nothing in it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kg.evidence import EvidenceClaim
from kg.questions.coverage import Match, cover, dimensions_of
from kg.questions.figures import Figure, figures_above_floor
from kg.questions.interests import Party, interested_parties
from kg.questions.mechanisms import lay_kinds, shared_mechanisms
from kg.questions.particulars import Particulars
from kg.questions.risk import Gap, RiskFactor, risk_factors
from kg.terms import EG, ROLE_DEMAND
from tests.collection import shipped_ontology
from tests.made_evidence import code, made_claim, made_evidence

COPSOQ = code("coverage-scheme", "copsoq-iii")
STRESS = code("copsoq", "stress")


# ---- Lay voices


def directions(*claims: EvidenceClaim) -> list[bool | None]:
    evidence = made_evidence(claims).whole
    return [each.is_same_direction for each in shared_mechanisms(evidence, lay_kinds(evidence))]


def test_comments_and_opinions_are_the_lay_views() -> None:
    assert lay_kinds(made_evidence([]).whole) == {code("claim-kind", "comment"), code("claim-kind", "opinion")}


def test_a_pair_of_research_alone_or_of_voices_alone_is_not_shared() -> None:
    assert directions(made_claim("a", ("workload", "stress"))) == []
    assert directions(made_claim("a", ("workload", "stress"), kind="comment")) == []


def test_voices_agree_only_where_all_of_them_do() -> None:
    research = made_claim("a", ("workload", "stress"))
    same = made_claim("b", ("workload", "stress"), kind="comment")
    other = made_claim("c", ("workload", "stress"), kind="opinion", sign="decreases")
    vague = made_claim("d", ("workload", "stress"), kind="opinion", sign="undirected")
    assert directions(research, same) == [True]
    assert directions(research, same, other) == [False]
    assert directions(research, vague) == [None]


@given(st.lists(st.sampled_from(["increases", "decreases", "no-change", "undirected"]), max_size=6))
def test_no_number_of_voices_changes_the_link_that_they_stand_beside(signs: list[str]) -> None:
    research = made_claim("a", ("workload", "stress"))
    voices = [made_claim(f"v{n}", ("workload", "stress"), kind="comment", sign=sign) for n, sign in enumerate(signs)]
    alone, beside = (made_evidence([research, *more]).whole.all_links[0] for more in ([], voices))
    assert (alone.sign, alone.level, alone.support) == (beside.sign, beside.level, beside.support)


# ---- Stakes


def test_a_party_without_a_stake_is_not_shown_and_one_with_a_stake_shows_all_it_says() -> None:
    union = Party("union", interests=frozenset({"interest"}))
    evidence = made_evidence(
        [made_claim("a", ("pay", "turnover")), made_claim("b", ("pay", "stress"), kind="opinion")]
    ).whole
    stated = {"a": Particulars(agents=frozenset({"union", "scholar"})), "b": Particulars(agents=frozenset({"union"}))}
    found = interested_parties(evidence, {"union": union, "scholar": Party("scholar")}, stated)
    assert [(each.party.iri, [claim.claim for claim in each.claims]) for each in found] == [("union", ["a", "b"])]


# ---- Figures


def test_a_figure_lacks_what_its_reader_noted_and_any_of_the_wanted_gaps_is_enough() -> None:
    evidence = made_evidence([made_claim("a", ("workload", "stress"))]).whole
    figures = [Figure("f1", "a", gaps=frozenset({"date"})), Figure("f2", "a"), Figure("f3", "nowhere")]
    assert [each.figure.figure for each in figures_above_floor(figures, evidence, {})] == ["f1", "f2"]
    lacking = figures_above_floor(figures, evidence, {}, lacking=frozenset({"date", "margin"}))
    assert [each.figure.figure for each in lacking] == ["f1"]


def test_of_several_studies_no_sample_size_is_the_figures() -> None:
    assert Figure("f", "a", study_sizes=frozenset({346})).sample_size == 346
    assert Figure("f", "a", study_sizes=frozenset({346, 12})).sample_size is None


# ---- Coverage


def covered(*claims: EvidenceClaim, broader: dict[str, list[str]] | None = None) -> Any:
    return cover(COPSOQ, made_evidence(claims, broader=broader).whole, [Match("stress", STRESS)], {})


def test_a_dimension_is_empty_until_a_claim_is_on_a_concept_that_matches_it() -> None:
    def empty(*claims: EvidenceClaim) -> bool:
        return next(not each.claims for each in covered(*claims).dimensions if each.dimension == STRESS)

    assert empty(made_claim("a", ("workload", "turnover")))
    assert not empty(made_claim("a", ("workload", "stress"), kind="opinion"))


def test_a_narrower_concept_does_not_cover_the_dimension_but_is_not_without_one_either() -> None:
    found = covered(made_claim("a", ("strain", "turnover")), broader={"strain": ["stress"]})
    assert next(each.claims for each in found.dimensions if each.dimension == STRESS) == ()
    assert found.unmatched == ("turnover",)


def test_the_dimensions_are_those_of_the_ontologys_list() -> None:
    ontology = shipped_ontology()
    assert len(dimensions_of(COPSOQ, ontology)) == 27
    roles = [code.iri for code in ontology.codes[str(EG.JobDemandsResourcesRole)]]
    assert dimensions_of(code("coverage-scheme", "jd-r"), ontology) == roles


# ---- Risk assessment


def factor(*claims: EvidenceClaim) -> RiskFactor:
    found = risk_factors(
        ROLE_DEMAND,
        made_evidence(claims).whole,
        [Match("workload", ROLE_DEMAND)],
        {},
        frozenset({"stress"}),
        frozenset({"mentoring"}),
    )
    assert len(found) == 1
    return found[0]


def test_a_factor_that_only_voices_speak_of_has_no_weighed_claim_and_no_outcome() -> None:
    found = factor(made_claim("a", ("workload", "stress"), kind="opinion"))
    assert found.gaps == (Gap.NO_WEIGHED_CLAIM, Gap.NO_OUTCOME, Gap.NO_MEASURE)


def test_one_lineage_at_second_hand_is_two_gaps() -> None:
    found = factor(made_claim("a", ("workload", "stress"), is_first_hand=False))
    assert found.gaps == (Gap.ONE_LINEAGE, Gap.SECOND_HAND, Gap.NO_MEASURE)


def test_two_lineages_and_a_measure_leave_no_gap() -> None:
    claims = [made_claim(name, ("workload", "stress")) for name in "ab"]
    assert factor(*claims, made_claim("c", ("mentoring", "workload"), sign="decreases")).gaps == ()


def test_a_measure_is_not_said_to_lack_measures() -> None:
    matches = [Match("mentoring", ROLE_DEMAND)]
    claims = [made_claim(name, ("mentoring", "stress"), sign="decreases") for name in "ab"]
    sets = frozenset({"stress"}), frozenset({"mentoring"})
    (found,) = risk_factors(ROLE_DEMAND, made_evidence(claims).whole, matches, {}, *sets)
    assert found.gaps == ()


def test_a_contested_link_and_what_is_said_to_be_unknown_are_gaps() -> None:
    claims = [made_claim(name, ("workload", "stress")) for name in "ab"]
    assert Gap.CONTESTED in factor(*claims, made_claim("c", ("workload", "stress"), sign="decreases")).gaps
    assert Gap.STATED_UNKNOWN in factor(*claims, made_claim("c", ("workload", "stress"), sign="unknown")).gaps


def test_a_factor_of_which_nothing_is_said_is_not_listed() -> None:
    evidence = made_evidence([made_claim("a", ("change", "stress"))]).whole
    assert risk_factors(ROLE_DEMAND, evidence, [Match("workload", ROLE_DEMAND)], {}, frozenset(), frozenset()) == ()
