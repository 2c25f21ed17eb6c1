"""A compared concept shows each claim where it belongs, and names what nothing is said of."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.evidence import EvidenceClaim
from kg.questions.comparison import ConceptView, outcome_classes, view_concept
from kg.questions.particulars import Particulars
from tests.collection import shipped_ontology
from tests.made_evidence import code, made_claim, made_evidence

OUTCOMES = {"stress": "WorkEnvironmentOutcome", "turnover": "StaffingOutcome", "trust": "ClientOutcome"}
CLIENTS, STAFF = code("evidence-question", "client-effect"), code("evidence-question", "staff-effect")


def view(*claims: EvidenceClaim, narrower: bool = False, **stated: Particulars) -> ConceptView:
    evidence = made_evidence(claims, classes={"method": "Method", **OUTCOMES}, broader={"part": ["method"]}).whole
    return view_concept("method", evidence, stated, narrower=narrower)


def status(name: str) -> EvidenceClaim:
    return made_claim(name, ("method", "called"), kind="description", relation="has-evidence-status", sign="undirected")


def names(claims: tuple[EvidenceClaim, ...]) -> list[str]:
    return [claim.claim for claim in claims]


def test_a_whole_shows_its_parts_and_what_it_consists_in_but_not_what_it_is_part_of() -> None:
    found = view(
        made_claim("a", ("part", "method"), relation="is-part-of"),
        made_claim("b", ("method", "empathy"), relation="consists-in"),
        made_claim("c", ("method", "programme"), relation="is-part-of"),
    )
    assert names(found.parts) == ["a", "b"]


def test_a_purpose_belongs_to_the_one_who_has_it() -> None:
    found = view(
        made_claim("a", ("method", "trust"), relation="has-purpose"),
        made_claim("b", ("training", "method"), relation="has-purpose"),
    )
    assert names(found.purposes) == ["a"]


def test_a_status_holds_for_its_question_and_sense_only_and_the_other_question_is_named_as_not_stated() -> None:
    strict, loose = code("evidence-sense", "strict"), code("evidence-sense", "systematised")
    found = view(
        status("a"),
        status("b"),
        status("c"),
        a=Particulars(question=CLIENTS, sense=loose),
        b=Particulars(question=CLIENTS, sense=strict),
        c=Particulars(question=CLIENTS, sense=strict),
    )
    assert [(each.sense, names(each.claims)) for each in found.statuses] == [(strict, ["b", "c"]), (loose, ["a"])]
    assert found.not_stated == (STAFF,)


def test_a_status_whose_question_is_not_said_answers_neither_question() -> None:
    found = view(status("a"), a=Particulars(question=code("evidence-question", "not-stated")))
    assert found.not_stated == (CLIENTS, STAFF)


def test_use_as_meant_and_as_practised_are_kept_apart() -> None:
    prescribed, actual = code("use-mode", "prescribed"), code("use-mode", "actual")
    claims = [made_claim(name, ("method", "office"), relation="is-used-in") for name in "abc"]
    found = view(*claims, a=Particulars(use_mode=prescribed), b=Particulars(use_mode=actual))
    assert (names(found.prescribed), names(found.actual)) == (["a"], ["b"])


def test_an_outcome_is_silent_until_any_claim_ties_it_to_the_concept() -> None:
    found = view(
        made_claim("a", ("method", "stress"), kind="opinion"),
        made_claim("b", ("turnover", "method")),
        made_claim("c", ("workload", "trust")),
    )
    assert [each.outcomes for each in found.silences] == [("trust",)]


def test_what_changes_an_effect_on_an_outcome_is_said_of_it() -> None:
    moderating = made_claim("a", ("workload", "stress"), relation="moderates", is_qualifying=True)
    found = view(moderating, a=Particulars(subject="method"))
    assert "stress" not in {outcome for each in found.silences for outcome in each.outcomes}


def test_what_is_said_of_a_narrower_concept_counts_only_when_asked_for() -> None:
    claims = [made_claim("a", ("part", "stress")), made_claim("b", ("part", "method"), relation="is-part-of")]
    assert view(*claims).links_out == ()
    assert [link.pair for link in view(*claims, narrower=True).links_out] == [("part", "stress")]


def test_stated_unknown_and_plans_are_shown_as_such() -> None:
    found = view(
        made_claim("a", ("method", "stress"), sign="unknown", kind="observed"),
        made_claim("b", ("method", "turnover"), sign="decreases", kind="plan"),
    )
    assert (names(found.unknown), names(found.plans)) == (["a"], ["b"])


@given(st.lists(st.sampled_from(["method", "stress", "turnover", "trust", "part"]), min_size=2, max_size=8))
def test_every_outcome_is_either_tied_to_the_concept_or_named_as_silent(ends: list[str]) -> None:
    pairs = [(start, end) for start, end in pairwise(ends) if start != end]
    found = view(*(made_claim(f"{n}", (start, end)) for n, (start, end) in enumerate(pairs)))
    tied = {each for pair in pairs if "method" in pair for each in pair}
    silent = [outcome for each in found.silences for outcome in each.outcomes]
    assert sorted(silent) == sorted(OUTCOMES.keys() - tied)


def test_the_classes_of_outcomes_are_those_of_the_ontology() -> None:
    named = {iri.rsplit("#", 1)[-1] for iri in outcome_classes(shipped_ontology())}
    assert named == {"WorkEnvironmentOutcome", "StaffingOutcome", "ServiceOutcome", "ClientOutcome"}
