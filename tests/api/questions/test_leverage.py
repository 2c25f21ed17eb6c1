"""What reaches an outcome in the shipped collection, and where its concepts stand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.questions.test_without import refusal
from tests.collection import ask

FIELDS = (
    "totalCount nodes { factor { id __typename } to { id } sign chainCount independentChainCount level levelNotation"
    " shortestHopCount inWords bestChain { hopCount level sign from { id } to { id } } }"
    " report { isTruncated leftOut { reason count } }"
)


def leverage(arguments: str = "") -> Any:
    return ask(f'{{ leverage(outcome: "concept:stress", first: 100{arguments}) {{ {FIELDS} }} }}')["leverage"]


def test_every_lever_is_something_an_employer_can_change_and_ends_in_the_outcome() -> None:
    found = leverage()
    assert found["totalCount"] == len(found["nodes"]) > 0
    for lever in found["nodes"]:
        assert lever["factor"]["__typename"] in {"OrganisationalFactor", "OrganisationalMeasure"}
        assert lever["to"]["id"].endswith("/concept/stress")
        assert lever["bestChain"]["from"] == {"id": lever["factor"]["id"]}
        assert lever["bestChain"]["level"] == lever["level"]
        assert 1 <= lever["independentChainCount"] <= lever["chainCount"]
        assert lever["shortestHopCount"] <= lever["bestChain"]["hopCount"]


def test_levers_have_as_many_chains_as_paths_finds() -> None:
    for lever in leverage()["nodes"]:
        factor = lever["factor"]["id"]
        found = ask(f'{{ paths(from: ["{factor}"], to: ["concept:stress"], maxHops: 4) {{ totalCount }} }}')["paths"]
        assert lever["chainCount"] == found["totalCount"]


def test_levers_come_by_level_then_independent_chains_then_hops() -> None:
    nodes = leverage()["nodes"]
    assert {node["sign"] for node in nodes} == {"INCREASES", "DECREASES"}
    keys = [
        (node["level"], "±" not in node["levelNotation"], node["independentChainCount"], -node["shortestHopCount"])
        for node in nodes
    ]
    assert keys == sorted(keys, reverse=True)


def test_levers_of_the_other_sign_are_left_out_and_counted() -> None:
    everything, decreasing = leverage(), leverage(", sign: DECREASES")
    assert {node["sign"] for node in decreasing["nodes"]} == {"DECREASES"}
    others = sum(node["chainCount"] for node in everything["nodes"] if node["sign"] != "DECREASES")
    assert {"reason": "OTHER_SIGN", "count": others} in decreasing["report"]["leftOut"]


def test_levers_that_only_opinions_speak_for_are_shown_when_asked_for() -> None:
    assert leverage(", includeUnweighted: true")["totalCount"] > leverage()["totalCount"]


def test_methods_can_be_asked_for_in_place_of_what_an_employer_can_change() -> None:
    found = leverage(', from: ["Method"], includeUnweighted: true')
    assert {node["factor"]["__typename"] for node in found["nodes"]} <= {"Method"}


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ('outcome: "concept:globen"', "concept:globen is not a concept of this collection"),
        ('outcome: "concept:stress", sign: NO_CHANGE', "no chains have that sign together"),
        ('outcome: "concept:stress", maxHops: 7', "maxHops is 7; from 1 to 6 can be asked for"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(arguments: str, problem: str) -> None:
    assert refusal(f"{{ leverage({arguments}) {{ totalCount }} }}")[0] == problem


def test_concepts_are_ordered_by_the_measure_that_is_asked_for() -> None:
    measures = {
        "PASSAGE_SHARE": "passageShare",
        "REACHED_OUTCOMES": "reachedOutcomeCount",
        "CHANGEABLE_FACTORS": "changeableFactorCount",
        "INCOMING": "incomingLinkCount",
        "OUTGOING": "outgoingLinkCount",
    }
    for code, key in measures.items():
        asked = f"centralities(first: 100, orderBy: {code}) {{ nodes {{ {key} orderedBy }} }}"
        nodes = ask(f"{{ {asked} }}")["centralities"]["nodes"]
        values = [node[key] for node in nodes]
        assert values == sorted(values, reverse=True)
        assert values[0] > 0
        assert {node["orderedBy"] for node in nodes} == {code}


def test_where_an_outcome_is_reached_from_is_what_leverage_finds() -> None:
    nodes = ask("{ centralities(first: 200) { nodes { concept { id } changeableFactorCount orderedBy } } }")
    (stress,) = (each for each in nodes["centralities"]["nodes"] if each["concept"]["id"].endswith("/concept/stress"))
    assert stress["changeableFactorCount"] == leverage()["totalCount"]
    assert stress["orderedBy"] == "PASSAGE_SHARE"
