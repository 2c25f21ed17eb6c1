"""Methods side by side: what is said of each, and what is not, as the API has it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import urlencode

import httpx

from tests.api.pages.browsing import Visitor
from tests.collection import ask

ADDRESS = "/compare?concept=motivational-interviewing&concept=preconditions-for-work"


def get(site: str, address: str) -> httpx.Response:
    return httpx.get(site + address, timeout=30)


def test_everything_that_is_said_of_each_stands_side_by_side(site: str) -> None:
    claims = " ".join(
        f"{name} {{ statement }}" for name in ("purposes", "parts", "prescribedUse", "actualUse", "plans")
    )
    names = '["concept:motivational-interviewing", "concept:preconditions-for-work"]'
    compared = ask(f"{{ compare(concepts: {names}) {{ compared {{ inWords {claims} }} }} }}")["compare"]["compared"]
    page = unescape(get(site, ADDRESS).text)

    for each in compared:
        assert each.pop("inWords") in page
        assert all(claim["statement"] in page for claims in each.values() for claim in claims)


def test_a_status_never_stands_without_saying_that_it_is_not_about_effect(site: str) -> None:
    page = get(site, ADDRESS).text

    statuses = page.split(">Evidensstatusar<")[1].split("</tr>")[0]
    assert statuses.count("saknar angiven status, betyder inte att det saknar verkan.") == 2
    assert "Frågor utan evidensstatus: verkan för personalen." in statuses


def test_what_nothing_is_said_of_is_said(site: str) -> None:
    assert "Inget sägs om detta i denna samling." in get(site, ADDRESS).text


def test_one_alone_asks_for_another_and_none_offers_an_example(site: str) -> None:
    assert "Välj minst en till att jämföra med." in get(site, "/compare?concept=motivational-interviewing").text
    assert ADDRESS.replace("&", "&amp;") in get(site, "/compare").text


def test_more_than_four_or_an_unknown_one_is_told_beside_the_form(site: str) -> None:
    names = ("stress", "turnover", "workload", "sickness-absence", "supervisor-support", "nonsense", "a b")
    page = get(site, "/compare?" + urlencode([("concept", name) for name in names])).text

    assert "Högst 4 kan jämföras på en gång. Här visas de 4 första." in page
    assert "Det finns inget begrepp med namnet ”nonsense”." in page
    assert re.findall('<option value="([^"]+)"[^>]* selected', page) == list(names[:4])


def test_the_example_and_the_choices_are_called_what_the_collection_calls_them(site: str) -> None:
    page = get(site, "/en/compare").text
    choices = ask(
        """{ concepts(where: { isA: ["Method", "OrganisationalMeasure"] }, first: 100) {
          nodes { label(language: [EN, SV]) }
        } }"""
    )["concepts"]["nodes"]

    assert "motivational interviewing and Preconditions for Work" in page
    assert all(each["label"][1:] in unescape(page) for each in choices)


def test_everything_that_is_compared_is_picked_at_once(visit: Callable[..., Visitor]) -> None:
    page = visit().open(ADDRESS)
    together = page.locator(".pick[data-item*=' ']")
    page.locator("td .pick").first.click()
    assert together.get_attribute("aria-pressed") == "false"
    together.click()
    assert together.get_attribute("aria-pressed") == "true"
    assert page.locator("[data-brief-count]").inner_text() == "2"
    together.click()
    assert page.locator("[data-brief-count]").is_hidden()


def test_a_concept_that_is_no_method_can_be_compared_too(site: str) -> None:
    page = get(site, "/compare?concept=stress&concept=turnover").text

    assert '<option value="stress" selected>' in page
