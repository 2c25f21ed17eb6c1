"""A link: what may be said of a pair of concepts, and how its support level came about, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from api.pages.page import Asked, Data, Page
from api.pages.views.ways import classes_of

BESIDE = ("accompanying", "open", "qualifying")
SIDES = ("supporting", "disputing", *BESIDE)


def _variables(asked: Asked) -> Mapping[str, Any]:
    return {
        "from": asked.concept(asked.path["source"]),
        "to": asked.concept(asked.path["target"]),
        "starts": [*classes_of(asked.ontology, "methods"), *classes_of(asked.ontology, "factors")],
        "ends": classes_of(asked.ontology, "outcomes"),
    }


def _view(_asked: Asked, data: Data) -> Mapping[str, Any]:
    link = data["link"]
    claims = [claim for side in SIDES for claim in link[side]["nodes"]]
    pair = {link["from"]["id"], link["to"]["id"]}
    return {
        "beside": [side for side in BESIDE if link[side]["nodes"]],
        "absent": [side for side in BESIDE if not link[side]["nodes"]],
        "contexts": _distinct(claim["context"] for claim in claims),
        "documents": _distinct(claim["document"] for claim in claims),
        "conditions": list(_conditions(claims)),
        "stronger": _stronger(link),
        "chains": [each for each in data["paths"]["nodes"] if len(each["hops"]) > 1 and _passes(each, link)],
        "loops_through": [each for each in data["loops"]["nodes"] if _passes(each, link)],
        "contradicted": any(pair <= _ids(each["concepts"]) for each in data["contradictions"]["nodes"]),
    }


def _conditions(claims: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Every condition with the claim that it is set for; those that the text names together as one."""
    for claim in claims:
        if claim["jointCondition"]:
            yield claim, claim["jointCondition"]
        for condition in claim["conditions"]["nodes"]:
            yield claim, condition


def _stronger(link: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The weighed claims whose text promises something else than the link may."""
    weighed = link["supporting"]["nodes"] + link["disputing"]["nodes"]
    return [claim for claim in weighed if claim["verbForce"] != link["licensedForce"]]


def _passes(chain: Mapping[str, Any], link: Mapping[str, Any]) -> bool:
    """Whether a chain or loop goes along the link, and not only through both of its concepts."""
    pair = (link["from"]["id"], link["to"]["id"])
    return any((hop["from"]["id"], hop["to"]["id"]) == pair for hop in chain["hops"])


def _ids(nodes: Iterable[Mapping[str, Any]]) -> set[str]:
    return {each["id"] for each in nodes}


def _distinct(records: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Each record once, by its id, in the order in which they come first."""
    return list({record["id"]: record for record in records}.values())


def _elsewhere(asked: Asked) -> str | None:
    """Where no link is on the pair, the page of the cell says what is known."""
    return asked.addresses.cell(asked.path["source"], asked.path["target"])


LINK = Page("link", "/link/{source}/{target}", _variables, _view, subject="link", elsewhere=_elsewhere)
