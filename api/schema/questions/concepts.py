"""What several questions need of their arguments: that a concept they are asked about is there."""

from __future__ import annotations

from rdflib import URIRef

from api.schema.questions.question import Asked
from kg.errors import InputError
from kg.store.sparql_text import iri
from kg.terms import CONCEPT, TYPE


def concept_argument(asked: Asked, name: str) -> str:
    """The IRI of the concept that the argument names.

    Raises InputError where the collection has no such concept: an empty answer would say that somebody looked.
    """
    given = str(asked.arguments[name])
    classes = {each.iri for each in asked.ontology.descendants(str(CONCEPT))}
    stated = {str(each) for each in asked.ontology.graph.objects(URIRef(given), TYPE)}
    if not stated & classes and not _is_stored(asked, given, classes):
        raise InputError(
            f"{asked.ontology.compact(given)} is not a concept of this collection",
            remedy="Look it up with search(text: …) or concepts(where: …).",
        )
    return given


def _is_stored(asked: Asked, concept: str, classes: set[str]) -> bool:
    listed = " ".join(map(iri, sorted(classes)))
    return asked.store.ask(f"ASK {{ VALUES ?class {{ {listed} }} {iri(concept)} a ?class }}")
