"""The hand-made questions: what they find, what they refuse, and that they never blend none with not there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.passages import Library, PassageStatus
from tests.collection import DOCUMENTS, ask, refusal, shipped_ontology


def found(text: str, arguments: str = "") -> list[str]:
    answer = ask(f'{{ search(text: "{text}"{arguments}) {{ totalCount nodes {{ resource {{ id }} }} }} }}')["search"]
    assert answer["totalCount"] >= len(answer["nodes"])
    return [
        hit["resource"]["id"].rsplit("/", 2)[-2] + ":" + hit["resource"]["id"].rsplit("/", 1)[-1]
        for hit in answer["nodes"]
    ]


@pytest.mark.parametrize(
    "words", ["sjukfrånvaro", "sjukskrivning", "sjukskrivningar", "sjukskr", "sickness absence", "sick lea"]
)
def test_sickness_absence_is_found_under_its_names_in_both_languages(words: str) -> None:
    assert found(words)[0].startswith("concept:sickness-absence")


def test_a_search_can_be_narrowed_to_a_type_and_those_below_it() -> None:
    assert {hit.split(":")[0] for hit in found("stress", ', kinds: ["Concept"]')} == {"concept"}
    assert {hit.split(":")[0] for hit in found("stress", ', kinds: ["Claim"]')} == {"claim"}


def test_a_kind_that_does_not_exist_is_refused_with_those_that_do() -> None:
    problem, remedy = refusal('{ search(text: "stress", kinds: ["Concepts"]) { totalCount } }')
    assert problem == "'Concepts' is no kind that can be searched"
    assert "Claim" in remedy


def test_words_that_stand_nowhere_find_nothing() -> None:
    assert found("xylofonspel") == []


def test_no_link_between_two_concepts_is_null_but_an_unknown_concept_is_an_error() -> None:
    assert ask('{ link(from: "concept:globen-model", to: "concept:stress") { sign } }') == {"link": None}
    problem, remedy = refusal('{ link(from: "concept:globen", to: "concept:stress") { sign } }')
    assert problem == "concept:globen is not a concept of this collection"
    assert "search" in remedy


def passage(library: Library | None, around: int = 0) -> dict[str, Any]:
    claim = ask("{ claims(first: 1) { nodes { id passage { start end } } } }")["claims"]["nodes"][0]
    question = (
        "query ($id: ID!, $around: Int!) { passageText(claim: $id, around: $around) { status before text after } }"
    )
    answer: dict[str, Any] = ask(question, library, id=claim["id"], around=around)["passageText"]
    answer["length"] = claim["passage"]["end"] - claim["passage"]["start"]
    return answer


def test_without_a_library_nobody_could_look_at_the_passage() -> None:
    assert passage(None)["status"] == "DOCUMENT_UNAVAILABLE"
    assert passage(None)["text"] is None


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason=f"no documents beside the project in {DOCUMENTS.name}")
def test_with_the_document_a_passage_is_shown_only_when_verified(tmp_path: Path) -> None:
    opened = passage(Library(DOCUMENTS), around=20)
    assert (opened["status"], len(opened["text"])) == ("VERIFIED", opened["length"])
    assert len(opened["before"]) <= 20
    assert passage(Library(tmp_path))["status"] == "DOCUMENT_UNAVAILABLE"


def test_a_claim_that_is_not_there_has_no_passage() -> None:
    assert ask('{ passageText(claim: "claim:nowhere") { status } }') == {"passageText": None}


def test_more_surroundings_than_the_limit_are_refused() -> None:
    problem, _ = refusal('{ passageText(claim: "claim:nowhere", around: 2001) { status } }')
    assert problem == "around is 2001; from 0 to 2000 characters can be shown"


def test_the_ontology_and_the_passages_know_the_same_statuses() -> None:
    ontology = shipped_ontology()
    named = ontology.class_named("PassageStatus")
    assert named is not None
    assert {code.enum_name for code in ontology.codes[named.iri]} == {status.value for status in PassageStatus}
