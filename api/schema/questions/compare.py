"""`compare(concepts, …)`: methods, measures or other concepts side by side, with what is not known of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from api.schema.questions.concepts import concepts_in_order
from api.schema.questions.floor import FLOOR, RULE_INPUTS, assessed_for, floor_in_words, report
from api.schema.questions.question import Argument, Asked, One, Question
from api.schema.questions.reading import particulars_of
from api.schema.questions.views import beyond, claim_ids, link_views
from kg.errors import InputError
from kg.ontology.codes import flagged
from kg.terms import EG
from kg.wording import joined

if TYPE_CHECKING:
    from kg.questions import Assessed
    from kg.questions.comparison import ConceptView, Silence, StatedStatus

_MOST = 10
"""Concepts that can be compared at once."""


def _resolve(asked: Asked) -> dict[str, Any]:
    from kg.evidence import LeftOut
    from kg.questions.comparison import view_concept

    assessed = assessed_for(asked)
    given = concepts_in_order(asked, "concepts", assessed.tree)
    if not 1 <= len(given) <= _MOST:
        raise InputError(f"{len(given)} concepts are given", remedy=f"Give from 1 to {_MOST} concepts to compare.")
    stated, narrower = particulars_of(asked), bool(asked.arguments["includeNarrower"])
    views = [view_concept(each, assessed, stated, narrower=narrower) for each in given]
    left_out = {LeftOut.BEYOND_LIMIT: sum(beyond(_lists(view)) for view in views)}
    return {"compared": [_compared(view, assessed) for view in views], "report": report(asked, assessed, left_out)}


def _lists(view: ConceptView) -> tuple[Any, ...]:
    claims = (view.purposes, view.parts, view.prescribed, view.actual, view.plans, view.unknown)
    return (*claims, view.links_out, view.links_in, *(status.claims for status in view.statuses))


def _compared(view: ConceptView, assessed: Assessed) -> dict[str, Any]:
    return {
        "concept": view.concept,
        "purposes": claim_ids(view.purposes),
        "parts": claim_ids(view.parts),
        "evidenceStatuses": [_status(each) for each in view.statuses],
        "notStatedQuestions": list(view.not_stated),
        "prescribedUse": claim_ids(view.prescribed),
        "actualUse": claim_ids(view.actual),
        "linksOut": link_views(view.links_out, assessed),
        "linksIn": link_views(view.links_in, assessed),
        "plans": claim_ids(view.plans),
        "statedUnknown": claim_ids(view.unknown),
        "outcomesWithoutClaim": [_silence(each, assessed) for each in view.silences],
        "inWords": joined([*_sentences(view, assessed), *floor_in_words(assessed)]),
    }


def _status(status: StatedStatus) -> dict[str, Any]:
    return {
        "status": status.status,
        "evidenceQuestion": status.question,
        "evidenceSense": status.sense,
        "claims": claim_ids(status.claims),
    }


def _silence(silence: Silence, assessed: Assessed) -> dict[str, Any]:
    outcome_class = assessed.evidence.ontology.classes[silence.outcome_class]
    return {
        "outcomeClass": outcome_class.name,
        "label": dict(outcome_class.labels),
        "count": len(silence.outcomes),
        "concepts": list(silence.outcomes),
    }


def _sentences(view: ConceptView, assessed: Assessed) -> Iterator[dict[str, str]]:
    from kg.questions.linking import has_weighed_claims

    say, name = assessed.speaker.sentences.say, assessed.tree.name
    links = (*view.links_out, *view.links_in)
    weighed = sum(has_weighed_claims(link) for link in links)
    directed = sum(bool(link.support or link.opposition) for link in links)
    key = "compared-links" if links else "compared-no-links"
    yield say(key, concept=name(view.concept), weighed=weighed, directed=directed, count=len(links))
    yield from (_status_in_words(status, assessed) for status in view.statuses)
    if view.not_stated:
        told = joined([assessed.speaker.sentences.code(each) for each in view.not_stated], ", ")
        yield say("compared-no-status", questions=told)
    if view.unknown:
        outcomes = dict.fromkeys(claim.end if claim.start == view.concept else claim.start for claim in view.unknown)
        yield say("compared-unknown", outcomes=joined([name(each) for each in outcomes], ", "))
    yield from (_silence_in_words(each, assessed) for each in view.silences)


def _status_in_words(status: StatedStatus, assessed: Assessed) -> dict[str, str]:
    sentences, ontology = assessed.speaker.sentences, assessed.evidence.ontology
    none = flagged(ontology, "EvidenceQuestion", "isNone") | flagged(ontology, "EvidenceSense", "isNone") | {None}
    return sentences.say(
        "compared-status",
        question=sentences.say("compared-no-question")
        if status.question in none
        else sentences.code(status.question or ""),
        sense=sentences.say("compared-no-sense") if status.sense in none else sentences.code(status.sense or ""),
        status=assessed.tree.name(status.status),
    )


def _silence_in_words(silence: Silence, assessed: Assessed) -> dict[str, str]:
    return assessed.speaker.sentences.say(
        "compared-silence",
        outcomes=assessed.evidence.ontology.classes[silence.outcome_class].labels,
        count=len(silence.outcomes),
        total=len(assessed.tree.of_classes([silence.outcome_class])),
    )


COMPARE = Question(
    name="compare",
    answers=One("Comparison"),
    arguments={
        "concepts": Argument("[ID!]!", f"The concepts, from 1 to {_MOST}."),
        "includeNarrower": Argument("Boolean!", "Whether what is said of the concepts below counts too.", False),
        **FLOOR,
    },
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.compareQuestion),
)
