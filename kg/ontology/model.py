"""The loaded ontology and the questions that code asks of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from rdflib import RDF, Graph, URIRef

from kg.errors import OntologyError, UnknownIdentifier
from kg.ontology.records import Class, Code, Property
from kg.terms import EG


@dataclass(frozen=True, eq=False)
class Ontology:
    """Everything the ontology says, loaded once.

    graph: all its triples, for validation. classes: by IRI. codes: class IRI of a closed list → its values in order.
    superclasses: class IRI → IRIs of its superclasses, itself included. style: shapes that the ontology itself obeys.
    rules: name → SPARQL CONSTRUCT that computes triples from the data. constraints: name → SPARQL SELECT whose rows are
    faults of study files that no shape of one property can see. checks: name → SPARQL SELECT whose rows are faults of
    the ontology.
    digest: SHA-256 of the Turtle files, rules and constraints in the order they were read.
    """

    graph: Graph
    classes: Mapping[str, Class]
    codes: Mapping[str, tuple[Code, ...]]
    superclasses: Mapping[str, set[str]]
    style: Graph
    rules: Mapping[str, str]
    constraints: Mapping[str, str]
    checks: Mapping[str, str]
    digest: str

    def class_named(self, name: str) -> Class | None:
        """The class with this local name (`Claim`), or None."""
        return self._classes_by_name.get(name)

    def namespace_of(self, class_iri: str) -> str:
        """Where the class's individuals have their IRIs. Raises OntologyError where the class gives no namespace."""
        named = self.classes.get(str(class_iri))
        if named is None or named.namespace is None:
            raise OntologyError(
                f"the class <{class_iri}> has no namespace", remedy="give it vann:preferredNamespaceUri"
            )
        return named.namespace

    def properties_of(self, class_iri: str) -> tuple[Property, ...]:
        """All properties of a class, own and inherited, the ancestors' first; an own one replaces an inherited key."""
        return self._properties[class_iri]

    def direct_subclasses(self, class_iri: str) -> tuple[Class, ...]:
        """The classes whose parent this is, sorted by name."""
        return tuple(sorted((c for c in self.classes.values() if class_iri in c.parents), key=lambda each: each.name))

    def descendants(self, class_iri: str) -> tuple[Class, ...]:
        """The class and all classes below it, sorted by name."""
        below = (self.classes[iri] for iri, ups in self.superclasses.items() if class_iri in ups)
        return tuple(sorted(below, key=lambda each: each.name))

    def most_specific(self, class_iris: set[str]) -> Class | None:
        """Of the classes that an individual has, the one below all others; None where none is known."""
        known = [iri for iri in class_iris if iri in self.classes]
        return self.classes[max(known, key=lambda iri: (len(self.superclasses[iri]), iri))] if known else None

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """CURIE prefix → namespace: those of the classes, and `eg` for the ontology's own terms."""
        named = {c.prefix: c.namespace for c in self.classes.values() if c.prefix and c.namespace}
        return {"eg": str(EG), **dict(sorted(named.items()))}

    def expand(self, identifier: str) -> str:
        """An IRI from an IRI or a CURIE (`concept:stress`).

        Raises UnknownIdentifier where it is neither, naming the prefixes there are.
        """
        prefix, colon, rest = identifier.partition(":")
        if colon and rest.startswith("//"):
            return identifier
        if colon and prefix in self.prefixes and rest:
            return self.prefixes[prefix] + rest
        raise UnknownIdentifier(
            f"{identifier!r} is neither an IRI nor a CURIE with a known prefix",
            remedy="prefixes: " + ", ".join(self.prefixes),
        )

    def compact(self, iri: str) -> str:
        """The CURIE of an IRI where a prefix fits (the longest namespace wins), else the IRI itself."""
        fitting = [(ns, prefix) for prefix, ns in self.prefixes.items() if iri.startswith(ns) and iri != ns]
        if not fitting:
            return iri
        namespace, prefix = max(fitting, key=lambda each: len(each[0]))
        return f"{prefix}:{iri[len(namespace) :]}"

    @cached_property
    def codes_by_iri(self) -> dict[str, Code]:
        """Every coded value of every closed list, by its IRI."""
        return {code.iri: code for codes in self.codes.values() for code in codes}

    @cached_property
    def individuals(self) -> frozenset[str]:
        """The IRIs of all concepts, codes and other individuals that the ontology itself holds."""
        return frozenset(
            str(individual) for each in self.classes for individual in self.graph.subjects(RDF.type, URIRef(each))
        )

    @cached_property
    def _classes_by_name(self) -> dict[str, Class]:
        return {c.name: c for c in self.classes.values()}

    @cached_property
    def _properties(self) -> dict[str, tuple[Property, ...]]:
        return {iri: self._gather(iri) for iri in self.classes}

    def _gather(self, class_iri: str) -> tuple[Property, ...]:
        lineage = sorted(self.superclasses[class_iri] & set(self.classes), key=lambda up: len(self.superclasses[up]))
        gathered: dict[str, Property] = {}
        for up in lineage:
            gathered.update({each.key: each for each in self.classes[up].properties})
        return tuple(gathered.values())
