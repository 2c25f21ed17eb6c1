"""Says whether a passage still stands where it was read, and finds it again by its digest alone.

The words are not kept, so a passage that has moved is found by trying every run of its length. That is exact: a place
is named only when its characters have the passage's digest, and when no other place has them too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

from kg.errors import DocumentUnavailable, LimitExceeded, PassageNotFound
from kg.passages.library import Library
from kg.passages.passage import Passage, digest_of

SEARCH_LIMIT = 2_000_000_000
"""Bytes that are hashed at most to find a moved passage, some seconds' work: one run of its length for each character
of the text, a short run counting as RUN_COST. A passage of 2,000 characters is looked for in a million."""

RUN_COST = 500
"""Bytes that could be hashed in the time it takes to begin with a run."""


class PassageStatus(Enum):
    """What became of a passage."""

    VERIFIED = "VERIFIED"
    MOVED = "MOVED"
    AMBIGUOUS = "AMBIGUOUS"
    MISSING = "MISSING"
    DOCUMENT_UNAVAILABLE = "DOCUMENT_UNAVAILABLE"


@dataclass(frozen=True)
class Verdict:
    """A passage's status and where its characters stand now.

    starts: offsets in characters, ascending: one for VERIFIED and MOVED, all places for AMBIGUOUS, none otherwise.
    """

    status: PassageStatus
    starts: tuple[int, ...] = ()


@dataclass(frozen=True)
class OpenedPassage:
    """A passage's text with what stands around it."""

    before: str
    passage: str
    after: str


def verify(text: str, passage: Passage) -> Verdict:
    """VERIFIED where the digest fits at the passage's own offsets, whether or not the same words stand elsewhere too.

    Otherwise MOVED (they stand at one other place), AMBIGUOUS (at several) or MISSING (at none). Raises LimitExceeded
    where looking everywhere would take more than SEARCH_LIMIT.
    """
    if passage.end <= len(text) and digest_of(text[passage.start : passage.end]) == passage.sha256:
        return Verdict(PassageStatus.VERIFIED, (passage.start,))
    starts = tuple(_starts(text, passage))
    if not starts:
        return Verdict(PassageStatus.MISSING)
    return Verdict(PassageStatus.MOVED if len(starts) == 1 else PassageStatus.AMBIGUOUS, starts)


def verify_in_library(library: Library, document: str, passage: Passage) -> Verdict:
    """The same against the text whose SHA-256 is `document`; DOCUMENT_UNAVAILABLE where the library cannot give it."""
    try:
        text = library.text(document)
    except DocumentUnavailable:
        return Verdict(PassageStatus.DOCUMENT_UNAVAILABLE)
    return verify(text, passage)


def open_passage(library: Library, document: str, passage: Passage, *, around: int = 300) -> OpenedPassage:
    """The passage's text, with up to `around` characters before and after it.

    document: SHA-256 of the document's text. Raises DocumentUnavailable where the library has it not, and
    PassageNotFound where the digest does not fit at the passage's offsets: nothing else is shown in its stead.
    """
    text = library.text(document)
    characters = text[passage.start : passage.end]
    if len(characters) != passage.length or digest_of(characters) != passage.sha256:
        raise PassageNotFound(
            f"what stands from {passage.start} to {passage.end} in {document} is not the passage that was read",
            remedy="Verify the passage: it may have moved.",
        )
    before = text[max(0, passage.start - around) : passage.start]
    return OpenedPassage(before, characters, text[passage.end : passage.end + around])


def _starts(text: str, passage: Passage) -> Iterator[int]:
    """Every offset where a run of the passage's length has its digest."""
    runs = len(text) - passage.length + 1
    if runs * max(passage.length, RUN_COST) > SEARCH_LIMIT:
        raise LimitExceeded(
            f"a passage of {passage.length} characters cannot be searched for in a text of {len(text)}",
            remedy="Find it again by its first and last words.",
        )
    wanted = bytes.fromhex(passage.sha256)
    content = memoryview(text.encode())
    offsets = list(accumulate(map(_utf8_length, text), initial=0))
    for start in range(runs):
        run = content[offsets[start] : offsets[start + passage.length]]
        if hashlib.sha256(run, usedforsecurity=False).digest() == wanted:
            yield start


def _utf8_length(character: str) -> int:
    point = ord(character)
    return 1 + (point > 0x7F) + (point > 0x7FF) + (point > 0xFFFF)
