"""The collection as RDF with its named graphs: what the documents' study files state, and what is computed from it."""

from __future__ import annotations

from collections.abc import Mapping

from rdflib import Dataset, URIRef

from kg.errors import InputError
from kg.store import Store
from kg.terms import COMPUTED_GRAPH, GRAPH, MANIFEST_GRAPH, ONTOLOGY_GRAPH

FORMATS = ("trig", "nquads", "json-ld")
"""The formats that keep named graphs, by rdflib's names for them."""


def export_rdf(store: Store, form: str, prefixes: Mapping[str, str], *, with_computed: bool = False) -> str:
    """All documents' graphs in one text; each keeps its name, which is the document's IRI.

    form: one of FORMATS. prefixes: names for namespaces, used where the format has such. with_computed: also the graph
    of links and normalised signs, which no document states. The ontology is left out: it has files of its own.
    Raises InputError for another format, and what the store raises.
    """
    if form not in FORMATS:
        raise InputError(f"{form!r} is no format of this export", remedy="formats: " + ", ".join(FORMATS))
    left_out = {ONTOLOGY_GRAPH, MANIFEST_GRAPH} | (set() if with_computed else {COMPUTED_GRAPH})
    dataset = Dataset()
    for prefix, namespace in {"graph": str(GRAPH), **prefixes}.items():
        dataset.bind(prefix, namespace)
    for name in store.graphs():
        if name not in left_out:
            dataset.graph(URIRef(name)).parse(data=store.read_graph(name), format="nt")
    return dataset.serialize(format=form)
