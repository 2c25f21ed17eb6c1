"""What one search may spend: so much time, and so many finds."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic


@dataclass
class Budget:
    """Begins to run when it is made. most: finds. seconds: time. is_out_of_time: whether the time ended the search, so
    that the same search may find more another time; one that ends at its finds always finds the same."""

    most: int
    seconds: float
    is_out_of_time: bool = False
    _began: float = field(default_factory=monotonic)

    def is_spent(self, found: int) -> bool:
        """Whether a search that has found so many has to end."""
        self.is_out_of_time = self.is_out_of_time or monotonic() - self._began > self.seconds
        return self.is_out_of_time or found >= self.most
