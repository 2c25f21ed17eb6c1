"""What holds for every page, in every language, at both widths: accessible, valid, no dead ends, no overflow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlparse

import httpx
import pytest
from playwright.sync_api import Browser

from tests.api.pages.browsing import LANGUAGE_PREFIXES, WIDTHS, Visitor, markup_faults, violations
from tests.collection import shipped_collection, shipped_ontology

PAGES = (
    "/",
    "/search?q=stöd från chef",
    "/search?q=qqqq",
    "/methods",
    "/factors",
    "/outcomes",
    "/concept/supervisor-support",
    "/concept/motivational-interviewing",
    "/concept/sickness-absence",
    "/link/supervisor-support/turnover",
    "/link/workload/stress",
    "/claim/en-utsatt-position-p09-068",
    "/claim/kommunerna-som-vander-krisen-038",
    "/documents",
    "/document/en-utsatt-position-2022",
    "/document/kommunerna-som-vander-krisen-2016?kind=PLAN",
    "/contradictions",
    "/contradictions?about=motivational-interviewing",
    "/compare",
    "/compare?concept=motivational-interviewing&concept=preconditions-for-work",
    "/compare?concept=motivational-interviewing&concept=preconditions-for-work&concept=stress&concept=nonsense",
    "/brief",
    "/brief?item=nonsense&add=qqqq&title=Eget",
    "/brief?item=chain:administrative-staffing/workload/stress&item=cell:motivational-interviewing/stress",
    "/brief?item=link:supervisor-support/turnover&item=heading:Eget&item=concept:stress&item=link:a/b@1&version=old&title=Eget",
    "/gap-map",
    "/gap-map?as=list&level=U1",
    "/gap-map?row=professional-supervision",
    "/cell/professional-supervision/stress",
    "/cell/evidence-based-practice/psychosocial-work-environment",
    "/cell/introduction/stress?kind=OPINION",
    "/explore",
    "/explore?concept=sickness-absence&unweighted=1",
    "/explore?concept=qqqq",
    "/explore?from=nedskärning av administrativ personal&to=sjukfrånvaro",
    "/explore?from=nedskärning av administrativ personal&to=sjukfrånvaro&unweighted=1",
    "/loops",
    "/loops?concept=professional-supervision",
    "/about",
    "/licences",
)
ADDRESSES = tuple((prefix + page).rstrip("/") or "/" for prefix in LANGUAGE_PREFIXES.values() for page in PAGES)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_accessible_and_fits_its_window(visitors: list[Visitor], address: str) -> None:
    # The same templates in another language: its longer or shorter words are looked at where room is scarce.
    for visitor in visitors if address in PAGES else visitors[1:]:
        page = visitor.open(address)
        assert violations(page) == []
        assert visitor.watched.faults == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.fixture(scope="module")
def visitors(site: str, browser: Browser) -> Iterator[list[Visitor]]:
    """One with a wide and light window and one with a narrow and dark one."""
    looks = zip(WIDTHS, ("light", "dark"), strict=True)
    made = [Visitor(browser, site, width=width, color_scheme=scheme) for width, scheme in looks]
    yield made
    for visitor in made:
        visitor.leave()


@pytest.fixture(scope="module")
def texts(site: str) -> dict[str, str]:
    """Every page as it is sent, by its address."""
    with httpx.Client(base_url=site, timeout=30) as client:
        return {address: client.get(address).text for address in ADDRESSES}


def test_the_markup_of_every_page_is_valid(texts: dict[str, str], tmp_path: Path) -> None:
    files = []
    for number, (address, text) in enumerate(texts.items()):
        files.append(tmp_path / f"{number:03}-{re.sub('[^a-z0-9]+', '-', address)}.html")
        files[-1].write_text(text, encoding="utf-8")

    assert markup_faults(files) == ""


def test_every_link_leads_to_a_page_that_is_there(site: str, texts: dict[str, str]) -> None:
    """Every address names what is in the collection; of each kind of page, some are opened too."""
    found = {
        urldefrag(urljoin(address, link)).url
        for address, text in texts.items()
        for link in re.findall(r'<a[^>]* href="([^"]+)"', text.replace("&amp;", "&"))
    }
    own = [each for each in found if not urlparse(each).scheme]
    with httpx.Client(base_url=site, timeout=30, headers={"Accept": "text/html"}) as client:
        dead = [each for each in spread(own) if client.get(each).status_code != 200]

    assert own
    assert [each for each in own if not names_something(each)] == []
    assert dead == []


def names_something(address: str) -> bool:
    """Whether all that the path of an address names is in the collection."""
    known = {"concept": "concept", "link": "concept", "cell": "concept", "claim": "claim", "document": "document"}
    kind, *names = unquote(urlparse(address).path).removeprefix("/en").strip("/").split("/")
    return kind not in known or all(f"{known[kind]}/{name}" in everything_named() for name in names)


@cache
def everything_named() -> set[str]:
    """The kind and name of every concept, claim and document."""
    query = "SELECT ?one WHERE { GRAPH ?any { ?one a ?class } }"
    iris = {*shipped_ontology().individuals, *(str(row[0]) for row in shipped_collection().store.select(query))}
    return {"/".join(iri.rsplit("/", 2)[1:]) for iri in iris}


def kind_of(address: str) -> str:
    """The first part of an address after that of the language."""
    return urlparse(address).path.removeprefix("/en").strip("/").partition("/")[0]


def spread(addresses: Iterable[str], most: int = 12) -> list[str]:
    """The addresses; of a page's kind that has more than some, those at even distances, since a map has hundreds."""
    chosen: list[str] = []
    for _, each in groupby(sorted(addresses, key=lambda each: (kind_of(each), each)), key=kind_of):
        kind = list(each)
        chosen += kind[:: -(-len(kind) // most)]
    return chosen
