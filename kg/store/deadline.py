"""The moment at which work must stop, passed to whoever does the work.

Looked at only where Python has its turn: an engine that is at work itself cannot be interrupted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from kg.errors import TimeLimitReached

_Item = TypeVar("_Item")


class Deadline:
    """A point in time, `seconds` from its making, on a clock that never goes back."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = monotonic() + seconds

    def remaining_seconds(self) -> float:
        """Seconds until the deadline; 0.0 from then on."""
        return max(0.0, self._end - monotonic())

    def seconds_left(self) -> float:
        """Seconds until the deadline. Raises TimeLimitReached from then on."""
        self.check()
        return self.remaining_seconds()

    def check(self) -> None:
        """Do nothing while there is time left. Raises TimeLimitReached from the deadline on."""
        if monotonic() >= self._end:
            raise self.error()

    def watch(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """The same items, checked before each and after the last. Raises TimeLimitReached from the deadline on."""
        self.check()
        for item in items:
            self.check()
            yield item
        self.check()

    def error(self) -> TimeLimitReached:
        """The error that tells the caller which time limit was reached, and what to do."""
        return TimeLimitReached(
            f"The work was stopped at the time limit of {self.seconds:g} seconds; nothing is known about the answer.",
            remedy="Ask for less at a time: fewer questions, fewer items with `first`, or fewer levels.",
        )
