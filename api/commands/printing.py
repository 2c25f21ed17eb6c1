"""How commands print for programs, and what they tell beside their answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from kg.ontology import Ontology


def print_json(content: Any) -> None:
    """One indented JSON document on standard output."""
    typer.echo(orjson.dumps(content, option=orjson.OPT_INDENT_2).decode())


def print_by_document(title: str, documents: Sequence[str], rows: Mapping[str, Sequence[object]]) -> None:
    """A table with a numbered column for each document, their names above it, and a row for each thing told of them.

    documents: CURIEs. rows: what is told → one value for each document, and perhaps one more for all together.
    """
    typer.echo("\n".join([title, "", *(f"  {number}  {document}" for number, document in enumerate(documents, 1))]))
    is_summed = any(len(values) > len(documents) for values in rows.values())
    table = Table("", box=SIMPLE_HEAD)
    for number in [*range(1, len(documents) + 1), *(["all"] if is_summed else [])]:
        table.add_column(str(number), justify="right", no_wrap=True)
    for told, values in rows.items():
        table.add_row(told, *map(str, values))
    Console().print(table)


def tell_unsound(ontology: Ontology, extension: Path | None) -> None:
    """Tells on standard error what is unsound in an ontology that was extended; the shipped one is held by tests."""
    if extension is None:
        return
    from kg.validation.soundness import ontology_faults

    for fault in ontology_faults(ontology):
        typer.echo(f"{extension}: {fault}", err=True)
