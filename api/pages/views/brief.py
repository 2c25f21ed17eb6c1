"""The training brief: what was picked, as a page to print, a Word file and lists of references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from api.pages.briefs.contents import Entry, entries_of
from api.pages.briefs.items import HEADING, LONGEST_TEXT, MOST_ITEMS, UNREAD, Given, Item, read_items, tidy
from api.pages.briefs.references import (
    Numbers,
    Reference,
    bibtex,
    claims_of,
    csl_json,
    in_words,
    references_of,
    sources_of,
)
from api.pages.briefs.telling import last_changed, levels_in_words
from api.pages.page import Asked, Data, Download, Page
from api.pages.texts import interface
from kg.links import link_iri

_COMPARED = 10
"""How many concepts `compare` takes at once."""
_LISTED = 100
"""How many a page of a list holds at most."""


@dataclass(frozen=True)
class _Brief:
    """What an address and the answer make. title: given or the usual one."""

    given: Given
    title: str
    entries: Sequence[Entry]
    references: Sequence[Reference]


def _brief(asked: Asked, data: Data) -> _Brief:
    given = read_items(asked)
    entries = entries_of(asked, given.items, data)
    title = _own_title(asked) or interface(asked.language)("brief-untitled")
    return _Brief(given, title, entries, references_of(entries, data))


def _own_title(asked: Asked) -> str:
    return tidy(asked.one("title"))


def _permalink(asked: Asked, entries: Sequence[Entry], path: str = "/brief") -> str:
    """The address of just this brief, as it reads now."""
    items = [entry.item.sealed(entry.digest) for entry in entries]
    return asked.addresses.to(path, title=_own_title(asked), item=items, version=asked.data_version)


# --- what is asked ----------------------------------------------------------------------------------------------------


def _variables(asked: Asked) -> Mapping[str, Any]:
    concepts, links, cells = (_picked(asked, kind) for kind in ("concept", "link", "cell"))
    return {
        "concepts": [each.concepts[0] for each in concepts],
        "hasConcepts": bool(concepts),
        "conceptCount": max(1, len(concepts)),
        "links": [link_iri(asked.ontology, *each.concepts) for each in links],
        "hasLinks": bool(links),
        "linkCount": max(1, len(links)),
        "rows": sorted({each.concepts[0] for each in cells}),
        "columns": sorted({each.concepts[1] for each in cells}),
        "hasCells": bool(cells),
    }


def _picked(asked: Asked, kind: str) -> list[Item]:
    return [item for item in read_items(asked).items if item.kind == kind and item.concepts]


def _details(asked: Asked, _data: Data) -> Mapping[str, tuple[str, Mapping[str, Any]]]:
    """What is asked of chains, one by one, and of concepts, some at a time."""
    chains = {item.key: ("brief-chain", _chain_variables(item)) for item in _picked(asked, "chain")}
    concepts = [item.concepts[0] for item in _picked(asked, "concept")]
    return {**chains, **_in_parts("brief-concepts", "concepts", concepts, _COMPARED)}


def _in_parts(
    question: str, variable: str, ids: Sequence[str], most: int
) -> Mapping[str, tuple[str, Mapping[str, Any]]]:
    """The same question for so many at a time."""
    starts = range(0, len(ids), most)
    return {f"{question}-{start}": (question, {variable: ids[start : start + most]}) for start in starts}


def _chain_variables(item: Item) -> Mapping[str, Any]:
    first, *between, last = item.concepts
    return {"from": first, "to": last, "through": between or None, "hops": len(item.concepts) - 1}


def _references(asked: Asked, data: Data) -> Mapping[str, tuple[str, Mapping[str, Any]]]:
    read, others = sources_of(claims_of(entries_of(asked, read_items(asked).items, data)))
    return _in_parts("brief-references", "ids", [*read, *others], _LISTED)


_FURTHER = (_details, _references)


def _is_asked(asked: Asked) -> bool:
    return bool(read_items(asked).items)


# --- the page ---------------------------------------------------------------------------------------------------------


def _view(asked: Asked, data: Data) -> Mapping[str, Any]:
    brief = _brief(asked, data)
    say = interface(asked.language)
    return {
        "title": brief.title,
        "own_title": _own_title(asked),
        "entries": brief.entries,
        "given": brief.given,
        "changes": Counter(entry.change for entry in brief.entries),
        "made_from": asked.one("version"),
        "references": [(each, in_words(each, asked.ontology, say)) for each in brief.references],
        "numbers": Numbers(brief.references),
        "levels": levels_in_words(asked),
        "changed_on": last_changed(data),
        "permalink": _permalink(asked, brief.entries),
        "files": {kind: _permalink(asked, brief.entries, f"/brief.{kind}") for kind in ("docx", "bib", "json")},
        "heading_kind": HEADING,
        "unread_kind": UNREAD,
        "longest": LONGEST_TEXT,
    }


BRIEF = Page("brief", "/brief", _variables, _view, further=_FURTHER, is_asked=_is_asked)


# --- the files --------------------------------------------------------------------------------------------------------


def _docx(asked: Asked, data: Data) -> bytes:
    from api.pages.briefs.word_file import Brief, word_file

    brief, say = _brief(asked, data), interface(asked.language)
    notes = [say("brief-left-out", count=brief.given.left_out, most=MOST_ITEMS)] if brief.given.left_out else []
    references = [in_words(each, asked.ontology, say) for each in brief.references]
    permalink = asked.origin + _permalink(asked, brief.entries)
    made = Brief(
        brief.title, brief.entries, references, Numbers(brief.references), permalink, last_changed(data), notes
    )
    return word_file(asked, made)


def _bibtex(asked: Asked, data: Data) -> bytes:
    return bibtex(_brief(asked, data).references, asked.ontology, interface(asked.language)).encode()


def _csl_json(asked: Asked, data: Data) -> bytes:
    written = csl_json(_brief(asked, data).references, asked.ontology, interface(asked.language))
    return orjson.dumps(written, option=orjson.OPT_INDENT_2)


def _file(form: str, media_type: str, write: Callable[[Asked, Data], bytes]) -> Download:
    name, path = f"evidensgraf.{form}", f"/brief.{form}"
    return Download("brief", path, media_type, name, write, _variables, further=_FURTHER, is_asked=_is_asked)


BRIEF_FILES = (
    _file("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _docx),
    _file("bib", "application/x-bibtex; charset=utf-8", _bibtex),
    _file("json", "application/vnd.citationstyles.csl+json", _csl_json),
)
