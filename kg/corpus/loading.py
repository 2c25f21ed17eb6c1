"""Loads study files and ontology into a store: everything that was validated, or nothing.

The files are the truth and the store is their index. A manifest in the store says which files, ontology and program
version it was built from; where it still fits, nothing is read again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from rdflib import BNode, Graph, Literal, URIRef

from kg.corpus.files import collection_files
from kg.corpus.prepared import collection_digest, is_prepared, read_prepared
from kg.errors import FaultsFound
from kg.links import refresh_computed
from kg.ontology import Ontology
from kg.reading import StudyFile, read_study_files
from kg.store import Change, DropGraph, Iri, ReplaceGraph, Store, text_of
from kg.terms import EG, MANIFEST_GRAPH, ONTOLOGY_GRAPH

_MANIFEST = f"SELECT ?digest WHERE {{ GRAPH <{MANIFEST_GRAPH}> {{ <{MANIFEST_GRAPH}> <{EG.sha256}> ?digest }} }}"


def load_study_files(store: Store, ontology: Ontology, paths: Sequence[Path]) -> bool:
    """Makes the store hold exactly the files at the paths, the ontology and what is computed from both.

    Each document has a named graph of its own, named by the document. Answers whether anything had to be loaded; False
    where the manifest says that the store already holds just this. Raises FaultsFound with every fault of every file,
    in which case the store is as it was.
    """
    digest = collection_digest(ontology, paths)
    if _manifest(store) == digest:
        return False
    prepared = read_prepared(digest)
    if prepared is not None:
        superfluous = _superfluous(store, {change.graph for change in prepared.graphs})
        store.apply([*superfluous, *prepared.graphs], version=prepared.version)
        return True
    files = _validated(paths, ontology)
    store.apply(_changes(store, ontology, files))
    refresh_computed(store, ontology)
    store.apply([ReplaceGraph(Iri(MANIFEST_GRAPH), _manifest_triples(digest))])
    return True


def _validated(paths: Sequence[Path], ontology: Ontology) -> tuple[StudyFile, ...]:
    # The validator is imported where it is needed: a start from a prepared index does without its libraries.
    from kg.validation import validate

    sound = _found_sound(paths, ontology)
    files = dict(zip(paths, read_study_files(paths, ontology), strict=True))
    faults = validate(
        [file for path, file in files.items() if path not in sound], ontology, [files[path] for path in sound]
    )
    if faults:
        raise FaultsFound(faults)
    return tuple(files.values())


def _found_sound(paths: Sequence[Path], ontology: Ontology) -> tuple[Path, ...]:
    """The shipped files where all of them are among the paths and were validated when the package was built.

    Files beside them are then judged together with them, and what contradicts them is told of the files beside them.
    Where a file stands in the place of a shipped one, the others may have relied on what it no longer says: none is
    taken for sound.
    """
    shipped = collection_files(None)
    is_whole = set(shipped) <= set(paths)
    return shipped if is_whole and is_prepared(collection_digest(ontology, shipped)) else ()


def _changes(store: Store, ontology: Ontology, files: Iterable[StudyFile]) -> list[Change]:
    graphs = {ONTOLOGY_GRAPH: _named_only(ontology.graph), **{file.document_iri: file.graph for file in files}}
    return [
        *_superfluous(store, set(graphs)),
        *(ReplaceGraph(Iri(name), _ntriples(graph)) for name, graph in graphs.items()),
    ]


def _superfluous(store: Store, wanted: Collection[str]) -> list[Change]:
    return [DropGraph(graph) for graph in store.graphs() if graph not in wanted]


def _named_only(graph: Graph) -> Graph:
    """The triples without blank nodes: classes, properties, concepts and codes, but not the insides of shapes."""
    named = Graph()
    for subject, predicate, value in graph:
        if not isinstance(subject, BNode) and not isinstance(value, BNode):
            named.add((subject, predicate, value))
    return named


def _manifest(store: Store) -> str | None:
    rows = store.select(_MANIFEST)
    return text_of(rows[0][0]) if rows else None


def _manifest_triples(digest: str) -> bytes:
    graph = Graph()
    graph.add((URIRef(MANIFEST_GRAPH), EG.sha256, Literal(digest)))
    return _ntriples(graph)


def _ntriples(graph: Graph) -> bytes:
    return graph.serialize(format="nt", encoding="utf-8")
