"""Labels in lines that are short enough for a box, also where a compound is longer than a line."""

from __future__ import annotations

import textwrap


def wrapped(label: str, width: int, word_width: int) -> list[str]:
    """The label in lines of at most `width` characters, where its words let it.

    word_width: how long a word may be, hyphen included, before it is divided.
    """
    pieces = [piece for word in label.split() for piece in _divided(word, word_width)]
    return textwrap.wrap(" ".join(pieces), width, break_long_words=False, break_on_hyphens=False)


def _divided(word: str, width: int) -> list[str]:
    if len(word) <= width:
        return [word]
    at = _joint(word, width - 1)
    return [word[:at] + "-", *_divided(word[at:], width)]


def _joint(word: str, most: int) -> int:
    """Where to divide: as near the middle as can be, if possible after the s that joins the parts of many compounds."""
    middle = len(word) / 2
    places = range(3, min(most, len(word) - 3) + 1)
    joints = [at for at in places if word[at - 1] == "s" and word[at] not in "aeiouyåäöt"]
    return min(joints or places, key=lambda at: abs(at - middle))
