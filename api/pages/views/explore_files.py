"""A chain of the explorer as a picture that stands alone; it needs no script."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.pages.drawing import ChainTold, draw_chain
from api.pages.page import Asked, Data, Download, NotThere, codes
from api.pages.texts import interface
from api.pages.views.explore import MOST_HOPS, PER_PAGE, names_of
from kg.ontology.codes import by_factor
from kg.terms import EG

FILE_NAME = "evidensgraf-chain.svg"


def _of_file(asked: Asked) -> Mapping[str, Any]:
    """The chain that the address names by its concepts in order."""
    concepts = [asked.concept(name) for name in _names(asked)]
    if not 2 <= len(concepts) <= MOST_HOPS + 1:
        raise NotThere
    return {
        "id": "",
        "hasConcept": False,
        "from": concepts[:1],
        "to": concepts[-1:],
        "through": concepts[1:-1] or None,
        "hasEnds": True,
        "isOpen": False,
        "where": {},
        "minLevel": None,
        "includeUnweighted": True,
        "sign": None,
        "hops": len(concepts) - 1,
        "first": PER_PAGE,
    }


def _names(asked: Asked) -> list[str]:
    return [each for each in asked.one("chain").split("/") if each]


def _written(asked: Asked, data: Data) -> bytes:
    found = [chain for chain in data["paths"]["nodes"] if names_of(asked, chain) == _names(asked)]
    if not found:
        raise NotThere
    hops = [{**hop, "hasWeight": hop["link"]["lineageCount"] > 0} for hop in found[0]["hops"]]
    told = _told(asked, found[0], data["paths"]["report"]["dataVersion"])
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + draw_chain(hops, told).encode()


def _told(asked: Asked, chain: Mapping[str, Any], version: str) -> ChainTold:
    t = interface(asked.language)
    factors = {iri: factor for factor, iri in by_factor(asked.ontology, str(EG.Sign)).items() if factor}
    signs = {each.enum_name: each for each in codes(asked.ontology, "Sign")}
    used = [code for name, code in signs.items() if name in {hop["sign"] for hop in chain["hops"]}]
    read = [f"{code.notation}  {code.readings[asked.language]}" for code in used]
    return ChainTold(
        language=asked.language,
        title=t("explore-title-chains", start=chain["from"]["label"], end=chain["to"]["label"]),
        description=" ".join(f"{hop['position']}. {hop['inWords']}" for hop in chain["hops"]),
        signs={name: (code.notation or "", factors.get(code.iri)) for name, code in signs.items()},
        notes=[chain["inWords"], *read, t("explore-legend-dotted"), f"{t('footer-version')}: {version}"],
    )


CHAIN_AS_SVG = Download("explore", "/explore.svg", "image/svg+xml", FILE_NAME, _written, _of_file)
