"""Plans and purposes: what is meant to follow, whether anything is known of it, and where it meets others' evidence.

What counts as a plan is annotated in the ontology (`eg:isPlanned`): a kind of claim, or a relation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.evidence import EvidenceClaim
from kg.links import Link
from kg.ontology.codes import flagged
from kg.questions.assessed import Assessed
from kg.questions.interests import Party, voices_of
from kg.questions.linking import best_supported_first, weighed_claims
from kg.questions.particulars import NOTHING_STATED, Particulars
from kg.terms import RELATION_CONSISTS_IN, RELATION_IS_PART_OF


@dataclass(frozen=True)
class PlannedEffect:
    """What a measure is meant to lead to. sign, pole: as its claims say; claims that say otherwise are another effect.

    weighed: the weighed claims on exactly this pair; they need not agree. evidence: links to its end, from the measure
    or one of its members, with a lineage independent of those who plan; best supported first.
    """

    start: str
    end: str
    sign: str
    pole: str | None
    claims: tuple[EvidenceClaim, ...]
    weighed: tuple[EvidenceClaim, ...]
    evidence: tuple[Link, ...]


@dataclass(frozen=True)
class PlanView:
    """A measure that something is planned or meant with. claims: those that say so, by IRI; never empty.

    members: concepts that belong to it. parties: the agents and documents that say so.
    """

    concept: str
    claims: tuple[EvidenceClaim, ...]
    theory: tuple[PlannedEffect, ...]
    members: tuple[str, ...]
    parties: tuple[Party, ...]

    @property
    def evidence(self) -> tuple[Link, ...]:
        """The links that its effects meet, each once."""
        return best_supported_first({link.pair: link for each in self.theory for link in each.evidence}.values())

    @property
    def is_without_outcome_data(self) -> bool | None:
        """Whether no weighed claim is on what it is meant to lead to; None where nothing of that kind is stated."""
        return None if not self.theory else not any(each.weighed for each in self.theory)


def view_plans(
    assessed: Assessed,
    stated: Mapping[str, Particulars],
    parties: Mapping[str, Party],
    *,
    about: frozenset[str] | None = None,
    kinds: frozenset[str] = frozenset(),
) -> tuple[PlanView, ...]:
    """All measures with something planned or meant, those with most planned effects first.

    about: only these concepts. kinds: only what claims of these kinds say; evidence is looked for among all.
    """
    planned = _Planned(assessed, stated, parties)
    found: dict[str, list[EvidenceClaim]] = defaultdict(list)
    for claim in assessed.heard_claims:
        if planned.is_plan(claim) and (about is None or claim.start in about) and (not kinds or claim.kind in kinds):
            found[claim.start].append(claim)
    views = [planned.view(concept, tuple(claims)) for concept, claims in found.items()]
    return tuple(sorted(views, key=lambda view: (-len(view.theory), view.concept)))


class _Planned:
    """Makes the views of one asking."""

    def __init__(self, assessed: Assessed, stated: Mapping[str, Particulars], parties: Mapping[str, Party]) -> None:
        self._assessed, self._stated, self._parties = assessed, stated, parties
        ontology = assessed.evidence.ontology
        self._kinds = flagged(ontology, "ClaimKind", "isPlanned")
        self._relations = flagged(ontology, "Relation", "isPlanned")
        self._members = _members(assessed)

    def is_plan(self, claim: EvidenceClaim) -> bool:
        return (claim.kind in self._kinds or claim.relation in self._relations) and not claim.is_qualifying

    def view(self, concept: str, claims: tuple[EvidenceClaim, ...]) -> PlanView:
        effects: dict[tuple[str, str, str | None], list[EvidenceClaim]] = defaultdict(list)
        for claim in claims:
            if claim.relation in self._relations or claim.is_pooled:
                pole = self._stated.get(claim.claim, NOTHING_STATED).object_pole
                effects[claim.end, claim.sign, pole].append(claim)
        voices = {voice for claim in claims for voice in voices_of(claim, self._stated)}
        parties = tuple(self._parties[each] for each in sorted(voices) if each in self._parties)
        own = frozenset().union(*(each.lineages for each in claims), *(each.lineages for each in parties))
        return PlanView(
            concept=concept,
            claims=claims,
            theory=tuple(self._effect(concept, key, tuple(effects[key]), own) for key in sorted(effects, key=str)),
            members=tuple(self._assessed.tree.in_order(self._members.get(concept, ()))),
            parties=parties,
        )

    def _effect(
        self, concept: str, key: tuple[str, str, str | None], claims: tuple[EvidenceClaim, ...], own: frozenset[str]
    ) -> PlannedEffect:
        end, sign, pole = key
        link = self._assessed.links.get((concept, end))
        starts = {concept, *self._members.get(concept, ())}
        met = (found for start in starts if (found := self._assessed.links.get((start, end))) is not None)
        return PlannedEffect(
            start=concept,
            end=end,
            sign=sign,
            pole=pole,
            claims=claims,
            weighed=weighed_claims(link) if link else (),
            evidence=best_supported_first(each for each in met if _is_independent(each, own)),
        )


def _members(assessed: Assessed) -> Mapping[str, set[str]]:
    """Measure → the concepts that are said to be part of it, or that it is said to consist in."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in assessed.heard_claims:
        if claim.relation == RELATION_IS_PART_OF:
            found[claim.end].add(claim.start)
        elif claim.relation == RELATION_CONSISTS_IN:
            found[claim.start].add(claim.end)
    return found


def _is_independent(link: Link, own: frozenset[str]) -> bool:
    return any(claim.lineages - own for claim in weighed_claims(link))
