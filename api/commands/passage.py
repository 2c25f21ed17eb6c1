"""`evidensgraf passage`: finds a passage and prints it ready to paste into a study file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands import options
from api.commands.printing import print_json


def passage(
    document: Annotated[Path, typer.Argument(help="The document's text (UTF-8).", show_default=False)],
    quote: Annotated[str, typer.Argument(help='The passage, or its "first words … last words".', show_default=False)],
    json: options.AsJson = False,
) -> None:
    """Print page, section, offsets and digest of a passage. The words themselves are not printed."""
    from kg.passages import find_passage, read_layout, read_text

    text = read_text(document)
    found = find_passage(text, quote, read_layout(text))
    entries = {
        "page": None if found.page is None else str(found.page),
        "section": found.section,
        "start": found.start,
        "end": found.end,
        "sha256": found.sha256,
    }
    stated = {key: value for key, value in entries.items() if value is not None}
    if json:
        print_json(stated)
    else:
        typer.echo("passage:\n" + "\n".join(f"  {key}: {_scalar(value)}" for key, value in stated.items()))


def _scalar(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)
