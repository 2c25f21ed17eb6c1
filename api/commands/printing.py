"""How commands print for programs."""

from __future__ import annotations

from typing import Any

import orjson
import typer


def print_json(content: Any) -> None:
    """One indented JSON document on standard output."""
    typer.echo(orjson.dumps(content, option=orjson.OPT_INDENT_2).decode())
