"""Pages of lists that a question has computed as a whole.

A cursor names the item and its place in the list. The list is computed anew for each page: the item is looked for
first, around its place, and the place itself counts only if it is not there.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from kg.errors import InputError
from kg.retrieval import BY_IRI, FoundPage, read_page

_SEARCHED = 200
"""How far from a cursor's place its item is looked for: each item has to be shown to be known again."""


def cut_page(answers: Sequence[Any], arguments: Mapping[str, Any], default_size: int) -> tuple[FoundPage, list[Any]]:
    """The page that the arguments ask for, without its individuals, and the answers on it.

    Raises InputError for a cursor that is none and for sizes that make no sense.
    """
    sizes = {name: arguments.get(name) for name in ("first", "last")}
    asked = read_page(BY_IRI, default_size, **sizes)
    start, end = _bounds(answers, arguments)
    length = max(0, end - start)
    kept = min(asked.size, length)
    first = end - kept if asked.backward else start
    page = FoundPage(total=len(answers), has_previous=first > 0, has_next=first + kept < len(answers))
    shown = list(answers[first : first + kept])
    page.cursors = [_cursor(place, answer) for place, answer in enumerate(shown, first)]
    return page, shown


def _bounds(answers: Sequence[Any], arguments: Mapping[str, Any]) -> tuple[int, int]:
    start, end = 0, len(answers)
    if arguments.get("after") is not None:
        place, is_there = _place(answers, arguments["after"])
        start = place + is_there
    if arguments.get("before") is not None:
        end = _place(answers, arguments["before"])[0]
    return min(start, len(answers)), min(end, len(answers))


def _cursor(place: int, answer: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps([place, _name(answer)]).encode()).decode().rstrip("=")


def _place(answers: Sequence[Any], cursor: str) -> tuple[int, bool]:
    """Where the cursor's item stands, and whether it still does."""
    try:
        place, name = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
        told = max(0, int(place))
    except (ValueError, TypeError, OverflowError, RecursionError):
        raise InputError(f"{cursor[:40]!r} is no cursor of this list", remedy="Take cursors from `pageInfo`.") from None
    near = range(max(0, told - _SEARCHED), min(len(answers), told + _SEARCHED + 1))
    nearest_first = sorted(near, key=lambda each: abs(each - told))
    found = next((each for each in nearest_first if _name(answers[each]) == name), None)
    return (told, False) if found is None else (found, True)


def _name(answer: Any) -> str:
    """What tells one item of a list from another, in a few characters. Values that are still functions tell nothing."""
    said = answer if isinstance(answer, str) else json.dumps(answer, sort_keys=True, default=_told)
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def _told(value: object) -> str | None:
    return None if callable(value) else str(value)
