"""The shipped ontology's graph, written once when the package is built, since parsing Turtle takes most of a start.

It is used only where its digest says that it was made from exactly the Turtle files at hand; otherwise they are parsed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg.resources import prepared_ontology


def write_prepared_graph(graph: Graph, digest: str, target: Path | None = None) -> None:
    """Writes the graph of the Turtle files with this digest to a file, which replaces the target once it is whole."""
    target = target or prepared_ontology()
    numbers: dict[Node, int] = {}
    triples = [[numbers.setdefault(term, len(numbers)) for term in triple] for triple in sorted(graph)]
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".unfinished")
    contents = {"digest": digest, "terms": [_written(term) for term in numbers], "triples": triples}
    unfinished.write_text(json.dumps(contents, ensure_ascii=False), encoding="utf-8")
    unfinished.replace(target)


def read_prepared_graph(digest: str, source: Path | None = None) -> Graph | None:
    """The graph of the Turtle files with this digest, or None where none was prepared or it cannot be read."""
    try:
        contents = json.loads((source or prepared_ontology()).read_text(encoding="utf-8"))
        if contents["digest"] != digest:
            return None
        terms = [_read(term) for term in contents["terms"]]
        graph = Graph()
        for subject, predicate, value in contents["triples"]:
            graph.add((terms[subject], terms[predicate], terms[value]))
    except (OSError, ValueError, KeyError, IndexError, TypeError):
        return None
    return graph


def _written(term: Node) -> Any:
    """An IRI as its text, a blank node as a list of one, a literal as text, language and datatype."""
    if isinstance(term, Literal):
        return [str(term), term.language, None if term.datatype is None else str(term.datatype)]
    return [str(term)] if isinstance(term, BNode) else str(term)


def _read(term: Any) -> Node:
    if isinstance(term, str):
        return URIRef(term)
    if len(term) == 1:
        return BNode(term[0])
    text, language, datatype = term
    return Literal(text, lang=language, datatype=None if datatype is None else URIRef(datatype))
