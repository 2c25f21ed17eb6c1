"""A cell of the gap map: what is known of a pair, why not more, and the nearest evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rdflib import SKOS, URIRef

from api.pages.page import Asked, Data, Page, codes
from api.pages.views.concept import claim_groups
from api.pages.views.gap_map import SILENT
from api.pages.views.hearing import heard, hearing_parameters, is_filtered
from api.pages.views.ways import class_of, classes_of, way_of
from kg.ontology import Ontology

EVERY_SORT = "Concept"


def _variables(asked: Asked) -> Mapping[str, Any]:
    ontology = asked.ontology
    start, end = asked.concept(asked.path["source"]), asked.concept(asked.path["target"])
    return {
        "from": start,
        "to": end,
        "fromFamily": _family(ontology, start),
        "toFamily": _family(ontology, end),
        "fromSort": _sort(ontology, start),
        "toSort": _sort(ontology, end),
        "spoken": [code.enum_name for code in codes(ontology, "CellState") if code.enum_name != SILENT],
        "isFiltered": is_filtered(asked),
        **heard(asked),
    }


def _family(ontology: Ontology, iri: str) -> list[str]:
    """The concept, all that is above it and all that is below it."""
    graph, concept = ontology.graph, URIRef(iri)
    above = graph.transitive_objects(concept, SKOS.broader)
    below = graph.transitive_subjects(SKOS.broader, concept)
    return sorted({str(each) for each in (*above, *below)})


def _sort(ontology: Ontology, iri: str) -> list[str]:
    """The classes of the concepts that are found under the same entrance; of all where it is found under none."""
    way = way_of(ontology, class_of(ontology, iri))
    return classes_of(ontology, way) if way else [EVERY_SORT]


def _view(asked: Asked, data: Data) -> Mapping[str, Any]:
    cell = data["pair"]["rows"][0]["cells"][0]
    whole = data["unfiltered"]["rows"][0]["cells"][0] if "unfiltered" in data else cell
    counted = {claim["id"] for claim in whole["claims"]}
    return {
        "cell": cell,
        "definition": next(
            code.definitions[asked.language]
            for code in codes(asked.ontology, "CellState")
            if code.enum_name == cell["state"]
        ),
        "is_silent": cell["state"] == SILENT,
        "groups": claim_groups(asked, cell["claims"]),
        "hidden": _without(whole["claims"], {claim["id"] for claim in cell["claims"]}),
        "others": _without(data["onThePair"]["nodes"], counted),
        "lacking": _lacking(cell["claims"]),
        "back": data["back"]["rows"][0]["cells"][0],
        **{part: _spoken(data, part) for part in ("near", "elsewhere", "toward")},
        "chains": [each for each in data["paths"]["nodes"] if len(each["hops"]) > 1],
        "hearing": hearing_parameters(asked),
    }


def _without(claims: Iterable[Mapping[str, Any]], known: set[str]) -> list[Mapping[str, Any]]:
    return [claim for claim in claims if claim["id"] not in known]


def _lacking(claims: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The documents of claims that rest on a part that their text lacks, each once."""
    documents = {claim["document"]["id"]: claim["document"] for claim in claims if claim["restsOnMissingPart"]}
    return list(documents.values())


def _spoken(data: Data, part: str) -> list[Mapping[str, Any]]:
    """The cells of a part of the answer that say something, best first; the page's own is not one of them."""
    own = (data["from"]["id"], data["to"]["id"])
    cells = [cell for row in data[part]["rows"] for cell in row["cells"]]
    said = [each for each in cells if each["state"] != SILENT and (each["from"]["id"], each["to"]["id"]) != own]
    return sorted(said, key=lambda each: (each["level"] or "", each["lineageCount"], each["claimCount"]), reverse=True)


CELL = Page("cell", "/cell/{source}/{target}", _variables, _view, subject="from")
