"""Two to four methods, measures or other concepts side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api.pages.page import Asked, Data, NotThere, Page
from api.pages.views.ways import classes_of
from kg.errors import UnknownIdentifier

MOST = 4
SHOWN = 5
"""Lines of a list that are shown at once."""
EXAMPLES = ("motivational-interviewing", "preconditions-for-work")
ASPECTS = (
    "purposes",
    "parts",
    "evidenceStatuses",
    "prescribedUse",
    "actualUse",
    "linksOut",
    "linksIn",
    "plans",
    "statedUnknown",
    "outcomesWithoutClaim",
)
"""What is compared, as fields of the answer, in the order in which it is shown."""


@dataclass(frozen=True)
class Chosen:
    """What an address wants compared. names: of the concepts, each once, at most four. unknown: names of no concept.

    is_too_many: whether more were asked for than are compared.
    """

    names: Sequence[str]
    unknown: Sequence[str]
    is_too_many: bool


def chosen(asked: Asked) -> Chosen:
    """What the address wants compared."""
    wanted = list(dict.fromkeys(asked.all("concept")))
    known = [name for name in wanted if _is_known(asked, name)]
    return Chosen(known[:MOST], [name for name in wanted if name not in known], len(known) > MOST)


def _is_known(asked: Asked, name: str) -> bool:
    try:
        asked.concept(name)
    except (NotThere, UnknownIdentifier):
        return False
    return True


def _variables(asked: Asked) -> Mapping[str, Any]:
    names = chosen(asked).names
    return {
        "concepts": [asked.concept(name) for name in names],
        "isAsked": bool(names),
        "classes": classes_of(asked.ontology, "methods"),
        "examples": [asked.concept(name) for name in EXAMPLES if _is_known(asked, name)],
    }


def _view(asked: Asked, data: Data) -> Mapping[str, Any]:
    wanted, compared = chosen(asked), _compared(data)
    offered = {each["id"] for each in data["choices"]["nodes"]}
    items = [f"concept:{asked.addresses.name(each['concept']['id'])}" for each in compared]
    return {
        "wanted": wanted,
        "most": MOST,
        "shown": SHOWN,
        "places": [*wanted.names, *[""] * (MOST - len(wanted.names))],
        "others": [each["concept"] for each in compared if each["concept"]["id"] not in offered],
        "compared": compared,
        "items": items,
        "aspects": ASPECTS,
        "example": asked.addresses.to("/compare", concept=EXAMPLES),
    }


def _compared(data: Data) -> list[Mapping[str, Any]]:
    return list(data["compare"]["compared"]) if "compare" in data else []


COMPARE = Page("compare", "/compare", _variables, _view)
