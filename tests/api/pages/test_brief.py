"""From a comparison to a brief, and what a brief promises: the same words as the API, and the truth about changes."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlencode

import docx
import httpx
import pytest
from playwright.sync_api import Page
from pybtex.database import parse_string

from api.pages.briefs.references import Reference, bibtex
from api.pages.texts import interface
from tests.api.pages.browsing import LANGUAGE_PREFIXES, WIDTHS, Visitor, press_until, served
from tests.collection import ROOT, ask, shipped_ontology

METHODS = ("motivational-interviewing", "preconditions-for-work")
LINK = "link:supervisor-support/turnover"
CHAIN = "chain:administrative-staffing/workload/stress"
CELL = "cell:motivational-interviewing/stress"

NAMES = {
    "sv": ("motiverande samtal", "Förutsättningar inför arbete"),
    "en": ("motivational interviewing", "Preconditions for Work"),
}
BUTTONS = {
    "sv": ("Jämför", "Lägg i underlaget", "Underlag", "Spara ändringar", "Hämta som Word"),
    "en": ("Compare", "Add to the brief", "Brief", "Save changes", "Download as Word"),
}
LEVEL = {
    "sv": "Ett släktskap når minst designnivå 1.",
    "en": "One lineage reaches design tier 1 or more.",
}
OWN_WORDS = "Vad säger vi på dagen?"


def get(site: str, address: str) -> httpx.Response:
    return httpx.get(site + address, timeout=30)


def brief(site: str, *items: str, **more: str) -> str:
    """The page of a brief of the items, as it reads."""
    return unescape(get(site, "/brief?" + urlencode([*(("item", item) for item in items), *more.items()])).text)


def permalink(page: str) -> str:
    """The permalink that a page of a brief offers."""
    found = re.search(r'<a href="([^"]+)" data-permalink', page)
    assert found
    return unescape(unescape(found[1]))


# --- journey -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGE_PREFIXES)
@pytest.mark.parametrize("width", WIDTHS)
def test_two_methods_are_compared_picked_given_a_heading_and_taken_home_as_a_word_file(
    visit: Callable[..., Visitor], language: str, width: int
) -> None:
    _, _, brief, save, word = BUTTONS[language]
    page = visit(width=width).open(LANGUAGE_PREFIXES[language] + "/compare")
    for number, name in enumerate(METHODS, 1):
        page.locator(f"#concept-{number}").select_option(name)
    page.locator("form.choose button").click()
    page.locator(".comparison").wait_for()
    page.locator(".actions > .pick[data-item*=' ']").click()
    pressed = [button.get_attribute("aria-pressed") for button in page.locator("button.pick").all()]
    assert pressed == ["true", "true", "true"]

    if width == min(WIDTHS):
        page.locator(".menu-button").click()
    assert page.locator("[data-brief-count]").inner_text() == "2"
    page.locator("#site-menu").get_by_role("link", name=brief).click()
    page.locator("#brief-heading").fill(OWN_WORDS)
    page.locator(".brief-edit").get_by_role("button", name=save).click()
    page.get_by_role("heading", name=OWN_WORDS).wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name=word).click()

    check_word_file(download.value.path().read_bytes(), language)


@pytest.mark.parametrize("language", LANGUAGE_PREFIXES)
@pytest.mark.parametrize("width", WIDTHS)
def test_without_scripts_the_address_is_the_brief(
    visit: Callable[..., Visitor], site: str, language: str, width: int
) -> None:
    _, pick, _, save, word = BUTTONS[language]
    query = "&".join(f"concept={name}" for name in METHODS)
    page = visit(width=width, scripts=False).open(f"{LANGUAGE_PREFIXES[language]}/compare?{query}")
    page.locator(".comparison td .pick", has_text=pick).first.click()
    assert page.locator(".brief-item").count() == 1

    page.locator("#brief-add").fill(f"{site}{LANGUAGE_PREFIXES[language]}/concept/{METHODS[1]}")
    page.locator("#brief-heading").fill(OWN_WORDS)
    page.locator(".brief-edit").get_by_role("button", name=save).click()
    assert page.locator(".brief-item").count() == 3
    address = page.get_by_role("link", name=word).get_attribute("href")

    check_word_file(get(site, str(address)).content, language)


def test_the_keyboard_is_enough_from_a_comparison_to_a_word_file(visit: Callable[..., Visitor]) -> None:
    query = "&".join(f"concept={name}" for name in METHODS)
    page = visit().open(f"/compare?{query}")
    for number in range(len(METHODS)):
        press_until(page, "Tab", "focused => focused.matches('td .pick[aria-pressed=false]')")
        page.keyboard.press("Enter")
        assert page.locator("[data-brief-count]").inner_text() == str(number + 1)
    press_until(page, "Shift+Tab", "focused => focused.querySelector('[data-brief-count]')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/brief?**")
    press_until(page, "Tab", "focused => focused.id === 'brief-heading'")
    page.keyboard.type(OWN_WORDS)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=OWN_WORDS).wait_for()
    press_until(page, "Tab", "focused => focused.href?.includes('/brief.docx')")
    with page.expect_download() as download:
        page.keyboard.press("Enter")

    check_word_file(download.value.path().read_bytes(), "sv")


def check_word_file(content: bytes, language: str) -> None:
    """The file has both methods under headings, the heading of one's own, what is not known, the collection's limits,
    numbered references, the levels in words, the data's version and the permalink, in the language of the page.
    """
    document = docx.Document(io.BytesIO(content))
    headings = [each.text for each in document.paragraphs if each.style.name.startswith("Heading")]
    lines = [each.text for each in document.paragraphs]
    levels = {row.cells[0].text: row.cells[1].text for table in document.tables for row in table.rows}

    assert headings[2] == OWN_WORDS
    for heading, name in zip(headings, NAMES[language], strict=False):
        assert name.lower() in heading.lower()
    assert ("Inte känt:" if language == "sv" else "Not known:") in lines
    assert any(line.startswith("[1]\t") and "En utsatt position" in line for line in lines)
    assert any(line.endswith(" [1]") for line in lines)
    assert levels["U1"] == LEVEL[language]
    assert any(line.startswith("Dataversion: " if language == "sv" else "Data version: ") for line in lines)
    assert any("/brief?item=" in line and "version=" in line for line in lines)
    assert document.core_properties.language == ("sv-SE" if language == "sv" else "en-GB")


# --- what a brief says ----------------------------------------------------------------------------------------------


def test_a_brief_says_of_each_item_what_the_api_says(site: str) -> None:
    page = unescape(get(site, f"/brief?item={LINK}&item={CELL}&item={CHAIN}&item=concept:stress").text)
    answer = ask(
        """{
        link(from: "concept:supervisor-support", to: "concept:turnover") { inWords level }
        gapMap(rows: ["concept:motivational-interviewing"], columns: ["concept:stress"]) { rows { cells { inWords } } }
        paths(from: ["concept:administrative-staffing"], to: ["concept:stress"], through: ["concept:workload"]
          maxHops: 2, includeUnweighted: true) { nodes { inWords } }
        concept(id: "concept:stress") { definition }
        }"""
    )

    assert answer["link"]["inWords"] in page
    assert answer["gapMap"]["rows"][0]["cells"][0]["inWords"] in page
    assert answer["paths"]["nodes"][0]["inWords"] in page
    assert answer["concept"]["definition"] in page


def test_a_chain_of_one_step_is_told_like_any_other(site: str) -> None:
    page = brief(site, "chain:administrative-staffing/workload")
    chain = ask(
        '{ paths(from: "concept:administrative-staffing", to: "concept:workload", maxHops: 1) { nodes { inWords } } }'
    )

    assert chain["paths"]["nodes"][0]["inWords"] in page


def test_the_level_of_a_statement_is_told_in_words(site: str) -> None:
    page = brief(site, LINK)

    assert page.count(LEVEL["sv"]) == 3  # beside the statement, among all levels, and where one points at the level


def test_a_statement_brings_what_it_rests_on_and_what_is_not_known(site: str) -> None:
    link = ask(
        """{ link(from: "concept:supervisor-support", to: "concept:turnover") {
          licensedForceLabel
          profile { nodes { lineage { label } designLabel } }
          supporting { nodes { context { label } } }
        } }"""
    )["link"]
    page = brief(site, LINK)
    told = [link["licensedForceLabel"], *(each["context"]["label"] for each in link["supporting"]["nodes"])]
    told += [each["lineage"]["label"] for each in link["profile"]["nodes"]]
    told += [each["designLabel"] for each in link["profile"]["nodes"]]

    assert [each for each in told if each not in page] == []
    assert "Det betyder inte att inget talar emot." in page


def test_a_method_brings_its_status_and_that_it_is_not_about_effect(site: str) -> None:
    page = brief(site, f"concept:{METHODS[0]}")

    assert "Kallas evidensbaserad · verkan för klienter" in page
    assert "betyder inte att det saknar verkan" in page
    assert "Frågor utan evidensstatus: verkan för personalen." in page


def test_every_number_leads_to_its_reference(site: str) -> None:
    page = brief(site, LINK, CHAIN, "concept:stress")
    cited = set(re.findall(r'href="#(ref-\d+)"', page))

    assert cited
    assert cited == set(re.findall(r'<li id="(ref-\d+)"', page))


def test_items_are_moved_and_removed_by_the_address_alone(site: str) -> None:
    items = f"item={LINK}&item={CELL}&item=heading:Eget"

    def order(extra: str) -> list[str]:
        return re.findall(r'data-key="([^"]+)"', get(site, f"/brief?{items}{extra}").text)

    assert order("") == [LINK, CELL, "heading:Eget"]
    assert order("&up=2") == [LINK, "heading:Eget", CELL]
    assert order("&down=0") == [CELL, LINK, "heading:Eget"]
    assert order("&remove=1") == [LINK, "heading:Eget"]


# --- what became of it ----------------------------------------------------------------------------------------------


def test_a_permalink_says_that_nothing_has_changed(site: str) -> None:
    address = permalink(brief(site, LINK, CELL, CHAIN, "concept:stress"))
    page = get(site, address).text

    assert address.count("%40") == 4
    assert "Inget av det som står här har ändrats sedan underlaget gjordes." in page
    assert 'class="changed"' not in page


def test_a_permalink_holds_in_every_language(site: str) -> None:
    address = permalink(brief(site, LINK, CELL, CHAIN, "concept:stress"))

    assert "Nothing that stands here has changed since the brief was made." in get(site, "/en" + address).text


def test_a_permalink_says_item_by_item_what_has_changed_is_gone_or_is_the_same(site: str) -> None:
    same = re.search("item=(cell[^&]+)", permalink(brief(site, CELL)))
    assert same
    page = brief(site, f"{LINK}@00000000", unquote(same[1]), "link:a/b@12345678", version="older")

    assert "En del säger något annat än när underlaget gjordes. En del finns inte i samlingen." in page
    marks = [re.findall('class="(changed|same)"', item) for item in page.split('<li class="brief-item"')[1:]]
    assert marks == [["changed"], ["same"], ["changed"]]
    assert page.count("Detta har ändrats sedan underlaget gjordes.") == 1
    assert page.count("Fanns när underlaget gjordes.") == 1


def test_when_a_study_is_added_a_permalink_tells_which_statements_it_changed(site: str, tmp_path: Path) -> None:
    on_the_pair = "link:supervisor-support/stress"
    first = brief(site, on_the_pair, LINK)
    (tmp_path / "studies").mkdir()
    shutil.copy(ROOT / "tests" / "studies" / "valid" / "whole.yaml", tmp_path / "studies")
    with served(data=tmp_path) as base:
        later = get(base, permalink(first)).text
        now = get(base, permalink(later)).text

    marks = [re.findall('class="(changed|same)"', item) for item in later.split('<li class="brief-item"')[1:]]
    assert marks == [["changed"], ["same"]]
    assert "2 släktskap" in later
    assert "Inget av det som står här har ändrats sedan underlaget gjordes." in now
    assert len({version(page) for page in (first, later, now)}) == 2


def version(page: str) -> str:
    """Which version of the data a page says that it is made of."""
    found = re.search('class="version">[^<]*<code>([0-9a-f]+)</code>', page)
    assert found
    return found[1]


def test_what_is_no_item_is_told_and_no_error(site: str) -> None:
    given = ("nonsense", "link:a", "chain:a/b", "concept:\0", "cell://", "concept:a b", "link:stress/turnover@<b>")
    page = brief(site, *given)

    assert "Detta är inget som ett underlag kan innehålla: nonsense." in page
    assert "Detta finns inte i samlingen: a – b." in page
    assert page.count('<li class="brief-item"') == len(given)


def test_a_brief_that_is_full_says_so_and_how_much_found_no_room(site: str) -> None:
    page = brief(site, *(f"heading:{number}" for number in range(62)))

    assert page.count('<li class="brief-item"') == 60
    assert "Underlaget rymmer 60 delar och är fullt." in page
    assert "2 delar fick inte plats och är inte med." in page


def test_sixty_links_are_answered(site: str) -> None:
    links = ask("{ links(first: 60, orderBy: [{ claimCount: DESC }]) { nodes { from { id } to { id } inWords } } }")
    ends = [[each[end]["id"].rsplit("/", 1)[1] for end in ("from", "to")] for each in links["links"]["nodes"]]
    page = brief(site, *(f"link:{source}/{target}" for source, target in ends))

    assert [each["inWords"] for each in links["links"]["nodes"] if each["inWords"] not in page] == []


def test_pages_and_other_briefs_are_added_by_their_address(site: str) -> None:
    def added(address: str) -> list[str]:
        return re.findall('data-key="([^"]+)"', brief(site, "concept:stress", add=address))

    assert added(f"{site}/en/link/supervisor-support/turnover?x=1") == ["concept:stress", LINK]
    assert added("/cell/motivational-interviewing/stress#why") == ["concept:stress", CELL]
    assert added(site + permalink(brief(site, CHAIN, CELL))) == ["concept:stress", CHAIN, CELL]
    assert added("concept:turnover") == ["concept:stress", "concept:turnover"]
    assert added("https://example.org/") == ["concept:stress"]
    assert "är inte adressen till något som ett underlag kan innehålla" in brief(site, add="https://example.org/")


def test_a_heading_is_shown_as_it_was_written_and_does_nothing(visit: Callable[..., Visitor]) -> None:
    words = "<script>alert(1)</script> ”citat” & 'x' " + "mycket " * 60
    visitor = visit(width=390)
    page: Page = visitor.page
    page.goto(f"{visitor.base}/brief?item={LINK}")
    page.locator("#brief-heading").evaluate("(field, words) => { field.maxLength = 5000; field.value = words; }", words)
    page.locator(".brief-edit button").click()
    shown = page.locator(".brief-item[data-kind='heading'] h2").inner_text()

    assert shown.startswith("<script>alert(1)</script> ”citat” & 'x' mycket")
    assert len(shown) <= 200
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


# --- files ---------------------------------------------------------------------------------------------------------


def test_sources_are_given_as_bibtex_and_csl_with_what_was_inferred_marked(site: str) -> None:
    bibliography = parse_string(get(site, f"/brief.bib?item={LINK}").text, "bibtex")
    csl = json.loads(get(site, f"/brief.json?item={LINK}").content)

    assert set(bibliography.entries) == {each["id"] for each in csl} == {"en-utsatt-position-2022", "kim-stoner-2008"}
    report, study = csl
    assert report["issued"] == {"date-parts": [[2022]]}
    assert report["author"][0] == {"family": "Näslund", "given": "Lovisa"}
    assert "Inte läst för samlingen" in study["note"]
    assert str(bibliography.entries["en-utsatt-position-2022"].persons["author"][0]) == "Näslund, Lovisa"


def test_words_that_no_file_can_hold_are_left_out_of_a_word_file(site: str) -> None:
    response = get(
        site, "/brief.docx?" + urlencode({"item": "heading:a\x0bb\0c \ud83d", "title": "\x1f"}, errors="replace")
    )
    document = docx.Document(io.BytesIO(response.content))

    assert next(each.text for each in document.paragraphs if each.style.name == "Heading 1").startswith("a bc")


def test_what_latex_would_take_for_commands_is_written_as_characters() -> None:
    title = r"100 % {af} \ $x_y^z$ ~ #1 & ”å ä ö”"
    record = {
        "id": "https://example.org/cited-work/a",
        "title": title,
        "year": 2020,
        "authors": {"nodes": [{"id": "b", "name": "Barn & Co {"}]},
        "people": {"nodes": []},
        "publisher": None,
        "series": None,
        "identifiers": [],
        "publicationType": "JOURNAL_ARTICLE",
        "inferred": {"nodes": []},
    }
    written = bibtex([Reference(record, is_read=True)], shipped_ontology(), interface("sv"))
    entry = parse_string(written, "bibtex").entries["a"]

    assert entry.fields["title"] == (
        r"100 \% \textbraceleft{}af\textbraceright{} \textbackslash{} \$x\_y\textasciicircum{}z\$ "
        r"\textasciitilde{} \#1 \& ”å ä ö”"
    )
    assert str(entry.persons["author"][0]) == r"{Barn \& Co \textbraceleft{}}"


def test_a_brief_of_headings_alone_has_no_sources(site: str) -> None:
    assert json.loads(get(site, "/brief.json?item=heading:Eget").content) == []
    assert get(site, "/brief.docx?item=heading:Eget").status_code == 200


# --- the basket ------------------------------------------------------------------------------------------------------


def test_the_basket_stays_in_this_browser_and_nowhere_else(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.open("/link/supervisor-support/turnover")
    page.locator(".page-header .pick").click()
    page.reload()
    assert page.locator("[data-brief-count]").inner_text() == "1"
    assert page.locator(".page-header .pick").get_attribute("aria-pressed") == "true"
    assert visitor.context.cookies() == []

    other = visit().open("/")
    assert other.locator("[data-brief-count]").is_hidden()


def test_what_is_changed_on_the_page_is_kept_in_the_browser(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.open("/link/supervisor-support/turnover")
    page.locator(".page-header .pick").click()
    visitor.open("/brief")
    page.wait_for_url("**/brief?**")
    page.locator("#brief-title").fill("Vår dag")
    page.locator("#brief-heading").fill(OWN_WORDS)
    page.locator(".brief-edit button").click()
    page.get_by_role("heading", name=OWN_WORDS).wait_for()
    page.locator("[name=up]").click()
    page.locator(".brief-item[data-kind=heading] + .brief-item[data-kind=link]").wait_for()

    visitor.open("/brief")
    page.wait_for_url("**/brief?**")
    assert page.locator("h1").inner_text() == "Vår dag"
    assert [each.get_attribute("data-kind") for each in page.locator(".brief-item").all()] == ["heading", "link"]
    page.locator("[name=remove]").first.click()
    page.locator(".brief-item").first.wait_for()
    visitor.open("/")
    assert page.locator("[data-brief-count]").inner_text() == "1"


def test_somebody_elses_brief_is_taken_over_only_if_the_reader_says_so(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.open("/concept/stress")
    page.locator(".page-header .pick").click()
    page = visitor.open(f"/brief?item={LINK}&item={CELL}")
    page.locator("#brief-heading").fill(OWN_WORDS)
    page.locator(".brief-edit button").click()
    page.get_by_role("heading", name=OWN_WORDS).wait_for()
    assert page.locator("[data-brief-count]").inner_text() == "1"
    assert page.locator("[data-take]").inner_text() == "Byt ut mitt underlag mot detta"
    page.locator("[data-take]").click()

    assert page.locator("[data-brief-count]").inner_text() == "3"


def test_a_full_basket_takes_no_more_and_says_so(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.open("/brief?" + "&".join(f"item=heading:{number}" for number in range(60)))
    page.locator("[data-take]").click()
    page = visitor.open("/concept/stress")
    page.locator(".page-header .pick").click()

    assert "Underlaget är fullt" in page.locator(".page-header .pick").inner_text()
    assert page.locator("[data-brief-count]").inner_text() == "60"
