"""What a study file says becomes triples, and every triple knows where it stands."""

from __future__ import annotations

import hashlib
import json
import socket
from pathlib import Path

import pytest
from rdflib import RDF, SKOS, XSD, Graph, Literal, URIRef
from rdflib.plugins.parsers.jsonld import to_rdf

from kg.errors import FaultsFound
from kg.ontology import Ontology
from kg.ontology.context import study_file_context
from kg.reading import StudyFile, examine_study_file, read_study_file, read_study_files
from kg.terms import BASE, EG

HEAD = "id: document/a\ntype: Document\n"


def individual(local: str) -> URIRef:
    return URIRef(BASE + local)


def read(text: str, ontology: Ontology) -> StudyFile:
    return read_study_file("a.yaml", ontology, data=text.encode())


@pytest.fixture(scope="module")
def study(ontology: Ontology, whole: Path) -> StudyFile:
    return read_study_file(whole, ontology)


CLAIM = individual("claim/a-report-001")


def test_a_short_name_is_taken_from_the_namespace_of_its_class(study: StudyFile) -> None:
    assert (CLAIM, EG.hasObject, individual("concept/stress")) in study.graph


def test_a_code_that_is_also_a_key_stays_a_code(study: StudyFile) -> None:
    gaps = set(study.graph.objects(individual("claim/a-report-001#figures-1"), EG.hasGap))
    assert {individual(f"figure-gap/{name}") for name in ("question", "denominator", "date")} == gaps


def test_a_claim_points_to_the_document_that_it_stands_under(study: StudyFile) -> None:
    assert (CLAIM, EG.isStatedIn, individual("document/a-report")) in study.graph
    assert (str(CLAIM),) == study.claims


def test_a_record_in_place_is_named_by_its_owner_key_and_position(study: StudyFile) -> None:
    assert (CLAIM, EG.isStatedAt, individual("claim/a-report-001#passage")) in study.graph
    assert (individual("claim/a-report-001#conditions-1"), RDF.type, EG.Condition) in study.graph


def test_the_country_no_is_not_false(study: StudyFile) -> None:
    countries = study.graph.objects(individual("context/norwegian-social-services"), EG.country)
    assert {"NO", "SE"} == set(map(str, countries))


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("document/a-report", EG.publishedOn, Literal("2016-02-16", datatype=XSD.date)),
        ("document/a-report", EG.characterCount, Literal("4000", datatype=XSD.integer)),
        ("claim/a-report-001#figures-1", EG.value, Literal("44", datatype=XSD.decimal)),
        ("claim/a-report-001#figures-1", EG.upperValue, Literal("46.50", datatype=XSD.decimal)),
        ("claim/a-report-001#passage", EG.page, Literal("7", datatype=XSD.string)),
        ("document/a-report#missingParts-1", EG.page, Literal("9", datatype=XSD.string)),
        ("lineage/a-publisher", SKOS.prefLabel, Literal("Ett förlag", lang="sv")),
    ],
)
def test_a_value_has_the_datatype_of_its_property(
    study: StudyFile, subject: str, predicate: URIRef, value: Literal
) -> None:
    assert (individual(subject), predicate, value) in study.graph


def test_every_triple_has_its_place(study: StudyFile) -> None:
    stated = [(str(s), str(p), o) for s, p, o in study.graph if p != RDF.type]
    assert [triple for triple in stated if study.places.of_value(*triple) is None] == []


def test_a_place_is_found_by_value_else_by_key_else_by_record(study: StudyFile, whole: Path) -> None:
    lines = whole.read_text().splitlines()
    claim, sign = str(CLAIM), str(EG.hasSign)
    value = study.places.nearest(claim, sign, individual("sign/decreases"))
    key = study.places.nearest(claim, sign, individual("sign/mixed"))
    record = study.places.nearest(claim, str(EG.note))
    assert value is not None
    assert key is not None
    assert record is not None
    assert lines[value.line - 1][value.column - 1 :] == "decreases"
    assert lines[key.line - 1][key.column - 1 :] == "sign: decreases"
    assert lines[record.line - 1][record.column - 1 :] == "id: claim/a-report-001"
    assert value.path == "claims[1].sign"


def test_a_study_file_is_known_by_its_document_and_digest(study: StudyFile, whole: Path) -> None:
    assert study.document_iri == BASE + "document/a-report"
    assert hashlib.sha256(whole.read_bytes()).hexdigest() == study.digest


def test_a_byte_order_mark_is_no_part_of_the_text(ontology: Ontology) -> None:
    study = read_study_file("a.yaml", ontology, data=b"\xef\xbb\xbf" + HEAD.encode())
    place = study.places.of_record(BASE + "document/a")
    assert place is not None
    assert (place.line, place.column) == (1, 1)


def test_json_is_read_as_the_yaml_that_it_is(ontology: Ontology) -> None:
    content = {"id": "document/a", "type": "Document", "title": {"sv": "Ett dokument"}, "year": 2016}
    study = read(json.dumps(content), ontology)
    assert (individual("document/a"), EG.publishedYear, Literal(2016)) in study.graph


@pytest.mark.parametrize(
    "context",
    [
        '"@context": https://w3id.org/evidensgraf/context.jsonld\n',
        '"@context": ["https://w3id.org/evidensgraf/context.jsonld", {"@base": "https://w3id.org/evidensgraf/"}]\n',
        "",
    ],
)
def test_the_own_context_may_be_named_or_left_out(ontology: Ontology, context: str) -> None:
    assert read(context + HEAD, ontology).document_iri == BASE + "document/a"


@pytest.mark.parametrize("context", ["https://example.org/c.jsonld", "[https://example.org/c]", "{import: x}", "null"])
def test_no_context_is_ever_fetched(ontology: Ontology, context: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    top = f'"@context": {context}\n{HEAD}'
    inside = f'{HEAD}records:\n  - id: agent/x\n    type: Agent\n    "@context": {context}\n'
    assert examine_study_file("a.yaml", ontology, data=top.encode()).faults
    assert examine_study_file("a.yaml", ontology, data=inside.encode()).faults


def test_faults_of_all_files_are_told_together(ontology: Ontology, tmp_path: Path) -> None:
    names = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for name in names:
        name.write_text(HEAD + "wingspan: 3\n")
    with pytest.raises(FaultsFound) as raised:
        read_study_files(names, ontology)
    assert [str(name) for name in names] == [fault.file for fault in raised.value.faults]


def test_a_file_with_a_fault_gives_no_study_file(ontology: Ontology) -> None:
    with pytest.raises(FaultsFound, match="`wingspan` is not a key of a Document"):
        read(HEAD + "wingspan: 3\n", ontology)


def test_what_is_sound_beside_a_fault_is_still_read(ontology: Ontology) -> None:
    reading = examine_study_file("a.yaml", ontology, data=(HEAD + "year: soon\nlanguage: sv\n").encode())
    assert reading.file is not None
    document = BASE + "document/a"
    assert (URIRef(document), EG.language, Literal("sv", datatype=XSD.string)) in reading.file.graph
    assert {(document, str(EG.publishedYear))} == reading.file.unread


def test_another_json_ld_tool_reads_the_same_from_the_published_context(ontology: Ontology) -> None:
    """Reading writes short names out before the parser sees them; the context alone has to mean the same."""
    content = {"id": "document/a", "type": "Document", "lineage": "a-publisher", "interests": ["union"], "year": 2016}
    by_context = to_rdf(content, Graph(), base=BASE, context_data=study_file_context(ontology))
    ours = read(json.dumps(content), ontology).graph
    assert set(by_context) == set(ours)
