"""A concept: definition, links, claims by what they rest on, and what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from api.pages.page import Asked, Page, codes
from api.pages.views.ways import classes_of, way_of


def _variables(asked: Asked) -> Mapping[str, Any]:
    ontology = asked.ontology
    return {
        "id": asked.concept(asked.path["name"]),
        "across": classes_of(ontology, "outcomes"),
        "down": classes_of(ontology, "methods"),
    }


def _view(asked: Asked, data: Mapping[str, Any]) -> Mapping[str, Any]:
    concept = data["concept"]
    claims = {each["id"]: each for side in ("Subject", "Object") for each in concept[f"claimsAs{side}"]["nodes"]}
    way = way_of(asked.ontology, concept["__typename"])
    return {
        "told": data["compare"]["compared"][0],
        "way": way,
        "counts": data["down" if way == "outcomes" else "across"]["stateCounts"],
        "groups": claim_groups(asked, claims.values()),
    }


def claim_groups(asked: Asked, claims: Iterable[Mapping[str, Any]]) -> list[tuple[str, list[Mapping[str, Any]]]]:
    """Claims by what they rest on: those with weight by directness, the others by kind; each group with its heading.

    The order is that of the ontology's lists. A group without claims is left out.
    """
    kinds = {code.enum_name: code for code in codes(asked.ontology, "ClaimKind")}
    headings = [code.labels[asked.language] for code in codes(asked.ontology, "Directness")]
    headings += [code.labels[asked.language] for code in kinds.values() if not code.weight]
    groups: dict[str, list[Mapping[str, Any]]] = {heading: [] for heading in headings}
    for claim in claims:
        groups[claim["directnessLabel" if kinds[claim["kind"]].weight else "kindLabel"]].append(claim)
    return [(heading, group) for heading, group in groups.items() if group]


CONCEPT = Page("concept", "/concept/{name}", _variables, _view, subject="concept")
