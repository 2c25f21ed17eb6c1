"""What the items of a brief say now, and whether that is what they said when the address was made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api.pages.briefs.items import HEADING, UNREAD, Item
from api.pages.briefs.telling import Record, Teller, Told
from api.pages.page import Asked, Data

_FACTS = {
    "link": ("sign", "levelNotation", "lineageCount", "disputingLineageCount", "claimCount"),
    "cell": ("state", "sign", "levelNotation", "lineageCount", "claimCount"),
    "chain": ("sign", "levelNotation", "isAssembled", "scopeChangeCount"),
}
_TEXTS = ("inSwedish", "inEnglish")
"""What is said is taken in every language, so that a digest holds for readers of any."""
_ROLES = ("supporting", "disputing", "accompanying", "open")
_TOLD = ("purposes", "statedUnknown")


@dataclass(frozen=True)
class Entry:
    """An item with what it says. found: the record of the answer, and told: in words; None where there is none any
    longer, and for headings and what is no item.

    digest: of what it says now. change: "same", "changed" or "gone" against the address; "" where that tells nothing.
    level: of its heading on the page; those after a heading of one's own stand below it.
    """

    item: Item
    found: Record | None = None
    told: Told | None = None
    digest: str = ""
    change: str = ""
    level: int = 2


def entries_of(asked: Asked, items: Sequence[Item], data: Data) -> list[Entry]:
    """The items with what they say, in their order. data: the answer and what was asked after it."""
    finder, teller = _Finder(data), Teller(asked)
    below = 2
    entries = []
    for item in items:
        if item.kind == HEADING:
            below = 3
            entries.append(Entry(item))
            continue
        found = finder.found(item)
        told = teller.tell(item.kind, found) if found else None
        digest = _digest(item.kind, found) if found else ""
        entries.append(Entry(item, found, told, digest, _change(item, digest), below))
    return entries


class _Finder:
    """Finds what an answer has on an item."""

    def __init__(self, data: Data) -> None:
        further = data.get("further", {})
        self._links = {_ends(link): link for link in data.get("links", {}).get("nodes", ())}
        self._cells = {_ends(cell): cell for row in (data.get("gapMap") or {}).get("rows", ()) for cell in row["cells"]}
        self._chains = further
        told = {
            each["concept"]["id"]: each
            for answer in further.values()
            for each in answer.get("compare", {}).get("compared", ())
        }
        concepts = data.get("concepts", {}).get("nodes", ())
        self._concepts = {each["id"]: {**each, "told": told[each["id"]]} for each in concepts if each["id"] in told}

    def found(self, item: Item) -> Record | None:
        """The record; None where there is none."""
        if not item.concepts:
            return None
        if item.kind == "concept":
            return self._concepts.get(item.concepts[0])
        if item.kind == "chain":
            return self._chain(item)
        return (self._links if item.kind == "link" else self._cells).get(item.concepts)

    def _chain(self, item: Item) -> Record | None:
        """Among the chains from its first concept to its last through the others, the one that is just this."""
        for chain in self._chains.get(item.key, {}).get("paths", {}).get("nodes", ()):
            passed = (str(chain["from"]["id"]), *(str(hop["to"]["id"]) for hop in chain["hops"]))
            if passed == item.concepts:
                return dict(chain)
        return None


def _change(item: Item, digest: str) -> str:
    if item.kind == UNREAD:
        return ""
    if not digest:
        return "gone"
    if not item.digest:
        return ""
    return "same" if item.digest == digest else "changed"


def _digest(kind: str, found: Record) -> str:
    said = _concept_facts(found) if kind == "concept" else _facts(kind, found)
    return hashlib.sha256(repr(said).encode()).hexdigest()[:8]


def _facts(kind: str, found: Record) -> list[Any]:
    said = [found[name] for name in (*_TEXTS, *_FACTS[kind])]
    said += [_ids(found[role]["nodes"]) for role in _ROLES if role in found]
    said += [(hop["levelNotation"], _ids(hop["claims"])) for hop in found.get("hops", ())]
    supports = found.get("profile", {}).get("nodes", ())
    said += sorted((each["lineage"]["id"], each["tier"], each["isOpposing"], each["isFirstHand"]) for each in supports)
    return [*said, found.get("licensedForce", ""), _ids(found.get("claims", ()))]


def _concept_facts(found: Record) -> list[Any]:
    told = found["told"]
    links = [*found["linksOut"]["nodes"], *found["linksIn"]["nodes"]]
    return [
        *(found[name] for name in _TEXTS),
        *(found[side]["totalCount"] for side in ("linksOut", "linksIn")),
        sorted([*_ends(link), *_facts("link", link)] for link in links),
        *(_ids(told[name]) for name in _TOLD),
        sorted((each["status"]["id"], *_ids(each["claims"])) for each in told["evidenceStatuses"]),
        told["notStatedQuestions"],
        [(each["outcomeClass"], each["count"]) for each in told["outcomesWithoutClaim"]],
    ]


def _ids(records: Iterable[Record]) -> list[str]:
    return sorted(str(each["id"]) for each in records)


def _ends(found: Mapping[str, Any]) -> tuple[str, ...]:
    return (str(found["from"]["id"]), str(found["to"]["id"]))
