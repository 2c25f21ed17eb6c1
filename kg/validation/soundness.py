"""Whether an ontology keeps its own rules: the shapes of `style.ttl` and the queries of `checks/`.

What is told here does not keep an ontology from working. What does is refused when it is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyshacl import validate
from rdflib import SH, Graph, Literal
from rdflib.term import Node

from kg.ontology import Ontology


def ontology_faults(ontology: Ontology) -> tuple[str, ...]:
    """What is unsound in the ontology: the rule that is broken, and the term that breaks it. Sorted, each once."""
    return tuple(sorted({*_of_style(ontology), *_of_checks(ontology)}))


def _of_checks(ontology: Ontology) -> Iterator[str]:
    for query in ontology.checks.values():
        for fault, term, *_ in ontology.graph.query(query):  # type: ignore[misc]  # a SELECT, so rows
            yield f"{fault}: {ontology.compact(str(term))}"


def _of_style(ontology: Ontology) -> Iterator[str]:
    _, report, _ = validate(ontology.graph, shacl_graph=ontology.style, inference="none")
    assert isinstance(report, Graph), "a report of a validation that ran"
    for result in report.subjects(SH.resultMessage):
        term = report.value(result, SH.focusNode)
        yield f"{_message(report, result).rstrip('.')}: {ontology.compact(str(term))}"


def _message(report: Graph, result: Node) -> str:
    messages = report.objects(result, SH.resultMessage)
    return min(str(each) for each in messages if isinstance(each, Literal) and each.language == "en")
