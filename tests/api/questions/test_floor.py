"""The evidence floor works alike on every question that tells claims: what is below it is in none of them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.collection import ask

QUESTIONS = {
    "figures": "figures(first: 100, {floor}) {{ totalCount nodes {{ claim {{ id }} }} }}",
    "interests": "interests(first: 100, {floor}) {{ totalCount nodes {{ claims {{ id }} }} }}",
    "compare": 'compare(concepts: ["concept:workload", "concept:peer-support"], {floor}) {{'
    " compared {{ linksOut {{ claims {{ id }} }} linksIn {{ claims {{ id }} }} plans {{ id }} }} }}",
    "plans": "plans(first: 100, {floor}) {{ nodes {{ claims {{ id }} meetsEvidence {{ claims {{ id }} }} }} }}",
    "gapMap": 'gapMap(rows: ["OrganisationalFactor"], columns: ["WorkEnvironmentOutcome"], {floor}) {{'
    " rows {{ cells {{ claims {{ id }} }} }} }}",
    "sharedMechanisms": "sharedMechanisms({floor}) {{ nodes {{ weighedClaims {{ id }} layClaims {{ id }} }} }}",
    "riskAssessment": "riskAssessment({floor}) {{ demands {{ outcomeLinks {{ claims {{ id }} }} }} }}",
    "paths": 'paths(from: ["OrganisationalFactor"], to: ["Outcome"], maxHops: 2, first: 100, {floor}) {{'
    " nodes {{ hops {{ claims {{ id }} }} }} }}",
    "assessedLinks": "assessedLinks(first: 100, {floor}) {{ nodes {{ claims {{ id }} }} }}",
}


def told(question: str, floor: str) -> set[str]:
    """The ids of all claims in the answer."""
    return set(_ids(ask(f"{{ {QUESTIONS[question].format(floor=floor)} }}")))


def claims_where(where: str) -> set[str]:
    found: set[str] = set()
    after = ""
    while True:
        page = ask(
            f"{{ claims(first: 100, where: {where}{after}) {{ nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}"
        )
        found |= {each["id"] for each in page["claims"]["nodes"]}
        if not page["claims"]["pageInfo"]["hasNextPage"]:
            return found
        after = f', after: "{page["claims"]["pageInfo"]["endCursor"]}"'


@pytest.mark.parametrize("question", QUESTIONS)
def test_only_first_hand_claims_are_told_above_that_floor(question: str) -> None:
    second_hand = claims_where("{directness: {eq: SECOND_HAND}}")
    assert not told(question, "firstHandOnly: true") & second_hand
    assert told(question, "firstHandOnly: false")


@pytest.mark.parametrize("question", QUESTIONS)
def test_only_claims_of_the_kinds_are_told_above_that_floor(question: str) -> None:
    assert not told(question, "kinds: [SELF_REPORT, PLAN]") - claims_where("{kind: {in: [SELF_REPORT, PLAN]}}")


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_weighed_claim_of_a_link_below_the_level_is_told_above_that_floor(question: str) -> None:
    below = claims_where(
        "{OR: [{supports: {level: {eq: U0}}}, {disputes: {level: {eq: U0}}}, {leavesOpen: {level: {eq: U0}}}]}"
    )
    assert not told(question, "minLevel: U1") & below


def test_a_level_keeps_away_weighed_claims_and_nothing_else() -> None:
    lost = told("interests", "minLevel: U0") - told("interests", "minLevel: U1")
    assert lost
    assert lost <= claims_where("{kind: {in: [OBSERVED, SELF_REPORT, CITED, SURVEY_FIGURE]}}")


def _ids(answer: Any) -> list[str]:
    if isinstance(answer, list):
        return [found for each in answer for found in _ids(each)]
    if not isinstance(answer, dict):
        return []
    return [each for key, each in answer.items() if key == "id"] + [
        found for each in answer.values() for found in _ids(each)
    ]
