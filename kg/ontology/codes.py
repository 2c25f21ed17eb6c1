"""What the ontology says of the codes of its lists."""

from __future__ import annotations

from collections.abc import Mapping

from rdflib import URIRef

from kg.ontology.graph_reading import flag, integer
from kg.ontology.model import Ontology
from kg.terms import EG


def by_factor(ontology: Ontology, class_iri: str) -> Mapping[int, str]:
    """Factor → the code of a list that has it (`eg:factor`); codes without one are left out."""
    factors = {code.iri: integer(ontology.graph, URIRef(code.iri), EG.factor) for code in ontology.codes[class_iri]}
    return {factor: code for code, factor in factors.items() if factor is not None}


def flagged(ontology: Ontology, class_name: str, annotation: str) -> frozenset[str]:
    """The IRIs of the coded values of a class that the ontology annotates as true."""
    codes = ontology.codes[str(EG[class_name])]
    return frozenset(code.iri for code in codes if flag(ontology.graph, URIRef(code.iri), EG[annotation]))
