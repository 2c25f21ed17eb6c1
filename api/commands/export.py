"""`evidensgraf export`: the collection as RDF, for other tools."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands import options


def export(
    form: Annotated[str, typer.Option("--format", help="trig, nquads or json-ld.")] = "trig",
    with_computed: Annotated[bool, typer.Option(help="Also what is computed: links, normalised signs.")] = False,
    data: options.Data = None,
    ontology: options.Ontology = None,
) -> None:
    """Print what the documents' study files state, one named graph for each document."""
    from kg.corpus.collection import open_collection
    from kg.export import export_rdf
    from kg.ontology import load_ontology

    loaded = load_ontology(ontology)
    collection = open_collection(loaded, data)
    try:
        typer.echo(export_rdf(collection.store, form, loaded.prefixes, with_computed=with_computed), nl=False)
    finally:
        collection.close()
