"""What was prepared of the ontology says exactly what its Turtle files say, or is not used."""

from __future__ import annotations

from pathlib import Path

from rdflib import Graph
from rdflib.compare import isomorphic

from kg.ontology.prepared import read_prepared_graph, write_prepared_graph

TURTLE = """
@prefix eg: <https://w3id.org/evidensgraf/ontology#> .
eg:a eg:label "stöd"@sv , "support"@en , "plain" ; eg:count 3 ; eg:flag true .
eg:a eg:part [ eg:of eg:b ; eg:list ( 1 "x" ) ] .
"""


def graph() -> Graph:
    return Graph().parse(data=TURTLE, format="turtle")


def test_the_graph_comes_back_as_it_was(tmp_path: Path) -> None:
    write_prepared_graph(graph(), "digest", tmp_path / "made" / "ontology.json")
    found = read_prepared_graph("digest", tmp_path / "made" / "ontology.json")
    assert found is not None
    assert isomorphic(found, graph())


def test_what_was_made_from_other_files_is_not_used(tmp_path: Path) -> None:
    write_prepared_graph(graph(), "digest", tmp_path / "ontology.json")
    assert read_prepared_graph("another", tmp_path / "ontology.json") is None


def test_a_file_that_is_not_there_or_broken_is_as_good_as_none(tmp_path: Path) -> None:
    assert read_prepared_graph("digest", tmp_path / "ontology.json") is None
    (tmp_path / "ontology.json").write_text('{"digest": "digest", "terms": []', encoding="utf-8")
    assert read_prepared_graph("digest", tmp_path / "ontology.json") is None
    (tmp_path / "ontology.json").write_text(
        '{"digest": "digest", "terms": [], "triples": [[1, 2, 3]]}', encoding="utf-8"
    )
    assert read_prepared_graph("digest", tmp_path / "ontology.json") is None
