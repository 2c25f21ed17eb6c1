"""How commands print for programs, and what they tell beside their answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import typer

if TYPE_CHECKING:
    from kg.ontology import Ontology


def print_json(content: Any) -> None:
    """One indented JSON document on standard output."""
    typer.echo(orjson.dumps(content, option=orjson.OPT_INDENT_2).decode())


def tell_unsound(ontology: Ontology, extension: Path | None) -> None:
    """Tells on standard error what is unsound in an ontology that was extended; the shipped one is held by tests."""
    if extension is None:
        return
    from kg.validation.soundness import ontology_faults

    for fault in ontology_faults(ontology):
        typer.echo(f"{extension}: {fault}", err=True)
