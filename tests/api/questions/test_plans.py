"""`plans`: what the seeds plan and mean, that it is not what happened, and where it meets others' evidence."""

from __future__ import annotations

from typing import Any

from tests.collection import ask

VIEW = """{ concept { id } withoutOutcomeData interests documents { id } members { id } claims { kind relation }
    programmeTheory { to { id } objectPole sign weighedClaimCount claims { kind } inWords }
    meetsEvidence { from { id } to { id } sign level claims { kind document { id } } } sv: inWords(language: SV) }"""


def plans(arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask(f"{{ plans({arguments}) {{ nodes {VIEW} }} }}")["plans"]["nodes"]
    return found


def name(node: dict[str, Any]) -> str:
    return str(node["id"]).rsplit("/", 1)[-1]


def the_action_plan() -> dict[str, Any]:
    (found,) = plans('about: ["concept:city-of-stockholm-action-plan-2016"]')
    return found


def test_the_action_plan_aims_at_less_turnover_and_nothing_here_says_whether_it_got_there() -> None:
    plan = the_action_plan()
    poles = {name(each["to"]): each["objectPole"] for each in plan["programmeTheory"]}
    assert (poles["turnover"], poles["retention"]) == ("LESS", "MORE")
    assert plan["withoutOutcomeData"] is True
    assert {each["weighedClaimCount"] for each in plan["programmeTheory"]} == {0}
    assert "Inget vägt påstående i denna samling säger om det blir så." in plan["sv"]


def test_the_action_plan_is_told_by_governing_politicians() -> None:
    plan = the_action_plan()
    assert plan["interests"] == ["GOVERNING_POLITICIAN"]
    assert [name(each) for each in plan["documents"]] == ["socialsekreterarna-stanna-kvar-2016"]


def test_the_action_plan_meets_a_study_on_administrative_staff_that_another_document_passes_on() -> None:
    met = the_action_plan()["meetsEvidence"]
    assert {(name(link["from"]), name(link["to"]), link["sign"]) for link in met} == {
        ("administrative-staffing", "administrative-burden", "DECREASES"),
        ("administrative-staffing", "workload", "DECREASES"),
    }
    documents = {name(claim["document"]) for link in met for claim in link["claims"]}
    assert documents == {"en-utsatt-position-2022"}


def test_plans_can_be_told_from_purposes() -> None:
    every = plans("first: 100, planKinds: [PLAN]")
    assert {claim["kind"] for plan in every for claim in plan["claims"]} == {"PLAN"}
    purposes = {name(plan["concept"]) for plan in plans("first: 100")} - {name(plan["concept"]) for plan in every}
    assert "motivational-interviewing" in purposes


def test_only_those_without_outcome_data_are_left_when_asked_for() -> None:
    found = plans("first: 100, withoutOutcomeData: true")
    assert {plan["withoutOutcomeData"] for plan in found} == {True}
    assert "administrative-staffing" not in {name(plan["concept"]) for plan in found}
