"""The three ways in: methods and measures, factors, outcomes. One template, three questions of the same form."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from api.pages.page import Asked, Page
from api.pages.views.ways import WAYS, classes_of

PER_PAGE = 100


def _page(way: str) -> Page:
    def variables(asked: Asked) -> Mapping[str, Any]:
        classes = classes_of(asked.ontology, way)
        return {"classes": classes, "first": PER_PAGE, "after": asked.one("after") or None}

    def view(_asked: Asked, data: Mapping[str, Any]) -> Mapping[str, Any]:
        nodes = sorted(data["concepts"]["nodes"], key=_class_of)
        return {"way": way, "groups": [(name, list(each)) for name, each in groupby(nodes, key=_class_of)]}

    return Page("browse", f"/{way}", variables, view)


def _class_of(node: Mapping[str, Any]) -> str:
    return str(node["__typename"])


METHODS, FACTORS, OUTCOMES = map(_page, WAYS)
