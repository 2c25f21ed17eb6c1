"""Cursors: where in an order an individual stands, as an opaque text.

A cursor holds the individual's sort keys and IRI, not a number of rows: it stays right when rows come and go, even
when the very individual is gone. It knows its ordering, and is refused by any other.
"""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from kg.errors import InputError
from kg.retrieval.ordering import OrderBy, Ordering
from kg.store import Iri, Literal, sparql_text
from kg.store.terms import XSD

_LONGEST = 20_000  # characters; a sort key is at most a statement or two
_DATATYPE = re.compile(r"[A-Za-z]{1,30}")


@dataclass(frozen=True)
class Position:
    """A place in an ordering. keys: one for each property that is ordered by, None where the value is missing."""

    keys: tuple[Literal | None, ...]
    iri: str


def encode(ordering: Ordering, position: Position) -> str:
    """The position as a cursor: URL-safe letters, digits, `-` and `_`."""
    keys = [_written(key) for key in position.keys]
    said = json.dumps([ordering.fingerprint, keys, position.iri], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(said.encode()).decode().rstrip("=")


def decode(ordering: Ordering, cursor: str) -> Position:
    """The position that a cursor names. Raises InputError for a cursor of another ordering, and for any other text."""
    fingerprint, keys, iri = _parts(cursor)
    if fingerprint != ordering.fingerprint:
        raise InputError(
            "the cursor belongs to a list in another order",
            remedy="Keep `orderBy` as it was when the cursor was given, or begin again without a cursor.",
        )
    if not isinstance(iri, str) or not isinstance(keys, list) or len(keys) != len(ordering.by):
        raise _no_cursor(cursor)
    try:
        sparql_text.iri(iri)
        return Position(tuple(_read(each, key) for each, key in zip(ordering.by, keys, strict=True)), iri)
    except (InputError, InvalidOperation, ValueError, TypeError):
        raise _no_cursor(cursor) from None


def _written(key: Literal | None) -> Any:
    if key is None:
        return None
    return [key.text, key.datatype.removeprefix(XSD)] if key.datatype != XSD + "string" else key.text


def _read(each: OrderBy, key: Any) -> Literal | None:
    if key is None:
        return None
    if not each.has_numbers():
        sparql_text.string(_text(key))
        return Literal(key)
    number, datatype = key
    if not Decimal(_text(number)).is_finite() or not _DATATYPE.fullmatch(_text(datatype)):
        raise ValueError(key)
    return Literal(number, Iri(XSD + datatype))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _parts(cursor: str) -> tuple[Any, Any, Any]:
    if len(cursor) > _LONGEST:
        raise _no_cursor(cursor)
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        fingerprint, keys, iri = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, TypeError, RecursionError):
        raise _no_cursor(cursor) from None
    return fingerprint, keys, iri


def _no_cursor(cursor: str) -> InputError:
    return InputError(
        f"{cursor[:40]!r} is no cursor of this list",
        remedy="Take cursors from `edges { cursor }` or `pageInfo`, and give them back unchanged.",
    )
