"""The one door to pySHACL: study graphs, joined with the ontology, against its shapes.

Everything is joined into one graph first: pySHACL's separate ontology argument loses SKOS statements. Nothing is
inferred and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyshacl import validate as judge_by_shacl
from rdflib import RDF, SH, BNode, Graph, Literal
from rdflib.term import Node

from kg.errors import CouldNotLook
from kg.ontology import Ontology
from kg.ontology.graph_reading import local_name
from kg.validation.shapes import judged_class, shapes_of


@dataclass(frozen=True, slots=True)
class Violation:
    """One result of SHACL validation.

    focus: the IRI that was judged. path: the property's IRI, or "" where the whole record is at fault.
    value: what is at fault, or None where something is missing or too much. component: the kind of constraint,
    without its namespace (`MinCount`). shape: the shape's node. message: its message in English.
    """

    focus: str
    path: str
    value: Node | None
    component: str
    shape: Node | None
    message: str


def join(ontology: Ontology, graphs: Iterable[Graph]) -> Graph:
    """One graph of what the ontology says and of the given graphs.

    Left out are the insides of shapes, and the labels and definitions of what none of the graphs describes: they are
    two thirds of the ontology, and no rule on a study file looks at them.
    """
    joined = Graph()
    for graph in graphs:
        for triple in graph:
            joined.add(triple)
    described = set(joined.subjects(RDF.type))
    for subject, predicate, value in ontology.graph:
        is_wording = isinstance(value, Literal) and value.language and subject not in described
        if not isinstance(subject, BNode) and not is_wording:
            joined.add((subject, predicate, value))
    return joined


def judge(joined: Graph, ontology: Ontology, graphs: Iterable[Graph]) -> list[Violation]:
    """All violations by the individuals that the graphs describe, in no particular order.

    joined: the answer of `join`, which must contain the graphs; the individuals are marked in it.
    Raises CouldNotLook where a shape cannot be applied.
    """
    for graph in graphs:
        for subject, named in graph.subject_objects(RDF.type):
            for up in ontology.superclasses.get(str(named), ()):
                joined.add((subject, RDF.type, judged_class(up)))
    _, report, text = judge_by_shacl(joined, shacl_graph=shapes_of(ontology), inplace=True, inference="none")
    if not isinstance(report, Graph):
        raise CouldNotLook(f"the shapes could not be applied: {text}", remedy="mend the shapes of the ontology")
    return [_violation(report, result) for result in report.objects(None, SH.result)]


def _violation(report: Graph, result: Node) -> Violation:
    path = report.value(result, SH.resultPath)
    component = local_name(str(report.value(result, SH.sourceConstraintComponent)))
    messages = [str(m) for m in report.objects(result, SH.resultMessage) if getattr(m, "language", None) != "sv"]
    return Violation(
        focus=str(report.value(result, SH.focusNode)),
        path="" if path is None or isinstance(path, BNode) else str(path),
        value=report.value(result, SH.value),
        component=component.removesuffix("ConstraintComponent"),
        shape=report.value(result, SH.sourceShape),
        message=min(messages, default=""),
    )
