"""From a word to the passage: concept, link, level, claim, and the place in the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import httpx
import pytest

from tests.api.pages.browsing import LANGUAGE_PREFIXES, WIDTHS, Visitor, follow, served
from tests.collection import DOCUMENTS, ask

FROM, TO = "concept:supervisor-support", "concept:turnover"
LINK = "/link/supervisor-support/turnover"


class Words(NamedTuple):
    """What a reader types and looks for, in one language."""

    search: str
    concept: str
    affected: str
    link: str
    level: str
    claim: str
    verified: str


WORDS = {
    "sv": Words(
        "stöd från chef",
        "stöd från närmaste chef",
        "Vad stöd från närmaste chef sägs gå ihop med eller påverka",
        "personalomsättning",
        "Så kom nivån U1 till",
        "Socialt stöd från chefer",
        "bekräftat",
    ),
    "en": Words(
        "support from supervisor",
        "supervisor support",
        "What supervisor support is said to go with or affect",
        "staff turnover",
        "How the level U1 came about",
        "Social support from managers",
        "verified",
    ),
}


def test_the_words_of_the_journey_are_those_of_the_collection() -> None:
    for language, words in WORDS.items():
        label = f"label(language: {language.upper()})"
        found = ask(f'{{ concept(id: "{FROM}") {{ {label} }} to: concept(id: "{TO}") {{ {label} }} }}')
        assert (found["concept"]["label"], found["to"]["label"]) == (words.concept, words.link)


@pytest.mark.parametrize("language", LANGUAGE_PREFIXES)
@pytest.mark.parametrize(
    ("width", "scripts", "by_keyboard"),
    [*((width, scripts, False) for width in WIDTHS for scripts in (True, False)), (WIDTHS[0], True, True)],
    ids=["wide", "wide without scripts", "narrow", "narrow without scripts", "keyboard"],
)
@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="no texts of the documents beside the project")
def test_from_a_word_to_what_it_affects_to_why_that_level_to_the_passage(
    visit: Callable[..., Visitor], language: str, width: int, scripts: bool, by_keyboard: bool
) -> None:
    words = WORDS[language]
    page = visit(width=width, scripts=scripts).open(LANGUAGE_PREFIXES[language] or "/")
    page.locator("input[type=search]").focus()
    page.keyboard.type(words.search)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")

    follow(page, words.concept, by_keyboard)
    page.get_by_role("heading", name=words.affected).wait_for()
    # The strongest link stands first.
    first = page.locator("#out + .lines .line-title").first
    assert words.link in first.inner_text()
    follow(page, words.link, by_keyboard)
    page.get_by_role("heading", name=words.level).wait_for()
    follow(page, words.claim, by_keyboard)

    assert page.locator(".status").inner_text() == words.verified
    assert "Kim & Stoner" in page.locator(".passage mark").inner_text()
    assert len(page.locator(".passage").inner_text()) > 800


def test_a_link_page_tells_every_step_of_its_level(site: str) -> None:
    why = ask(f'{{ link(from: "{FROM}", to: "{TO}") {{ inWords why {{ nodes {{ rule effect }} }} }} }}')["link"]
    page = httpx.get(site + LINK, timeout=30).text

    assert why["inWords"] in page
    for step in why["why"]["nodes"]:
        assert step["rule"] in page
        assert step["effect"] in page


def test_a_link_page_shows_every_claim_on_the_pair(site: str) -> None:
    sides = ["supporting", "disputing", "accompanying", "open", "qualifying"]
    fields = " ".join(f"{side} {{ nodes {{ statement }} }}" for side in sides)
    link = ask(f'{{ link(from: "{FROM}", to: "{TO}") {{ {fields} }} }}')["link"]
    page = httpx.get(site + LINK, timeout=30).text

    for statement in (claim["statement"] for side in sides for claim in link[side]["nodes"]):
        assert statement in page


def test_no_side_of_a_link_is_left_out_where_nothing_is_said(site: str) -> None:
    page = httpx.get(site + LINK, timeout=30).text

    assert "Inget vägande påstående i denna samling säger emot." in page


def test_where_no_link_is_on_a_pair_the_cell_tells_what_is_known(site: str) -> None:
    response = httpx.get(site + "/en/link/motivational-interviewing/stress", timeout=30)

    assert response.status_code == 307
    assert response.headers["location"] == "/en/cell/motivational-interviewing/stress"


def test_without_the_text_a_claim_says_where_to_find_its_passage() -> None:
    claim = ask(
        f'{{ link(from: "{FROM}", to: "{TO}") {{ supporting {{ nodes {{ id passage {{ start end page }} }} }} }} }}'
    )
    (found,) = claim["link"]["supporting"]["nodes"]
    with served(library=None) as base:
        page = httpx.get(f"{base}/claim/{found['id'].rsplit('/', 1)[1]}", timeout=30).text

    assert f"s. {found['passage']['page']}" in page
    assert "dokumentet" in page
    assert "<mark>" not in page
