"""Which concepts an employer can change and which are outcomes, by their classes in the ontology."""

from __future__ import annotations

from rdflib import Literal

from kg.questions.assessed import Evidence
from kg.terms import EG


def changeable_concepts(evidence: Evidence) -> frozenset[str]:
    """The concepts of the classes that the ontology marks with eg:canBeChangedByEmployer, and of those below them."""
    marked = evidence.ontology.graph.subjects(EG.canBeChangedByEmployer, Literal(True))
    return frozenset(concept for each in marked for concept in _of_class(evidence, str(each)))


def mapped_concepts(evidence: Evidence) -> frozenset[str]:
    """The concepts of the classes that the ontology marks with eg:isMappedAgainstOutcomes, and of those below them."""
    marked = evidence.ontology.graph.subjects(EG.isMappedAgainstOutcomes, Literal(True))
    return frozenset(concept for each in marked for concept in _of_class(evidence, str(each)))


def outcome_concepts(evidence: Evidence) -> frozenset[str]:
    """The concepts of the class Outcome and of those below it."""
    return _of_class(evidence, str(EG.Outcome))


def _of_class(evidence: Evidence, class_iri: str) -> frozenset[str]:
    return evidence.tree.of_classes(each.iri for each in evidence.ontology.descendants(class_iri))
