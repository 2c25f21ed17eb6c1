"""What goes into a search and what comes out: records that know nothing of the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class TextField(StrEnum):
    """What a text is to its record, from what weighs most to what weighs least."""

    LABEL = "label"
    ALTERNATIVE_LABEL = "alternativeLabel"
    TEXT = "text"


@dataclass(frozen=True)
class SearchRecord:
    """One thing that can be found.

    id: unique among the records. kind: what searches can be narrowed to. texts: by language tag ("sv") and then by the
    name of a `TextField`, the texts by which it is found: labels, alternative labels, and definition or statement.
    """

    id: str
    kind: str
    texts: Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True)
class Highlighted:
    """A text with the places where the sought words stand: (start, end) in characters, ascending, not overlapping."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class SearchHit:
    """One record that was found, and why.

    score: for comparing hits of one search only. language, field, matched: the text in which the words were found
    best. label: the record's first label in that language, else in another; None where it has none.
    """

    id: str
    kind: str
    score: float
    language: str
    field: TextField
    matched: Highlighted
    label: Highlighted | None


@dataclass(frozen=True)
class SearchResults:
    """total: how many records were found in all. hits: those asked for, best first, equally good ones by id."""

    total: int
    hits: tuple[SearchHit, ...] = ()
