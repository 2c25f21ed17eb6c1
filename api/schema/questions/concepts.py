"""What several questions need of their arguments: that the concepts they are asked about are there."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import URIRef

from api.schema.questions.question import Asked
from kg.errors import InputError
from kg.evidence import ConceptTree
from kg.store.sparql_text import iri
from kg.terms import CONCEPT, TYPE


def concept_argument(asked: Asked, name: str) -> str:
    """The IRI of the concept that the argument names.

    Raises InputError where the collection has no such concept: an empty answer would say that somebody looked.
    """
    given = str(asked.arguments[name])
    classes = {each.iri for each in asked.ontology.descendants(str(CONCEPT))}
    stated = {str(each) for each in asked.ontology.graph.objects(URIRef(given), TYPE)}
    if not stated & classes and not stored(asked, [given], classes):
        raise _unknown(asked, given)
    return given


def concepts_argument(asked: Asked, name: str, tree: ConceptTree, *, narrower: bool = False) -> frozenset[str]:
    """The concepts that the argument names: by id, or all of a class and of the classes below it.

    narrower: also all concepts below those named by id. Empty where the argument is not given. Raises InputError for an
    id that is neither a class of concepts nor a concept of the collection.
    """
    given = asked.arguments.get(name) or ()
    return frozenset().union(*(_named(asked, each, tree, narrower=narrower) for each in given))


def concept_sets_argument(asked: Asked, name: str, tree: ConceptTree) -> tuple[frozenset[str], ...]:
    """For each that the argument names, in its order: the concept, or all of the class. Raises InputError as above."""
    return tuple(_named(asked, each, tree) for each in asked.arguments.get(name) or ())


def _named(asked: Asked, given: str, tree: ConceptTree, *, narrower: bool = False) -> frozenset[str]:
    if given in tree:
        return tree.within(given) if narrower else frozenset({given})
    if given in asked.ontology.classes and str(CONCEPT) in asked.ontology.superclasses[given]:
        return tree.of_classes(each.iri for each in asked.ontology.descendants(given))
    raise _unknown(asked, given)


def concepts_in_order(asked: Asked, name: str, tree: ConceptTree) -> tuple[str, ...]:
    """The concepts that the argument names by id, each once, in its order. Raises InputError for one that is none."""
    given = tuple(dict.fromkeys(asked.arguments[name]))
    for each in given:
        if each not in tree:
            raise _unknown(asked, each)
    return given


def _unknown(asked: Asked, given: str) -> InputError:
    return InputError(
        f"{asked.ontology.compact(given)} is not a concept of this collection",
        remedy="Look it up with search(text: …) or concepts(where: …).",
    )


def stored(asked: Asked, given: Iterable[str], class_iris: Iterable[str]) -> frozenset[str]:
    """Those of the IRIs that are individuals of one of the classes in the store. The store is asked once at most."""
    each, classes = (" ".join(map(iri, sorted(frozenset(iris)))) for iris in (given, class_iris))
    if not each:
        return frozenset()
    query = f"SELECT DISTINCT ?each WHERE {{ VALUES ?each {{ {each} }} VALUES ?class {{ {classes} }} ?each a ?class }}"
    return frozenset(str(row[0]) for row in asked.store.select(query))
