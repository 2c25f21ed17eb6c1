"""Study files are judged together, and what one says may support or contradict another."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import URIRef

from kg.errors import Fault
from kg.ontology import Ontology, ValueKind, load_ontology
from kg.reading import StudyFile, examine_study_file, read_study_file
from kg.terms import BASE
from kg.validation import check, validate

VALID = Path(__file__).parents[2] / "studies" / "valid"
WHOLE, SECOND = (VALID / "whole.yaml").read_text(), (VALID / "second.yaml").read_text()


def read(name: str, text: str, ontology: Ontology) -> StudyFile:
    return read_study_file(name, ontology, data=text.encode())


def problems(faults: tuple[Fault, ...]) -> list[tuple[str, str]]:
    return [(fault.file, fault.problem) for fault in faults]


def test_valid_files_have_no_faults(ontology: Ontology) -> None:
    assert check(sorted(VALID.glob("*.yaml")), ontology) == ()


def test_no_files_have_no_faults(ontology: Ontology) -> None:
    assert check([], ontology) == ()


def test_a_file_given_twice_is_read_once(ontology: Ontology) -> None:
    assert check([VALID / "whole.yaml", VALID / "whole.yaml"], ontology) == ()


def test_a_file_may_name_what_a_known_file_describes(ontology: Ontology) -> None:
    second, whole = read("second", SECOND, ontology), read("whole", WHOLE, ontology)
    assert validate([second], ontology, known=[whole]) == ()
    assert ("second", "there is no agent `a-reader`") in problems(validate([second], ontology))


def test_faults_of_known_files_are_not_reported(ontology: Ontology) -> None:
    whole = read("whole", WHOLE, ontology)
    unsound = read("second", SECOND.replace("sign: increases", "sign: increase"), ontology)
    assert validate([whole], ontology, known=[unsound]) == ()


def test_a_known_file_on_the_same_document_is_its_earlier_version(ontology: Ontology) -> None:
    earlier = read("earlier", WHOLE, ontology)
    revised = read("revised", WHOLE.replace("sign: decreases", "sign: mixed"), ontology)
    assert validate([revised], ontology, known=[earlier]) == ()


def test_a_document_in_two_files_is_told_of_both_and_once_each(ontology: Ontology) -> None:
    faults = validate([read("one", WHOLE, ontology), read("two", WHOLE, ontology)], ontology)
    assert problems(faults) == [
        ("one", "the id is already used in two, line 1"),
        ("two", "the id is already used in one, line 1"),
    ]


def test_two_files_that_contradict_each_other_are_both_told(ontology: Ontology) -> None:
    study = WHOLE[WHOLE.index("  - id: study/") : WHOLE.index("  - id: context/")]
    second = SECOND.replace("claims:", "records:\n" + study.replace("sampleSize: 346", "sampleSize: 40") + "claims:")
    faults = validate([read("one", WHOLE, ontology), read("two", second, ontology)], ontology)
    assert problems(faults) == [
        ("one", "`sampleSize` is `346` here but `40` in two, line 18"),
        ("two", "`sampleSize` is `40` here but `346` in one, line 59"),
    ]


def test_files_that_say_the_same_of_an_individual_agree(ontology: Ontology) -> None:
    study = WHOLE[WHOLE.index("  - id: study/") : WHOLE.index("  - id: context/")]
    second = SECOND.replace("claims:", "records:\n" + study + "claims:")
    assert validate([read("one", WHOLE, ontology), read("two", second, ontology)], ontology) == ()


def test_faults_of_reading_and_of_judging_are_told_in_one_run(ontology: Ontology, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(WHOLE.replace("year: 2016", "yaer: 2016").replace("object: stress", "object: sterss"))
    assert [fault.nearest for fault in check([path], ontology)] == ["year", "stress"]


def test_a_misspelt_key_is_not_told_as_a_missing_one_too(ontology: Ontology, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(WHOLE.replace("    sign: decreases", "    sgin: decreases"))
    assert [fault.problem for fault in check([path], ontology)] == ["`sgin` is not a key of a Claim"]


def test_the_network_is_never_asked(ontology: Ontology, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert check(sorted(VALID.glob("*.yaml")), ontology) == ()


def test_nothing_of_the_files_or_the_ontology_is_changed_by_judging_them(ontology: Ontology) -> None:
    whole = read("whole", WHOLE, ontology)
    before = len(whole.graph), len(ontology.graph)
    validate([whole], ontology)
    assert before == (len(whole.graph), len(ontology.graph))


EXTENSION = """
@prefix eg: <https://w3id.org/evidensgraf/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix vann: <http://purl.org/vocab/vann/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
eg:Training a owl:Class ; rdfs:label "utbildning"@sv , "training"@en ;
    vann:preferredNamespacePrefix "training" ;
    vann:preferredNamespaceUri "https://w3id.org/evidensgraf/training/" .
eg:hours a owl:DatatypeProperty ; eg:key "hours" ; rdfs:range xsd:integer .
eg:hoursOfPractice a owl:DatatypeProperty ; eg:key "hoursOfPractice" ; rdfs:range xsd:integer .
eg:follows a owl:ObjectProperty ; eg:key "follows" ; rdfs:range rdfs:Resource .
eg:TrainingShape a sh:NodeShape ; sh:targetClass eg:Training ;
    sh:property [ sh:path eg:hours ; sh:order 1 ; sh:datatype xsd:integer ; sh:minCount 1 ; sh:maxInclusive 40 ;
        sh:message "`hours`: a whole number of at most 40."@en ] ;
    sh:property [ sh:path eg:hoursOfPractice ; sh:order 2 ; sh:datatype xsd:integer ;
        sh:lessThanOrEquals eg:hours ] ;
    sh:property [ sh:path eg:follows ; sh:order 3 ; sh:nodeKind sh:IRI ] ;
    sh:or ( [ sh:path eg:hours ; sh:maxExclusive 20 ] [ sh:path eg:hoursOfPractice ; sh:minCount 1 ] ) ;
    sh:message "En lång utbildning har tid för övning."@sv , "A long training has hours of practice."@en .
"""


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    folder = tmp_path_factory.mktemp("extension")
    (folder / "training.ttl").write_text(EXTENSION)
    return load_ontology(folder)


@pytest.mark.parametrize(
    ("content", "problem", "expected"),
    [
        ("hours: 8", None, ""),
        ("hours: 41, hoursOfPractice: 1", "`41` is too large", "a whole number of at most 40, as in `hours: …`"),
        ("hours: 2, hoursOfPractice: 3", "`3` is greater than `hours`", "a value"),
        ("hoursOfPractice: 3", "the training has no `hours`", "a whole number of at most 40"),
        ("hours: 2, follows: concept/stress", None, ""),
        ("hours: 30", "the record breaks a rule of the ontology", "A long training has hours of practice."),
        ("hours: 30, hoursOfPractice: 3", None, ""),
        ("hours: 2, follows: concept/sterss", "there is no individual `concept/sterss`", "a value"),
    ],
)
def test_a_class_of_an_extension_is_judged_by_its_shape(
    extended: Ontology, content: str, problem: str | None, expected: str
) -> None:
    text = WHOLE.replace("records:\n", "records:\n  - {id: training/first, type: Training, " + content + "}\n")
    faults = validate([read("a.yaml", text, extended)], extended)
    assert ([problem] if problem else []) == [fault.problem for fault in faults]
    assert all(fault.expected.startswith(expected.partition(",")[0]) for fault in faults)


def misspellable(ontology: Ontology) -> list[tuple[int, int, str]]:
    """Line, column and name of each code and each named individual that the whole file gives."""
    file = examine_study_file("whole.yaml", ontology, data=WHOLE.encode()).file
    assert file is not None
    kinds = {p.iri: p.kind for c in ontology.classes.values() for p in c.properties}
    found = set()
    for subject, predicate, value in file.graph:
        place = file.places.of_value(str(subject), str(predicate), value)
        name = str(value).rpartition("/")[2]
        is_named = isinstance(value, URIRef) and str(value).startswith(BASE) and "#" not in name
        if place and is_named and kinds.get(str(predicate)) in (ValueKind.CODE, ValueKind.RESOURCE):
            found.add((place.line, place.column, name))
    return sorted(each for each in found if WHOLE.splitlines()[each[0] - 1][each[1] - 1 :].startswith(each[2]))


@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_a_misspelt_name_is_told_at_its_place_with_the_right_one(ontology: Ontology, data: st.DataObject) -> None:
    line, column, name = data.draw(st.sampled_from(misspellable(ontology)))
    at = data.draw(st.integers(1, len(name) - 2))
    wrong = name[:at] + data.draw(st.sampled_from(["", "q", name[at] * 2])) + name[at + 1 :]
    lines = WHOLE.splitlines(keepends=True)
    lines[line - 1] = lines[line - 1][: column - 1] + wrong + lines[line - 1][column - 1 + len(name) :]
    file = read("whole.yaml", "".join(lines), ontology)
    told = [(f.line, f.column, f.nearest) for f in validate([file], ontology)]
    assert [(line, column, name)] == told
