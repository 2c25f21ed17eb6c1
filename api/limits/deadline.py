"""The moment at which the work for one request must stop, passed to whoever does the work."""

from __future__ import annotations

import time

from kg.errors import TimeLimitReached


class Deadline:
    """A point in time, `seconds` from its making, on a clock that never goes back."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def remaining_seconds(self) -> float:
        """Seconds until the deadline; 0.0 from then on."""
        return max(0.0, self._end - time.monotonic())

    def has_passed(self) -> bool:
        """Whether the deadline has been reached."""
        return time.monotonic() >= self._end

    def check(self) -> None:
        """Do nothing while there is time left. Raises TimeLimitReached from the deadline on."""
        if self.has_passed():
            raise self.error()

    def error(self) -> TimeLimitReached:
        """The error that tells the caller which time limit was reached, and what to do."""
        return TimeLimitReached(
            f"The work was stopped at the time limit of {self.seconds:g} seconds; nothing is known about the answer.",
            remedy="Ask for fewer items with `first`, or for fewer levels.",
        )
