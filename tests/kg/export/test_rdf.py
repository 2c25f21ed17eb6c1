"""What is exported is what the documents state, and can be read back."""

from __future__ import annotations

import pytest
from rdflib import Dataset

from kg.errors import InputError
from kg.export import FORMATS, export_rdf
from kg.store import EmbeddedStore, Iri, ReplaceGraph
from kg.terms import COMPUTED_GRAPH, MANIFEST_GRAPH, ONTOLOGY_GRAPH

DOCUMENT = "https://w3id.org/evidensgraf/document/x"
TRIPLE = '<https://example.org/a> <https://example.org/says> "stöd"@sv .\n'.encode()


@pytest.fixture
def store() -> EmbeddedStore:
    opened = EmbeddedStore()
    names = (DOCUMENT, COMPUTED_GRAPH, ONTOLOGY_GRAPH, MANIFEST_GRAPH)
    opened.apply(
        [ReplaceGraph(Iri(name), TRIPLE.replace(b"/a>", f"/{number}>".encode())) for number, name in enumerate(names)]
    )
    return opened


def stated(text: str, form: str) -> set[tuple[str, str, str]]:
    quads = Dataset().parse(data=text, format=form).quads()  # type: ignore[attr-defined]
    return {(str(subject), str(value), str(graph)) for subject, _, value, graph in quads}


@pytest.mark.parametrize("form", FORMATS)
def test_only_what_documents_state_is_exported_unless_more_is_asked_for(store: EmbeddedStore, form: str) -> None:
    said = ("https://example.org/0", "stöd", DOCUMENT)
    computed = ("https://example.org/1", "stöd", COMPUTED_GRAPH)
    assert stated(export_rdf(store, form, {}), form) == {said}
    assert stated(export_rdf(store, form, {}, with_computed=True), form) == {said, computed}


def test_an_unknown_format_is_refused_with_those_there_are(store: EmbeddedStore) -> None:
    with pytest.raises(InputError, match="'docx' is no format") as refused:
        export_rdf(store, "docx", {})
    assert refused.value.remedy == "formats: trig, nquads, json-ld"
