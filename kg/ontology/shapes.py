"""From SHACL shapes to property records. A constraint that no record can carry is named, never dropped."""

from __future__ import annotations

import re

from rdflib import RDF, RDFS, SH, SKOS, Graph, URIRef
from rdflib.term import Node

from kg.errors import OntologyError
from kg.ontology.graph_reading import flag, integer, iris, local_name, members, number, string, texts
from kg.ontology.records import Property, ValueKind
from kg.terms import CODE, EG, KEY, RESOURCE

_CARRIED = {
    SH.path, SH.order, SH.datatype, SH["class"], SH.nodeKind, SH["in"], SH.minCount, SH.maxCount, SH.uniqueLang,
    SH.languageIn, SH.name, SH.description, SH.message, SH.severity, SH.deactivated, KEY, EG.isWrittenInline, RDF.type,
}  # fmt: skip
_LAST = float("inf")
"""The order of a property whose shape gives none."""


def properties_of_shapes(graph: Graph, class_iri: str, superclasses_of: dict[str, set[str]]) -> tuple[Property, ...]:
    """The properties that all node shapes of a class state, in the order of `sh:order`, then of their keys.

    superclasses_of: class IRI → its superclasses, itself included.
    Raises OntologyError where a property shape has a path or a value that no record can hold.
    """
    found = [
        _property(graph, node, class_iri, superclasses_of)
        for shape in sorted(graph.subjects(SH.targetClass, URIRef(class_iri)), key=str)
        for node in graph.objects(shape, SH.property)
    ]
    return tuple(sorted(found, key=lambda each: (each.order, each.key)))


def _property(graph: Graph, node: Node, owner: str, superclasses_of: dict[str, set[str]]) -> Property:
    path, is_inverse = _path(graph, node, owner)
    described: Node = node if is_inverse else path
    label, definition = (SH.name, SH.description) if is_inverse else (RDFS.label, SKOS.definition)
    kind, value_range = _value_kind(graph, node, superclasses_of)
    order = number(graph, node, SH.order)
    return Property(
        key=string(graph, node, KEY) or string(graph, path, KEY) or local_name(str(path)),
        iri=str(path),
        kind=kind,
        order=_LAST if order is None else order,
        owner=owner,
        is_inverse=is_inverse,
        datatype=string(graph, node, SH.datatype),
        range=value_range,
        allowed=tuple(str(value) for value in members(graph, node, SH["in"])),
        min_count=integer(graph, node, SH.minCount) or 0,
        max_count=integer(graph, node, SH.maxCount),
        unique_language=flag(graph, node, SH.uniqueLang),
        languages=tuple(str(value) for value in members(graph, node, SH.languageIn)),
        is_computed=flag(graph, path, EG.isComputed),
        is_written_inline=flag(graph, node, EG.isWrittenInline),
        labels=texts(graph, described, label),
        definitions=texts(graph, described, definition),
        messages=texts(graph, node, SH.message),
        example=string(graph, path, SKOS.example) or "",
        underivable=_underivable(graph, node),
    )


def _path(graph: Graph, node: Node, owner: str) -> tuple[URIRef, bool]:
    path = graph.value(node, SH.path)
    if isinstance(path, URIRef):
        return path, False
    inverse = graph.value(path, SH.inversePath)
    if isinstance(inverse, URIRef):
        return inverse, True
    raise OntologyError(
        f"a property shape of {local_name(owner)} has a path that is neither a property nor the inverse of one",
        remedy="give sh:path a property, or [ sh:inversePath … ] with one property",
    )


def _value_kind(graph: Graph, node: Node, superclasses_of: dict[str, set[str]]) -> tuple[ValueKind, str | None]:
    classes = iris(graph, node, SH["class"])
    if classes:
        is_code = str(CODE) in superclasses_of.get(classes[0], set())
        return (ValueKind.CODE if is_code else ValueKind.RESOURCE), classes[0]
    if list(members(graph, node, SH["in"])):
        return ValueKind.CODE, None
    if graph.value(node, SH.datatype) == RDF.langString:
        return ValueKind.TEXT, None
    if graph.value(node, SH.nodeKind) == SH.IRI:
        return ValueKind.RESOURCE, str(RESOURCE)
    return ValueKind.LITERAL, None


def check_patterns(graph: Graph) -> None:
    """Raises OntologyError where a pattern of a shape is no regular expression: no value could be judged by it."""
    for pattern in graph.objects(None, SH.pattern):
        try:
            re.compile(str(pattern))
        except re.error as error:
            raise OntologyError(
                f"the pattern {str(pattern)!r} of a shape is no regular expression: {error}", remedy="mend sh:pattern"
            ) from error


def _underivable(graph: Graph, node: Node) -> tuple[str, ...]:
    return tuple(sorted({local_name(str(p)) for p in graph.predicates(node) if p not in _CARRIED}))
