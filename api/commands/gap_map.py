"""`evidensgraf gap-map`: concepts against concepts, each cell with what the collection knows of the pair."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from api.commands import options
from api.commands.asking import Asking, ask, console, tell_report
from api.commands.printing import print_json


def gap_map(
    rows: Annotated[list[str], typer.Option("--row", help="A concept or class on one side, as Method; repeatable.")],
    columns: Annotated[
        list[str], typer.Option("--column", help="A concept or class on the other side, as Outcome; repeatable.")
    ],
    states: Annotated[
        list[str] | None,
        typer.Option("--state", help="Only rows and columns with a cell in this state, as planned; repeatable."),
    ] = None,
    include_narrower: options.IncludeNarrower = False,
    min_level: options.MinLevel = None,
    kind: options.Kinds = None,
    context: options.Contexts = None,
    country: options.Countries = None,
    first_hand_only: options.FirstHandOnly = False,
    language: options.Language = "sv",
    data: options.Data = None,
    ontology: options.Ontology = None,
    json: options.AsJson = False,
) -> None:
    """Map what is known of each pair: one state a cell, each cell in words, and the counts of all states."""
    answer = ask(
        Asking(
            "gap-map",
            {
                "rows": rows,
                "columns": columns,
                "states": states,
                "includeNarrower": include_narrower,
                "language": [language],
                **options.floor_variables(min_level, kind, context, country, first_hand_only),
            },
            ids=("rows", "columns", *options.FLOOR_IDS),
            enums=("states", *options.FLOOR_ENUMS),
            data=data,
            ontology=ontology,
        )
    )
    if json:
        print_json(answer)
        return
    found = answer["gapMap"]
    _print_counts(found)
    for row in found["rows"]:
        _print_row(row)
    tell_omitted(found)
    tell_report(found["report"])


def _print_counts(found: Mapping[str, Any]) -> None:
    table = Table(box=None, show_header=False)
    for each in found["stateCounts"]:
        table.add_row(str(each["count"]), each["stateLabel"])
    console().print(table)


def _print_row(row: Mapping[str, Any]) -> None:
    """A row's concept, and each of its cells on which a claim speaks, in words."""
    out = console()
    spoken = [cell for cell in row["cells"] if cell["claimCount"]]
    silent = len(row["cells"]) - len(spoken)
    out.print()
    out.print(Text(f"{row['concept']['label']} ({silent} of {len(row['cells'])} cells without a claim)", style="bold"))
    for cell in spoken:
        out.print(Text(f"  {cell['to']['label']}: {cell['stateLabel']}. {cell['inWords']}"))


def tell_omitted(found: Mapping[str, Any]) -> None:
    """How many rows and columns have no cell in the states asked for."""
    if found["omittedRowCount"] or found["omittedColumnCount"]:
        typer.echo(
            f"not shown: {found['omittedRowCount']} rows and {found['omittedColumnCount']} columns in other states"
        )
