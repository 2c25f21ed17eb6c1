"""How much of a text is accounted for: by passages of claims, or by passages declared to make none.

White space and signs between words need no account of their own; every letter and digit does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

Span = tuple[int, int]
"""Offsets of the first character and of the one after the last."""

_PARAGRAPH = re.compile(r"[^\n]*[^\s][^\n]*")
_OPEN, _BETWEEN, _CLAIMED = 0, 1, 2
_FIRST_REASON = 3
"""What each character is: open, between words, in a claim's passage, or in one declared for the reason that many on."""


class ParagraphState(Enum):
    """What became of a paragraph: claims stand in it, it is wholly declared, or letters of it are open."""

    CLAIMED = "claimed"
    DECLARED = "declared"
    OPEN = "open"


@dataclass(frozen=True)
class Coverage:
    """What is accounted for in one text. All numbers are of characters unless they say otherwise.

    claimed: in a passage of a claim. declared: reason → in a passage declared for it and in none of a claim; where
    several reasons overlap the first in order counts. between: white space and signs outside all passages.
    open: the stretches not accounted for, ascending, each from its first letter to its last.
    paragraphs: how many lines that hold more than white space are in each state.
    """

    characters: int
    claimed: int
    declared: Mapping[str, int] = field(default_factory=dict)
    between: int = 0
    open: tuple[Span, ...] = ()
    paragraphs: Mapping[ParagraphState, int] = field(default_factory=dict)

    @property
    def unaccounted(self) -> int:
        """Characters of the open stretches' letters and digits."""
        return self.characters - self.claimed - self.between - sum(self.declared.values())

    @property
    def is_whole(self) -> bool:
        """Whether every letter and digit is accounted for."""
        return not self.open


def coverage_of(text: str, claimed: Iterable[Span], declared: Iterable[tuple[Span, str]]) -> Coverage:
    """What the passages account for in the text.

    claimed: the passages of claims; declared: passages without a claim, each with its reason; in any order, and they
    may overlap. A passage that reaches beyond the text counts as far as the text goes.
    """
    declared = sorted(declared, key=lambda each: each[1])
    reasons = sorted({reason for _, reason in declared})
    marks = [_OPEN if character.isalnum() else _BETWEEN for character in text]
    for span, reason in reversed(declared):
        _mark(marks, span, _FIRST_REASON + reasons.index(reason))
    for span in claimed:
        _mark(marks, span, _CLAIMED)
    counts = Counter(marks)
    return Coverage(
        characters=len(text),
        claimed=counts[_CLAIMED],
        declared={reason: counts[_FIRST_REASON + number] for number, reason in enumerate(reasons)},
        between=counts[_BETWEEN],
        open=tuple(_stretches(marks)),
        paragraphs=Counter(_state(marks[found.start() : found.end()]) for found in _PARAGRAPH.finditer(text)),
    )


def _mark(marks: list[int], span: Span, mark: int) -> None:
    start, end = span[0], min(span[1], len(marks))
    marks[start:end] = [mark] * max(0, end - start)


def _stretches(marks: Sequence[int]) -> Iterable[Span]:
    """Runs of open characters; what stands between their words does not part them."""
    start = end = None
    for offset, mark in enumerate([*marks, _CLAIMED]):
        if mark == _OPEN:
            start, end = (offset if start is None else start), offset + 1
        elif mark != _BETWEEN and start is not None and end is not None:
            yield start, end
            start = end = None


def _state(marks: Sequence[int]) -> ParagraphState:
    if _OPEN in marks:
        return ParagraphState.OPEN
    return ParagraphState.CLAIMED if _CLAIMED in marks else ParagraphState.DECLARED
