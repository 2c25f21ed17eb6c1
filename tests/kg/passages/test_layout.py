"""Pages and sections are told where the text bears them out, and are not guessed elsewhere."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.passages import NumberEndsParagraph, Page, read_layout

REPORT = """Insamlade rubriker, av dem en som slutar på 1

Rapport om stöd 1

1 Innehåll 1 Inledning... 3 1.1 Stöd: chefer, kollegor... 3 2 Metod... 4 3 Slutsats... 9 2

2 Inledning Här börjar texten. 2.1 Stöd: chefer, kollegor Chefer ger stöd. 2 Siffran är en fotnot. En mening som 3

fortsätter över sidan. 3 Metod Tjugo samtal på 4

ett kontor 5"""


def test_each_page_ends_with_its_number() -> None:
    pages = read_layout(REPORT).pages
    assert [page.number for page in pages] == [1, 2, 3, 4, 5]
    assert [REPORT[page.start : page.end].split()[-1] for page in pages] == ["1", "2", "3", "4", "5"]


def test_the_first_page_begins_with_its_paragraph_and_others_where_the_one_before_ends() -> None:
    first, second, *_ = read_layout(REPORT).pages
    assert REPORT[first.start : first.end] == "Rapport om stöd 1"
    assert second.start == first.end


def test_what_stands_before_the_first_page_and_after_the_last_is_on_no_page() -> None:
    layout = read_layout(REPORT + "\n\nefterskrift")
    assert layout.page_at(REPORT.index("rubriker")) is None
    assert layout.page_at(REPORT.index("Rapport")) == 1
    assert layout.page_at(len(REPORT) - 1) == 5
    assert layout.page_at(len(REPORT)) is None


def test_a_word_after_a_page_break_is_on_the_next_page() -> None:
    layout = read_layout(REPORT)
    assert layout.page_at(REPORT.index("En mening")) == 3
    assert layout.page_at(REPORT.index("fortsätter")) == 4


def test_sections_carry_the_bodys_numbers_not_those_of_the_contents() -> None:
    layout = read_layout(REPORT)
    assert [section.number for section in layout.sections] == ["2", "2.1", "3"]
    assert layout.section_at(REPORT.index("Här börjar")) == "2"
    assert layout.section_at(REPORT.index("Chefer ger")) == "2.1"
    assert layout.section_at(REPORT.index("fotnot")) == "2.1"
    assert layout.section_at(REPORT.index("Tjugo")) == "3"


def test_before_the_first_heading_and_off_the_pages_there_is_no_section() -> None:
    layout = read_layout(REPORT + "\n\nefterskrift")
    assert layout.section_at(REPORT.index("Innehåll")) is None
    assert layout.section_at(len(REPORT) + 5) is None


@pytest.mark.parametrize(
    ("part", "instead"),
    [
        ("3 Metod Tjugo", "3 Material Tjugo"),
        ("3 Metod Tjugo", "3 Metod ja 3 Metod Tjugo"),
        ("3 Metod Tjugo", "Metod Tjugo"),
        ("2 Metod... 4", "2 Metod... 3"),
        ("1 Inledning... 3 1.1 Stöd: chefer, kollegor... 3 2 Metod... 4 3 Slutsats... 9", "2 Metod... 4"),
    ],
)
def test_headings_that_the_contents_do_not_bear_out_give_no_sections_at_all(part: str, instead: str) -> None:
    assert read_layout(REPORT.replace(part, instead)).sections == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ett stycke.\n\nEtt till.",
        "Publicerad 2016\n\nUppdaterad 2017\n\nLäst 2018",
        "Två sidor 1\n\när för få 2",
        "En 1\n\ntvå 2\n\nfyra 4",
        "En 1\n\ntvå 2\n\ntvå igen 2\n\ntre 3",
        "Numret 1 står\n\ninte sist 2 i\n\nstycket 3.",
    ],
)
def test_a_text_without_consecutive_numbers_has_no_pages(text: str) -> None:
    assert read_layout(text).pages == ()


def test_a_rule_given_for_a_document_may_begin_anywhere_and_be_short() -> None:
    text = "Sida sju 7\n\nsida åtta 8\n\nslut"
    assert read_layout(text, NumberEndsParagraph(7, 8)).pages == (Page(7, 0, 10), Page(8, 10, 23))


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        (1, 6, "page number 6"),
        (0, 5, "page number 1 ends several"),
        (7, 9, "page number 9"),
        (3, 2, "cannot run from 3 to 2"),
    ],
)
def test_a_rule_that_the_text_does_not_bear_out_is_refused(first: int, last: int, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_layout(REPORT, NumberEndsParagraph(first, last))


def test_a_page_number_that_ends_two_paragraphs_is_refused() -> None:
    with pytest.raises(InputError, match="page number 2 ends several paragraphs"):
        read_layout("En 1\n\ntvå 2\n\ntvå igen 2\n\ntre 3", NumberEndsParagraph(1, 3))
