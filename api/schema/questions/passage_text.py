"""`passageText(claim)`: a claim's passage as it stands in the library's text, or why it cannot be shown."""

from __future__ import annotations

from typing import Any

from api.schema.questions.question import Argument, Asked, One, Question
from kg.corpus.verifying import passage_of_claim
from kg.errors import LimitExceeded
from kg.passages import Library, PassageStatus, open_passage, verify_in_library
from kg.store import Store
from kg.terms import BASE, EG

_FARTHEST = 2_000


def _resolve(asked: Asked) -> dict[str, Any] | None:
    around = asked.arguments["around"]
    if not 0 <= around <= _FARTHEST:
        raise LimitExceeded(f"around is {around}; from 0 to {_FARTHEST} characters can be shown")
    claim = asked.arguments["claim"]
    return _opened(asked.store, asked.services.get("library"), claim, around)


def _opened(store: Store, library: Library | None, claim: str, around: int) -> dict[str, Any] | None:
    found = passage_of_claim(store, claim)
    if found is None:
        return None
    digest, passage = found
    status = (
        PassageStatus.DOCUMENT_UNAVAILABLE if library is None else verify_in_library(library, digest, passage).status
    )
    answer: dict[str, Any] = {"claim": claim, "status": _code(status)}
    if library is not None and status is PassageStatus.VERIFIED:
        opened = open_passage(library, digest, passage, around=around)
        answer |= {"before": opened.before, "text": opened.passage, "after": opened.after}
    return answer


def _code(status: PassageStatus) -> str:
    """The code of the ontology's list of passage statuses; a test keeps list and statuses alike."""
    return f"{BASE}passage-status/{status.value.lower().replace('_', '-')}"


PASSAGE_TEXT = Question(
    name="passageText",
    answers=One("OpenedPassage"),
    arguments={
        "claim": Argument("ID!", "The claim whose passage is to be opened."),
        "around": Argument("Int!", "How many characters before and after it to show, at most 2000.", 300),
    },
    resolve=_resolve,
    term=str(EG.passageTextQuestion),
)
