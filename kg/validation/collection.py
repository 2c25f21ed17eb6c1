"""Rules that no single record can break: ids that several files use, conflicts between files, names of nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rdflib import RDF, Graph, URIRef, Variable
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.term import Node

from kg.errors import Fault
from kg.ontology import Ontology
from kg.ontology.graph_reading import local_name
from kg.reading import Place, StudyFile, shown

_WHOLE_FILE = Place(0, 0, "")
_COLUMNS = tuple(map(Variable, ("record", "property", "value", "beside", "problem", "expected")))
"""What each constraint gives. property, value: where the fault is told. beside: a property that it is compared with."""


def fault_at(file: StudyFile, place: Place | None, problem: str, expected: str = "", near: str = "") -> Fault:
    """A fault at a place of a file; of the whole file where the place is not known."""
    found = place or _WHOLE_FILE
    return Fault(file.name, found.line, found.column, found.path, problem, expected, near)


def owner_of(subject: str) -> str:
    """The IRI of the record with an id in which a record is written; its own if it has one."""
    return subject.partition("#")[0]


@dataclass(frozen=True, eq=False)
class Collection:
    """The files under check and those that are only known, which may support them but are not reported on."""

    checked: tuple[StudyFile, ...]
    known: tuple[StudyFile, ...]

    @property
    def files(self) -> tuple[StudyFile, ...]:
        """All files, those under check first."""
        return self.checked + self.known

    def describing(self, subject: str) -> list[StudyFile]:
        """The files under check that have a record of the individual."""
        return [file for file in self.checked if file.places.describes(subject)]

    def elsewhere(self, subject: str, file: StudyFile) -> StudyFile | None:
        """The first other file that has a record of the individual, or None."""
        return next((other for other in self.files if other is not file and other.places.describes(subject)), None)

    def is_unread(self, subject: str, path: str) -> bool:
        """Whether some file had a fault there already."""
        return any((subject, path) in file.unread or (subject, "") in file.unread for file in self.files)


def collect(checked: Sequence[StudyFile], known: Sequence[StudyFile]) -> Collection:
    """The collection; a known file on the same document as one under check is its earlier version and left out."""
    replaced = {file.document_iri for file in checked}
    return Collection(tuple(checked), tuple(file for file in known if file.document_iri not in replaced))


def used_twice(collection: Collection) -> dict[str, list[Fault]]:
    """Documents and claims that several files describe: IRI → faults; none for claims whose document has them."""
    users: dict[str, list[StudyFile]] = defaultdict(list)
    for file in collection.files:
        for iri in (file.document_iri, *file.claims):
            users[iri].append(file)
    shared = {iri: files for iri, files in users.items() if len(files) > 1}
    documents = {file.document_iri for file in collection.files} & set(shared)
    found: dict[str, list[Fault]] = {}
    for iri, files in shared.items():
        is_part = iri not in documents and all(file.document_iri in documents for file in files)
        checked = [] if is_part else [file for file in files if file in collection.checked]
        found[iri] = [_used_by(iri, file, next(o for o in files if o is not file)) for file in checked]
    return found


def _used_by(iri: str, file: StudyFile, other: StudyFile) -> Fault:
    place = other.places.of_record(iri) or _WHOLE_FILE
    problem = f"the id is already used in {other.name}, line {place.line}"
    expected = "an id of its own for each document and claim, over all files"
    return fault_at(file, file.places.of_record(iri), problem, expected)


def typed_differently(collection: Collection, ontology: Ontology) -> Iterator[Fault]:
    """Individuals that a file under check gives another class than another file or the ontology does."""
    sources = [("the ontology", ontology.graph), *((file.name, file.graph) for file in collection.files)]
    for file in collection.checked:
        for subject, named in file.graph.subject_objects(RDF.type):
            for name, graph in sources if "#" not in str(subject) else ():
                other = None if graph is file.graph else graph.value(subject, RDF.type)
                if other is not None and (subject, RDF.type, named) not in graph:
                    yield _typed(file, subject, named, name, local_name(str(other)))


def _typed(file: StudyFile, subject: Node, named: Node, source: str, other: str) -> Fault:
    place = file.places.nearest(str(subject), str(RDF.type), named)
    return fault_at(file, place, f"the record is of the class {other} in {source}", "one class for one id", other)


def conflict(collection: Collection, ontology: Ontology, subject: str, path: str) -> list[tuple[StudyFile, Node, str]]:
    """Values that contradict another source: file under check, its value, and "`value` in source, line".

    Empty where no two sources state the property of the individual.
    """
    node, predicate = URIRef(subject), URIRef(path)
    stated: list[tuple[str, StudyFile | None, Node]] = [
        (file.name, file, value) for file in collection.files for value in file.graph.objects(node, predicate)
    ]
    stated += [("the ontology", None, value) for value in ontology.graph.objects(node, predicate)]
    found = []
    for name, file, value in stated:
        others = [each for each in stated if each[0] != name and _differ(each[2], value)]
        if others and file in collection.checked and file is not None:
            found.append((file, value, _elsewhere(others[0], subject, path)))
    return found


def _differ(one: Node, other: Node) -> bool:
    return one != other and getattr(one, "language", None) == getattr(other, "language", None)


def _elsewhere(stated: tuple[str, StudyFile | None, Node], subject: str, path: str) -> str:
    name, file, value = stated
    place = file.places.nearest(subject, path, value) if file else None
    said = shown(str(value).rpartition("/")[2] if isinstance(value, URIRef) else str(value))
    return f"`{said}` in {name}" + (f", line {place.line}" if place else "")


@lru_cache(maxsize=64)
def _prepared(constraint: str) -> Query:
    return prepareQuery(constraint)


def broken_constraints(
    collection: Collection, ontology: Ontology, joined: Graph, left_out: Container[str]
) -> Iterator[Fault]:
    """What the ontology's constraints find in the records under check.

    Where reading has already found a fault in one of the properties that a constraint compares, it is silent.
    left_out: IRIs of records of which nothing is told, nor of what is written inside them.
    """
    for constraint in ontology.constraints.values():
        rows = [tuple(map(row.get, _COLUMNS)) for row in joined.query(_prepared(constraint)).bindings]
        unread = {row[:3] for row in rows if any(collection.is_unread(str(row[0]), str(row[at])) for at in (1, 3))}
        for subject, path, value, _, problem, expected in (row for row in rows if row[:3] not in unread):
            for file in collection.describing(str(subject)) if owner_of(str(subject)) not in left_out else ():
                place = file.places.nearest(str(subject), str(path), value)
                yield fault_at(file, place, str(problem), str(expected))
