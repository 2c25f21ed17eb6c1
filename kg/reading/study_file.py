"""A study file as a graph: reads it whole, and says all that is wrong with it at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.plugins.parsers.jsonld import to_rdf

from kg.errors import Fault, FaultsFound
from kg.ontology import Ontology
from kg.reading.nodes import Mapping
from kg.reading.places import Places
from kg.reading.records import RecordReader
from kg.reading.source import decode, read_bytes
from kg.reading.tree import parse_tree
from kg.reading.values import Report
from kg.reading.vocabulary import vocabulary_of
from kg.terms import BASE


@dataclass(frozen=True, eq=False)
class StudyFile:
    """What one study file says.

    name: as the caller gave it. document_iri: the document that it describes. graph: its triples, and no others.
    places: where each of them stands. claims: IRIs of the records that are written below the document's inverse key,
    in the file's order. digest: SHA-256 of the file's bytes, in hexadecimal.
    unread: subject and predicate of what was at fault ("" for a whole record); empty in a file without faults.
    """

    name: str
    document_iri: str
    graph: Graph
    places: Places
    claims: tuple[str, ...]
    digest: str
    unread: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, eq=False)
class Reading:
    """A file as far as it could be read. file: None where nothing could be made of it; faults: sorted."""

    name: str
    file: StudyFile | None
    faults: tuple[Fault, ...]


def read_study_file(source: Path | str, ontology: Ontology, *, data: bytes | None = None) -> StudyFile:
    """The study file at a path, or with the given bytes, in which case `source` is only its name.

    Nothing is fetched from the network. Raises FaultsFound with every fault of the file.
    """
    reading = examine_study_file(source, ontology, data=data)
    if reading.file is None or reading.faults:
        raise FaultsFound(reading.faults)
    return reading.file


def read_study_files(paths: Iterable[Path | str], ontology: Ontology) -> tuple[StudyFile, ...]:
    """The study files at the paths, in their order. Raises FaultsFound with every fault of every file."""
    readings = [examine_study_file(path, ontology) for path in paths]
    faults = [fault for reading in readings for fault in reading.faults]
    if faults:
        raise FaultsFound(faults)
    return tuple(reading.file for reading in readings if reading.file is not None)


def examine_study_file(source: Path | str, ontology: Ontology, *, data: bytes | None = None) -> Reading:
    """The same as `read_study_file`, but a file with faults is answered with them and what could be read beside them.

    Raises nothing for bad input.
    """
    name = str(source)
    try:
        content = read_bytes(Path(source)) if data is None else data
        file, faults = _read(name, content, ontology)
    except FaultsFound as found:
        file, faults = None, list(found.faults)
    return Reading(name, file, tuple(sorted(set(faults))))


def _read(name: str, data: bytes, ontology: Ontology) -> tuple[StudyFile | None, list[Fault]]:
    root, faults = parse_tree(name, decode(name, data))
    if not isinstance(root, Mapping):
        problem = "the file is empty" if root is None else "the file is not a mapping of keys to values"
        return None, [*faults, Fault(name, 1, 1, "", problem, "keys and values, beginning with `id` and `type`")]
    vocabulary = vocabulary_of(ontology)
    reader = RecordReader(vocabulary, Report(name, faults))
    content = reader.document(root)
    graph = Graph(store="SimpleMemory", identifier=URIRef(reader.document_iri))
    to_rdf(content, graph, base=BASE, context_data=dict(vocabulary.context))
    file = StudyFile(
        name=name,
        document_iri=reader.document_iri,
        graph=graph,
        places=reader.places,
        claims=tuple(reader.own),
        digest=hashlib.sha256(data).hexdigest(),
        unread=frozenset(reader.unread),
    )
    return file, faults
