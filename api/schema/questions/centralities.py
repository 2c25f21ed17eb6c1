"""`centralities(…)`: where each concept stands among the links, by few measures that are each explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from api.schema.questions.floor import FLOOR, RULE_INPUTS, assessed_for, remembered, report, search_limits
from api.schema.questions.paths import INCLUDE_UNWEIGHTED
from api.schema.questions.question import Argument, Asked, Listing, Paged, Question
from kg.terms import EG

if TYPE_CHECKING:
    from kg.network import Centralities, Centrality, Measure, Network
    from kg.questions import Assessed


def _resolve(asked: Asked) -> Listing:
    assessed = assessed_for(asked)
    max_hops, unweighted = asked.arguments["maxHops"], bool(asked.arguments["includeUnweighted"])
    found = remembered(
        asked,
        "centralities",
        (max_hops, unweighted),
        assessed,
        lambda: _centralities(asked, assessed, max_hops, unweighted),
        lambda each: not each.is_truncated,
    )
    codes = {code.name: code.iri for code in asked.ontology.codes[str(EG.CentralityMeasure)]}
    measure = _measure(asked)
    labels = {each: place for place, each in enumerate(assessed.tree.in_order(each.concept for each in found.concepts))}
    ordered = sorted(found.concepts, key=lambda each: (-each.by(measure), labels[each.concept]))
    told = report(asked, assessed, is_truncated=found.is_truncated)
    return Listing(ordered, lambda each: _answer(each, codes[measure.value]), report=told)


def _centralities(asked: Asked, assessed: Assessed, max_hops: int, unweighted: bool) -> Centralities:
    from kg.network import centralities
    from kg.questions import changeable_concepts, outcome_concepts

    evidence = assessed.evidence
    return centralities(
        _network(assessed, unweighted),
        changeable_concepts(evidence),
        outcome_concepts(evidence),
        max_hops=max_hops,
        limits=search_limits(asked),
    )


def _network(assessed: Assessed, unweighted: bool) -> Network:
    from kg.network import project

    if not unweighted:
        return assessed.network
    return project(assessed.links.values(), include_unweighted=True)


def _measure(asked: Asked) -> Measure:
    from kg.network import Measure

    given = asked.arguments.get("orderBy")
    return Measure.PASSAGE_SHARE if given is None else Measure(asked.ontology.codes_by_iri[given].name)


def _answer(each: Centrality, measure: str) -> dict[str, Any]:
    """A mapping of the class Centrality."""
    return {
        "concept": each.concept,
        "reachedOutcomeCount": each.reached_outcomes,
        "changeableFactorCount": each.changeable_factors,
        "passageShare": round(each.passage_share, 4),
        "incomingLinkCount": each.incoming,
        "outgoingLinkCount": each.outgoing,
        "orderedBy": measure,
    }


CENTRALITIES = Question(
    name="centralities",
    answers=Paged("Centrality"),
    arguments={
        "orderBy": Argument("CentralityMeasure", "The measure that comes greatest first; PASSAGE_SHARE if not given."),
        "maxHops": Argument("Int!", "The longest chain that counts, in links, at most 6.", 4),
        "includeUnweighted": INCLUDE_UNWEIGHTED,
        **FLOOR,
    },
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.centralitiesQuestion),
)
