"""The ontology obeys its own rules, and what is derived from it and committed is fresh."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyshacl import validate

from kg.errors import OntologyError
from kg.ontology import Ontology, load_ontology
from kg.ontology.context import study_file_context
from kg.validation.soundness import ontology_faults

ROOT = Path(__file__).parents[2]
ONTOLOGY = load_ontology()


def test_every_term_obeys_the_style_of_the_ontology() -> None:
    conforms, _, report = validate(ONTOLOGY.graph, shacl_graph=ONTOLOGY.style, inference="none")
    assert conforms, report


@pytest.mark.parametrize("check", ONTOLOGY.checks)
def test_no_check_of_the_ontology_finds_a_fault(check: str) -> None:
    faults = [" ".join(str(value) for value in row) for row in ONTOLOGY.graph.query(ONTOLOGY.checks[check])]
    assert faults == [], ONTOLOGY.checks[check].splitlines()[0]


def test_every_check_finds_the_fault_that_it_is_for(tmp_path: Path) -> None:
    broken = _extended(tmp_path, (Path(__file__).parent / "broken.ttl").read_text(encoding="utf-8"))
    silent = [name for name, query in broken.checks.items() if not list(broken.graph.query(query))]
    assert silent == []


def test_a_term_without_a_definition_fails_the_style(tmp_path: Path) -> None:
    broken = _extended(tmp_path, "eg:Nameless a owl:Class .")
    conforms, _, report = validate(broken.graph, shacl_graph=broken.style, inference="none")
    assert not conforms
    assert "A term has one definition in Swedish and one in English." in report


def test_what_is_unsound_in_an_extension_is_told_in_lines(tmp_path: Path) -> None:
    faults = ontology_faults(_extended(tmp_path, "eg:Nameless a owl:Class . eg:S sh:targetClass eg:Nowhere ."))
    assert "a shape is for a class that is not defined: eg:Nowhere" in faults
    assert "A term has one label in Swedish and one in English: eg:Nameless" in faults
    assert ontology_faults(ONTOLOGY) == ()


def test_the_concepts_obey_their_own_shapes() -> None:
    conforms, _, report = validate(ONTOLOGY.graph, inference="none")
    assert conforms, report


def test_the_committed_context_is_the_one_that_the_shapes_give() -> None:
    committed = json.loads((ROOT / "ontology" / "context.jsonld").read_text(encoding="utf-8"))
    assert committed == {"@context": study_file_context(ONTOLOGY)}, (
        "refresh with: evidensgraf schema context > ontology/context.jsonld"
    )


def test_a_curie_and_its_iri_name_the_same() -> None:
    iri = "https://w3id.org/evidensgraf/concept/stress"
    assert (ONTOLOGY.expand("concept:stress"), ONTOLOGY.compact(iri)) == (iri, "concept:stress")


@pytest.mark.parametrize(
    ("turtle", "told"),
    [
        ("eg:Claim rdfs:subClassOf eg:Study . eg:Study rdfs:subClassOf eg:Claim .", "are each below the other"),
        ("eg:ClaimShape sh:property [ sh:path eg:note ; sh:maxCount 'many' ] .", "maxCount is 'many'"),
        ("eg:ClaimShape sh:property [ sh:path ( eg:note eg:note ) ] .", "neither a property nor the inverse of one"),
        ("eg:Claim a owl:Class", "extension.ttl"),
        ("eg:Claim a owl:Class ;;; nonsense [ .", r"extension\.ttl:\d+  "),
        ('eg:ClaimShape sh:property [ sh:path eg:note ; sh:pattern "(" ] .', "is no regular expression"),
    ],
)
def test_an_ontology_that_does_not_fit_together_is_refused_in_words(tmp_path: Path, turtle: str, told: str) -> None:
    with pytest.raises(OntologyError, match=told):
        _extended(tmp_path, turtle)


def _extended(folder: Path, turtle: str) -> Ontology:
    prefixes = """
        @prefix eg: <https://w3id.org/evidensgraf/ontology#> .
        @prefix concept: <https://w3id.org/evidensgraf/concept/> .
        @prefix copsoq: <https://w3id.org/evidensgraf/copsoq/> .
        @prefix scheme: <https://w3id.org/evidensgraf/scheme/> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix vann: <http://purl.org/vocab/vann/> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    """
    (folder / "extension.ttl").write_text(prefixes + turtle, encoding="utf-8")
    return load_ontology(folder)
