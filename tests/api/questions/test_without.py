"""What the shipped collection loses when sources are withdrawn, and which sources carry most."""

from __future__ import annotations

from typing import Any

import pytest

from api.schema import execute
from api.service import services_of
from kg.errors import EvidensgrafError
from tests.collection import ask, shipped_collection, shipped_schema

ETHNOGRAPHY = "study:naslund-thedvall-ethnography"
COUNTS = "withdrawnClaimCount changedLinkCount lostLinkCount loweredLinkCount lostChainCount lostLoopCount"


def without(sources: str, fields: str = COUNTS) -> Any:
    return ask(f"{{ without({sources}) {{ {fields} }} }}")["without"]


def refusal(question: str) -> tuple[str, str]:
    collection = shipped_collection()
    result = execute(shipped_schema(), collection.store, question, services=services_of(collection, None))
    assert result.errors, "the question was answered"
    original = result.errors[0].original_error
    assert isinstance(original, EvidensgrafError)
    return str(original), original.remedy


def test_each_link_that_changes_is_shown_before_and_after_with_its_words() -> None:
    found = without(
        f'studies: ["{ETHNOGRAPHY}"]',
        f"{COUNTS} inWords changedLinks {{ link {{ id }} from {{ id }} to {{ id }} levelBefore levelAfter isLost"
        " notationBefore notationAfter signBefore signAfter lineageCountBefore lineageCountAfter inWords }",
    )
    changes = found["changedLinks"]
    assert len(changes) == found["changedLinkCount"] > 0
    assert sum(change["isLost"] for change in changes) == found["lostLinkCount"]
    for change in changes:
        assert change["levelAfter"] is None or change["levelAfter"] <= change["levelBefore"]
        assert (change["levelAfter"] is None) == (change["signAfter"] is None) == (change["notationAfter"] is None)
        assert (
            change["lineageCountAfter"] <= change["lineageCountBefore"] or change["signAfter"] != change["signBefore"]
        )
        assert change["notationBefore"] in change["inWords"]


def test_what_is_lost_with_a_document_is_counted_against_the_same_question_with_it() -> None:
    document = "document:en-utsatt-position-2022"
    claims = ask(f'{{ document(id: "{document}") {{ claims {{ totalCount }} }} }}')["document"]["claims"]["totalCount"]
    found = without(f'documents: ["{document}"]', f"{COUNTS} report {{ leftOut {{ reason count }} }}")
    assert 0 < found["withdrawnClaimCount"] <= claims
    first_hand = without(f'documents: ["{document}"], firstHandOnly: true')
    assert first_hand["withdrawnClaimCount"] < found["withdrawnClaimCount"]
    assert "WITHDRAWN" in {each["reason"] for each in found["report"]["leftOut"]}


def test_lost_chains_lead_from_what_an_employer_can_change_to_outcomes() -> None:
    chains = "lostChainCount lostChains { hopCount from { __typename } to { __typename } }"
    found = without(
        'documents: ["document:en-utsatt-position-2022"]', f"{chains} report {{ leftOut {{ reason count }} }}"
    )
    assert 0 < len(found["lostChains"]) <= 50
    for chain in found["lostChains"]:
        assert chain["hopCount"] <= 3
        assert chain["from"]["__typename"] in {"OrganisationalFactor", "OrganisationalMeasure"}
        assert chain["to"]["__typename"].endswith("Outcome")
    hidden = {each["reason"]: each["count"] for each in found["report"]["leftOut"]}
    assert hidden.get("BEYOND_LIMIT", 0) == found["lostChainCount"] - len(found["lostChains"])


def test_a_floor_leaves_less_to_lose() -> None:
    everything = without(f'studies: ["{ETHNOGRAPHY}"]')
    from_u1 = without(f'studies: ["{ETHNOGRAPHY}"], minLevel: U1')
    assert 0 < from_u1["changedLinkCount"] < everything["changedLinkCount"]
    assert from_u1["changedLinkCount"] >= from_u1["lostLinkCount"]


@pytest.mark.parametrize(
    ("sources", "problem"),
    [
        ("", "without needs something to withdraw"),
        ("minLevel: U1", "without needs something to withdraw"),
        ('documents: ["document:nowhere"]', "document:nowhere is none of the documents of this collection"),
        (f'documents: ["{ETHNOGRAPHY}"]', f"{ETHNOGRAPHY} is none of the documents of this collection"),
    ],
)
def test_nothing_to_withdraw_and_what_is_not_there_are_refused_with_help(sources: str, problem: str) -> None:
    arguments = f"({sources})" if sources else ""
    told, remedy = refusal(f"{{ without{arguments} {{ changedLinkCount }} }}")
    assert told == problem
    assert "documents" in remedy


def test_the_sources_that_carry_most_come_first_and_agree_with_their_withdrawal() -> None:
    found = ask(
        "{ loadBearing(first: 5, of: [STUDY]) { totalCount nodes { source { id __typename } sourceKind claimCount"
        " changedLinkCount lostLinkCount loweredLinkCount inWords } report { leftOut { reason count } } } }"
    )["loadBearing"]
    studies = ask("{ studies { totalCount } }")["studies"]["totalCount"]
    idle = {each["reason"]: each["count"] for each in found["report"]["leftOut"]}["CHANGES_NOTHING"]
    assert found["totalCount"] + idle <= studies
    counts = [each["changedLinkCount"] for each in found["nodes"]]
    assert counts == sorted(counts, reverse=True)
    for each in found["nodes"]:
        assert (each["source"]["__typename"], each["sourceKind"]) == ("Study", "STUDY")
        alone = without(f'studies: ["{each["source"]["id"]}"]')
        for count in ("changedLinkCount", "lostLinkCount", "loweredLinkCount"):
            assert alone[count] == each[count]


def test_without_kinds_documents_studies_and_lineages_are_all_weighed() -> None:
    found = ask("{ loadBearing(first: 100) { nodes { sourceKind } } }")["loadBearing"]["nodes"]
    assert {each["sourceKind"] for each in found} == {"DOCUMENT", "STUDY", "LINEAGE"}


def test_cells_whose_only_text_is_withdrawn_are_no_longer_addressed() -> None:
    answer = ask("""{
      without(documents: ["document:kommunerna-som-vander-krisen-2016"]) {
        changedCellCount changedCells { from { id } to { id } stateBefore stateAfter inWords(language: EN) }
      }
    }""")["without"]
    cells = {
        (each["from"]["id"].rsplit("/")[-1], each["to"]["id"].rsplit("/")[-1]): each for each in answer["changedCells"]
    }
    assert answer["changedCellCount"] == len(cells)
    lost = cells["six-hour-day", "sickness-absence"]
    assert (lost["stateBefore"], lost["stateAfter"]) == ("STATED_UNKNOWN", "NOT_ADDRESSED")
    assert lost["inWords"].startswith("Six-hour day × sickness absence, in this collection: from")
