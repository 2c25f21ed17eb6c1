"""Options that several commands share, so that one word means one thing in all of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

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

Language = Annotated[str, typer.Option(help="Language of labels and sentences: sv or en.")]
First = Annotated[int, typer.Option(help="How many to show, at most 100.")]
MaxHops = Annotated[int, typer.Option(help="Links of the longest chain, at most 6.")]
IncludeNarrower = Annotated[bool, typer.Option("--include-narrower", help="Let a concept stand for all below it too.")]
IncludeUnweighted = Annotated[
    bool,
    typer.Option("--include-unweighted", help="Follow links that only opinions, plans, comments or norms state, too."),
]
MinLevel = Annotated[str | None, typer.Option(help="Leave out links below this support level, as U1.")]
Kinds = Annotated[list[str] | None, typer.Option("--kind", help="Hear only claims of this kind, as cited; repeatable.")]
Contexts = Annotated[
    list[str] | None,
    typer.Option("--context", help="Hear only claims on this setting, group, circumstance or context; repeatable."),
]
Countries = Annotated[
    list[str] | None, typer.Option("--country", help="Hear only claims on this country, as SE; repeatable.")
]
FirstHandOnly = Annotated[bool, typer.Option("--first-hand-only", help="Hear only what is said by those who found it.")]

FLOOR_IDS = ("contexts",)
FLOOR_ENUMS = ("minLevel", "kinds", "language")
"""The variables of the evidence floor and the language that are ids or codes."""


def floor_variables(
    min_level: str | None,
    kinds: list[str] | None,
    contexts: list[str] | None,
    countries: list[str] | None,
    first_hand_only: bool,
) -> dict[str, Any]:
    """The variables of the evidence floor, as every operation of a command names them."""
    return {
        "minLevel": min_level,
        "kinds": kinds,
        "contexts": contexts,
        "countries": countries,
        "firstHandOnly": first_hand_only,
    }
