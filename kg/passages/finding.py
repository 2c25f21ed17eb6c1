"""Finds the place that a reader points at with its first and last words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from kg.errors import InputError, PassageNotFound
from kg.passages.layout import Layout, read_layout
from kg.passages.passage import Passage, digest_of

_ELLIPSIS = re.compile(r"…|\.\.\.")
_LISTED = 10
_Span = tuple[int, int]


def find_passage(text: str, quote: str, layout: Layout | None = None) -> Passage:
    """The one passage that begins with the quote's first words and ends with its last.

    text: the decoded document. quote: `first words … last words`, the ellipsis as `…` or `...`; without one, all words
    of the passage. Words are whole words; any white space matches any other. From its first words a passage reaches to
    the nearest last words after them, and may run over a page break. layout: pages and sections; None: as the text
    shows them.

    Raises PassageNotFound when first or last words are not there, or when several places fit; InputError when the
    quote has no words at one of its ends, or more than one ellipsis.
    """
    layout = read_layout(text) if layout is None else layout
    first, last = _ends_of(quote)
    beginnings = _spans(text, first)
    if not beginnings:
        raise PassageNotFound(f"the first words are not in the text: {first!r}", remedy="Copy the words from the text.")
    places = beginnings if last is None else _reaching(text, beginnings, last)
    if not places:
        raise PassageNotFound(
            f"the last words do not stand after the first: {last!r}",
            remedy=f"The first words stand at {_listing(beginnings, layout)}.",
        )
    if len(places) > 1:
        raise PassageNotFound(
            f"{len(places)} places fit: {_listing(places, layout)}", remedy="Quote more of the first words."
        )
    return _passage(text, layout, places[0])


def _ends_of(quote: str) -> tuple[str, str | None]:
    parts = [part.strip() for part in _ELLIPSIS.split(quote)]
    if len(parts) > 2 or not all(parts):
        raise InputError(
            "a quote has first words and last words, with one ellipsis between them",
            remedy='Write "first words … last words", or all words of a short passage.',
        )
    return parts[0], parts[1] if len(parts) == 2 else None


def _words(words: str) -> re.Pattern[str]:
    """Whole words only; a quote that begins or ends with a sign has no word to cut there."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", words) else ""
    return re.compile(before + pattern + after)


def _spans(text: str, words: str) -> list[_Span]:
    """Every occurrence, overlapping ones too."""
    pattern = _words(words)
    spans: list[_Span] = []
    match = pattern.search(text)
    while match:
        spans.append(match.span())
        match = pattern.search(text, match.start() + 1)
    return spans


def _reaching(text: str, beginnings: Sequence[_Span], last: str) -> list[_Span]:
    pattern = _words(last)
    ends = ((start, pattern.search(text, end)) for start, end in beginnings)
    return [(start, match.end()) for start, match in ends if match]


def _passage(text: str, layout: Layout, span: _Span) -> Passage:
    start, end = span
    return Passage(
        start=start,
        end=end,
        sha256=digest_of(text[start:end]),
        page=layout.page_at(start),
        last_page=layout.page_at(end - 1),
        section=layout.section_at(start),
    )


def _listing(spans: Sequence[_Span], layout: Layout) -> str:
    shown = ", ".join(_place(start, layout.page_at(start)) for start, _ in islice(spans, _LISTED))
    return shown if len(spans) <= _LISTED else f"{shown} and {len(spans) - _LISTED} more"


def _place(offset: int, page: int | None) -> str:
    return f"{offset}" if page is None else f"{offset} (page {page})"
