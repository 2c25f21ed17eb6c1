"""`evidensgraf schema`: what is derived from the ontology, printed."""

from __future__ import annotations

import orjson
import typer
from rich.console import Console
from rich.table import Table

from api.commands import options
from api.commands.printing import print_json

schema_commands = typer.Typer(help="What is derived from the ontology.", no_args_is_help=True)


@schema_commands.command("print")
def print_schema(ontology: options.Ontology = None) -> None:
    """Print the GraphQL schema, as committed in `api/schema.graphql`."""
    from api.schema import print_derived_schema
    from api.service import service_schema
    from kg.ontology import load_ontology

    loaded = load_ontology(ontology)
    typer.echo(print_derived_schema(service_schema(loaded)), nl=False)


@schema_commands.command("report")
def report(ontology: options.Ontology = None, json: options.AsJson = False) -> None:
    """List what a shape says and GraphQL cannot, each with its reason."""
    from dataclasses import asdict

    from api.schema import schema_report
    from kg.ontology import load_ontology

    rows = schema_report(load_ontology(ontology))
    if json:
        print_json([asdict(row) for row in rows])
        return
    table = Table("class", "key", "constraint", "reason", title=f"{len(rows)} constraints that GraphQL cannot state")
    for row in rows:
        table.add_row(row.class_name, row.key, row.constraint, row.reason)
    Console().print(table)


@schema_commands.command("context")
def context(ontology: options.Ontology = None) -> None:
    """Print the JSON-LD context of study files, as committed in `ontology/context.jsonld`."""
    from kg.ontology import load_ontology
    from kg.ontology.context import study_file_context

    content = {"@context": study_file_context(load_ontology(ontology))}
    typer.echo(orjson.dumps(content, option=orjson.OPT_INDENT_2).decode())
