"""One document: its record, what it can and cannot support, its claims in reading order, what is lost without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from api.pages.page import Asked, Data, Page, codes
from api.pages.rendering import LANGUAGE_NAMES
from api.pages.views.documents import weighed_kinds

PER_PAGE = 100


def _variables(asked: Asked) -> Mapping[str, Any]:
    kind = asked.code("ClaimKind", "kind")
    return {
        "id": asked.iri("document", asked.path["name"]),
        "weighed": weighed_kinds(asked),
        "kinds": [kind] if kind else [code.enum_name for code in codes(asked.ontology, "ClaimKind")],
        "first": PER_PAGE,
        "after": asked.one("after") or None,
    }


def _view(asked: Asked, data: Data) -> Mapping[str, Any]:
    document = data["document"]
    reported = {study["id"] for study in document["studies"]["nodes"]}
    changed = data["without"]["changedLinks"]
    return {
        "kind": asked.one("kind"),
        "is_later": bool(asked.one("after")),
        "language_name": LANGUAGE_NAMES.get(document["language"], document["language"]),
        "missing": _alike(document["missingParts"]["nodes"]),
        "places": places(document["claims"]["nodes"]),
        "bases": {key: detail for detail in document["details"]["nodes"] for key in detail["properties"]},
        "only_cited": [study for study in data["cited"]["nodes"] if study["id"] not in reported],
        "reasons": reasons(asked, document["passagesWithoutClaim"]["nodes"]),
        "lost": [link for link in changed if link["isLost"]],
        "weaker": [link for link in changed if not link["isLost"]],
    }


def _alike(missing: Iterable[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """Missing parts, those with the same reason together, in the order in which each reason comes first."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for part in missing:
        groups.setdefault(part["reason"], []).append(part)
    return list(groups.values())


def places(claims: Iterable[Mapping[str, Any]]) -> list[tuple[str | None, str | None, list[Mapping[str, Any]]]]:
    """Section, page and claims of each part of the text, in the order of the claims."""

    def place(claim: Mapping[str, Any]) -> tuple[str | None, str | None]:
        return claim["passage"]["section"], claim["passage"]["page"]

    return [(*where, list(each)) for where, each in groupby(claims, key=place)]


def reasons(asked: Asked, passages: Sequence[Mapping[str, Any]]) -> list[tuple[str, str, list[Mapping[str, Any]]]]:
    """Why passages gave no claim: each reason's label and definition with its passages, the commonest first."""
    counted = Counter(passage["noClaimReason"] for passage in passages)
    known = {code.enum_name: code for code in codes(asked.ontology, "NoClaimReason")}
    return [
        (
            known[reason].labels[asked.language],
            known[reason].definitions[asked.language],
            [passage for passage in passages if passage["noClaimReason"] == reason],
        )
        for reason, _ in counted.most_common()
    ]


DOCUMENT = Page("document", "/document/{name}", _variables, _view, subject="document")
