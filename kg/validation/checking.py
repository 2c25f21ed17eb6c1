"""Judges study files against the ontology and against each other, and says all faults at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rdflib import RDF, Graph, URIRef
from rdflib.term import Node

from kg.errors import Fault
from kg.ontology import Class, Ontology
from kg.reading import StudyFile, examine_study_file
from kg.terms import RESOURCE
from kg.validation.candidates import Candidates
from kg.validation.collection import (
    Collection,
    broken_constraints,
    collect,
    conflict,
    fault_at,
    owner_of,
    typed_differently,
    used_twice,
)
from kg.validation.judging import Violation, join, judge
from kg.validation.wording import Wording


def check(paths: Iterable[Path | str], ontology: Ontology, known: Sequence[StudyFile] = ()) -> tuple[Fault, ...]:
    """Every fault of the files at the paths, sorted by file, line and column; empty where all are sound.

    A file that is given twice is read once. What can be read of a file with faults is judged as well, so that one run
    tells all. known: files of the collection that may be referred to and are not reported on.
    Never raises for bad input.
    """
    names = {Path(path).absolute(): path for path in reversed(list(paths))}
    readings = [examine_study_file(path, ontology) for path in names.values()]
    files = [reading.file for reading in readings if reading.file is not None]
    faults = [fault for reading in readings for fault in reading.faults]
    return tuple(sorted({*faults, *validate(files, ontology, known)}))


def validate(files: Sequence[StudyFile], ontology: Ontology, known: Sequence[StudyFile] = ()) -> tuple[Fault, ...]:
    """Every fault of the files, sorted by file, line and column; empty where all are sound.

    known: files of the collection that may be referred to and are not reported on. One that describes the same
    document as a file under check is taken for its earlier version and left out.
    """
    if not files:
        return ()
    return tuple(sorted(set(_Check(collect(files, known), ontology).faults())))


class _Check:
    """One validation: the joined graph and what is asked of it."""

    def __init__(self, collection: Collection, ontology: Ontology) -> None:
        self._collection = collection
        self._ontology = ontology
        self._joined = join(ontology, (file.graph for file in collection.files))
        self._candidates = Candidates(self._joined, ontology)
        self._wording = Wording(ontology, self._candidates)

    def faults(self) -> Iterator[Fault]:
        """All faults, some perhaps twice."""
        twice = used_twice(self._collection)
        for found in twice.values():
            yield from found
        yield from typed_differently(self._collection, self._ontology)
        yield from broken_constraints(self._collection, self._ontology, self._joined, twice)
        yield from self._unknown_names()
        for violation in judge(self._joined, self._ontology, self._checked_graphs()):
            if owner_of(violation.focus) not in twice and not self._is_told(violation):
                yield from self._told(violation)

    def _checked_graphs(self) -> list[Graph]:
        return [file.graph for file in self._collection.checked]

    def _is_told(self, violation: Violation) -> bool:
        """Whether reading has already found the fault from which this one follows."""
        value = violation.value
        is_unread_record = isinstance(value, URIRef) and self._collection.is_unread(str(value), "")
        return is_unread_record or self._collection.is_unread(violation.focus, violation.path)

    def _told(self, violation: Violation) -> Iterator[Fault]:
        named = self._class_of(violation.focus)
        if violation.component in ("MaxCount", "UniqueLang"):
            conflicts = conflict(self._collection, self._ontology, violation.focus, violation.path)
            if conflicts:
                yield from (self._conflict(violation, named, *each) for each in conflicts)
                return
        present = list(self._joined.objects(URIRef(violation.focus), URIRef(violation.path)))
        problem, expected, near = self._wording.of(violation, named, present)
        for file in self._collection.describing(violation.focus):
            if violation.path and violation.value is not None and not self._states(file, violation):
                continue
            last = max(present, key=lambda node: self._line(file, violation, node), default=None)
            value = last if violation.component == "MaxCount" else violation.value
            place = file.places.nearest(violation.focus, violation.path, value)
            yield fault_at(file, place, problem, expected, near)

    def _states(self, file: StudyFile, violation: Violation) -> bool:
        return (URIRef(violation.focus), URIRef(violation.path), violation.value) in file.graph

    def _line(self, file: StudyFile, violation: Violation, node: Node) -> tuple[int, int]:
        place = file.places.of_value(violation.focus, violation.path, node)
        return (place.line, place.column) if place else (0, 0)

    def _conflict(self, violation: Violation, named: Class, file: StudyFile, value: Node, other: str) -> Fault:
        each = self._wording.property_of(named, violation.path)
        place = file.places.nearest(violation.focus, violation.path, value)
        key, said = (each.key, self._wording.value(each, value)) if each else (violation.path, str(value))
        problem = f"`{key}` is `{said}` here but {other}"
        return fault_at(file, place, problem, "the same value wherever the record is described")

    def _class_of(self, subject: str) -> Class:
        stated = {str(each) for each in self._joined.objects(URIRef(subject), RDF.type)}
        found = self._ontology.most_specific(stated)
        if found is None:
            raise LookupError(f"<{subject}> was judged without a class of the ontology")
        return found

    def _unknown_names(self) -> Iterator[Fault]:
        """Names of nothing where the shape asks for no class, so that SHACL has nothing to say."""
        stated = (p for c in self._ontology.classes.values() for p in c.properties if not p.is_computed)
        for each in {p.iri: p for p in stated if p.range == str(RESOURCE)}.values():
            for file in self._collection.checked:
                for subject, value in file.graph.subject_objects(URIRef(each.iri)):
                    if not (self._candidates.exists(str(value)) or self._collection.is_unread(str(value), "")):
                        place = file.places.nearest(str(subject), each.iri, value)
                        yield fault_at(file, place, *self._wording.unknown(each, value))
