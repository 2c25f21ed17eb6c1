"""A claim page: who says it, with which verb, and what limits it."""

from __future__ import annotations

import html
import re

import httpx
import pytest

from tests.collection import DOCUMENTS, ask


def get(site: str, name: str) -> str:
    response = httpx.get(f"{site}/en/claim/{name}", timeout=30)
    assert response.status_code == 200, name
    return html.unescape(response.text)


def test_a_verb_that_promises_more_than_the_basis_bears_is_shown_beside_the_one_that_is_licensed(site: str) -> None:
    where = "verbForce: {eq: CAUSAL}, licensedForce: {eq: ASSOCIATIVE}"
    fields = "id statedVerb verbForceLabel(language: EN) licensedForceLabel(language: EN)"
    (claim,) = ask(f"{{ claims(first: 1, where: {{ {where} }}) {{ nodes {{ {fields} }} }} }}")["claims"]["nodes"]
    page = get(site, claim["id"].rsplit("/", 1)[1])

    assert f">{claim['statedVerb']}</q> ({claim['verbForceLabel']})" in page
    assert f"The basis bears only this verb: {claim['licensedForceLabel']}." in page


@pytest.mark.parametrize(
    ("where", "field"),
    [
        ("primaryFinding: {some: {}}", "primaryFinding(language: EN)"),
        ("measuredConstruct: {some: {}}", "measuredConstruct(language: EN)"),
        ("jointCondition: {some: {}}", "jointCondition { statement(language: EN) }"),
        ("settlement: {some: {}}", "settlement(language: EN)"),
        ("conditions: {some: {}}", "conditions { nodes { statement(language: EN) } }"),
    ],
)
def test_what_limits_a_claim_is_told(site: str, where: str, field: str) -> None:
    (claim,) = ask(f"{{ claims(first: 1, where: {{ {where} }}) {{ nodes {{ id limit: {field} }} }} }}")["claims"][
        "nodes"
    ]
    page = get(site, claim["id"].rsplit("/", 1)[1])

    limit = claim["limit"]
    nodes = [limit] if isinstance(limit, str) else limit.get("nodes", [limit])
    assert [
        each for each in (each if isinstance(each, str) else each["statement"] for each in nodes) if each not in page
    ] == []


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="no texts of the documents beside the project")
def test_a_passage_stands_in_its_surroundings_which_are_cut_off_between_words(site: str) -> None:
    claim = "en-utsatt-position-p09-068"
    opened = ask(f'{{ claim(id: "claim:{claim}") {{ passage {{ sha256 }} document {{ language }} }} }}')["claim"]
    page = get(site, claim)
    passage = page.split('<blockquote class="passage"', 1)[1].split("</blockquote>", 1)[0]
    around = re.sub(r"^[^>]*>|<mark>.*</mark>", "", passage, flags=re.DOTALL)

    assert f'lang="{opened["document"]["language"]}"' in passage
    assert around.startswith("… ")
    assert around.endswith(" …")
    assert "<mark>" in passage
    assert opened["passage"]["sha256"] in page
