"""The gap map of the shipped collection: the cells that the knowledge model names, and silence told as silence."""

from __future__ import annotations

from typing import Any

import pytest

from api.schema import execute
from api.service import services_of
from kg.errors import LimitExceeded
from tests.collection import ask, shipped_collection, shipped_schema

CELL = """state sign levelNotation isContested lineageCount claimCount otherClaimCount hiddenClaimCount
  narrowerClaimCount kindCounts { kind count } claims { id } link { id }
  swedish: inWords(language: SV) english: inWords(language: EN)"""


def cell(row: str, column: str, arguments: str = "") -> dict[str, Any]:
    asked = f'rows: ["concept:{row}"], columns: ["concept:{column}"]{arguments}'
    answer = ask(f"{{ gapMap({asked}) {{ rows {{ cells {{ {CELL} }} }} }} }}")
    found: dict[str, Any] = answer["gapMap"]["rows"][0]["cells"][0]
    return found


@pytest.mark.parametrize(
    ("row", "column", "state", "sign"),
    [
        ("six-hour-day", "sickness-absence", "STATED_UNKNOWN", "UNKNOWN"),
        ("city-of-stockholm-action-plan-2016", "turnover", "PLANNED", None),
        ("motivational-interviewing", "stress", "NOT_ADDRESSED", None),
        ("evidence-based-practice", "psychosocial-work-environment", "TEXT_MISSING", "UNDIRECTED"),
        ("new-public-management", "psychosocial-work-environment", "NULL_REPORTED", "NO_CHANGE"),
    ],
)
def test_the_worked_cases_have_their_states(row: str, column: str, state: str, sign: str | None) -> None:
    found = cell(row, column)
    assert (found["state"], found["sign"]) == (state, sign)
    assert "denna samling" in found["swedish"]
    assert "this collection" in found["english"]


def test_where_nothing_is_said_that_is_all_that_is_told() -> None:
    found = cell("motivational-interviewing", "stress")
    assert found["swedish"] == "Om motiverande samtal och stress sägs inget i denna samling."
    assert (found["claimCount"], found["link"]) == (0, None)


def test_what_the_floor_keeps_away_is_told_and_is_not_silence() -> None:
    found = cell("six-hour-day", "sickness-absence", ", kinds: [OBSERVED]")
    assert (found["state"], found["hiddenClaimCount"]) == ("NOT_ADDRESSED", 1)
    assert "som frågan vill höra" in found["swedish"]


def test_a_whole_class_against_a_whole_class_adds_up() -> None:
    found = ask(
        """{ gapMap(rows: ["Method", "OrganisationalMeasure"], columns: ["WorkEnvironmentOutcome"]) {
          stateCounts { state count } rows { concept { label } stateCounts { count } } columns { claimCount }
          report { isTruncated leftOut { count } } } }"""
    )["gapMap"]
    assert sum(each["count"] for each in found["stateCounts"]) == len(found["rows"]) * len(found["columns"])
    labels = [row["concept"]["label"].casefold() for row in found["rows"]]
    assert labels == sorted(labels)
    assert all(sum(each["count"] for each in row["stateCounts"]) == len(found["columns"]) for row in found["rows"])


def test_states_leave_rows_and_columns_without_them_out() -> None:
    found = ask(
        """{ gapMap(rows: ["Method", "OrganisationalMeasure"], columns: ["Outcome"], states: [STATED_UNKNOWN]) {
          omittedRowCount rows { concept { id } cells { state } } columns { concept { id } } } }"""
    )["gapMap"]
    assert found["omittedRowCount"] > 0
    assert all(any(cell["state"] == "STATED_UNKNOWN" for cell in row["cells"]) for row in found["rows"])


def test_a_branch_stands_for_all_below_it_when_asked_for() -> None:
    rows = ask(
        """{ gapMap(rows: ["concept:evidence-based-practice"], columns: ["concept:stress"], includeNarrower: true) {
          rows { concept { id } } } }"""
    )["gapMap"]["rows"]
    assert len(rows) > 1


def test_more_cells_than_a_map_may_have_are_refused_with_help() -> None:
    collection = shipped_collection()
    result = execute(
        shipped_schema(),
        collection.store,
        '{ gapMap(rows: ["Concept"], columns: ["Concept"]) { omittedRowCount } }',
        services=services_of(collection, None),
    )
    assert result.errors
    original = result.errors[0].original_error
    assert isinstance(original, LimitExceeded)
    assert "class or a branch" in original.remedy
