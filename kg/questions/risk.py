"""Demands and resources as a risk assessment needs them: what they go with, how well that is known, and the gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from kg.evidence import EvidenceClaim
from kg.links import Link
from kg.ontology.codes import flagged
from kg.questions.assessed import Assessed
from kg.questions.coverage import Match
from kg.questions.linking import best_supported_first, has_weighed_claims, weighed_claims
from kg.questions.particulars import Particulars, is_about


class Gap(Enum):
    """What is not known of a factor. The value is the name of the code in the ontology's list eg:KnowledgeGap."""

    NO_WEIGHED_CLAIM = "no-weighed-claim"
    NO_OUTCOME = "no-outcome"
    ONE_LINEAGE = "one-lineage"
    SECOND_HAND = "second-hand"
    CONTESTED = "contested"
    STATED_UNKNOWN = "stated-unknown"
    NO_MEASURE = "no-measure"


@dataclass(frozen=True)
class RiskFactor:
    """claims: all above the floor that say something of it, never empty. outcome_links: from it to the outcomes,
    weighed or not; measure_links: weighed, from measures to it; both best supported first."""

    concept: str
    claims: tuple[EvidenceClaim, ...]
    outcome_links: tuple[Link, ...]
    measure_links: tuple[Link, ...]
    gaps: tuple[Gap, ...]

    @property
    def best(self) -> Link | None:
        """The best supported of its links to the outcomes."""
        return self.outcome_links[0] if self.outcome_links else None


def risk_factors(
    role: str,
    assessed: Assessed,
    matches: Iterable[Match],
    stated: Mapping[str, Particulars],
    outcomes: frozenset[str],
    measures: frozenset[str],
    *,
    about: frozenset[str] | None = None,
) -> tuple[RiskFactor, ...]:
    """The concepts of a role that claims above the floor speak of, the best supported first. about: only these."""
    wanted = {match.concept for match in matches if match.dimension == role}
    factors = [
        factor
        for concept in sorted(wanted if about is None else wanted & about)
        if (factor := _factor(concept, assessed, stated, outcomes, measures)).claims
    ]
    return tuple(sorted(factors, key=_standing))


def _factor(
    concept: str,
    assessed: Assessed,
    stated: Mapping[str, Particulars],
    outcomes: frozenset[str],
    measures: frozenset[str],
) -> RiskFactor:
    claims = tuple(each for each in assessed.heard_claims if is_about(each, frozenset({concept}), stated))
    links = assessed.links.values()
    to_outcomes = best_supported_first(each for each in links if each.start == concept and each.end in outcomes)
    from_measures = best_supported_first(
        each for each in links if each.end == concept and each.start in measures and has_weighed_claims(each)
    )
    open_signs = flagged(assessed.evidence.ontology, "Sign", "isStatedUnknown")
    is_open = any(each.sign in open_signs and each.end in outcomes for each in claims)
    gaps = _gaps(claims, to_outcomes, from_measures, is_open=is_open)
    if concept in measures:  # nothing needs to be done about what is itself done
        gaps = (each for each in gaps if each is not Gap.NO_MEASURE)
    return RiskFactor(concept, claims, to_outcomes, from_measures, tuple(gaps))


def _gaps(
    claims: tuple[EvidenceClaim, ...],
    to_outcomes: tuple[Link, ...],
    from_measures: tuple[Link, ...],
    *,
    is_open: bool,
) -> Iterator[Gap]:
    """is_open: whether a claim says that something between the factor and an outcome is not known."""
    weighed = [link for link in to_outcomes if has_weighed_claims(link)]
    heard = [claim for link in weighed for claim in weighed_claims(link)]
    if not any(claim.weight for claim in claims):
        yield Gap.NO_WEIGHED_CLAIM
    if not weighed:
        yield Gap.NO_OUTCOME
    elif all(len(_lineages(link)) < 2 for link in weighed):
        yield Gap.ONE_LINEAGE
    if heard and not any(claim.is_first_hand for claim in heard):
        yield Gap.SECOND_HAND
    if any(link.is_contested for link in to_outcomes):
        yield Gap.CONTESTED
    if is_open:
        yield Gap.STATED_UNKNOWN
    if not from_measures:
        yield Gap.NO_MEASURE


def _lineages(link: Link) -> frozenset[str]:
    return frozenset(lineage for claim in weighed_claims(link) for lineage in claim.lineages)


def _standing(factor: RiskFactor) -> tuple[int, int, int, str]:
    best = factor.best
    rank, lineages = (best.rank, len(best.support)) if best else (-1, 0)
    return -rank, -lineages, -len(factor.claims), factor.concept
