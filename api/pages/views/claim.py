"""A claim: who says what, on what basis, and its place in the text, opened where the service has the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.pages.page import Asked, Data, Page

AROUND = 400
"""Characters of the text that are shown on either side of a passage."""


def _variables(asked: Asked) -> Mapping[str, Any]:
    return {"id": asked.iri("claim", asked.path["name"]), "around": AROUND}


def _view(_asked: Asked, data: Data) -> Mapping[str, Any]:
    """before, after: what stands around the passage, cut off between words and marked where it goes on."""
    opened = data["passageText"]
    before, after = opened["before"] or "", opened["after"] or ""
    return {
        "before": "… " + before.partition(" ")[2] if len(before) == AROUND else before,
        "after": after.rpartition(" ")[0] + " …" if len(after) == AROUND else after,
    }


CLAIM = Page("claim", "/claim/{name}", _variables, _view, subject="claim", is_settled=False)
