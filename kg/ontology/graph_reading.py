"""Small questions to an rdflib graph, shared by the modules that turn the ontology's graph into records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import TypeVar

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from kg.errors import OntologyError
from kg.ontology.records import Texts

_Number = TypeVar("_Number", int, float)


def texts(graph: Graph, subject: Node, predicate: URIRef) -> Texts:
    """All texts of a property by language; where a language has several, the alphabetically first."""
    found: dict[str, str] = {}
    for value in sorted(graph.objects(subject, predicate), key=str, reverse=True):
        if isinstance(value, Literal) and value.language:
            found[value.language] = str(value)
    return MappingProxyType(found)


def flag(graph: Graph, subject: Node, predicate: URIRef) -> bool:
    """Whether the property is stated to be true."""
    return (subject, predicate, Literal(True)) in graph


def string(graph: Graph, subject: Node, predicate: URIRef) -> str | None:
    """The property's value as text, or None where it has none; of several the alphabetically first."""
    return min((str(value) for value in graph.objects(subject, predicate)), default=None)


def integer(graph: Graph, subject: Node, predicate: URIRef) -> int | None:
    """The property's value as a whole number, or None where it has none. Raises OntologyError where it is no number."""
    return _read(graph, subject, predicate, int)


def number(graph: Graph, subject: Node, predicate: URIRef) -> float | None:
    """The property's value as a number, or None where it has none. Raises OntologyError where it is no number."""
    return _read(graph, subject, predicate, float)


def _read(graph: Graph, subject: Node, predicate: URIRef, reader: Callable[[str], _Number]) -> _Number | None:
    value = string(graph, subject, predicate)
    try:
        return None if value is None else reader(value)
    except ValueError:
        said = f"{local_name(str(predicate))} is {value!r}, which is no number of the kind that it takes"
        raise OntologyError(said, remedy="give it a number, a whole one where it counts or orders") from None


def iris(graph: Graph, subject: Node, predicate: URIRef) -> tuple[str, ...]:
    """The IRIs that the property points to, sorted."""
    return tuple(sorted(str(value) for value in graph.objects(subject, predicate) if isinstance(value, URIRef)))


def members(graph: Graph, subject: Node, predicate: URIRef) -> Iterator[Node]:
    """The members of the RDF list that the property points to, in order."""
    for head in graph.objects(subject, predicate):
        yield from graph.items(head)


def local_name(iri: str) -> str:
    """What follows the last `#` or `/` of an IRI."""
    return re.split(r"[#/]", iri)[-1]
