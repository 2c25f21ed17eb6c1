"""What stands against what: every contradiction, both sides, and what has no weight."""

from __future__ import annotations

import html

import httpx

from tests.collection import ask


def get(site: str, address: str) -> str:
    response = httpx.get(site + address, timeout=30)
    assert response.status_code == 200, address
    return html.unescape(response.text)


def test_both_sides_of_every_contradiction_are_shown(site: str) -> None:
    fields = "claims { statement } opposingClaims { statement } verdicts { verdict } differencesLabels"
    found = ask(f"{{ contradictions(first: 20) {{ totalCount nodes {{ {fields} }} }} }}")["contradictions"]
    page = get(site, "/contradictions")

    assert f"{found['totalCount']} motsättningar i denna samling" in page
    for each in found["nodes"]:
        said = [claim["statement"] for claim in each["claims"] + each["opposingClaims"]]
        said += [verdict["verdict"] for verdict in each["verdicts"]]
        assert [text for text in said if text not in page] == []
        assert all(label.capitalize() in page for label in each["differencesLabels"])


def test_only_contradictions_about_a_concept_are_shown_where_that_is_asked_and_the_page_says_so(site: str) -> None:
    about = ask('{ contradictions(about: ["concept:voice"]) { totalCount } all: contradictions { totalCount } }')
    page = get(site, "/en/contradictions?about=voice")

    assert page.count('class="contradiction"') == about["contradictions"]["totalCount"] > 0
    assert f"Of {about['all']['totalCount']} in all." in page


def test_a_side_that_only_an_opinion_or_a_comment_takes_is_marked(site: str) -> None:
    page = get(site, "/en/contradictions")

    assert "at least one side has no weight" in page
    assert '<span class="kind">anonymous comment</span> <span class="tag">without weight</span>' in page


def test_where_nothing_contradicts_anything_that_is_said(site: str) -> None:
    page = get(site, "/en/contradictions?about=motivational-interviewing")

    assert "Nothing in this collection speaks against anything else on this concept." in page


def test_contradictions_about_what_is_no_concept_are_not_there(site: str) -> None:
    assert httpx.get(site + "/contradictions?about=nothing-like-it", timeout=30).status_code == 404
