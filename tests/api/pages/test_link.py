"""A link page: what may be said, what the texts say beyond it, and what runs along the link."""

from __future__ import annotations

import html

import httpx

from tests.collection import ask


def get(site: str, address: str) -> str:
    response = httpx.get(site + address, timeout=30)
    assert response.status_code == 200, address
    return html.unescape(response.text)


def test_words_of_the_texts_that_promise_more_than_the_link_may_are_named(site: str) -> None:
    link = ask(
        """{ link(from: "concept:workload", to: "concept:stress") {
            licensedForceLabel supporting { nodes { statedVerb verbForceLabel } } } }"""
    )["link"]
    page = get(site, "/link/workload/stress")

    assert f"<b>{link['licensedForceLabel']}</b>" in page
    for claim in link["supporting"]["nodes"]:
        assert f">{claim['statedVerb']}</q> ({claim['verbForceLabel']})" in page


def test_the_profile_tells_each_lineages_tier_before_and_after_its_flags(site: str) -> None:
    fields = "lineage { label reason } tier tierBeforeFlags supportFlagsLabels claims { nodes { statement } }"
    link = ask(f'{{ link(from: "concept:workload", to: "concept:stress") {{ profile {{ nodes {{ {fields} }} }} }} }}')
    page = get(site, "/link/workload/stress")

    for support in link["link"]["profile"]["nodes"]:
        said = [support["lineage"]["label"], support["lineage"]["reason"]]
        said += [*(claim["statement"] for claim in support["claims"]["nodes"])]
        said += [f"<b>{flag}</b>" for flag in support["supportFlagsLabels"]]
        assert f"<dd>{support['tierBeforeFlags']} → {support['tier']}</dd>" in page
        assert [each for each in said if each not in page] == []


def test_chains_along_a_link_are_told_and_never_the_link_alone(site: str) -> None:
    page = get(site, "/en/link/supervisor-support/turnover")
    chains = page[page.index("Chains through the link") :].split("<h3>", 1)[0]

    assert "Supervisor support → staff turnover → knowledge of the client" in chains
    assert chains.count("<li>") == 1


def test_kinds_of_claims_that_are_not_there_are_named(site: str) -> None:
    page = get(site, "/en/link/supervisor-support/turnover")

    assert "Not found on the pair in this collection: open claims, qualifying claims." in page
