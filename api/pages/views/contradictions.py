"""What claims say against one another, both sides at the same height, and in what the sides differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.pages.page import Asked, Data, Page

PER_PAGE = 20


def _variables(asked: Asked) -> Mapping[str, Any]:
    about = _about(asked)
    return {"about": [about] if about else None, "first": PER_PAGE, "after": asked.one("after") or None}


def _view(asked: Asked, data: Data) -> Mapping[str, Any]:
    """choices: the concepts that some contradiction is on, by name."""
    concerned = {each["id"]: each for found in data["all"]["nodes"] for each in found["concepts"]}
    return {"about": _about(asked), "choices": sorted(concerned.values(), key=lambda each: str(each["label"]))}


def _about(asked: Asked) -> str | None:
    return asked.concept(asked.one("about")) if asked.one("about") else None


CONTRADICTIONS = Page("contradictions", "/contradictions", _variables, _view)
