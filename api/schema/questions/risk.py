"""`riskAssessment(about, outcomes, …)`: demands and resources with basis and gaps, as a risk assessment needs them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from api.schema.questions.concepts import concepts_argument
from api.schema.questions.floor import FLOOR, RULE_INPUTS, assessed_for, floor_in_words, report
from api.schema.questions.paths import INCLUDE_NARROWER
from api.schema.questions.question import Argument, Asked, One, Question
from api.schema.questions.reading import matches_of, particulars_of
from api.schema.questions.views import ABOUT, MOST_LISTED, about_argument, beyond, link_views
from kg.terms import EG, ROLE_DEMAND, ROLE_RESOURCE
from kg.wording import joined

if TYPE_CHECKING:
    from kg.questions import Assessed
    from kg.questions.risk import RiskFactor


def _resolve(asked: Asked) -> dict[str, Any]:
    from kg.evidence import LeftOut

    assessed = assessed_for(asked)
    demands = _factors(asked, assessed, ROLE_DEMAND)
    resources = _factors(asked, assessed, ROLE_RESOURCE)
    factors = (*demands, *resources)
    left_out = {
        LeftOut.BEYOND_LIMIT: beyond(links for each in factors for links in (each.outcome_links, each.measure_links))
    }
    left_out[LeftOut.BEYOND_LIMIT] += beyond((demands, resources))
    return {
        "demands": [_answer(each, ROLE_DEMAND, assessed) for each in demands[:MOST_LISTED]],
        "resources": [_answer(each, ROLE_RESOURCE, assessed) for each in resources[:MOST_LISTED]],
        "report": report(asked, assessed, left_out),
    }


def _factors(asked: Asked, assessed: Assessed, role: str) -> tuple[RiskFactor, ...]:
    from kg.questions.risk import risk_factors

    outcomes = concepts_argument(asked, "outcomes", assessed.tree)
    return risk_factors(
        role,
        assessed,
        matches_of(asked),
        particulars_of(asked),
        outcomes or assessed.tree.of_classes([str(EG.WorkEnvironmentOutcome)]),
        assessed.tree.of_classes([str(EG.OrganisationalMeasure)]),
        about=about_argument(asked, assessed),
    )


def _answer(factor: RiskFactor, role: str, assessed: Assessed) -> dict[str, Any]:
    best = factor.best
    return {
        "concept": factor.concept,
        "role": role,
        "outcomeLinks": link_views(factor.outcome_links, assessed),
        "measureLinks": link_views(factor.measure_links, assessed),
        "claimCount": len(factor.claims),
        "weighedClaimCount": sum(claim.weight for claim in factor.claims),
        "level": best.level if best else None,
        "levelNotation": assessed.speaker.notation(best) if best else None,
        "gaps": _gaps(factor, assessed),
        "inWords": joined([*_sentences(factor, role, assessed), *floor_in_words(assessed)]),
    }


def _gaps(factor: RiskFactor, assessed: Assessed) -> list[str]:
    """The codes of the gaps, in the ontology's order."""
    names = {gap.value for gap in factor.gaps}
    return [code.iri for code in assessed.evidence.ontology.codes[str(EG.KnowledgeGap)] if code.name in names]


def _sentences(factor: RiskFactor, role: str, assessed: Assessed) -> Iterator[dict[str, str]]:
    sentences, count = assessed.speaker.sentences, len(factor.claims)
    yield sentences.say(
        "risk-factor-one" if count == 1 else "risk-factor",
        factor=assessed.tree.name(factor.concept),
        role=sentences.code(role),
        count=count,
        weighed=sum(claim.weight for claim in factor.claims),
    )
    if factor.best is not None:
        yield assessed.speaker.link(factor.best)
    if factor.gaps:
        yield sentences.say("risk-gaps", gaps=joined(map(sentences.code, _gaps(factor, assessed)), ", "))


RISK_ASSESSMENT = Question(
    name="riskAssessment",
    answers=One("RiskAssessment"),
    arguments={
        "about": ABOUT,
        "includeNarrower": INCLUDE_NARROWER,
        "outcomes": Argument(
            "[ID!]", "What the factors may lead to; where not given, every WorkEnvironmentOutcome.", takes_classes=True
        ),
        **FLOOR,
    },
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.riskAssessmentQuestion),
)
