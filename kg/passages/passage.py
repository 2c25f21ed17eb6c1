"""A place in a document: two offsets and a digest, and never the words themselves."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from kg.errors import InputError

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Passage:
    """A run of characters of one text.

    start, end: offsets in characters (code points) of the decoded text, from 0, the end exclusive. sha256: 64
    lower-case hexadecimal digits, the SHA-256 of exactly those characters encoded in UTF-8. page, section: where the
    first character stands; last_page: where the last one does; each None where the text does not show it. Raises
    InputError for offsets that hold no character and for what is no digest.
    """

    start: int
    end: int
    sha256: str
    page: int | None = None
    last_page: int | None = None
    section: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise InputError(
                f"a passage from {self.start} to {self.end} holds no character",
                remedy="Count characters from 0; the end is the offset after the last character.",
            )
        check_digest(self.sha256)

    @property
    def length(self) -> int:
        """Number of characters."""
        return self.end - self.start


def digest_of(characters: str) -> str:
    """SHA-256 of the characters encoded in UTF-8, in lower-case hexadecimal digits."""
    return hashlib.sha256(characters.encode()).hexdigest()


def check_digest(sha256: str) -> None:
    """Raises InputError unless it is written as 64 lower-case hexadecimal digits."""
    if not _SHA256.fullmatch(sha256):
        raise InputError(
            f"{sha256[:80]!r} is not a SHA-256 digest", remedy="A digest is 64 lower-case hexadecimal digits."
        )
