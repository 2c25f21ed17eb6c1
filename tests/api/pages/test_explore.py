"""The explorer and the chain finder: what is drawn is what is listed, and words lead to the concepts they mean."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import httpx
import pytest
from playwright.sync_api import Locator, Page

from tests.api.pages.browsing import LANGUAGE_PREFIXES, WIDTHS, Visitor, press_until

ENDS = {
    "sv": ("nedskärning av administrativ personal", "sjukfrånvaro"),
    "en": ("cuts in administrative staff", "sickness absence"),
}
SVG = "{http://www.w3.org/2000/svg}"


def drawn_on(page_text: str) -> dict[str, object]:
    """What the script of a page is given to draw."""
    block = re.search(r'<script type="application/json" id="graph">(.*?)</script>', page_text, re.DOTALL)
    assert block is not None
    found: dict[str, object] = json.loads(block[1])
    return found


def listed(page: Page) -> set[str]:
    """The links that the lists of the page hold."""
    return set(page.eval_on_selector_all("main li[data-link]", "all => all.map((each) => each.dataset.link)"))


def drawn(page: Page) -> set[str]:
    """The links that the picture holds."""
    return set((page.get_attribute("#picture", "data-links") or "").split())


def asked_for_chains(visitor: Visitor, language: str) -> Page:
    """The page after the two ends were typed into the form, as somebody does who comes to the explorer."""
    page = visitor.open(f"{LANGUAGE_PREFIXES[language]}/explore")
    start, end = ENDS[language]
    page.fill("#chain-from", start)
    page.fill("#chain-to", end)
    page.press("#chain-to", "Enter")
    page.wait_for_url("**/explore?*")
    return page


@pytest.mark.parametrize("language", ENDS)
@pytest.mark.parametrize("width", WIDTHS)
def test_from_cut_administrators_to_sickness_absence(
    visit: Callable[..., Visitor], width: int, language: str, tmp_path: Path
) -> None:
    page = asked_for_chains(visit(width=width), language)
    assert ENDS[language][0] in page.inner_text(".opposite")
    assert page.locator(".chain").count() == 0
    assert page.locator("#bridge").is_visible()

    page.click(".offer a")
    page.wait_for_selector("#picture[data-links]")
    chains = page.locator(".chain")
    assert chains.count() == 3
    assert drawn(page) == listed(page)

    page.locator(".show-chain").nth(1).click()
    steps = chains.nth(1).locator("li[data-link]")
    second = [step.get_attribute("data-link") for step in steps.all()]
    assert set((page.get_attribute("#picture", "data-marked") or "").split()) == set(second)

    with page.expect_download() as download:
        page.click('[data-do="svg"]')
    download.value.save_as(tmp_path / "chain.svg")
    assert download.value.suggested_filename == "evidensgraf-administrative-staffing-sickness-absence.svg"
    shows_the_same(tmp_path / "chain.svg", page)
    with page.expect_download() as download:
        page.click('[data-do="png"]')
    download.value.save_as(tmp_path / "chain.png")
    assert (tmp_path / "chain.png").read_bytes().startswith(b"\x89PNG")


def test_the_keyboard_is_enough_from_two_words_to_a_chain_saved_as_svg(
    visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    page = visit().open("/explore")
    press_until(
        page, "Tab", "focused => focused.matches('summary') && focused.parentElement.querySelector('#chain-from')"
    )
    if not page.locator("#chain-from").is_visible():
        page.keyboard.press("Enter")
    for field, word in zip(("chain-from", "chain-to"), ENDS["sv"], strict=True):
        press_until(page, "Tab", f"focused => focused.id === '{field}'")
        page.keyboard.type(word)
    page.keyboard.press("Enter")
    page.wait_for_url("**/explore?*")
    press_until(page, "Tab", "focused => focused.matches('.offer a')")
    page.keyboard.press("Enter")
    page.wait_for_selector("#picture[data-links]")
    press_until(page, "Tab", "focused => focused.matches('[data-do=svg]')")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    download.value.save_as(tmp_path / "chain.svg")

    shows_the_same(tmp_path / "chain.svg", page)


def shows_the_same(file: Path, page: Page) -> None:
    """The file's boxes, arrows and texts are those of the picture, and it needs nothing from elsewhere."""
    root = ElementTree.parse(file).getroot()
    arrows = root.findall(f".//{SVG}path[@class='link']")
    assert {each.get("data-link") for each in arrows} == drawn(page)
    assert all(each.get("marker-end") for each in arrows)
    boxes = root.findall(f".//{SVG}g[@class='concept']")
    nodes = (page.get_attribute("#picture", "data-nodes") or "").split()
    assert {each.get("data-node") for each in boxes} == set(nodes)
    texts = " ".join("".join(each.itertext()) for each in root.iter(f"{SVG}text"))
    assert str(page.get_attribute("#picture", "data-version")) in texts
    content = file.read_text(encoding="utf-8")
    assert "var(" not in content
    assert "href" not in content


@pytest.mark.parametrize("language", ENDS)
@pytest.mark.parametrize("width", WIDTHS)
def test_chains_are_found_told_and_saved_as_svg_without_scripts(
    visit: Callable[..., Visitor], width: int, language: str, tmp_path: Path
) -> None:
    page = asked_for_chains(visit(width=width, scripts=False), language)
    page.click(".offer a")

    assert page.locator(".chain").count() == 3
    assert page.locator("#picture").is_hidden()
    assert page.locator(".chain a.pick").first.get_attribute("data-item") == (
        "chain:administrative-staffing/workload/demand-resource-balance/feeling-of-inadequacy"
        "/work-situation/sickness-absence"
    )
    with page.expect_download() as download:
        page.locator(".chain a[download]").first.click()
    download.value.save_as(tmp_path / "chain.svg")
    told = page.locator(".chain .in-words").first.inner_text()
    version = page.locator(".version code").inner_text()
    is_the_chain(tmp_path / "chain.svg", page.locator(".chain").first, told, version)


def is_the_chain(file: Path, chain: Locator, told: str, version: str) -> None:
    """The file has a box for each concept and an arrow for each step, and says how far the chain may be trusted."""
    root = ElementTree.parse(file).getroot()
    steps = chain.locator("li[data-link]").count()
    assert len(root.findall(f".//{SVG}path[@class='arrow']")) == steps
    assert len(root.findall(f".//{SVG}g[@class='concept-box']")) == steps + 1
    texts = " ".join("".join(each.itertext()) for each in root.iter(f"{SVG}text"))
    assert told in texts
    assert version in texts
    assert "href" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("chain", ["", "stress", "stress/no-such-concept", "stress/administrative-staffing", "a/" * 9])
def test_a_chain_that_is_none_is_no_file(site: str, chain: str) -> None:
    assert httpx.get(f"{site}/explore.svg", params={"chain": chain}, timeout=30).status_code == 404


@pytest.mark.parametrize("language", ENDS)
def test_the_picture_grows_by_keyboard_and_the_list_with_it(visit: Callable[..., Visitor], language: str) -> None:
    page = visit().open(f"{LANGUAGE_PREFIXES[language]}/explore?concept=sickness-absence")
    page.wait_for_selector("#picture[data-links]")
    before = drawn(page)
    assert before == listed(page)

    page.locator('[data-node="case-backlog"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_selector('[data-node="case-backlog"].grown')

    assert drawn(page) > before
    assert drawn(page) == listed(page)
    assert page.locator("a.pick").count() == 0

    first = page.locator("li[data-link]").first
    first.locator("a").first.focus()
    assert page.get_attribute("#picture", "data-marked") == first.get_attribute("data-link")


def test_a_click_in_the_picture_tells_what_was_clicked(visit: Callable[..., Visitor]) -> None:
    page = visit(reduced_motion="reduce").open("/explore?concept=sickness-absence")
    page.wait_for_selector("#picture[data-links]")
    box = page.locator(".canvas").bounding_box()
    assert box is not None

    for part in range(2, 20):  # along the middle, where the concept and what it leads to stand
        page.mouse.click(box["x"] + box["width"] * part / 20, box["y"] + box["height"] / 2)
        if page.locator(".chosen [data-slot]").count():
            break

    assert page.locator(".chosen a").first.is_visible()
    assert page.get_attribute("#picture", "data-marked")


@pytest.mark.parametrize("word", ["sickness-absence", "sjukfrånvaro", "Sjukfrånvaro", "sickness absence"])
def test_a_concept_is_found_by_name_and_by_label_in_any_language(site: str, word: str) -> None:
    answer = httpx.get(f"{site}/explore?concept={quote(word)}", timeout=30)

    assert drawn_on(answer.text)["focus"] == "sickness-absence"


def test_a_word_that_is_no_concept_is_said_to_be_none_and_others_are_offered(site: str) -> None:
    text = httpx.get(f"{site}/explore?concept=chefsstöd%20och%20personal", timeout=30).text

    assert "chefsstöd och personal" in text
    assert 'class="unclear"' in text
    assert re.search(r'<li><a href="/explore\?concept=[a-z-]+"', text)
    assert 'id="graph"' not in text


def test_links_without_weight_are_drawn_only_when_asked_for_and_the_page_says_how_many_wait(site: str) -> None:
    weighed = httpx.get(f"{site}/explore?concept=sickness-absence", timeout=30).text
    whole = httpx.get(f"{site}/explore?concept=sickness-absence&unweighted=1", timeout=30).text

    assert all(each["hasWeight"] for each in drawn_on(weighed)["links"])  # type: ignore[attr-defined]
    assert not all(each["hasWeight"] for each in drawn_on(whole)["links"])  # type: ignore[attr-defined]
    assert 'class="offer"' in weighed
    assert 'class="offer"' not in whole


def test_a_level_leaves_out_links_below_it(site: str) -> None:
    text = httpx.get(f"{site}/explore?concept=stress&level=U1", timeout=30).text

    levels = {each["level"] for each in drawn_on(text)["links"]}  # type: ignore[attr-defined]
    assert levels
    assert "U0" not in levels


@pytest.mark.parametrize("query", ["level=U9", "hops=7", "sign=UP"])
def test_an_address_with_a_value_that_is_none_is_refused(site: str, query: str) -> None:
    assert httpx.get(f"{site}/explore?{query}", timeout=30).status_code == 400


def test_only_this_page_loads_the_explorer(site: str) -> None:
    assert "explorer.js" in httpx.get(f"{site}/explore", timeout=30).text
    assert "explorer.js" not in httpx.get(f"{site}/concept/stress", timeout=30).text
