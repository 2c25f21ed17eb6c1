"""The documents that were read: what each can and cannot support, and how much of the collection rests on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.pages.page import Asked, Data, Page, codes

PER_PAGE = 50


def weighed_kinds(asked: Asked) -> list[str]:
    """The kinds of claims that have weight, as GraphQL names them."""
    return [code.enum_name for code in codes(asked.ontology, "ClaimKind") if code.weight]


def _variables(asked: Asked) -> Mapping[str, Any]:
    return {"weighed": weighed_kinds(asked), "first": PER_PAGE, "after": asked.one("after") or None}


def _view(_asked: Asked, data: Data) -> Mapping[str, Any]:
    return {"resting": {each["source"]["id"]: each for each in data["loadBearing"]["nodes"]}}


DOCUMENTS = Page("documents", "/documents", _variables, _view)
