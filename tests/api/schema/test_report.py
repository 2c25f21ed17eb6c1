"""Nothing that a shape says is dropped silently: what the schema cannot tell is in the report."""

from __future__ import annotations

import pytest

from api.schema import schema_report
from kg.ontology import Ontology, load_ontology

PREFIXES = """
@prefix eg: <https://w3id.org/evidensgraf/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
eg:Emptiness a owl:Class ; rdfs:subClassOf eg:Code .
"""
OF_PROPERTIES = [
    ("sh:datatype xsd:string ; sh:maxCount 1 ; sh:pattern '^x'", "pattern"),
    ("sh:datatype xsd:integer ; sh:maxCount 1 ; sh:minInclusive 1", "minInclusive"),
    ("sh:datatype xsd:integer ; sh:maxCount 1 ; sh:lessThan eg:y", "lessThan"),
    ("sh:datatype xsd:string ; sh:minCount 1", "minCount"),
    ("sh:datatype xsd:string ; sh:maxCount 5", "maxCount"),
    ("sh:datatype xsd:gYearMonth ; sh:maxCount 1", "datatype"),
    ("sh:datatype rdf:langString ; sh:uniqueLang true ; sh:minCount 2", "minCount"),
    ("sh:datatype rdf:langString ; sh:uniqueLang true ; sh:languageIn ( 'sv' )", "languageIn"),
    ("sh:class eg:Emptiness ; sh:maxCount 1", "class"),
    ("sh:class eg:Elsewhere ; sh:maxCount 1", "class"),
    ("sh:class eg:Sign ; sh:maxCount 1 ; sh:in ( <https://w3id.org/evidensgraf/sign/mixed> )", "in"),
    ("sh:class eg:Claim ; sh:maxCount 1 ; sh:nonsense 1", "nonsense"),
    ("sh:datatype xsd:integer ; sh:minCount 1 ; sh:maxCount 1", None),
]
OF_CLASSES = [("closed true", "closed"), ("or ( [] [] )", "or"), ("sparql [ sh:select '' ]", "sparql")]
TAKEN = """sh:property [ sh:path eg:x ; eg:key 'x' ; sh:class eg:Sign ; sh:maxCount 1 ] ,
    [ sh:path eg:y ; eg:key 'xLabel' ; sh:datatype xsd:string ; sh:maxCount 1 ]"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str, str | None]]]:
    """Class → (key, constraint) that is reported of it, for one class with each constraint."""
    shapes = [f"sh:property [ sh:path eg:x ; eg:key 'x' ; {shape} ]" for shape, _ in OF_PROPERTIES]
    shapes += [f"sh:{shape}" for shape, _ in OF_CLASSES]
    turtle = "".join(
        f"eg:Class{place} a owl:Class . eg:Shape{place} a sh:NodeShape ; sh:targetClass eg:Class{place} ; {shape} .\n"
        for place, shape in enumerate([*shapes, TAKEN])
    )
    folder = tmp_path_factory.mktemp("extension")
    (folder / "extension.ttl").write_text(PREFIXES + turtle, encoding="utf-8")
    found: dict[str, set[tuple[str, str | None]]] = {}
    for each in schema_report(load_ontology(folder)):
        assert each.reason
        found.setdefault(each.class_name, set()).add((each.key, each.constraint))
    return found


@pytest.mark.parametrize(("place", "constraint"), list(enumerate(constraint for _, constraint in OF_PROPERTIES)))
def test_what_a_type_cannot_say_of_a_property_is_reported_and_nothing_else(told, place: int, constraint) -> None:
    assert told.get(f"Class{place}", set()) == ({("x", constraint)} if constraint else set())


@pytest.mark.parametrize(("place", "constraint"), list(enumerate((c for _, c in OF_CLASSES), start=len(OF_PROPERTIES))))
def test_a_constraint_of_a_class_is_reported(told, place: int, constraint: str) -> None:
    assert told[f"Class{place}"] == {("", constraint)}


def test_a_field_that_gives_way_to_a_property_of_its_name_is_reported(told) -> None:
    assert told[f"Class{len(OF_PROPERTIES) + len(OF_CLASSES)}"] == {("x", "xLabel")}


def test_the_shipped_report_names_the_patterns_that_shapes_state(ontology: Ontology) -> None:
    reported = {(each.class_name, each.key) for each in schema_report(ontology) if each.constraint == "pattern"}
    assert ("Passage", "sha256") in reported
