"""The documents: what each can and cannot support, what it says in reading order, and what is lost without it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import httpx
import pytest

from tests.api.pages.browsing import LANGUAGE_PREFIXES, WIDTHS, Visitor, follow, press_until
from tests.collection import ask

REPORT = "en-utsatt-position-2022"
SHORT = "kommunerna-som-vander-krisen-2016"


class Words(NamedTuple):
    """What a reader looks for, in one language."""

    documents: str
    cannot: str
    without: str
    lost: str


WORDS = {
    "sv": Words("Dokument", "Kan inte stödja", "Utan dokumentet", "Länkar som försvinner"),
    "en": Words("Documents", "Cannot support", "Without the document", "Links that are gone"),
}


def get(site: str, address: str) -> str:
    """The page's text as a reader sees its characters."""
    response = httpx.get(site + address, timeout=30)
    assert response.status_code == 200, address
    return html.unescape(response.text)


def of_document(name: str, fields: str, language: str = "SV") -> Any:
    return ask(f'{{ document(id: "document:{name}") {{ {fields.replace("$l", f"language: {language}")} }} }}')[
        "document"
    ]


@pytest.mark.parametrize("language", LANGUAGE_PREFIXES)
@pytest.mark.parametrize(
    ("width", "scripts", "by_keyboard"),
    [(WIDTHS[0], True, False), (WIDTHS[1], False, False), (WIDTHS[1], True, False), (WIDTHS[0], False, True)],
    ids=["wide", "narrow without scripts", "narrow", "keyboard without scripts"],
)
def test_from_the_documents_to_what_one_cannot_support_and_what_is_lost_without_it(
    visit: Callable[..., Visitor], language: str, width: int, scripts: bool, by_keyboard: bool
) -> None:
    words = WORDS[language]
    document = of_document(REPORT, "title cannotSupport($l)", language.upper())
    lost = ask(f'{{ without(documents: ["document:{REPORT}"]) {{ lostLinkCount }} }}')["without"]["lostLinkCount"]
    page = visit(width=width, scripts=scripts).open(f"{LANGUAGE_PREFIXES[language]}/documents")

    assert page.get_by_role("heading", level=1).inner_text() == words.documents
    follow(page, document["title"], by_keyboard)
    refused = page.locator("section", has=page.get_by_role("heading", name=words.cannot, exact=True))
    assert document["cannotSupport"] in refused.inner_text()

    follow(page, words.without, by_keyboard)
    assert page.url.endswith("#without")
    summary = page.locator("summary", has_text=words.lost)
    assert f"({lost})" in summary.inner_text()
    if by_keyboard:
        press_until(
            page, "Tab", f"focused => focused.matches('summary') && focused.textContent.includes({words.lost!r})"
        )
        page.keyboard.press("Enter")
    else:
        summary.click()
    listed = page.locator("details[open] .changes > li")
    assert listed.count() == lost
    assert listed.first.is_visible()


def test_the_list_says_of_each_document_what_the_api_says(site: str) -> None:
    page = get(site, "/documents")
    found = ask("{ documents(first: 50) { nodes { title canSupport cannotSupport claims { totalCount } } } }")

    for document in found["documents"]["nodes"]:
        assert {document["title"], document["canSupport"], document["cannotSupport"]} <= set(texts(page))
        assert f"<b>{document['claims']['totalCount']}</b>" in page


def test_what_a_document_cannot_support_stands_as_high_as_what_it_can(visit: Callable[..., Visitor]) -> None:
    page = visit().open(f"/document/{REPORT}")
    can, cannot = (page.locator(f"section[aria-labelledby={name}]").bounding_box() for name in ("can", "cannot"))

    assert can
    assert cannot
    assert (can["y"], can["width"], can["height"]) == (cannot["y"], cannot["width"], cannot["height"])


def test_what_is_lost_without_a_document_is_told_in_numbers_and_by_name(site: str) -> None:
    counts = ("withdrawnClaimCount", "lostLinkCount", "loweredLinkCount", "lostChainCount", "lostLoopCount")
    fields = f"{' '.join(counts)} changedCellCount changedLinks {{ from {{ label }} to {{ label }} }}"
    lost = ask(f'{{ without(documents: ["document:{SHORT}"]) {{ {fields} }} }}')["without"]
    page = get(site, f"/document/{SHORT}")

    numbers = re.search(r'<ul class="tallies">(.*?)</ul>', page, re.DOTALL)
    assert numbers
    told = [int(each) for each in re.findall(r"<b>(\d+)</b>", numbers[1])]
    assert told == [*(lost[each] for each in counts), lost["changedCellCount"]]
    for link in lost["changedLinks"]:
        assert link["to"]["label"] in page


def test_a_documents_claims_come_in_reading_order_page_after_page(site: str) -> None:
    address: str | None = f"/document/{REPORT}"
    names: list[str] = []
    while address:
        page = get(site, address)
        claims = page[page.index('<h2 id="claims">') :]
        names += re.findall(r'<a href="/claim/([^"]+)"', claims)
        more = re.search(r'<a rel="next" href="([^"]+)"', claims)
        address = more and more[1]

    starts = dict(places_of_claims())
    assert len(names) == len(set(names)) == len(starts)
    assert [starts[name] for name in names] == sorted(starts.values())


def places_of_claims() -> Iterator[tuple[str, int]]:
    """Each of the report's claims, and where its passage starts."""
    after, is_more = "", True
    while is_more:
        fields = "nodes { id passage { start } } pageInfo { endCursor hasNextPage }"
        claims = of_document(REPORT, f"claims(first: 100{after}) {{ {fields} }}")["claims"]
        yield from ((each["id"].rsplit("/", 1)[1], each["passage"]["start"]) for each in claims["nodes"])
        after, is_more = f', after: "{claims["pageInfo"]["endCursor"]}"', claims["pageInfo"]["hasNextPage"]


def test_only_claims_of_one_kind_are_shown_where_that_is_asked_and_the_page_says_so(site: str) -> None:
    plans = of_document(SHORT, "all: claims { totalCount } claims(where: {kind: {eq: PLAN}}) { totalCount }")
    page = get(site, f"/en/document/{SHORT}?kind=PLAN")
    shown = page[page.index('<h2 id="claims">') :].count('class="claim-line"')

    assert shown == plans["claims"]["totalCount"] < plans["all"]["totalCount"]
    assert f"{shown} of {plans['all']['totalCount']} claims are of the kind" in page


def test_a_claim_without_weight_says_so(site: str) -> None:
    page = get(site, f"/en/document/{SHORT}?kind=OPINION")

    assert page.count('<span class="tag">without weight</span>') == page.count('class="claim-line"') > 0


def test_what_is_missing_and_what_gave_no_claim_is_told(site: str) -> None:
    fields = (
        "missingParts { nodes { label reason } } passagesWithoutClaim { totalCount } setAsideReadings { totalCount }"
    )
    document = of_document(REPORT, fields)
    page = get(site, f"/document/{REPORT}")

    for part in document["missingParts"]["nodes"]:
        assert part["label"] in page
        assert part["reason"] in page
    assert f"{document['passagesWithoutClaim']['totalCount']} textställen har lästs utan" in page
    assert f"{document['setAsideReadings']['totalCount']} läsningar höll inte" in page


def test_a_detail_that_was_inferred_is_marked(site: str) -> None:
    page = get(site, f"/document/{REPORT}")

    assert re.search(r"Granskningsstatus</dt><dd>anges inte <span class=\"tag basis\" data-basis=\"INFERRED\">", page)


@pytest.mark.parametrize(("address", "status"), [("/document/none", 404), (f"/document/{SHORT}?kind=x", 400)])
def test_a_document_that_is_not_there_or_a_kind_that_is_none_is_said_so(site: str, address: str, status: int) -> None:
    response = httpx.get(site + address, timeout=30)

    assert response.status_code == status
    assert "Traceback" not in response.text


def texts(page: str) -> list[str]:
    """The text between tags, each run by itself."""
    return [each.strip() for each in re.split(r"<[^>]*>", page) if each.strip()]
