"""The ontology as plain records: what a class, a property of a class and a coded value are.

Everything above (reading, validation, GraphQL types, command line) derives itself from these and from nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

Texts = Mapping[str, str]
"""Language code → text."""


class ValueKind(Enum):
    """What the values of a property are."""

    TEXT = "text"  # a string with a language
    LITERAL = "literal"  # a value of an XSD datatype
    CODE = "code"  # a value of a closed list
    RESOURCE = "resource"  # another individual


@dataclass(frozen=True, kw_only=True)
class Code:
    """One value of a closed list. `name` is how study files write it (`no-change`), `enum_name` how GraphQL does.

    notation: the sign that stands for it in tables and pictures; "" for none. readings: how it is read on a link, where
    its label would sound like a cause; the labels otherwise. weight: what claims of the kind weigh;
    None where the list is not of kinds of claims.
    """

    iri: str
    name: str
    enum_name: str
    labels: Texts
    definitions: Texts
    notation: str = ""
    readings: Texts
    weight: int | None = None


@dataclass(frozen=True, kw_only=True)
class Property:
    """One property of one class, as its shape states it.

    key: the name in study files and GraphQL. iri: the RDF property; with is_inverse its triples point to the owner.
    datatype: an XSD datatype's IRI where kind is LITERAL (or TEXT: rdf:langString).
    range: the IRI of a class where kind is CODE or RESOURCE; rdfs:Resource where any individual may stand.
    allowed: the values of `sh:in`, in its order, where the shape lists them itself.
    min_count, max_count: how many values; max_count None where unbounded.
    underivable: constraints of the shape that a GraphQL type cannot express, by their SHACL name.
    """

    key: str
    iri: str
    kind: ValueKind
    order: float
    owner: str
    is_inverse: bool = False
    datatype: str | None = None
    range: str | None = None
    allowed: tuple[str, ...] = ()
    min_count: int = 0
    max_count: int | None = None
    unique_language: bool = False
    languages: tuple[str, ...] = ()
    is_computed: bool = False
    is_written_inline: bool = False
    labels: Texts
    definitions: Texts
    messages: Texts
    example: str = ""
    underivable: tuple[str, ...] = ()

    @property
    def is_required(self) -> bool:
        """Whether each individual has at least one value."""
        return self.min_count > 0

    @property
    def is_many(self) -> bool:
        """Whether an individual may have several values. A text has one value per language and counts as one."""
        if self.kind is ValueKind.TEXT:
            return not self.unique_language
        return self.max_count is None or self.max_count > 1


@dataclass(frozen=True, kw_only=True)
class Class:
    """One class of individuals. `properties` are those of its own shapes, in the shapes' order, without inherited ones.

    prefix, namespace: how its individuals are named (`claim:x`), inherited from the nearest superclass that says so;
    None where its individuals exist only inside others. way_in: the entrance under which people browse its individuals.
    """

    iri: str
    name: str
    parents: tuple[str, ...]
    labels: Texts
    definitions: Texts
    prefix: str | None = None
    namespace: str | None = None
    plural_key: str | None = None
    is_abstract: bool = False
    is_computed: bool = False
    is_transient: bool = False
    way_in: str | None = None
    properties: tuple[Property, ...] = ()
