"""The loops that the knowledge model names: which steps of each the collection holds as links, and where it is open."""

from __future__ import annotations

from math import prod
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kg.terms import BASE
from tests.collection import ask, shipped_collection

LOOPS = YAML(typ="safe").load(Path(__file__).with_name("named-loops.yaml"))
FACTORS = {"increases": 1, "decreases": -1}


def concept(name: str) -> str:
    return f"{BASE}concept/{name}"


@pytest.fixture(params=LOOPS, ids=lambda loop: loop["name"])
def loop(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.param
    return found


def test_each_step_leads_to_the_next_and_the_signs_make_the_polarity(loop: dict[str, Any]) -> None:
    steps = loop["steps"]
    assert [step["to"] for step in steps] == [step["from"] for step in (*steps[1:], steps[0])]
    factor = prod(FACTORS[step.get("link") or step["open"]] for step in steps)
    assert loop["polarity"] == {1: "reinforcing", -1: "balancing"}[factor]


def test_a_step_is_a_directed_link_of_its_sign_or_has_none(loop: dict[str, Any]) -> None:
    network = shipped_collection().assessed().wide_network
    for step in loop["steps"]:
        pair = (concept(step["from"]), concept(step["to"]))
        if "open" in step:
            assert not network.graph.has_edge(*pair), step
        else:
            assert network.link(*pair).factor == FACTORS[step["link"]], step


def test_the_claims_on_an_open_step_are_those_that_are_named(loop: dict[str, Any]) -> None:
    for step in loop["steps"]:
        if "open" in step:
            ends = {concept(step["from"]), concept(step["to"])}
            claims = {each.claim for each in shipped_collection().assessed().claims if {each.start, each.end} == ends}
            assert claims == {f"{BASE}claim/{name}" for name in step["claims"]}, step


def test_the_question_finds_a_loop_only_where_no_step_is_open(loop: dict[str, Any]) -> None:
    concepts = [concept(step["from"]) for step in loop["steps"]]
    found = ask(
        """query($contains: [ID!]) { loops(contains: $contains, includeUnweighted: true) {
            nodes { polarity hops { from { id } } } } }""",
        contains=concepts,
    )["loops"]["nodes"]
    expected = [] if any("open" in step for step in loop["steps"]) else [(loop["polarity"].upper(), concepts)]
    assert [(each["polarity"], [hop["from"]["id"] for hop in each["hops"]]) for each in found] == expected


def test_every_loop_that_closes_is_among_the_named_ones() -> None:
    found = ask("{ loops(includeUnweighted: true, maxLength: 8) { nodes { hops { from { id } to { id } } } } }")
    named = [{(concept(step["from"]), concept(step["to"])) for step in loop["steps"]} for loop in LOOPS]
    for each in found["loops"]["nodes"]:
        assert {(hop["from"]["id"], hop["to"]["id"]) for hop in each["hops"]} in named
