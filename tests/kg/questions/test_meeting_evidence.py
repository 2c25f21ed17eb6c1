"""What a plan is meant to lead to is never taken for what it led to, and only independent evidence meets it."""

from __future__ import annotations

from kg.evidence import EvidenceClaim
from kg.questions.interests import Party
from kg.questions.particulars import Particulars
from kg.questions.plans import PlanView, view_plans
from tests.made_evidence import code, made_claim, made_evidence

OWN = frozenset({"lineage of the city"})
PARTIES = {"plan": Party("plan", is_document=True, lineages=OWN)}
LESS = Particulars(object_pole=code("pole", "less"))


def aim(name: str = "aim", start: str = "plan-a", end: str = "turnover") -> EvidenceClaim:
    return made_claim(
        name, (start, end), kind="plan", relation="has-purpose", sign="not-applicable", document="plan", lineages=OWN
    )


def part(name: str, of: str) -> EvidenceClaim:
    return made_claim("part-" + name, (name, of), kind="description", relation="is-part-of", sign="not-applicable")


def only_view(*claims: EvidenceClaim) -> PlanView:
    views = view_plans(made_evidence(claims).whole, {"aim": LESS}, PARTIES, about=frozenset({"plan-a"}))
    assert len(views) == 1
    return views[0]


def test_an_aim_without_weighed_claims_is_without_outcome_data() -> None:
    view = only_view(aim(), made_claim("opinion", ("plan-a", "turnover"), sign="decreases", kind="opinion"))
    (effect,) = view.theory
    assert (effect.end, effect.pole, effect.weighed) == ("turnover", code("pole", "less"), ())
    assert view.is_without_outcome_data is True


def test_a_weighed_claim_on_the_pair_is_outcome_data_whatever_it_says() -> None:
    view = only_view(aim(), made_claim("found", ("plan-a", "turnover"), sign="increases"))
    assert [claim.claim for claim in view.theory[0].weighed] == ["found"]
    assert view.is_without_outcome_data is False


def test_a_stated_purpose_of_a_weighed_kind_is_still_no_outcome_data() -> None:
    observed = made_claim(
        "seen", ("plan-a", "turnover"), kind="observed", relation="has-purpose", sign="not-applicable"
    )
    assert only_view(observed).is_without_outcome_data is True


def test_a_plan_that_states_no_aim_neither_has_nor_lacks_outcome_data() -> None:
    assert only_view(made_claim("a", ("plan-a", "office"), kind="plan", relation="is-used-in")).theory == ()
    assert (
        only_view(made_claim("a", ("plan-a", "office"), kind="plan", relation="is-used-in")).is_without_outcome_data
        is None
    )


def test_evidence_on_a_part_of_the_plan_meets_it() -> None:
    view = only_view(aim(), part("mentoring", "plan-a"), made_claim("x", ("mentoring", "turnover"), sign="decreases"))
    assert [link.pair for link in view.evidence] == [("mentoring", "turnover")]


def test_what_only_those_who_plan_have_found_meets_nothing() -> None:
    own = made_claim("x", ("plan-a", "turnover"), sign="decreases", lineages=OWN)
    assert only_view(aim(), own).evidence == ()


def test_what_only_voices_without_weight_say_meets_nothing() -> None:
    assert only_view(aim(), made_claim("x", ("plan-a", "turnover"), sign="decreases", kind="opinion")).evidence == ()


def test_evidence_against_the_plan_meets_it_as_well() -> None:
    claims = [
        made_claim(name, ("plan-a", "turnover"), sign=sign) for name, sign in (("x", "increases"), ("y", "decreases"))
    ]
    assert [link.pair for link in only_view(aim(), *claims).evidence] == [("plan-a", "turnover")]
