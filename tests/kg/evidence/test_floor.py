"""The floor keeps away what a question does not want to hear of, and counts it."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evidence import NO_FLOOR, ConceptTree, EvidenceClaim, EvidenceFloor, LeftOut, Scope, above_floor
from kg.terms import EG
from tests.collection import shipped_ontology
from tests.kg.links.made_claims import Claims, claim, collections, named, scope, study

OBSERVED, OPINION = named("claim-kind", "observed"), named("claim-kind", "opinion")

TREE = ConceptTree(
    classes={
        **dict.fromkeys(("social services", "municipal", "hospital"), frozenset({"Setting"})),
        **dict.fromkeys(("staff", "newcomers"), frozenset({"ActorGroup"})),
    },
    broader={"municipal": frozenset({"social services"}), "newcomers": frozenset({"staff"})},
)


def somewhere(name: str, *settings: str, groups: str = "", country: str = "SE") -> Scope:
    return Scope(name, frozenset({country}), frozenset(settings), frozenset(filter(None, [groups])))


def kept(claims: list[EvidenceClaim], **floor: object) -> str:
    """The names of the claims above the floor."""
    given_floor = {name: frozenset(value) if isinstance(value, list) else value for name, value in floor.items()}
    return "".join(each.claim for each in above_floor(claims, EvidenceFloor(**given_floor), TREE).claims)  # type: ignore[arg-type]


def test_without_a_floor_everything_is_heard() -> None:
    claims = [claim("a"), claim("b", kind="opinion"), claim("c", is_first_hand=False)]
    sifted = above_floor(claims, NO_FLOOR, TREE)
    assert (sifted.claims, sifted.left_out) == (claims, Counter())


def test_only_the_kinds_that_are_asked_for_are_heard() -> None:
    claims = [claim("a"), claim("b", kind="opinion"), claim("c", kind="plan")]
    assert kept(claims, kinds=[OBSERVED, OPINION]) == "ab"


def test_what_is_passed_on_can_be_left_out() -> None:
    assert kept([claim("a"), claim("b", is_first_hand=False)], first_hand_only=True) == "a"


def test_a_setting_includes_those_below_it_but_not_those_above() -> None:
    claims = [claim(name, scope=somewhere(name, name)) for name in ("municipal", "social services", "hospital")]
    assert kept(claims, contexts=["social services"]) == "municipalsocial services"
    assert kept(claims, contexts=["municipal"]) == "municipal"


def test_of_settings_one_must_fit_and_so_must_one_of_the_groups() -> None:
    claims = [
        claim("a", scope=somewhere("1", "municipal", groups="newcomers")),
        claim("b", scope=somewhere("2", "hospital", groups="newcomers")),
        claim("c", scope=somewhere("3", "municipal")),
    ]
    assert kept(claims, contexts=["municipal", "hospital"]) == "abc"
    assert kept(claims, contexts=["municipal", "hospital", "staff"]) == "ab"
    assert kept(claims, contexts=["municipal", "staff"]) == "a"


def test_a_context_is_named_by_itself_too() -> None:
    claims = [
        claim("a", scope=somewhere("an office", "municipal")),
        claim("b", scope=somewhere("another", "municipal")),
    ]
    assert kept(claims, contexts=["an office"]) == "a"
    assert kept(claims, contexts=["an office", "hospital"]) == ""


def test_only_the_countries_that_are_asked_for_are_heard() -> None:
    claims = [claim(country, scope=somewhere(country, country=country)) for country in ("SE", "GB", "ES")]
    assert kept(claims, countries=["SE", "ES"]) == "SEES"


def test_a_claim_without_a_context_has_those_of_its_studies() -> None:
    abroad, here = study("s", where=somewhere("1", country="GB")), study("t", where=somewhere("2"))
    assert kept([claim("a", -1, abroad, here)], countries=["SE"]) == "a"
    assert kept([claim("a", -1, here, scope=somewhere("3", country="GB"))], countries=["SE"]) == ""


def test_what_does_not_say_where_it_holds_fits_no_context() -> None:
    assert kept([claim("a"), claim("b", -1, study("s"))], countries=["SE"]) == ""


def test_one_context_must_fit_all_that_is_asked_for() -> None:
    both = claim("a", -1, study("s", where=somewhere("1", "hospital")), study("t", where=scope("GB", setting="x")))
    assert kept([both], contexts=["hospital"], countries=["GB"]) == ""


def test_what_stands_in_a_withdrawn_document_is_gone() -> None:
    claims = [claim("a", document="one"), claim("b", document="two"), claim("c", document=None)]
    assert kept(claims, without_documents=["one"]) == "bc"


def test_a_claim_of_several_studies_stays_with_those_that_are_left() -> None:
    both = claim("a", -1, study("s", lineage="l"), study("t", lineage="m"))
    (left,) = above_floor([both], EvidenceFloor(without_studies=frozenset({"s"})), TREE).claims
    assert ([basis.study for basis in left.bases], left.lineages) == (["t"], {"m"})
    assert kept([both], without_studies=["s", "t"]) == ""


def test_a_lineage_of_which_another_study_is_left_stays() -> None:
    both = claim("a", -1, study("s", lineage="l"), study("t", lineage="l"))
    (left,) = above_floor([both], EvidenceFloor(without_studies=frozenset({"s"})), TREE).claims
    assert left.lineages == {"l"}


def test_a_withdrawn_lineage_takes_its_studies_with_it() -> None:
    both = claim("a", -1, study("s", lineage="l"), study("t", lineage="m"))
    (left,) = above_floor([both], EvidenceFloor(without_lineages=frozenset({"l"})), TREE).claims
    assert ([basis.study for basis in left.bases], left.lineages) == (["t"], {"m"})
    assert kept([both, claim("b", lineages=frozenset({"l"}))], without_lineages=["l", "m"]) == ""


def test_a_claim_that_rests_on_no_study_stays_when_studies_are_withdrawn() -> None:
    assert kept([claim("a")], without_studies=["s"], without_lineages=["l"]) == "a"


def test_what_several_reasons_keep_away_counts_once_under_the_first() -> None:
    claims = [
        claim("a", kind="opinion", is_first_hand=False, document="gone"),
        claim("b", kind="opinion", is_first_hand=False),
        claim("c", is_first_hand=False),
        claim("d"),
        claim("e", scope=somewhere("1")),
    ]
    floor = EvidenceFloor(
        kinds=frozenset({OBSERVED}),
        countries=frozenset({"SE"}),
        first_hand_only=True,
        without_documents=frozenset({"gone"}),
    )
    sifted = above_floor(claims, floor, TREE)
    assert [each.claim for each in sifted.claims] == ["e"]
    assert sifted.left_out == dict.fromkeys((LeftOut.WITHDRAWN, LeftOut.KIND, LeftOut.SECOND_HAND, LeftOut.CONTEXT), 1)


def test_the_reasons_are_those_of_the_ontologys_list() -> None:
    listed = {code.name for code in shipped_ontology().codes[str(EG.LeftOutReason)]}
    assert {reason.value for reason in LeftOut} == listed


FLOORS = st.builds(
    EvidenceFloor,
    kinds=st.frozensets(st.sampled_from([OBSERVED, OPINION, named("claim-kind", "cited")]), max_size=2),
    countries=st.frozensets(st.sampled_from(["SE", "GB"]), max_size=1),
    first_hand_only=st.booleans(),
    without_documents=st.frozensets(st.sampled_from(["document 1", "document 2"]), max_size=1),
    without_studies=st.frozensets(st.sampled_from(["study 0", "study 1"]), max_size=2),
    without_lineages=st.frozensets(st.sampled_from("ab"), max_size=1),
)


@given(collections(), FLOORS)
def test_every_claim_is_either_kept_in_its_place_or_counted(claims: Claims, floor: EvidenceFloor) -> None:
    sifted = above_floor(claims, floor, TREE)
    assert len(sifted.claims) + sifted.left_out.total() == len(claims)
    names = [each.claim for each in sifted.claims]
    assert names == [each.claim for each in claims if each.claim in set(names)]


@given(collections(), FLOORS)
def test_nothing_withdrawn_is_left_in_what_is_kept(claims: Claims, floor: EvidenceFloor) -> None:
    for each in above_floor(claims, floor, TREE).claims:
        assert each.document not in floor.without_documents
        assert not each.studies & floor.without_studies
        assert not each.lineages & floor.without_lineages
        assert not floor.kinds or each.kind in floor.kinds
        assert each.is_first_hand or not floor.first_hand_only


@pytest.mark.parametrize("floor", [NO_FLOOR, EvidenceFloor(min_level=named("support-level", "u4"))])
def test_a_level_is_asked_of_links_not_of_claims(floor: EvidenceFloor) -> None:
    assert above_floor([claim("a")], floor, TREE).left_out == Counter()
