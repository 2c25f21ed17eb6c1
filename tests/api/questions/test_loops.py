"""Loops and the links that break them, on the shipped collection."""

from __future__ import annotations

from typing import Any

import pytest

from tests.collection import ask, refusal

LOOPS = """query($contains: [ID!], $polarity: LoopPolarity, $all: Boolean!, $length: Int!) {
    loops(contains: $contains, polarity: $polarity, includeUnweighted: $all, maxLength: $length) {
        totalCount report { isTruncated leftOut { reason count } }
        nodes { polarity hopCount isAssembled scopeChangeCount levelNotation weakestLink { id } documents { id }
            inWords(language: EN) hops { position from { id } to { id } sign level link { id } } } } }"""


def loops(*contains: str, polarity: str | None = None, everything: bool = True, length: int = 8) -> dict[str, Any]:
    found: dict[str, dict[str, Any]] = ask(
        LOOPS, contains=list(contains) or None, polarity=polarity, all=everything, length=length
    )
    return found["loops"]


def test_no_loop_closes_along_weighed_links_and_those_through_opinions_are_counted() -> None:
    found = loops(everything=False)
    assert found["totalCount"] == 0
    assert [each["reason"] for each in found["report"]["leftOut"]] == ["NO_WEIGHT"]


def test_every_hop_of_a_loop_leads_to_the_next_and_the_last_one_back() -> None:
    nodes = loops()["nodes"]
    assert nodes
    for loop in nodes:
        hops = loop["hops"]
        assert [hop["position"] for hop in hops] == list(range(1, loop["hopCount"] + 1))
        assert [hop["to"] for hop in hops] == [hop["from"] for hop in (*hops[1:], hops[0])]
        decreasing = sum(hop["sign"] == "DECREASES" for hop in hops)
        assert loop["polarity"] == ("BALANCING" if decreasing % 2 else "REINFORCING")
        assert loop["weakestLink"] in [hop["link"] for hop in hops]
        assert loop["isAssembled"] == ("No single study saw the whole loop" in loop["inWords"])


def test_a_loop_is_told_from_the_concept_that_was_asked_for_and_may_be_asked_for_by_class() -> None:
    (by_concept,) = loops("concept:turnover")["nodes"]
    (by_class,) = loops("StaffingOutcome")["nodes"]
    assert by_concept == by_class
    assert by_concept["hops"][0]["from"]["id"].endswith("/turnover")


def test_loops_of_the_other_polarity_and_elsewhere_are_counted() -> None:
    for found, reason in ((loops(polarity="BALANCING"), "OTHER_SIGN"), (loops("Method"), "NOT_THROUGH")):
        assert found["nodes"] == []
        assert found["report"]["leftOut"] == [{"reason": reason, "count": 1}]


def test_each_link_of_the_only_loop_breaks_it() -> None:
    found = ask("""{ loopBreakers(includeUnweighted: true) { totalCount nodes { loopCount share from { id } to { id }
        link { from { id } to { id } } inWords(language: EN) } } }""")["loopBreakers"]
    assert found["totalCount"] == 4
    for each in found["nodes"]:
        assert (each["loopCount"], each["share"]) == (1, 1)
        assert each["link"] == {"from": each["from"], "to": each["to"]}
        assert each["inWords"].endswith(": 1 of 1. That many are broken if the link falls away.")


@pytest.mark.parametrize("field", ["loops", "loopBreakers"])
def test_an_unknown_concept_and_too_long_a_loop_are_refused(field: str) -> None:
    assert "is not a concept" in refusal(f'{{ {field}(contains: ["concept:silence"]) {{ totalCount }} }}')[0]
    assert "from 2 to 8" in refusal(f"{{ {field}(maxLength: 9) {{ totalCount }} }}")[0]


def test_a_loop_of_opinions_says_that_no_step_has_a_basis_that_counts() -> None:
    (loop,) = ask("{ loops(includeUnweighted: true) { nodes { hopCount inWords(language: EN) } } }")["loops"]["nodes"]
    assert f"Steps without a basis that counts: {loop['hopCount']} of {loop['hopCount']}." in loop["inWords"]
