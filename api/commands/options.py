"""Options that several commands share, so that one word means one thing in all of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Data = Annotated[
    Path | None,
    typer.Option(
        help="Folder of your own: study files in its `studies/` join the shipped ones, and the index is kept in it."
    ),
]
Library = Annotated[
    Path,
    typer.Option(help="Folder with the texts of the documents; each is recognised by its digest, whatever its name."),
]
Ontology = Annotated[Path | None, typer.Option(help="Folder of Turtle files that are added to the shipped ontology.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document, for programs.")]
