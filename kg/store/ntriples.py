"""Reads N-Triples on their way into a store, and refuses what the collection may not hold.

Identifiers must be stable, so blank nodes stop here; so do the additions of RDF 1.2, which other engines cannot hold.
"""

from __future__ import annotations

import pyoxigraph

from kg.errors import InputError


def checked_ntriples(graph: str, ntriples: bytes) -> str:
    """The same triples, written anew: one a line, with nothing but triples.

    graph: the name of the graph they are meant for, to be told in errors. Raises InputError for malformed N-Triples, a
    blank node, a triple inside a triple, or a text with a writing direction.
    """
    try:
        triples = [_checked(graph, quad.triple) for quad in _parse(ntriples)]
    except SyntaxError as error:
        raise InputError(f"the data of graph <{graph}> are not N-Triples: {error.msg}") from None
    written = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return (written or b"").decode()


def _parse(ntriples: bytes) -> pyoxigraph.QuadParser:
    return pyoxigraph.parse(ntriples, format=pyoxigraph.RdfFormat.N_TRIPLES)


def _checked(graph: str, triple: pyoxigraph.Triple) -> pyoxigraph.Triple:
    subject, object_ = triple.subject, triple.object
    if isinstance(subject, pyoxigraph.BlankNode) or isinstance(object_, pyoxigraph.BlankNode):
        raise InputError(
            f"the data of graph <{graph}> hold a blank node: {triple}",
            remedy="Give the thing an IRI: an identifier must stay the same from one loading to the next.",
        )
    if isinstance(object_, pyoxigraph.Triple) or getattr(object_, "direction", None) is not None:
        raise InputError(f"the data of graph <{graph}> say what RDF 1.1 cannot: {triple}")
    return triple
