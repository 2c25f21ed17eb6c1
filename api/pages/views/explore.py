"""The explorer: links round a concept as a picture and a list, and chains from one concept to another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api.pages.page import Asked, Data, Lookup, Page, Variables, codes
from kg.ontology.codes import by_factor
from kg.terms import EG

FIELDS = ("concept", "from", "to")
MOST_HOPS = 6
PER_PAGE = 100
SHOWN_ENDS = 8
SHOWN_PROPOSALS = 5


@dataclass(frozen=True)
class Meant:
    """What a word of the address means.

    text: as it was typed. node: the concept; None where no single one is meant, and then `choices` may hold those that
    could be. is_opposite: the word names the concept's opposite pole. is_name: it is what addresses call the concept.
    """

    text: str
    node: Mapping[str, Any] | None = None
    is_opposite: bool = False
    choices: Sequence[Mapping[str, Any]] = ()
    is_name: bool = False

    @property
    def shown(self) -> str:
        """How the word is shown to people: as typed, but a name of addresses by its label."""
        return str(self.node["label"]) if self.node and self.is_name else self.text


def meant(asked: Asked, name: str) -> Meant | None:
    """The concept that a parameter names; None where it is not given.

    A name that addresses use comes first, then labels, then labels of opposite poles. Of several concepts with the
    same label none is chosen.
    """
    text = asked.one(name)
    if not text:
        return None
    found = asked.found
    named = [each for each in found[f"{name}Named"] if each]
    labelled, opposite = found[f"{name}Labelled"]["nodes"], found[f"{name}Opposite"]["nodes"]
    if named:
        return Meant(text, named[0], is_name=True)
    for nodes, is_opposite in ((labelled, False), (opposite, True)):
        if nodes:
            return Meant(text, nodes[0], is_opposite) if len(nodes) == 1 else Meant(text, choices=nodes)
    return Meant(text, choices=[each["resource"] for each in found[f"{name}Hits"]["nodes"]])


def looked_up(*fields: str) -> Variables:
    """What the lookup asks of an address of which these parameters name concepts."""

    def variables(asked: Asked) -> Mapping[str, Any]:
        words = {name: asked.one(name) if name in fields else "" for name in FIELDS}
        return {key: value for name, text in words.items() for key, value in _word(asked, name, text).items()}

    return variables


def _word(asked: Asked, name: str, text: str) -> Mapping[str, Any]:
    return {
        name: text,
        f"{name}Names": [asked.iri("concept", text)] if re.fullmatch("[a-z0-9-]+", text) else [],
        f"{name}Words": sorted({text, text.lower(), text.upper(), text.capitalize()}),
        f"has{name.capitalize()}": bool(text),
    }


def _variables(asked: Asked) -> Mapping[str, Any]:
    concept, start, end = (_id(meant(asked, name)) for name in FIELDS)
    least = asked.code("SupportLevel", "level")
    return {
        "id": concept or "",
        "hasConcept": bool(concept),
        "from": [start] if start else [],
        "to": [end] if end else [],
        "hasEnds": _has_ends(start, end),
        "isOpen": not any(asked.one(name) for name in FIELDS),
        "where": _where(asked, least),
        "minLevel": least,
        "includeUnweighted": asked.switched_on("unweighted"),
        "sign": asked.code("Sign", "sign"),
        "hops": asked.number("hops", MOST_HOPS, 1, MOST_HOPS),
        "first": PER_PAGE,
    }


def _id(word: Meant | None) -> str | None:
    return str(word.node["id"]) if word and word.node else None


def _has_ends(start: str | None, end: str | None) -> bool:
    return bool(start and end and start != end)


def _where(asked: Asked, least: str | None) -> Mapping[str, Any]:
    """Which links are asked for: those at a level or above it and, unless the others are wanted too, with weight."""
    levels = [code.enum_name for code in codes(asked.ontology, "SupportLevel")]
    where: dict[str, Any] = {"level": {"in": levels[levels.index(least) :]}} if least else {}
    if not asked.switched_on("unweighted"):
        where["lineageCount"] = {"gt": 0}
    return where


def _view(asked: Asked, data: Data) -> Mapping[str, Any]:
    words = {name: meant(asked, name) for name in FIELDS}
    paths, concept = data.get("paths"), data.get("concept")
    links = concept["linksOut"]["nodes"] + concept["linksIn"]["nodes"] if concept else []
    links += data["best"]["nodes"] if "best" in data else []
    chains = paths["nodes"] if paths else []
    return {
        "words": words,
        "unclear": [(name, word) for name, word in words.items() if word and word.node is None],
        "opposites": [word for word in words.values() if word and word.is_opposite],
        "is_same": _id(words["from"]) is not None and _id(words["from"]) == _id(words["to"]),
        "focus": concept,
        "paths": paths,
        "bridge": data.get("bridge"),
        "best": data.get("best"),
        "chain_signs": _signs_of_chains(asked),
        "least": asked.one("level"),
        "sign": asked.one("sign"),
        "hops": int(asked.one("hops", str(MOST_HOPS))),
        "most_hops": MOST_HOPS,
        "unweighted": asked.switched_on("unweighted"),
        "drawn": picture_of(asked, links, chains, _id(words["concept"]), [_id(words["from"]), _id(words["to"])]),
        "chain_item": lambda chain: "chain:" + "/".join(names_of(asked, chain)),
        "shown_ends": SHOWN_ENDS,
        "shown_proposals": SHOWN_PROPOSALS,
    }


def names_of(asked: Asked, chain: Mapping[str, Any]) -> list[str]:
    """What the concepts of a chain or loop are called in addresses, in order; a loop's first comes last again."""
    hops = chain["hops"]
    return [asked.addresses.name(each["id"]) for each in (hops[0]["from"], *(hop["to"] for hop in hops))]


def _signs_of_chains(asked: Asked) -> list[str]:
    """The values of the list of signs that a chain as a whole can have."""
    possible = {iri for factor, iri in by_factor(asked.ontology, str(EG.Sign)).items() if factor}
    return [code.enum_name for code in codes(asked.ontology, "Sign") if code.iri in possible]


def picture_of(
    asked: Asked,
    links: Iterable[Mapping[str, Any]],
    chains: Iterable[Mapping[str, Any]],
    focus: str | None,
    ends: Sequence[str | None],
) -> Mapping[str, Any]:
    """What the script draws: concepts by name, links, chains as rows of links, and the signs' symbols.

    It holds what the list on the page holds, nothing more. focus, ends: the concepts asked for.
    """
    name = asked.addresses.name
    rows = [[_drawn_hop(asked, hop) for hop in chain["hops"]] for chain in chains]
    drawn = {each["id"]: each for row in rows for each in row}
    drawn |= {each["id"]: each for each in (_drawn_link(asked, link) for link in links)}
    concepts = [side for each in (*links, *(hop for chain in chains for hop in chain["hops"])) for side in _ends(each)]
    return {
        "focus": name(focus) if focus else None,
        "ends": [name(each) for each in ends if each],
        "nodes": {name(each["id"]): _drawn_concept(asked, each) for each in concepts},
        "links": list(drawn.values()),
        "chains": [[each["id"] for each in row] for row in rows],
        "signs": {
            code.enum_name: {"symbol": code.notation, "reading": code.readings[asked.language]}
            for code in codes(asked.ontology, "Sign")
        },
        "levels": [code.enum_name for code in codes(asked.ontology, "SupportLevel")],
    }


def _ends(link: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    return link["from"], link["to"]


def _drawn_concept(asked: Asked, node: Mapping[str, Any]) -> Mapping[str, Any]:
    kept = {each: asked.one(each) for each in ("level", "unweighted")}
    return {
        "label": node["label"],
        "language": node["labelLanguage"].lower(),
        "page": asked.addresses.of(node["id"]),
        "explore": asked.addresses.to("/explore", concept=asked.addresses.name(node["id"]), **kept),
    }


def _drawn_link(asked: Asked, link: Mapping[str, Any]) -> Mapping[str, Any]:
    start, end = (asked.addresses.name(each["id"]) for each in _ends(link))
    return {
        "id": f"{start}/{end}",
        "from": start,
        "to": end,
        "sign": link["sign"],
        "level": link["level"],
        "notation": link["levelNotation"],
        "hasWeight": link["lineageCount"] > 0,
        "page": asked.addresses.link(link["from"]["id"], link["to"]["id"]),
        "words": link["inWords"],
        "language": link["inWordsLanguage"].lower(),
    }


def _drawn_hop(asked: Asked, hop: Mapping[str, Any]) -> Mapping[str, Any]:
    return _drawn_link(asked, {**hop, "lineageCount": hop["link"]["lineageCount"]})


WORDS = Lookup("lookup", looked_up(*FIELDS), lambda asked: any(asked.one(name) for name in FIELDS))
EXPLORE = Page("explore", "/explore", _variables, _view, lookup=WORDS)
