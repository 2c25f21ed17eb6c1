"""`figures` gives every figure of the seeds with what is stated of it, and the readers' own gaps."""

from __future__ import annotations

from typing import Any

from tests.collection import ask

NODES = """nodes { denominator sampleSize gaps isComplete claim { id } document { id } studies { id } context { id }
    figure { value denominator gaps } sv: inWords(language: SV) en: inWords(language: EN) }"""


def figures(arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask(f"{{ figures({arguments}) {{ {NODES} }} }}")["figures"]["nodes"]
    return found


def test_every_figure_of_every_claim_is_there_with_its_own_gaps() -> None:
    stored = ask(
        "{ claims(first: 100, where: {figures: {some: {}}}) { nodes { id figures { nodes { value gaps } } } } }"
    )["claims"]
    expected = [
        (claim["id"], each["value"], sorted(each["gaps"]))
        for claim in stored["nodes"]
        for each in claim["figures"]["nodes"]
    ]
    found = figures("first: 100")
    told = [(each["claim"]["id"], each["figure"]["value"], sorted(each["gaps"])) for each in found]
    assert sorted(told) == sorted(expected)
    assert all(each["isComplete"] == (not each["gaps"]) for each in found)


def test_only_figures_that_lack_what_is_asked_for_are_left() -> None:
    found = figures("first: 100, lacking: [MARGIN]")
    assert found
    assert all("MARGIN" in each["gaps"] for each in found)


def test_the_poll_of_2020_tells_its_size_dates_and_margin() -> None:
    (found,) = [each for each in figures("first: 100") if each["claim"]["id"].endswith("/resurser-002")]
    assert (found["denominator"], found["sampleSize"], found["gaps"]) == (None, 600, ["RESPONSE_RATE"])
    assert "Angiven felmarginal: 2,5–4 procentenheter." in found["sv"]
    assert "Stated margin of error: 2.5–4 percentage points." in found["en"]
    assert "2020-09-01–2020-09-07" in found["en"]


def test_figures_on_a_concept_are_those_of_its_claims() -> None:
    assert figures('about: ["concept:mentoring"]') == []
    (found,) = figures('about: ["concept:municipal-financial-position"]')
    assert found["claim"]["id"].endswith("/resurser-002")


def test_a_list_of_figures_says_what_it_leaves_out() -> None:
    report = ask("{ figures(kinds: [OBSERVED]) { totalCount report { isTruncated leftOut { reason } } } }")["figures"][
        "report"
    ]
    assert report == {"isTruncated": False, "leftOut": [{"reason": "KIND"}]}


def test_units_are_told_in_the_language_of_the_sentence() -> None:
    told = ask("{ figures(first: 50) { nodes { sv: inWords(language: SV) } } }")["figures"]["nodes"]
    for word in ("percent", "persons", "applications", "months", "hours", "out-of", "years", "rank."):
        assert not any(word in each["sv"] for each in told)
