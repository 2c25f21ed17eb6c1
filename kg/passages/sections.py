"""Sections of a text without layout, where its own table of contents bears the headings out.

A heading counts only when the title that the contents list is found after a number, once, on the page that the
contents name. The section's number is the one in the body: contents and body may count differently.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.passages.pages import Page

_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,3}"
_ENTRY = re.compile(rf"(?<!\S)({_NUMBER})\s+((?:(?!\s{_NUMBER}\s|\.\.\.)[^\n]){{1,200}})\.{{3,}}\s*(\d{{1,4}})(?!\S)")
_FEWEST_ENTRIES = 3


class Section(NamedTuple):
    """A section's number as it stands in the text's body, and the offset where its heading begins."""

    number: str
    start: int


class _Entry(NamedTuple):
    number: str
    title: str
    page: int


def recognise_sections(text: str, pages: Sequence[Page]) -> tuple[Section, ...]:
    """In order; empty unless every heading that the contents place on one of the pages is found there once."""
    by_number = {page.number: page for page in pages}
    found = [_headings(text, by_number[entry.page], entry) for entry in _contents(text) if entry.page in by_number]
    sections = [places[0] for places in found if len(places) == 1]
    in_order = sections == sorted(sections, key=lambda section: section.start)
    return tuple(sections) if in_order and len(sections) == len(found) else ()


def section_at(sections: Sequence[Section], offset: int) -> str | None:
    """The number of the section that holds the character at `offset`; None before the first heading."""
    index = bisect_right(sections, offset, key=lambda section: section.start) - 1
    return sections[index].number if index >= 0 else None


def _contents(text: str) -> list[_Entry]:
    """The entries of the table of contents: number, title, dots, page."""
    entries = [_Entry(number, title.strip(), int(page)) for number, title, page in _ENTRY.findall(text)]
    return entries if len(entries) >= _FEWEST_ENTRIES else []


def _headings(text: str, page: Page, entry: _Entry) -> list[Section]:
    return [
        Section(number, start)
        for number, start in _numbered_titles(text, page, entry.title)
        if number.count(".") == entry.number.count(".")
    ]


def _numbered_titles(text: str, page: Page, title: str) -> Iterator[tuple[str, int]]:
    words = r"\s+".join(map(re.escape, title.split()))
    for match in re.compile(rf"(?<!\S)({_NUMBER})\s+{words}(?!\w)").finditer(text, page.start, page.end):
        yield match[1], match.start()
