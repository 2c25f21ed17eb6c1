"""How pages are answered: language, caching, refusals, and what browsers may load."""

from __future__ import annotations

import asyncio
import re

import httpx
import pytest

from api.pages.page import Page
from api.pages.questions import question
from api.pages.views import DOWNLOADS, PAGES
from api.service import open_service
from api.settings import Settings
from kg.store import StoreCall
from tests.collection import ask, shipped_schema


def get(site: str, address: str, **headers: str) -> httpx.Response:
    return httpx.get(site + address, headers=headers, timeout=30)


def test_swedish_is_the_default_and_each_language_says_what_it_is(site: str) -> None:
    assert '<html lang="sv">' in get(site, "/concept/stress").text
    assert '<html lang="en">' in get(site, "/en/concept/stress").text


def test_the_other_language_of_a_page_is_the_same_page(site: str) -> None:
    page = get(site, "/search?q=st%C3%B6d&kind=Claim").text
    other = re.search(r'hreflang="en" .*?', page)
    address = re.search(r'<a href="([^"]+)" hreflang="en"', page)

    assert other
    assert address
    assert address[1].replace("&amp;", "&") == "/en/search?q=st%C3%B6d&kind=Claim"


def test_a_text_that_only_another_language_has_is_marked(site: str) -> None:
    title = ask("{ documents(first: 1) { nodes { id title titleLanguage(language: [EN, SV]) } } }")["documents"][
        "nodes"
    ][0]
    page = get(site, "/en").text

    assert title["titleLanguage"] == "SV"
    assert f'<span lang="sv">{title["title"]}</span> <span class="fallback">(in Swedish)</span>' in page


def test_a_page_that_has_not_changed_is_not_sent_again(site: str) -> None:
    first = get(site, "/concept/stress")
    again = get(site, "/concept/stress", **{"If-None-Match": first.headers["etag"]})
    english = get(site, "/en/concept/stress", **{"If-None-Match": first.headers["etag"]})

    assert again.status_code == 304
    assert again.content == b""
    assert english.status_code == 200


def test_the_first_visitor_of_the_start_page_waits_for_no_more_than_the_next() -> None:
    """What is read once for a version of the data was read before the service listened."""
    service = open_service(Settings())
    calls: list[StoreCall] = []

    async def visit_twice() -> list[int]:
        transport = httpx.ASGITransport(app=service.app)
        async with (
            service.app.router.lifespan_context(service.app),
            httpx.AsyncClient(transport=transport, base_url="http://service") as client,
        ):
            told = []
            with service.collection.store.observe(calls.append):
                for address in ("/", "/?again"):
                    assert (await client.get(address)).status_code == 200
                    told.append(len(calls) - sum(told))
            return told

    first, second = asyncio.run(visit_twice())
    service.close()
    assert first == second > 0


def test_a_page_may_load_nothing_but_the_services_own_files(site: str) -> None:
    policy = get(site, "/").headers["content-security-policy"]
    sources = dict(part.strip().split(" ", 1) for part in policy.split(";"))

    assert sources["default-src"] == "'none'"
    assert {sources[kind] for kind in ("script-src", "style-src", "font-src", "connect-src")} == {"'self'"}


def test_no_page_sets_a_cookie(site: str) -> None:
    assert "set-cookie" not in get(site, "/").headers


@pytest.mark.parametrize("address", ["/nothing", "/en/nothing", "/concept/no-such-concept", "/concept/a%20b"])
def test_what_is_not_there_is_said_so_in_the_readers_language(site: str, address: str) -> None:
    response = get(site, address)

    assert response.status_code == 404
    assert ("There is no such page" if address.startswith("/en") else "Sidan finns inte") in response.text


def test_an_address_with_a_slash_too_many_leads_to_the_page(site: str) -> None:
    response = get(site, "/concept/stress/?a=b")

    assert response.status_code == 308
    assert response.headers["location"] == "/concept/stress?a=b"


def test_a_page_in_the_wrong_order_of_hits_is_refused_in_words(site: str) -> None:
    response = get(site, "/search?q=stress&after=nonsense")

    assert response.status_code == 400
    assert "Adressen går inte att besvara" in response.text
    assert "Traceback" not in response.text


def test_the_start_page_says_what_the_collection_holds(site: str) -> None:
    counts = ask("{ documents { totalCount } claims { totalCount } links { totalCount } }")
    page = get(site, "/").text

    for each in counts.values():
        assert f"<b>{each['totalCount']}</b>" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_every_pages_question_can_be_asked_of_the_schema(page: Page) -> None:
    from graphql import parse, validate

    if page.has_question:
        assert validate(shipped_schema(), parse(question(page.name))) == []


def test_every_download_is_made_of_the_question_of_a_page() -> None:
    assert {each.question for each in DOWNLOADS} <= {page.name for page in PAGES}


def test_the_question_of_a_page_opens_in_graphiql_with_its_variables(site: str) -> None:
    page = get(site, "/concept/stress").text
    address = re.search(r'href="(/graphql\?query=[^"]+)"', page)
    assert address
    asked = httpx.URL(address[1].replace("&amp;", "&")).params
    answer = httpx.get(site + "/graphql", params=asked, headers={"Accept": "application/json"}, timeout=30).json()

    assert "errors" not in answer
    assert answer["data"]["concept"]["label"] == "stress"


def test_every_question_that_a_page_asked_can_be_asked_again_from_its_foot(site: str) -> None:
    items = "item=chain:administrative-staffing/workload/stress&item=concept:stress"
    page = get(site, f"/brief?{items}").text
    addresses = re.findall(r'href="(/graphql\?query=[^"]+)"', page)
    answers = [
        httpx.get(
            site + "/graphql",
            params=httpx.URL(address.replace("&amp;", "&")).params,
            headers={"Accept": "application/json"},
            timeout=30,
        ).json()
        for address in addresses
    ]

    assert [each for each in answers if "errors" in each] == []
    assert [next(iter(each["data"])) for each in answers] == ["latest", "paths", "compare", "documents"]
