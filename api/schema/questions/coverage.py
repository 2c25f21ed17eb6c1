"""`coverageOf(scheme, …)`: which dimensions of an established scheme the collection speaks of, and which are empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rdflib import RDF, SKOS, URIRef

from api.schema.questions.floor import FLOOR, RULE_INPUTS, assessed_for, floor_in_words, report
from api.schema.questions.question import Argument, Asked, One, Question
from api.schema.questions.reading import matches_of, particulars_of
from kg.ontology.graph_reading import texts
from kg.terms import EG
from kg.wording import joined

if TYPE_CHECKING:
    from kg.ontology import Texts
    from kg.questions import Assessed
    from kg.questions.coverage import DimensionCoverage


def _resolve(asked: Asked) -> dict[str, Any]:
    from kg.questions.coverage import cover

    assessed = assessed_for(asked)
    scheme = asked.arguments["scheme"]
    found = cover(scheme, assessed, matches_of(asked), particulars_of(asked))
    empty = sum(not each.claims for each in found.dimensions)
    return {
        "scheme": scheme,
        "coveredCount": len(found.dimensions) - empty,
        "emptyCount": empty,
        "dimensions": [_dimension(each, assessed) for each in found.dimensions],
        "unmatched": list(found.unmatched),
        "report": report(asked, assessed),
    }


def _dimension(found: DimensionCoverage, assessed: Assessed) -> dict[str, Any]:
    best = found.links[0] if found.links else None
    is_role = (URIRef(found.dimension), RDF.type, EG.JobDemandsResourcesRole) in assessed.evidence.ontology.graph
    return {
        "label": _label(found, assessed),
        "reference": None if is_role else found.dimension,
        "role": found.dimension if is_role else None,
        "concepts": list(found.concepts),
        "relatedConcepts": list(found.related),
        "claimCount": len(found.claims),
        "weighedClaimCount": sum(claim.weight for claim in found.claims),
        "linkCount": len(found.links),
        "level": best.level if best else None,
        "levelNotation": assessed.speaker.notation(best) if best else None,
        "isEmpty": not found.claims,
        "inWords": joined([*_sentences(found, assessed), *floor_in_words(assessed)]),
    }


def _label(found: DimensionCoverage, assessed: Assessed) -> Texts:
    return texts(assessed.evidence.ontology.graph, URIRef(found.dimension), SKOS.prefLabel)


def _sentences(found: DimensionCoverage, assessed: Assessed) -> Iterator[dict[str, str]]:
    say, count = assessed.speaker.sentences.say, len(found.claims)
    weighed = sum(claim.weight for claim in found.claims)
    key = {0: "dimension-empty", 1: "dimension-one"}.get(count, "dimension")
    yield say(key, dimension=_label(found, assessed), count=count, weighed=weighed)
    if not count:
        return
    key = {0: "dimension-no-links", 1: "dimension-link-one"}.get(len(found.links), "dimension-links")
    level = assessed.speaker.notation(found.links[0]) if found.links else ""
    yield say(key, count=len(found.links), level=level)


COVERAGE_OF = Question(
    name="coverageOf",
    answers=One("SchemeCoverage"),
    arguments={"scheme": Argument("CoverageScheme!", "The scheme."), **FLOOR},
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.coverageOfQuestion),
)
