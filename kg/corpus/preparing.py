"""Prepares the shipped collection; called when the package is built."""

from __future__ import annotations

from kg.corpus.files import collection_files
from kg.corpus.loading import load_study_files
from kg.corpus.prepared import collection_digest, read_prepared, write_prepared
from kg.ontology import load_ontology, prepare_ontology
from kg.resources import prepared_index
from kg.store import EmbeddedStore
from kg.terms import MANIFEST_GRAPH


def prepare_shipped_collection() -> None:
    """Parses the ontology, validates and indexes the shipped study files, unless that was done. Raises FaultsFound."""
    prepare_ontology()
    ontology, paths = load_ontology(), collection_files(None)
    digest = collection_digest(ontology, paths)
    if read_prepared(digest) is not None:
        return
    with EmbeddedStore(books=MANIFEST_GRAPH) as store:
        load_study_files(store, ontology, paths)
        write_prepared(store, digest, prepared_index())
