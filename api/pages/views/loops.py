"""Loops of links, each drawn as a causal-loop diagram and told step by step; the same pictures as files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from api.pages.drawing import Told, draw_loop
from api.pages.page import Asked, Data, Download, Lookup, NotThere, Page, codes
from api.pages.texts import interface
from api.pages.views.explore import Meant, looked_up, meant, names_of
from kg.ontology.codes import by_factor
from kg.terms import EG

LONGEST = 6
PER_PAGE = 50
FILE_NAME = "evidensgraf-loop.svg"
SIGN_OF_FACTOR = {1: "+", -1: "\N{MINUS SIGN}"}
"""How causal-loop diagrams write whether two things move the same way or opposite ways."""


def _variables(asked: Asked) -> Mapping[str, Any]:
    concept = meant(asked, "concept")
    return {
        "contains": [concept.node["id"]] if concept and concept.node else None,
        "polarity": asked.code("LoopPolarity", "polarity"),
        "includeUnweighted": not asked.switched_on("weighted"),
        "maxLength": LONGEST,
        "first": PER_PAGE,
    }


def _view(asked: Asked, data: Data) -> Mapping[str, Any]:
    concept = meant(asked, "concept")
    drawings = [_drawn(asked, loop, f"loop{number}") for number, loop in enumerate(data["loops"]["nodes"], 1)]
    return {
        "word": concept or Meant(""),
        "polarity": asked.one("polarity"),
        "weighted": asked.switched_on("weighted"),
        "longest": LONGEST,
        "drawings": drawings,
        "files": [_file_address(asked, loop) for loop in data["loops"]["nodes"]],
        "is_without_weight": _is_without_weight,
        "signs": _signs(asked),
    }


def _drawn(asked: Asked, loop: Mapping[str, Any], name: str, version: str = "") -> Markup:
    t = interface(asked.language)
    symbol = next(each.notation for each in codes(asked.ontology, "LoopPolarity") if each.enum_name == loop["polarity"])
    steps = " ".join(f"{hop['position']}. {hop['inWords']}" for hop in loop["hops"])
    signs = _signs(asked)
    read = [
        f"{signs[code.enum_name]}  {code.readings[asked.language]}"
        for code in codes(asked.ontology, "Sign")
        if code.enum_name in signs
    ]
    legend = [*read, t("loops-legend-dotted"), f"{symbol}  {loop['polarityLabel']}"]
    about = Told(
        language=asked.language,
        title=t("loops-picture-title", polarity=loop["polarityLabel"], count=len(loop["hops"])),
        description=steps,
        polarity=symbol,
        signs=signs,
        legend=[*legend, t("loops-legend-version", version=version)] if version else (),
    )
    return draw_loop([_step(asked, hop) for hop in loop["hops"]], about, name)


def _step(asked: Asked, hop: Mapping[str, Any]) -> Mapping[str, Any]:
    ends = (asked.addresses.name(hop[side]["id"]) for side in ("from", "to"))
    return {**hop, "hasWeight": hop["link"]["lineageCount"] > 0, "link_name": "/".join(ends)}


def _signs(asked: Asked) -> Mapping[str, str]:
    """By the value of a sign that links of loops can have: how causal-loop diagrams write it."""
    factors = {iri: factor for factor, iri in by_factor(asked.ontology, str(EG.Sign)).items()}
    signs = codes(asked.ontology, "Sign")
    return {each.enum_name: SIGN_OF_FACTOR[factors[each.iri]] for each in signs if factors.get(each.iri)}


def _is_without_weight(loop: Mapping[str, Any]) -> bool:
    return any(not hop["link"]["lineageCount"] for hop in loop["hops"])


def _loop_name(asked: Asked, loop: Mapping[str, Any]) -> str:
    return "/".join(names_of(asked, loop)[:-1])


def _file_address(asked: Asked, loop: Mapping[str, Any]) -> str:
    return asked.addresses.to("/loops.svg", loop=_loop_name(asked, loop))


def _of_file(asked: Asked) -> Mapping[str, Any]:
    """The loop that the address names by its concepts in order; loops through them all are few."""
    names = [each for each in asked.one("loop").split("/") if each]
    if not names:
        raise NotThere
    contains = [asked.iri("concept", each) for each in names]
    rest = {"polarity": None, "includeUnweighted": True, "maxLength": LONGEST, "first": PER_PAGE}
    return {"contains": contains, **rest}


def _written(asked: Asked, data: Data) -> bytes:
    found = [loop for loop in data["loops"]["nodes"] if _loop_name(asked, loop) == asked.one("loop")]
    if not found:
        raise NotThere
    version = data["loops"]["report"]["dataVersion"]
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + _drawn(asked, found[0], "loop", version).encode()


LOOPS = Page(
    "loops",
    "/loops",
    _variables,
    _view,
    lookup=Lookup("lookup", looked_up("concept"), lambda asked: bool(asked.one("concept"))),
)
LOOPS_AS_SVG = Download("loops", "/loops.svg", "image/svg+xml", FILE_NAME, _written, _of_file)
