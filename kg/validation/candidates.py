"""Which individuals there are, and which of them someone who wrote another name may have meant."""

from __future__ import annotations

import re
from urllib.parse import unquote

from rdflib import RDF, SKOS, Graph, URIRef

from kg.ontology import Ontology
from kg.reading import nearest_by_label
from kg.terms import BASE


class Candidates:
    """The individuals of a joined graph by class, under their short names and their labels in every language."""

    def __init__(self, joined: Graph, ontology: Ontology) -> None:
        self._joined = joined
        self._ontology = ontology
        self._by_class: dict[str, dict[str, str]] = {}

    def exists(self, iri: str) -> bool:
        """Whether the ontology or any file describes the individual."""
        return (URIRef(iri), RDF.type, None) in self._joined

    def class_name(self, iri: str) -> str:
        """The name of the most specific class that the individual has, or "" where none is known."""
        found = self._ontology.most_specific({str(each) for each in self._joined.objects(URIRef(iri), RDF.type)})
        return found.name if found else ""

    def written(self, iri: str, class_iri: str | None) -> str:
        """An individual as a study file names it where a value of the class is expected."""
        known = self._ontology.classes.get(class_iri or "")
        namespace = (known.namespace if known else None) or BASE
        return unquote(iri.removeprefix(namespace))

    def nearest(self, iri: str, class_iri: str) -> str:
        """The short name of the individual of a class whose name or label is nearest to an unknown IRI's, or ""."""
        if class_iri not in self._by_class:
            self._by_class[class_iri] = self._names(class_iri)
        name = self.written(iri, class_iri)
        labels = self._by_class[class_iri]
        return nearest_by_label(name, labels) or nearest_by_label(re.split(r"[/:]", name)[-1], labels)

    def _names(self, class_iri: str) -> dict[str, str]:
        """Names first, so that a name wins over a label that is as near."""
        found = sorted(str(each) for each in self._individuals(class_iri))
        names = {self.written(iri, class_iri): iri for iri in found}
        labels = {name.casefold(): name for name in names}
        for name, iri in names.items():
            for predicate in (SKOS.prefLabel, SKOS.altLabel):
                for label in sorted(self._labels(iri, predicate)):
                    labels.setdefault(label.casefold(), name)
        return labels

    def _labels(self, iri: str, predicate: URIRef) -> set[str]:
        return {
            str(label)
            for graph in (self._ontology.graph, self._joined)
            for label in graph.objects(URIRef(iri), predicate)
        }

    def _individuals(self, class_iri: str) -> set[URIRef]:
        classes = (each.iri for each in self._ontology.descendants(class_iri))
        return {s for c in classes for s in self._joined.subjects(RDF.type, URIRef(c)) if isinstance(s, URIRef)}
