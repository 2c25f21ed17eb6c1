"""`passageText(claim)`: a claim's passage as it stands in the library's text, or why it cannot be shown."""

from __future__ import annotations

from typing import Any

from api.schema.questions.question import Argument, Asked, One, Question
from kg.corpus.verifying import passage_of_claim
from kg.errors import LimitExceeded
from kg.ontology import Ontology
from kg.passages import Library, PassageStatus, open_passage, verify_in_library
from kg.terms import EG

_FARTHEST = 2_000


def _resolve(asked: Asked) -> dict[str, Any] | None:
    around = asked.arguments["around"]
    if not 0 <= around <= _FARTHEST:
        raise LimitExceeded(f"around is {around}; from 0 to {_FARTHEST} characters can be shown")
    claim = asked.arguments["claim"]
    return _opened(asked, claim, around)


def _opened(asked: Asked, claim: str, around: int) -> dict[str, Any] | None:
    library: Library | None = asked.services.get("library")
    found = passage_of_claim(asked.store, claim)
    if found is None:
        return None
    digest, passage = found
    status = (
        PassageStatus.DOCUMENT_UNAVAILABLE if library is None else verify_in_library(library, digest, passage).status
    )
    answer: dict[str, Any] = {"claim": claim, "status": _code(asked.ontology, status)}
    if library is not None and status is PassageStatus.VERIFIED:
        opened = open_passage(library, digest, passage, around=around)
        answer |= {"before": opened.before, "text": opened.passage, "after": opened.after}
    return answer


def _code(ontology: Ontology, status: PassageStatus) -> str:
    """The IRI of the status in the ontology's list; a test keeps list and statuses alike."""
    named = ontology.class_named("PassageStatus")
    assert named is not None, "the ontology lists the statuses of a passage"
    return next(code.iri for code in ontology.codes[named.iri] if code.enum_name == status.value)


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
