"""`interests`, `coverageOf`, `sharedMechanisms` and `riskAssessment` on the shipped collection."""

from __future__ import annotations

from typing import Any

from tests.collection import ask


def name(node: dict[str, Any]) -> str:
    return str(node["id"]).rsplit("/", 1)[-1]


# ---- interests


def test_whoever_has_a_stake_shows_as_many_claims_as_are_stored() -> None:
    stored = ask("{ agents(first: 100) { nodes { id claims { totalCount } interests } } }")["agents"]["nodes"]
    expected = {
        each["id"]: each["claims"]["totalCount"]
        for each in stored
        if each["interests"] != ["NONE_SEEN"] and each["claims"]["totalCount"]
    }
    found = ask("{ interests(first: 100) { nodes { agent { id } claimCount weighedClaimCount } } }")["interests"][
        "nodes"
    ]
    assert {each["agent"]["id"]: each["claimCount"] for each in found if each["agent"]} == expected


def test_documents_have_stakes_of_their_own() -> None:
    found = ask("{ interests(interests: [GOVERNING_POLITICIAN]) { nodes { agent { id } document { id } inWords } } }")
    (party,) = found["interests"]["nodes"]
    assert (party["agent"], name(party["document"])) == (None, "socialsekreterarna-stanna-kvar-2016")
    assert party["inWords"].endswith("Intresset visas men ändrar ingen vikt.")


def test_a_stake_can_be_asked_for_on_one_concept() -> None:
    question = '{ interests(about: ["concept:six-hour-day"]) { nodes { claims { subject { id } object { id } } } } }'
    for party in ask(question)["interests"]["nodes"]:
        for claim in party["claims"]:
            assert "six-hour-day" in {name(claim["subject"]), name(claim["object"])}


# ---- coverageOf


def coverage(scheme: str, arguments: str = "") -> dict[str, Any]:
    question = f"""{{ coverageOf(scheme: {scheme}{arguments}) {{ coveredCount emptyCount unmatched {{ id }}
        dimensions {{ label reference {{ id }} role concepts {{ id }} relatedConcepts {{ id }}
        claimCount weighedClaimCount linkCount level isEmpty inWords }} }} }}"""
    found: dict[str, Any] = ask(question)["coverageOf"]
    return found


def test_two_of_copsoqs_dimensions_are_empty_here() -> None:
    found = coverage("COPSOQ_III")
    empty = {name(each["reference"]) for each in found["dimensions"] if each["isEmpty"]}
    assert (found["coveredCount"], found["emptyCount"]) == (25, 2)
    assert empty == {"job-satisfaction", "control-over-working-time"}
    assert [each["label"] for each in found["dimensions"]] == sorted(each["label"] for each in found["dimensions"])


def test_turnover_sick_leave_and_moral_conflict_have_no_copsoq_dimension() -> None:
    unmatched = {name(each) for each in coverage("COPSOQ_III")["unmatched"]}
    assert {"turnover", "sickness-absence", "moral-conflict", "client-trust"} <= unmatched
    assert not unmatched & {"workload", "stress", "caseload"}


def test_the_roles_of_the_model_come_in_its_own_order() -> None:
    found = coverage("JD_R")
    assert [each["role"] for each in found["dimensions"]] == ["DEMAND", "RESOURCE", "STRAIN", "MOTIVATION"]
    assert {each["reference"] for each in found["dimensions"]} == {None}


def test_what_the_floor_hides_leaves_dimensions_empty() -> None:
    assert coverage("COPSOQ_III", ", kinds: [NORM]")["emptyCount"] > 2


# ---- sharedMechanisms


def test_voice_and_blaming_is_told_by_research_and_by_a_reader_and_not_the_same_way() -> None:
    question = """{ sharedMechanisms(layKinds: [COMMENT]) { nodes { from { id } to { id } sameDirection
        link { lineageCount } weighedClaims { kind } layClaims { kind } inWords } } }"""
    (shared,) = ask(question)["sharedMechanisms"]["nodes"]
    assert (name(shared["from"]), name(shared["to"]), shared["sameDirection"]) == ("voice", "blaming", False)
    assert [claim["kind"] for claim in shared["layClaims"]] == ["COMMENT"]
    assert shared["link"]["lineageCount"] == 1
    assert "den ändrar inte nivån" in shared["inWords"]


# ---- riskAssessment

FACTORS = """{ concept { id jobDemandsResourcesRole } role gaps level claimCount weighedClaimCount inWords
    outcomeLinks { to { id __typename } lineageCount } measureLinks { from { id __typename } lineageCount } }"""


def risks(arguments: str = "") -> dict[str, Any]:
    question = (
        f"{{ riskAssessment{arguments} {{ demands {FACTORS} resources {FACTORS} report {{ leftOut {{ reason }} }} }} }}"
    )
    found: dict[str, Any] = ask(question)["riskAssessment"]
    return found


def test_demands_and_resources_are_those_of_the_ontology_with_links_to_health() -> None:
    found = risks()
    for role, factors in (("DEMAND", found["demands"]), ("RESOURCE", found["resources"])):
        assert (
            {each["role"] for each in factors}
            == {each["concept"]["jobDemandsResourcesRole"] for each in factors}
            == {role}
        )
        assert {to["to"]["__typename"] for each in factors for to in each["outcomeLinks"]} == {"WorkEnvironmentOutcome"}


def test_workload_meets_administrative_staff_as_a_measure_and_rests_on_second_hand_claims() -> None:
    (workload,) = [each for each in risks()["demands"] if name(each["concept"]) == "workload"]
    assert [name(each["from"]) for each in workload["measureLinks"]] == ["administrative-staffing"]
    assert "SECOND_HAND" in workload["gaps"]
    assert "NO_MEASURE" not in workload["gaps"]


def test_an_assessment_can_be_of_chosen_factors_in_a_chosen_setting() -> None:
    found = risks('(about: ["concept:case-backlog"], contexts: ["concept:economic-assistance"])')
    assert [name(each["concept"]) for each in found["demands"]] == ["case-backlog"]
    assert found["resources"] == []
    assert found["report"]["leftOut"] == [{"reason": "CONTEXT"}]
