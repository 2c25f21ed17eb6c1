"""The family of errors, so that every layer above can answer each kind in its own way.

    EvidensgrafError
    ├── InputError             the caller's input is at fault; nothing was changed
    │   ├── FaultsFound        one or more faults of study files, each with its place
    │   ├── OntologyError      the ontology's files do not fit together
    │   ├── UnknownIdentifier  an identifier that is not an IRI and no known CURIE
    │   ├── PassageNotFound    the words are not in the document, or in several places of it
    │   └── LimitExceeded      larger, deeper or costlier than this service accepts
    └── CouldNotLook           nothing is known about the answer: never to be shown as "none"
        ├── DocumentUnavailable  no folder of the library holds the document's text
        ├── StoreUnavailable   the store did not answer, or is held by another process
        └── TimeLimitReached   the work was stopped at its time limit

Not found is not an error in this family: a lookup answers None (not there) or an empty sequence (looked, none).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class EvidensgrafError(Exception):
    """Base of all errors that are meant for people: `str(error)` says what is wrong, `remedy` what to do."""

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


class InputError(EvidensgrafError):
    """The input is at fault. Nothing was changed by it."""


@dataclass(frozen=True, order=True)
class Fault:
    """One fault of one file.

    file: the file's name as the caller gave it. line, column: counted from 1; 0 where the whole file is at fault.
    path: where in the document, as keys and positions (`claims[3].sign`). problem: what is wrong.
    expected: what would have been right. nearest: the nearest valid value, or "" where none is near.
    """

    file: str
    line: int
    column: int
    path: str
    problem: str
    expected: str = ""
    nearest: str = ""

    def __str__(self) -> str:
        parts = [f"{self.file}:{self.line}:{self.column}", self.path or "(whole file)", self.problem]
        if self.expected:
            parts.append(f"expected: {self.expected}")
        if self.nearest:
            parts.append(f"nearest: {self.nearest}")
        return "  ".join(parts)


class FaultsFound(InputError):
    """Every fault of every file that was read, sorted by file, line and column."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        count = len(self.faults)
        super().__init__(
            f"{count} fault{'' if count == 1 else 's'} found; nothing was loaded\n"
            + "\n".join(str(fault) for fault in self.faults)
        )


class OntologyError(InputError):
    """The ontology's files cannot be parsed or contradict each other."""


class UnknownIdentifier(InputError):
    """Text that is neither an IRI nor a CURIE with a prefix of the ontology."""


class PassageNotFound(InputError):
    """The quoted words do not stand in the document, or stand in more than one place."""


class LimitExceeded(InputError):
    """Input that is larger, deeper or costlier than a named limit."""


class CouldNotLook(EvidensgrafError):
    """The question could not be examined. The answer is unknown, not empty."""


class DocumentUnavailable(CouldNotLook):
    """The library holds no text with the document's digest."""


class StoreUnavailable(CouldNotLook):
    """The store did not answer, cannot be opened, or is held by another process."""


class TimeLimitReached(CouldNotLook):
    """The work was stopped at its time limit before there was an answer."""
