"""A class, its properties and a closed list that are added in Turtle are there to be asked for, with no Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLSchema

from api.schema import build_schema, execute
from kg.errors import OntologyError
from kg.ontology import load_ontology
from kg.store import EmbeddedStore
from tests.api.schema.small_graphs import BASE, SKOS, Graph, iri, number, text

PREFIXES = """
@prefix eg: <https://w3id.org/evidensgraf/ontology#> .
@prefix outlook: <https://w3id.org/evidensgraf/outlook/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vann: <http://purl.org/vocab/vann/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
REFORM = """
eg:Reform a owl:Class ; vann:preferredNamespacePrefix "reform" ;
    vann:preferredNamespaceUri "https://w3id.org/evidensgraf/reform/" ; eg:pluralKey "reforms" ;
    rdfs:label "reform"@sv , "reform"@en ;
    skos:definition "En ändring av lag."@sv , "A change of law."@en .
eg:Outlook a owl:Class ; rdfs:subClassOf eg:Code ; rdfs:label "utsikt"@sv , "outlook"@en ;
    skos:definition "Hur det ser ut."@sv , "How it looks."@en .
outlook:bright a eg:Outlook ; eg:order 1 ; skos:prefLabel "ljus"@sv , "bright"@en .
outlook:dim-at-best a eg:Outlook ; eg:order 2 ; skos:prefLabel "dunkel"@sv , "dim at best"@en .
eg:yearOfReform a owl:DatatypeProperty ; eg:key "year" ; rdfs:label "år"@sv , "year"@en ;
    skos:definition "Året."@sv , "The year."@en .
eg:hasOutlook a owl:ObjectProperty ; eg:key "outlook" ; rdfs:label "utsikt"@sv , "outlook"@en ;
    skos:definition "Utsikten."@sv , "The outlook."@en .
eg:ReformShape a sh:NodeShape ; sh:targetClass eg:Reform ;
    sh:property [ sh:path eg:yearOfReform ; sh:datatype xsd:integer ; sh:minCount 1 ; sh:maxCount 1 ] ;
    sh:property [ sh:path eg:hasOutlook ; sh:class eg:Outlook ; sh:maxCount 1 ] .
"""
SUBCLASS = """
eg:LocalReform a owl:Class ; rdfs:subClassOf eg:Document ; eg:pluralKey "localDocuments" ;
    rdfs:label "lokalt dokument"@sv , "local document"@en ;
    skos:definition "Ett dokument från en kommun."@sv , "A document of a municipality."@en .
"""


def schema_of(folder: Path, turtle: str) -> GraphQLSchema:
    (folder / "extension.ttl").write_text(PREFIXES + turtle, encoding="utf-8")
    return build_schema(load_ontology(folder))


def data(schema: GraphQLSchema, graph: Graph, query: str) -> Any:
    with EmbeddedStore() as store:
        graph.load(store)
        result = execute(schema, store, query)
    assert not result.errors, result.errors
    return result.data


def test_a_new_class_is_listed_filtered_ordered_and_served(tmp_path: Path) -> None:
    graph = Graph()
    for name, year, outlook in (("a", 2001, "bright"), ("b", 2014, "dim-at-best"), ("c", 2018, "bright")):
        graph.add(f"reform/{name}", "Reform", {"yearOfReform": number(year), "hasOutlook": [iri(f"outlook/{outlook}")]})

    answer = data(
        schema_of(tmp_path, REFORM),
        graph,
        """{ reforms(where: {outlook: {eq: BRIGHT}, year: {gt: 2000}}, orderBy: [{year: DESC}]) {
            totalCount nodes { id year outlook outlookLabel } }
        reform(id: "reform:b") { outlook outlookLabel(language: [EN]) }
        __type(name: "Reform") { description } }""",
    )

    base = BASE + "reform/"
    assert answer == {
        "reforms": {
            "totalCount": 2,
            "nodes": [
                {"id": base + "c", "year": 2018, "outlook": "BRIGHT", "outlookLabel": "ljus"},
                {"id": base + "a", "year": 2001, "outlook": "BRIGHT", "outlookLabel": "ljus"},
            ],
        },
        "reform": {"outlook": "DIM_AT_BEST", "outlookLabel": "dim at best"},
        "__type": {"description": "A change of law. (In Swedish: reform.)"},
    }


def test_a_subclass_of_a_class_with_individuals_of_its_own_makes_that_class_an_interface(tmp_path: Path) -> None:
    graph = Graph()
    title = {"http://purl.org/dc/terms/title": text("Titel", "Title")}
    graph.add("document/plain", "Document", title)
    graph.add("document/local", "LocalReform", title)
    graph.add("claim/a", "Claim", {"isStatedIn": [iri("document/local")]})

    answer = data(
        schema_of(tmp_path, SUBCLASS),
        graph,
        """{ documents { nodes { __typename title } } localDocuments { nodes { id title } }
        claim(id: "claim:a") { document { __typename title } } }""",
    )

    kinds = [each["__typename"] for each in answer["documents"]["nodes"]]
    assert kinds == ["LocalReform", "PlainDocument"]
    assert answer["localDocuments"]["nodes"] == [{"id": BASE + "document/local", "title": "Titel"}]
    assert answer["claim"]["document"] == {"__typename": "LocalReform", "title": "Titel"}


def test_a_shape_added_to_a_class_that_is_there_adds_its_field_to_every_class_below(tmp_path: Path) -> None:
    turtle = """
eg:MoreOnConcepts a sh:NodeShape ; sh:targetClass eg:Concept ;
    sh:property [ sh:path eg:sinceYear ; eg:key "sinceYear" ; sh:datatype xsd:integer ; sh:maxCount 1 ] .
"""
    graph = Graph()
    graph.add("concept/a", "Method", {"sinceYear": number(1999), SKOS + "prefLabel": text("a", "a")})
    graph.add("concept/b", "Method", {SKOS + "prefLabel": text("b", "b")})

    query = "{ methods(where: {sinceYear: {lt: 2000}}) { nodes { label sinceYear } } }"
    assert data(schema_of(tmp_path, turtle), graph, query) == {
        "methods": {"nodes": [{"label": "a", "sinceYear": 1999}]}
    }


def test_a_list_in_a_shape_becomes_an_enum(tmp_path: Path) -> None:
    turtle = """
eg:MoreOnLineages a sh:NodeShape ; sh:targetClass eg:Lineage ;
    sh:property [ sh:path eg:size ; eg:key "size" ; sh:in ( "small" "very large" "2 or 3" ) ; sh:maxCount 1 ] .
"""
    graph = Graph()
    graph.add("lineage/a", "Lineage", {"size": ['"very large"']})
    graph.add("lineage/b", "Lineage", {"size": ['"2 or 3"']})

    query = (
        '{ lineages(where: {size: {eq: VERY_LARGE}}) { nodes { size } } lineage(id: "lineage:b") { size sizeLabel } }'
    )
    answer = data(schema_of(tmp_path, turtle), graph, query)
    assert answer == {
        "lineages": {"nodes": [{"size": "VERY_LARGE"}]},
        "lineage": {"size": "_2_OR_3", "sizeLabel": "2 or 3"},
    }


def test_python_keywords_are_names_like_any_other(tmp_path: Path) -> None:
    turtle = """
eg:MoreOnLineages a sh:NodeShape ; sh:targetClass eg:Lineage ;
    sh:property [ sh:path eg:isA ; eg:key "class" ; sh:datatype xsd:string ; sh:maxCount 1 ] .
"""
    graph = Graph()
    graph.add("lineage/a", "Lineage", {"isA": ['"x"']})

    query = '{ lineages(where: {class: {eq: "x"}}, orderBy: [{class: ASC}]) { nodes { class } } }'
    assert data(schema_of(tmp_path, turtle), graph, query) == {"lineages": {"nodes": [{"class": "x"}]}}


def with_key(key: str) -> str:
    return (
        "eg:MoreOnStudies a sh:NodeShape ; sh:targetClass eg:Study ;"
        f" sh:property [ sh:path eg:x ; eg:key '{key}' ; sh:datatype xsd:string ] ."
    )


SAME_PLURAL = """
eg:Other a owl:Class ; eg:pluralKey "claims" ;
    vann:preferredNamespacePrefix "other" ; vann:preferredNamespaceUri "https://w3id.org/evidensgraf/other/" .
"""


@pytest.mark.parametrize(
    ("turtle", "says"),
    [
        ("eg:Node a owl:Class .", "named Node"),
        (with_key("id"), "'id'"),
        (with_key("så"), "'så'"),
        (with_key("label"), "'label'"),
        (SAME_PLURAL, "claims"),
    ],
)
def test_names_that_cannot_stand_together_are_refused_with_a_cure(tmp_path: Path, turtle: str, says: str) -> None:
    with pytest.raises(OntologyError, match=says) as raised:
        schema_of(tmp_path, turtle)

    assert raised.value.remedy
