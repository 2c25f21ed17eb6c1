"""The time a query may take. Looked at only where Python has its turn: the engine itself cannot be interrupted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from kg.errors import TimeLimitReached

_Item = TypeVar("_Item")


class Deadline:
    """Begins when it is made. seconds: how long from then until `check` raises TimeLimitReached."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = monotonic() + seconds

    def check(self) -> None:
        if monotonic() > self._end:
            raise TimeLimitReached(
                f"the query was stopped at its time limit of {self._seconds:g} seconds",
                remedy="Ask for less at a time.",
            )

    def watch(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """The same items, checked before each and after the last."""
        self.check()
        for item in items:
            self.check()
            yield item
        self.check()
