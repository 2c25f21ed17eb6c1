"""The contradictions of the shipped collection: those that its claims show, and those that its readers saw."""

from __future__ import annotations

from typing import Any

from tests.collection import ask

FIELDS = """from { id } to { id } concepts { id } opposition differences isWeighed claims { id kind }
  opposingClaims { id } link { id } verdicts { id verdict reader { name } } inWords"""


def contradictions(arguments: str = "") -> list[dict[str, Any]]:
    found: dict[str, Any] = ask(
        f"{{ contradictions{arguments} {{ totalCount nodes {{ {FIELDS} }} report {{ isTruncated }} }} }}"
    )
    assert found["contradictions"]["totalCount"] == len(found["contradictions"]["nodes"])
    nodes: list[dict[str, Any]] = found["contradictions"]["nodes"]
    return nodes


def with_verdict(name: str) -> dict[str, Any]:
    (found,) = (each for each in contradictions() for verdict in each["verdicts"] if verdict["id"].endswith(f"/{name}"))
    return found


def test_opposite_signs_on_one_pair_are_found_and_an_opinion_does_not_weigh() -> None:
    (found,) = (each for each in contradictions() if each["opposition"] == "OPPOSITE_SIGNS")
    assert (found["from"]["id"][-5:], found["to"]["id"][-7:], found["isWeighed"]) == ("voice", "blaming", False)
    assert "Bara den ena sidan har påståenden som väger." in found["inWords"]


def test_the_contradictions_that_the_knowledge_model_names_are_told_with_what_sets_the_sides_apart() -> None:
    expected = {
        "who-leaves": ["SCOPE", "CONSTRUCT"],
        "formal-structure-as-resource-or-constraint": ["SCOPE", "CONSTRUCT"],
        "counting-cases-as-remedy-or-flawed-measure": ["CONSTRUCT"],
        "silence-from-fear-or-futility": ["MECHANISM"],
    }
    assert {name: with_verdict(name)["differences"] for name in expected} == expected
    assert all(with_verdict(name)["opposition"] == "SEEN_BY_READER" for name in expected)


def test_the_readers_words_are_told_as_the_readers() -> None:
    found = with_verdict("who-leaves")
    assert found["inWords"].endswith(f"Läsarens utlåtande: {found['verdicts'][0]['verdict']}")
    assert found["link"] is None


def test_contradictions_weighed_on_both_sides_come_first() -> None:
    weighed = [each["isWeighed"] for each in contradictions()]
    assert weighed == sorted(weighed, reverse=True)


def test_contradictions_may_be_asked_for_by_concept_and_none_is_an_empty_list() -> None:
    assert {
        each["verdicts"][0]["id"].rsplit("/", 1)[-1] for each in contradictions('(about: ["concept:workload"])')
    } == {"counting-cases-as-remedy-or-flawed-measure"}
    assert contradictions('(about: ["concept:motivational-interviewing"])') == []


def test_the_floor_holds_for_both_sides() -> None:
    assert [each["opposition"] for each in contradictions("(kinds: [SELF_REPORT, CITED])")] == ["SEEN_BY_READER"]


def test_verdicts_stand_in_the_document_whose_study_file_they_are_written_in() -> None:
    found = ask(
        """{ document(id: "document:stressade-socialarbetare-lamnar-yrket-2014") {
          contradictionVerdicts { nodes { differences sideClaims { totalCount } } } } }"""
    )
    assert len(found["document"]["contradictionVerdicts"]["nodes"]) == 2
