"""Loops as pictures and as steps, and where things stand in the pictures."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import httpx
import pytest

from api.pages.drawing.geometry import ring
from api.pages.drawing.wrapping import wrapped
from tests.api.pages.browsing import LANGUAGE_PREFIXES, WIDTHS, Visitor

LOOP = "demand-resource-balance/feeling-of-inadequacy/work-situation/turnover"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("language", LANGUAGE_PREFIXES)
def test_a_loop_is_drawn_and_told_in_the_same_steps(visit: Callable[..., Visitor], language: str) -> None:
    page = visit(width=WIDTHS[1], scripts=False).open(f"{LANGUAGE_PREFIXES[language]}/loops")

    told = page.eval_on_selector_all(".loop .steps > li", "all => all.map((each) => each.dataset.link)")
    arcs = page.eval_on_selector_all(".loop-picture .arc", "all => all.map((each) => each.dataset.link)")
    assert told == arcs
    assert len(told) == 4
    assert page.locator(".loop-picture .polarity text").text_content() == "R"
    assert page.locator(".loop .note").is_visible()  # it rests on claims without weight, and says so


def test_the_only_loop_is_gone_where_only_weight_counts_and_the_page_says_what_was_left_out(site: str) -> None:
    text = httpx.get(f"{site}/loops?weighted=1", timeout=30).text

    assert "loop-picture" not in text
    assert "utan vikt: 1" in text


def test_loops_through_a_concept_begin_at_it(site: str) -> None:
    text = httpx.get(f"{site}/loops?concept=personalomsättning", timeout=30).text

    assert 'data-link="turnover/demand-resource-balance"' in text.partition('class="steps"')[2][:200]


def test_a_concept_without_loops_is_said_to_have_none(site: str) -> None:
    text = httpx.get(f"{site}/loops?concept=professional-supervision", timeout=30).text

    assert "Ingen sluten krets" in text


def test_a_word_that_is_no_concept_gets_proposals_and_not_all_loops(site: str) -> None:
    text = httpx.get(f"{site}/loops?concept=supervision", timeout=30).text

    assert "/loops?concept=professional-supervision" in text
    assert "loop-picture" not in text


def test_a_loop_is_a_file_that_stands_alone(site: str) -> None:
    answer = httpx.get(f"{site}/loops.svg?loop={LOOP}", timeout=30)

    root = ElementTree.fromstring(answer.content)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert len(root.findall(f".//{SVG}path[@class='arc']")) == 4
    assert "dataversion" in "".join(root.itertext())
    assert b"var(" not in answer.content


def test_a_loop_that_is_none_is_no_file(site: str) -> None:
    assert httpx.get(f"{site}/loops.svg?loop=turnover/work-situation", timeout=30).status_code == 404
    assert httpx.get(f"{site}/loops.svg", timeout=30).status_code == 404


def test_a_loop_is_saved_as_svg_and_png(visit: Callable[..., Visitor], tmp_path: Path) -> None:
    page = visit().open("/loops")
    for button, beginning in (("a.save", b"<?xml"), ("button.save", b"\x89PNG")):
        with page.expect_download() as download:
            page.click(button)
        download.value.save_as(tmp_path / "file")
        assert (tmp_path / "file").read_bytes().startswith(beginning)


@pytest.mark.parametrize("count", range(2, 9))
def test_boxes_of_a_ring_keep_apart_and_inside_the_picture(count: int) -> None:
    labels = [("arbetsplatsträff",), ("balans mellan", "krav och resurser")] * 4
    placed = ring(labels[:count])

    assert len(placed.boxes) == len(placed.arcs) == count
    for box in placed.boxes:
        assert box.x - box.width / 2 >= 0
        assert box.x + box.width / 2 <= placed.width
        assert box.y - box.height / 2 >= 0
        assert box.y + box.height / 2 <= placed.height
    for one, other in combinations(placed.boxes, 2):
        across, down = (one.width + other.width) / 2, (one.height + other.height) / 2
        assert abs(one.x - other.x) >= across or abs(one.y - other.y) >= down


def test_an_arc_runs_between_its_boxes_and_into_neither() -> None:
    placed = ring([("ett",), ("två",), ("tre",)])

    for box, after, arc in zip(placed.boxes, (*placed.boxes[1:], placed.boxes[0]), placed.arcs, strict=True):
        for x, y in ((arc.from_x, arc.from_y), (arc.to_x, arc.to_y)):
            assert not box.holds(x, y)
            assert not after.holds(x, y)
        assert box.holds(arc.from_x, arc.from_y, around=8)
        assert after.holds(arc.to_x, arc.to_y, around=8)


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("stress", ["stress"]),
        ("balans mellan krav och resurser", ["balans mellan", "krav och resurser"]),
        ("personalomsättning", ["personalomsättning"]),
        ("arbetsplatssammanhållning", ["arbetsplats-", "sammanhållning"]),
    ],
)
def test_a_label_is_divided_between_words_and_else_between_parts_of_a_compound(label: str, lines: list[str]) -> None:
    assert wrapped(label, 17, 20) == lines
