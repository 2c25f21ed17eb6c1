"""What a question hears: the filters that gap map, cell and others have alike, read from an address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.pages.page import Asked

PARAMETERS = ("kind", "setting", "level", "first-hand")


def heard(asked: Asked) -> dict[str, Any]:
    """The filters as GraphQL variables; None or false where one is not set.

    Raises BadAddress for a value that no list has, NotThere for a setting that is no concept.
    """
    return {
        "kinds": asked.codes("ClaimKind", "kind") or None,
        "contexts": [asked.concept(name) for name in asked.all("setting")] or None,
        "minLevel": asked.code("SupportLevel", "level"),
        "firstHandOnly": asked.switched_on("first-hand"),
    }


def is_filtered(asked: Asked) -> bool:
    """Whether the address sets a filter."""
    return any(heard(asked).values())


def hearing_parameters(asked: Asked) -> Mapping[str, list[str]]:
    """The filters as parameters of an address, so that a page can hand them to the next."""
    return {name: asked.all(name) for name in PARAMETERS if asked.all(name)}
