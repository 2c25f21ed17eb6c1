"""The latest answers, so that what has not changed is not made again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from starlette.responses import Response

BYTES_KEPT = 16 * 1024 * 1024


@dataclass(frozen=True)
class Made:
    """An answer that may be given any number of times."""

    body: bytes
    media_type: str
    headers: Mapping[str, str]
    status: int = 200

    def response(self) -> Response:
        """A response of its own for each request, since what compresses it changes its headers."""
        return Response(self.body, self.status, self.headers, self.media_type)


class Kept:
    """Keeps answers up to a number of bytes, those asked for last longest. Safe between threads."""

    def __init__(self, limit: int = BYTES_KEPT) -> None:
        self._limit = limit
        self._size = 0
        self._answers: OrderedDict[str, Made] = OrderedDict()
        self._lock = Lock()

    def get(self, tag: str) -> Made | None:
        """The answer of that name, if it is kept."""
        with self._lock:
            found = self._answers.get(tag)
            if found is not None:
                self._answers.move_to_end(tag)
            return found

    def keep(self, tag: str, made: Made) -> None:
        """Keeps an answer, and lets go of others where there is no room; one that would fill a quarter is not kept."""
        if len(made.body) > self._limit // 4:
            return
        with self._lock:
            if tag in self._answers:
                return
            self._answers[tag] = made
            self._size += len(made.body)
            while self._size > self._limit:
                self._size -= len(self._answers.popitem(last=False)[1].body)
