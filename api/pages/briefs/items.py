"""What a brief holds, as it stands in an address: `link:stress/turnover@1f3c9a2b`, `heading:Our own words`.

The part after @ is a digest of what the item said when the address was made; it is not there for what was just picked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote

from api.pages.page import Asked, NotThere
from kg.errors import UnknownIdentifier

MOST_ITEMS = 60
LONGEST_TEXT = 200
HEADING = "heading"
UNREAD = "unread"
LONGEST_CHAIN = 7
_SIZES = {"concept": (1, 1), "link": (2, 2), "cell": (2, 2), "chain": (2, LONGEST_CHAIN)}
"""How many concepts an item of each kind names, at least and at most."""

_PAGE = re.compile(r"(?:^|/)(concept|link|cell)/([^?#]+)")
_DIGEST = re.compile("[0-9a-f]{0,16}")


@dataclass(frozen=True)
class Item:
    """One item. names: of its concepts, in order. concepts: their IRIs; empty where one of them is not there.

    kind: also "heading", or "unread" for what is no item. text: of these two. digest: of what it said when the address
    was made, "" where that is not told.
    """

    kind: str
    names: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    text: str = ""
    digest: str = ""

    @property
    def key(self) -> str:
        """The item without its digest, as it stands in an address."""
        return self.text if self.kind == UNREAD else f"{self.kind}:{self.text or '/'.join(self.names)}"

    @property
    def words(self) -> str:
        """What it is called where it is not told what it says."""
        return self.text or " – ".join(self.names)

    def sealed(self, digest: str) -> str:
        """The item with a digest, as it stands in a permalink."""
        return f"{self.key}@{digest}" if digest else self.key


@dataclass(frozen=True)
class Given:
    """What an address gives a brief. left_out: how many items found no room. not_added: what was asked to be added but
    is the address of nothing that a brief can hold; "" for none.
    """

    items: Sequence[Item]
    left_out: int = 0
    not_added: str = ""


def read_items(asked: Asked) -> Given:
    """The items of the address after what its buttons ask for was done: `up`, `down`, `remove` (a number from 0),
    `add` (the address of a page or of a brief, or an item) and `heading` (words of one's own), both put last.

    Each item once, but headings as often as they are given. What is no item stands there as unread.
    """
    items = _once([_read(asked, text) for text in asked.all("item")])
    kept = items[:MOST_ITEMS]
    for name, change in _CHANGES.items():
        place = asked.one(name)
        if place.isdecimal() and place.isascii() and int(place) < len(kept):
            kept = change(kept, int(place))
    words = asked.one("add")
    added = [item for item in (_read(asked, text) for text in _pointed_at(words)) if item and item.concepts]
    wanted = _once([*kept, *added, _heading(asked.one("heading"))])
    left_out = max(0, len(items) - MOST_ITEMS) + max(0, len(wanted) - MOST_ITEMS)
    return Given(wanted[:MOST_ITEMS], left_out, "" if added else tidy(words))


def tidy(text: str) -> str:
    """Words of somebody's own as they can stand anywhere: on one line, without control characters, not too long."""
    return "".join(each for each in " ".join(text.split()) if each.isprintable())[:LONGEST_TEXT].strip()


def _once(items: Sequence[Item | None]) -> list[Item]:
    kept: dict[object, Item] = {}
    for place, item in enumerate(items):
        if item:
            kept.setdefault(place if item.kind == HEADING else item.key, item)
    return list(kept.values())


def _read(asked: Asked, text: str) -> Item | None:
    """The item; None for a heading without words."""
    kind, _, rest = text.partition(":")
    if kind == HEADING:
        return _heading(rest)
    rest, _, digest = rest.partition("@")
    names = tuple(rest.split("/"))
    least, most = _SIZES.get(kind, (1, 0))
    if not least <= len(names) <= most or not all(names) or tidy(text) != text or not _DIGEST.fullmatch(digest):
        return Item(UNREAD, text=tidy(text)) if tidy(text) else None
    try:
        return Item(kind, names, tuple(asked.concept(name) for name in names), digest=digest)
    except (NotThere, UnknownIdentifier):
        return Item(kind, names, digest=digest)


def _heading(words: str) -> Item | None:
    return Item(HEADING, text=tidy(words)) if tidy(words) else None


def _pointed_at(address: str) -> list[str]:
    """The items that the address of a page or of a brief is about; an item as it is."""
    if address.partition(":")[0] in _SIZES:
        return [address]
    _, _, query = address.partition("?")
    found = _PAGE.search(address)
    held = [value for name, value in parse_qsl(query) if name == "item"]
    return [f"{found[1]}:{unquote(found[2])}"] if found else held


def _moved(step: int) -> Callable[[Sequence[Item], int], list[Item]]:
    def move(items: Sequence[Item], place: int) -> list[Item]:
        rest = [*items[:place], *items[place + 1 :]]
        target = max(0, place + step)
        return [*rest[:target], items[place], *rest[target:]]

    return move


def _removed(items: Sequence[Item], place: int) -> list[Item]:
    return [*items[:place], *items[place + 1 :]]


_CHANGES = {"up": _moved(-1), "down": _moved(1), "remove": _removed}
