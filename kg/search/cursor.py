"""A place in the order of a search, by which to go on behind it."""

from __future__ import annotations

import json
from typing import NamedTuple

from kg.errors import InputError


class Cursor(NamedTuple):
    """Behind the record with this score and id. position: how many hits there were up to it, which may have changed."""

    score: float
    id: str
    position: int

    def is_behind(self, other: Cursor) -> bool:
        """Whether a search gives this record after the other."""
        return (-self.score, self.id) > (-other.score, other.id)

    def written(self) -> str:
        """As text that `read_cursor` reads."""
        return json.dumps(self)


def read_cursor(text: str) -> Cursor:
    """Raises InputError where the text is none that a search has given."""
    try:
        score, name, position = json.loads(text)
        cursor = Cursor(float(score), str(name), int(position))
    except (ValueError, TypeError, OverflowError, RecursionError):
        cursor = None
    if cursor is None or not 0 < cursor.position < 2**31:
        raise InputError(f"{text[:80]!r} is not the cursor of a hit")
    return cursor
