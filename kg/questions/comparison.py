"""One concept as comparisons show it: all that the evidence says of it, and what it does not say.

Which relations are shown apart is named in `kg.terms`; which outcomes there are, in the ontology.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.evidence import EvidenceClaim
from kg.links import Link
from kg.ontology import Ontology
from kg.ontology.codes import flagged
from kg.questions.assessed import Assessed
from kg.questions.linking import best_supported_first
from kg.questions.particulars import NOTHING_STATED, Particulars, is_about
from kg.terms import (
    EG,
    RELATION_CONSISTS_IN,
    RELATION_HAS_EVIDENCE_STATUS,
    RELATION_HAS_PURPOSE,
    RELATION_IS_PART_OF,
    USE_ACTUAL,
    USE_PRESCRIBED,
)

Claims = tuple[EvidenceClaim, ...]


@dataclass(frozen=True)
class StatedStatus:
    """An evidence status and the claims that state it for one question in one sense; None where a claim has none."""

    status: str
    question: str | None
    sense: str | None
    claims: Claims


@dataclass(frozen=True)
class Silence:
    """The outcomes of one class (its IRI) that no claim ties to the concept, by label. Never empty."""

    outcome_class: str
    outcomes: tuple[str, ...]


@dataclass(frozen=True)
class ConceptView:
    """What the evidence says of a concept. not_stated: evidence questions on which nothing gives it a status.

    silences: outcomes of which nothing is said about it, by class in the ontology's order.
    """

    concept: str
    purposes: Claims
    parts: Claims
    statuses: tuple[StatedStatus, ...]
    not_stated: tuple[str, ...]
    prescribed: Claims
    actual: Claims
    links_out: tuple[Link, ...]
    links_in: tuple[Link, ...]
    plans: Claims
    unknown: Claims
    silences: tuple[Silence, ...]


def view_concept(
    concept: str, assessed: Assessed, stated: Mapping[str, Particulars], *, narrower: bool = False
) -> ConceptView:
    """Everything above the floor on a concept. narrower: also on the concepts below it."""
    ontology = assessed.evidence.ontology
    members = assessed.tree.within(concept) if narrower else frozenset({concept})
    claims = tuple(claim for claim in assessed.heard_claims if is_about(claim, members, stated))
    planned, open_signs = flagged(ontology, "ClaimKind", "isPlanned"), flagged(ontology, "Sign", "isStatedUnknown")
    statuses = _statuses([each for each in claims if _states_status(each, members)], stated, ontology)
    return ConceptView(
        concept=concept,
        purposes=tuple(each for each in claims if each.relation == RELATION_HAS_PURPOSE and each.start in members),
        parts=tuple(each for each in claims if _is_on_parts(each, members)),
        statuses=statuses,
        not_stated=_not_stated(ontology, statuses),
        prescribed=_used(claims, stated, USE_PRESCRIBED),
        actual=_used(claims, stated, USE_ACTUAL),
        links_out=best_supported_first(link for link in _links(assessed, members) if link.start in members),
        links_in=best_supported_first(link for link in _links(assessed, members) if link.end in members),
        plans=tuple(each for each in claims if each.kind in planned),
        unknown=tuple(each for each in claims if each.sign in open_signs),
        silences=_silences(claims, assessed, members, stated),
    )


def outcome_classes(ontology: Ontology) -> tuple[str, ...]:
    """The classes of outcomes that individuals may be of, in the ontology's order."""
    return tuple(each.iri for each in ontology.descendants(str(EG.Outcome)) if not each.is_abstract)


def _is_on_parts(claim: EvidenceClaim, members: frozenset[str]) -> bool:
    return (claim.relation == RELATION_IS_PART_OF and claim.end in members) or (
        claim.relation == RELATION_CONSISTS_IN and claim.start in members
    )


def _links(assessed: Assessed, members: frozenset[str]) -> list[Link]:
    """The links that have one end in the members."""
    return [link for link in assessed.links.values() if (link.start in members) != (link.end in members)]


def _used(claims: Claims, stated: Mapping[str, Particulars], mode: str) -> Claims:
    return tuple(each for each in claims if stated.get(each.claim, NOTHING_STATED).use_mode == mode)


def _states_status(claim: EvidenceClaim, members: frozenset[str]) -> bool:
    return claim.relation == RELATION_HAS_EVIDENCE_STATUS and claim.start in members


def _statuses(
    claims: Iterable[EvidenceClaim], stated: Mapping[str, Particulars], ontology: Ontology
) -> tuple[StatedStatus, ...]:
    """By question and sense in the ontology's order, those without last; then by status."""
    found: dict[tuple[str | None, str | None, str], list[EvidenceClaim]] = defaultdict(list)
    for claim in claims:
        said = stated.get(claim.claim, NOTHING_STATED)
        found[said.question, said.sense, claim.end].append(claim)
    codes = (*ontology.codes[str(EG.EvidenceQuestion)], *ontology.codes[str(EG.EvidenceSense)])
    places = {code.iri: place for place, code in enumerate(codes)}

    def place(key: tuple[str | None, str | None, str]) -> tuple[int, int, str]:
        question, sense, status = key
        return places.get(question or "", len(codes)), places.get(sense or "", len(codes)), status

    return tuple(StatedStatus(key[2], key[0], key[1], tuple(found[key])) for key in sorted(found, key=place))


def _not_stated(ontology: Ontology, statuses: Iterable[StatedStatus]) -> tuple[str, ...]:
    answered = {each.question for each in statuses} | flagged(ontology, "EvidenceQuestion", "isNone")
    return tuple(code.iri for code in ontology.codes[str(EG.EvidenceQuestion)] if code.iri not in answered)


def _silences(
    claims: Claims, assessed: Assessed, members: frozenset[str], stated: Mapping[str, Particulars]
) -> tuple[Silence, ...]:
    spoken_of = set(members)
    for claim in claims:
        spoken_of |= {claim.start, claim.end, stated.get(claim.claim, NOTHING_STATED).subject or claim.start}
    found = (
        Silence(each, tuple(assessed.tree.in_order(assessed.tree.of_classes([each]) - spoken_of)))
        for each in outcome_classes(assessed.evidence.ontology)
    )
    return tuple(each for each in found if each.outcomes)
