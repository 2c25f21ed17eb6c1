"""Search in concepts, claims and documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.pages.page import Asked, Page

KINDS = ("Concept", "Claim", "Document")
PER_PAGE = 20


def _variables(asked: Asked) -> Mapping[str, Any]:
    kind = asked.one("kind")
    return {
        "text": asked.one("q"),
        "kinds": [kind] if kind in KINDS else list(KINDS),
        "after": asked.one("after") or None,
        "first": PER_PAGE,
    }


def _view(asked: Asked, _data: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"text": asked.one("q"), "kind": asked.one("kind"), "kinds": KINDS}


SEARCH = Page("search", "/search", _variables, _view, is_asked=lambda asked: bool(asked.one("q")))
