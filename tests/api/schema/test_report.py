"""Nothing that a shape says is dropped silently: what the schema cannot tell is in the report."""

from __future__ import annotations

from pathlib import Path

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
eg:Novelty a owl:Class .
eg:Emptiness a owl:Class ; rdfs:subClassOf eg:Code .
eg:NoveltyShape a sh:NodeShape ; sh:targetClass eg:Novelty %s .
"""


def reported(folder: Path, shape: str) -> set[tuple[str, str]]:
    (folder / "extension.ttl").write_text(PREFIXES % shape, encoding="utf-8")
    rows = [each for each in schema_report(load_ontology(folder)) if each.class_name == "Novelty"]
    assert all(each.reason for each in rows)
    return {(each.key, each.constraint) for each in rows}


@pytest.mark.parametrize(
    ("property_shape", "constraint"),
    [
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
    ],
)
def test_a_constraint_of_a_property_is_reported(tmp_path: Path, property_shape: str, constraint: str) -> None:
    shape = f"; sh:property [ sh:path eg:x ; eg:key 'x' ; {property_shape} ]"
    assert reported(tmp_path, shape) == {("x", constraint)}


@pytest.mark.parametrize("constraint", ["closed true", "or ( [] [] )", "sparql [ sh:select '' ]"])
def test_a_constraint_of_a_class_is_reported(tmp_path: Path, constraint: str) -> None:
    assert reported(tmp_path, f"; sh:{constraint}") == {("", constraint.split()[0])}


def test_what_the_schema_tells_is_not_reported(tmp_path: Path) -> None:
    shape = "; sh:property [ sh:path eg:x ; eg:key 'x' ; sh:datatype xsd:integer ; sh:minCount 1 ; sh:maxCount 1 ]"
    assert reported(tmp_path, shape) == set()


def test_a_field_that_gives_way_to_a_property_of_its_name_is_reported(tmp_path: Path) -> None:
    shape = """; sh:property [ sh:path eg:x ; eg:key 'x' ; sh:class eg:Sign ; sh:maxCount 1 ] ,
        [ sh:path eg:y ; eg:key 'xLabel' ; sh:datatype xsd:string ; sh:maxCount 1 ]"""
    assert reported(tmp_path, shape) == {("x", "xLabel")}


def test_the_shipped_report_names_the_patterns_that_shapes_state(ontology: Ontology) -> None:
    told = {(each.class_name, each.key) for each in schema_report(ontology) if each.constraint == "pattern"}
    assert ("Passage", "sha256") in told
