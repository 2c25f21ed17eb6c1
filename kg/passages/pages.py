"""How a page is known in a text that has lost its layout.

A rule is a datum about one document, and says what must be found: when the text does not bear it out, there are no
pages, rather than probable ones.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from kg.errors import InputError

_LAST_NUMBER_OF_PARAGRAPH = re.compile(r"(?<=\s)([1-9]\d{0,3})(?=[^\S\n]*(?:\n\s*\n|\Z))")
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
_FEWEST_PAGES = 3


class Page(NamedTuple):
    """A page's number and its characters: start, and end exclusive, as offsets in the text."""

    number: int
    start: int
    end: int


class PageRule(Protocol):
    """How the pages of one document are known in its text."""

    def pages(self, text: str) -> tuple[Page, ...]:
        """In order, without overlap. Raises InputError when the text does not bear the rule out."""


@dataclass(frozen=True)
class NumberEndsParagraph:
    """Each page ends with its number, standing alone as the last word of a paragraph.

    first, last: the numbers of the first and last such page. The numbers must come in order with none left out. What
    stands before the paragraph of the first number, and after the last number, is on no page. Raises InputError when
    the last number comes before the first.
    """

    first: int
    last: int

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InputError(f"pages cannot run from {self.first} to {self.last}")

    def pages(self, text: str) -> tuple[Page, ...]:
        ends = self._ends(_paragraph_ends(text))
        starts = [_paragraph_start(text, ends[0]), *ends[:-1]]
        numbers = range(self.first, self.last + 1)
        return tuple(Page(*page) for page in zip(numbers, starts, ends, strict=True))

    def _ends(self, candidates: Sequence[tuple[int, int]]) -> list[int]:
        """Backwards, since what comes before the first page may hold numbers of its own."""
        ends: list[int] = []
        wanted = self.last
        for end, number in reversed(candidates):
            if wanted < self.first:
                break
            if number == wanted:
                ends.append(end)
                wanted -= 1
            elif ends and number == wanted + 1:
                raise InputError(f"page number {number} ends several paragraphs, so its page cannot be told")
        if wanted >= self.first:
            raise InputError(f"page number {wanted} does not end a paragraph in its place")
        return ends[::-1]


def recognise_page_rule(text: str) -> PageRule | None:
    """The rule that the text bears out, with at least three pages from page 1 on; None where none is borne out."""
    last = 0
    for _, number in _paragraph_ends(text):
        last += number == last + 1
    if last < _FEWEST_PAGES:
        return None
    rule = NumberEndsParagraph(1, last)
    try:
        rule.pages(text)
    except InputError:
        return None
    return rule


def page_at(pages: Sequence[Page], offset: int) -> int | None:
    """The number of the page that holds the character at `offset`; None where it is on no page."""
    index = bisect_right(pages, offset, key=lambda page: page.start) - 1
    return pages[index].number if index >= 0 and offset < pages[index].end else None


def _paragraph_ends(text: str) -> list[tuple[int, int]]:
    return [(match.end(), int(match[1])) for match in _LAST_NUMBER_OF_PARAGRAPH.finditer(text)]


def _paragraph_start(text: str, end: int) -> int:
    return max((found.end() for found in _PARAGRAPH_BREAK.finditer(text, 0, end)), default=0)
