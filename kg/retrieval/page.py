"""One page of an ordered list, bounded by places in the order and not by counting rows (keyset paging)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kg.errors import InputError
from kg.retrieval.cursor import Position, decode
from kg.retrieval.ordering import OrderBy, Ordering
from kg.store import sparql_text
from kg.store.terms import XSD_STRING


@dataclass(frozen=True)
class Page:
    """At most `size` individuals between two positions, both left out: the first of them, or backward the last."""

    size: int
    backward: bool = False
    after: Position | None = None
    before: Position | None = None


def read_page(
    ordering: Ordering,
    default_size: int,
    *,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Page:
    """The page that Relay's arguments ask for; without `first` and `last` the first `default_size`.

    Raises InputError for a negative number, for `first` and `last` together, and for a cursor that is none.
    """
    if first is not None and last is not None:
        raise InputError("`first` and `last` are given together", remedy="Give one of them.")
    size = next((number for number in (first, last) if number is not None), default_size)
    if size < 0:
        raise InputError(f"a page cannot hold {size} items", remedy="Give `first` or `last` 0 or more.")
    return Page(
        size,
        backward=last is not None,
        after=None if after is None else decode(ordering, after),
        before=None if before is None else decode(ordering, before),
    )


def beyond(ordering: Ordering, position: Position, item: str, *, later: bool) -> str:
    """A SPARQL condition: the item stands strictly after (or, not `later`, strictly before) the position.

    item: the variable of the individual; its sort keys are in `?key0`, `?key1` …, unbound where missing.
    """
    symbol = ">" if later != ordering.iri_descending else "<"
    condition = f"STR({item}) {symbol} {sparql_text.string(position.iri)}"
    for number in reversed(range(len(ordering.by))):
        key, bound = position.keys[number], f"?key{number}"
        passed = _passes(ordering.by[number], bound, key and sparql_text.term(key), later)
        same = f"!BOUND({bound})" if key is None else f"(BOUND({bound}) && {bound} = {sparql_text.term(key)})"
        condition = f"({passed} || ({same} && {condition}))"
    return condition


def _passes(each: OrderBy, bound: str, key: str | None, later: bool) -> str:
    """Whether the key alone puts the item beyond; the missing stand last in either direction."""
    if key is None:
        return "false" if later else f"BOUND({bound})"
    symbol = ">" if later != each.descending else "<"
    compared = f"(BOUND({bound}) && {bound} {symbol} {key})"
    return f"(!BOUND({bound}) || {compared})" if later else compared


def order_clause(ordering: Ordering, item: str, *, backward: bool) -> str:
    """`ORDER BY` of the ordering, or of its exact reverse."""
    conditions = []
    for number, each in enumerate(ordering.by):
        conditions.append(_directed(f"IF(BOUND(?key{number}), 0, 1)", backward))
        conditions.append(_directed(f"?key{number}", each.descending != backward))
    conditions.append(_directed(f"STR({item})", ordering.iri_descending != backward))
    return f"ORDER BY {' '.join(conditions)}"


def in_order(ordering: Ordering, positions: Iterable[Position]) -> list[Position]:
    """The positions in the ordering, for rows whose order got lost on the way."""
    placed = sorted(positions, key=lambda each: each.iri, reverse=ordering.iri_descending)
    for number in reversed(range(len(ordering.by))):
        present = [each for each in placed if each.keys[number] is not None]
        missing = [each for each in placed if each.keys[number] is None]
        present.sort(key=lambda each: _comparable(each, number), reverse=ordering.by[number].descending)
        placed = present + missing
    return placed


def _comparable(position: Position, number: int) -> tuple[Decimal, str]:
    """Keys of one property are all numbers or all strings."""
    key = position.keys[number]
    assert key is not None, "the missing have been set apart"
    is_text = key.datatype == XSD_STRING
    return (Decimal(0), key.text) if is_text else (Decimal(key.text), "")


def _directed(expression: str, descending: bool) -> str:
    return f"{'DESC' if descending else 'ASC'}({expression})"
