"""What goes through the store's door: terms, rows and changes, as records that no engine owns.

Every floor above speaks of data in these records only, so that an engine can be replaced behind the door. How a term
is written in a query is left to `kg.store.sparql_text`.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

XSD = "http://www.w3.org/2001/XMLSchema#"


class Iri(str):
    """An absolute IRI, without angle brackets. Compares and hashes as the text it is."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"Iri({str(self)!r})"


XSD_STRING = Iri(XSD + "string")
RDF_LANG_STRING = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")


class Literal(NamedTuple):
    """A value: its lexical text, its datatype, and the language (lower case, as "sv") where the text has one."""

    text: str
    datatype: Iri = XSD_STRING
    language: str | None = None


Term: TypeAlias = Iri | Literal
Row: TypeAlias = tuple[Term | None, ...]


def text_of(term: Term | None) -> str:
    """A literal's lexical text, or an IRI. Raises ValueError for a variable that is not bound."""
    if term is None:
        raise ValueError("a value is missing that the query promises")
    return term.text if isinstance(term, Literal) else str(term)


class ReplaceGraph(NamedTuple):
    """The named graph holds exactly these N-Triples (UTF-8) afterwards; without a triple it is no longer there."""

    graph: Iri
    ntriples: bytes


class DropGraph(NamedTuple):
    """The named graph is no longer there afterwards, whether or not it was before."""

    graph: Iri


Change: TypeAlias = ReplaceGraph | DropGraph
