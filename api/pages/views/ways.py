"""The ways in to the collection: which classes of concepts people browse under which entrance, as the ontology says."""

from __future__ import annotations

from rdflib import RDF, URIRef

from kg.ontology import Ontology

WAYS = ("methods", "factors", "outcomes")


def classes_of(ontology: Ontology, way: str) -> list[str]:
    """The names of the classes under an entrance; those below them come with them."""
    return [each.name for each in sorted(ontology.classes.values(), key=lambda each: each.name) if each.way_in == way]


def way_of(ontology: Ontology, class_name: str) -> str | None:
    """The entrance under which individuals of a class are found; None for none."""
    found = ontology.class_named(class_name)
    ups = ontology.superclasses[found.iri] if found else ()
    ways = [ontology.classes[up].way_in for up in ups if up in ontology.classes]
    return next((way for way in ways if way), None)


def leaves_of(ontology: Ontology, way: str) -> list[str]:
    """The names of the classes under an entrance that have individuals of their own."""
    tops = [found.iri for name in classes_of(ontology, way) if (found := ontology.class_named(name))]
    below = [each.name for top in tops for each in ontology.descendants(top) if not each.is_abstract]
    return list(dict.fromkeys(below))


def class_of(ontology: Ontology, iri: str) -> str:
    """The name of the class of a concept that the ontology holds."""
    found = ontology.most_specific({str(each) for each in ontology.graph.objects(URIRef(iri), RDF.type)})
    if found is None:
        raise LookupError(f"{iri} is of no class of the ontology")
    return found.name
