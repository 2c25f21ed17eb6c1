"""`compare` puts what the seeds say of methods and measures side by side, and what they do not say."""

from __future__ import annotations

from typing import Any

import pytest

from api.schema import execute
from api.service import services_of
from tests.collection import ask, shipped_collection, shipped_schema

QUESTION = """query ($concepts: [ID!]!) { compare(concepts: $concepts) { compared {
  concept { id } purposes { object { id } } parts { relation subject { id } object { id } }
  evidenceStatuses { status { id } evidenceQuestion evidenceSense claims { kind } } notStatedQuestions
  prescribedUse { useMode } actualUse { useMode } linksOut { to { id } sign level lineageCount inWords }
  statedUnknown { object { id } } plans { kind } outcomesWithoutClaim { outcomeClass count concepts { id } }
  sv: inWords(language: SV) en: inWords(language: EN) } report { dataVersion leftOut { reason count } } } }"""


def compared(*concepts: str) -> list[dict[str, Any]]:
    given = [f"concept:{each}" for each in concepts]
    found: list[dict[str, Any]] = ask(QUESTION, concepts=given)["compare"]["compared"]
    return found


def name(node: dict[str, Any]) -> str:
    return str(node["id"]).rsplit("/", 1)[-1]


def test_concepts_come_in_the_order_in_which_they_were_asked_for_and_once() -> None:
    found = compared("initial-assessment", "motivational-interviewing", "initial-assessment")
    assert [name(each["concept"]) for each in found] == ["initial-assessment", "motivational-interviewing"]


def test_motivational_interviewing_is_called_evidence_based_for_clients_and_nothing_is_said_of_staff() -> None:
    (found,) = compared("motivational-interviewing")
    (status,) = found["evidenceStatuses"]
    assert (name(status["status"]), status["evidenceQuestion"]) == ("called-evidence-based", "CLIENT_EFFECT")
    assert found["notStatedQuestions"] == ["STAFF_EFFECT"]
    silent = {
        each["outcomeClass"]: {name(outcome) for outcome in each["concepts"]} for each in found["outcomesWithoutClaim"]
    }
    assert {"stress", "sickness-absence"} <= silent["WorkEnvironmentOutcome"]
    assert "det betyder inte att verkan saknas" in found["sv"]
    assert "that does not mean that there is no effect" in found["en"]


def test_initial_assessment_has_its_four_parts_and_is_used_otherwise_than_prescribed() -> None:
    (found,) = compared("initial-assessment")
    parts = {name(each["subject"]) for each in found["parts"] if each["relation"] == "IS_PART_OF"}
    assert parts == {f"initial-assessment-part-{number}" for number in range(1, 5)}
    assert {each["useMode"] for each in found["prescribedUse"]} == {"PRESCRIBED"}
    assert {each["useMode"] for each in found["actualUse"]} == {"ACTUAL"}


def test_the_six_hour_day_says_that_its_effect_on_sickness_absence_is_unknown() -> None:
    (found,) = compared("six-hour-day")
    assert [name(each["object"]) for each in found["statedUnknown"]] == ["sickness-absence"]
    assert "Sägs i denna samling uttryckligen vara okänt: sjukfrånvaro." in found["sv"]
    assert {each["kind"] for each in found["plans"]} == {"PLAN"}


def test_links_come_best_supported_first_and_say_no_more_than_the_links_themselves() -> None:
    (found,) = compared("workload")
    assert [each["level"] for each in found["linksOut"]] == sorted(
        (each["level"] for each in found["linksOut"]), reverse=True
    )
    stored = ask('{ link(from: "concept:workload", to: "concept:stress") { sign level lineageCount inWords } }')["link"]
    (shown,) = [each for each in found["linksOut"] if name(each["to"]) == "stress"]
    assert {key: shown[key] for key in stored} == stored


def test_what_the_floor_hides_is_counted() -> None:
    question = """{ compare(concepts: ["concept:workload"], kinds: [OBSERVED]) {
        compared { linksOut { claims { kind } } } report { leftOut { reason count } } } }"""
    found = ask(question)["compare"]
    assert {claim["kind"] for link in found["compared"][0]["linksOut"] for claim in link["claims"]} <= {"OBSERVED"}
    assert [each["reason"] for each in found["report"]["leftOut"]] == ["KIND"]


@pytest.mark.parametrize(
    ("concepts", "told"),
    [
        ("[]", "`concepts` is an empty list"),
        ('["concept:globen"]', "concept:globen is not a concept of this collection"),
        ('["eg:Method"]', "eg:Method is not a concept of this collection"),
    ],
)
def test_what_cannot_be_compared_is_refused(concepts: str, told: str) -> None:
    collection = shipped_collection()
    question = f"{{ compare(concepts: {concepts}) {{ compared {{ inWords }} }} }}"
    result = execute(shipped_schema(), collection.store, question, services=services_of(collection, None))
    assert result.errors
    assert told in str(result.errors[0])


def test_absence_under_a_floor_is_not_told_as_absence_from_the_collection() -> None:
    question = (
        '{{ compare(concepts: ["concept:initial-assessment"]{floor}) {{ compared {{ inWords(language: EN) }} }} }}'
    )
    there = "The question keeps part of the collection away; there may be more in it."
    for floor, is_told in (("", False), (", minLevel: U1", True), (", firstHandOnly: true", True)):
        (found,) = ask(question.format(floor=floor))["compare"]["compared"]
        assert found["inWords"].endswith(there) == is_told


def test_links_without_a_direction_count_as_weighed_as_gap_maps_have_them() -> None:
    found = ask("""{ compare(concepts: ["concept:initial-assessment"]) { compared { inWords(language: EN)
        linksOut { to { id } inWords(language: EN) } } }
      gapMap(rows: ["concept:initial-assessment"], columns: ["concept:psychosocial-work-environment"]) {
        rows { cells { state } } } }""")
    (compared_one,) = found["compare"]["compared"]
    assert found["gapMap"]["rows"][0]["cells"][0]["state"] == "TEXT_MISSING"
    assert "2 of 2 links rest on weighed claims in this collection, 0 of them with a stated" in compared_one["inWords"]
    for link in compared_one["linksOut"]:
        assert link["inWords"].endswith("The text that would show the basis is missing.")
