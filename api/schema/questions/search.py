"""`search(text, language, kinds)`: individuals by the words of their labels, definitions and statements."""

from __future__ import annotations

from typing import Any

from api.schema.questions.question import Argument, Asked, Paged, Question
from kg.corpus.searching import searchable_classes
from kg.errors import InputError
from kg.ontology import Ontology
from kg.search import SearchHit, SearchIndex
from kg.terms import EG

_MOST = 1_000
"""Hits that one search looks at; a search that finds more says so in the answer's extensions."""


def _resolve(asked: Asked) -> list[dict[str, Any]]:
    index: SearchIndex = asked.services["collection"].search_index
    kinds = asked.arguments["kinds"]
    results = index.search(
        asked.arguments["text"],
        language=asked.arguments["language"],
        kinds=None if kinds is None else _classes(asked.ontology, kinds),
        first=_MOST,
    )
    if results.total > len(results.hits):
        asked.extensions["search"] = {"found": results.total, "shown": len(results.hits)}
    return [_hit(hit) for hit in results.hits]


def _classes(ontology: Ontology, kinds: list[str]) -> set[str]:
    """The searchable classes at or below those named. Raises InputError for a name that is none."""
    searchable = set(searchable_classes(ontology))
    found: set[str] = set()
    for kind in kinds:
        named = ontology.class_named(kind)
        below = {each.name for each in ontology.descendants(named.iri)} & searchable if named else set()
        if not below:
            raise InputError(
                f"{kind!r} is no kind that can be searched", remedy="Kinds: " + ", ".join(sorted(searchable))
            )
        found |= below
    return found


def _hit(hit: SearchHit) -> dict[str, Any]:
    return {
        "resource": hit.id,
        "score": round(hit.score, 4),
        "matchedText": hit.matched.text,
        "matchedLanguage": hit.language,
    }


SEARCH = Question(
    name="search",
    answers=Paged("SearchHit"),
    arguments={
        "text": Argument("String!", "Words in Swedish or English; the last may be unfinished."),
        "language": Argument("Language", "Search the texts of this language only."),
        "kinds": Argument("[String!]", "Names of types, such as Concept or Claim; a type includes those below it."),
    },
    resolve=_resolve,
    term=str(EG.searchQuestion),
)
