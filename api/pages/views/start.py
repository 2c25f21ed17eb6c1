"""The start: search, the three ways in, what the collection holds and what it does not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.pages.page import Asked, Page
from api.pages.views.ways import WAYS, classes_of


def _variables(asked: Asked) -> Mapping[str, Any]:
    return {way: classes_of(asked.ontology, way) for way in WAYS}


def _view(_asked: Asked, data: Mapping[str, Any]) -> Mapping[str, Any]:
    changed = [str(each["changedOn"]) for each in data["documents"]["nodes"] if each["changedOn"]]
    return {"ways": WAYS, "changed_on": max(changed, default=None)}


START = Page("start", "/", _variables, _view)
