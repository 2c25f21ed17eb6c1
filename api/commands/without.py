"""`evidensgraf without`: what changes if documents, studies or lineages are withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer
from rich.text import Text

from api.commands import options
from api.commands.asking import Asking, ask, console, tell_more, tell_report
from api.commands.printing import print_json


def without(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...",
            help="What to withdraw, as document:…, study:… or lineage:…; without any, which sources bear most.",
        ),
    ] = None,
    min_level: options.MinLevel = None,
    kind: options.Kinds = None,
    context: options.Contexts = None,
    country: options.Countries = None,
    first_hand_only: options.FirstHandOnly = False,
    first: options.First = 20,
    language: options.Language = "sv",
    data: options.Data = None,
    ontology: options.Ontology = None,
    json: options.AsJson = False,
) -> None:
    """Show which links, chains, loops and cells change if sources are withdrawn; or which sources bear most."""
    floor = options.floor_variables(min_level, kind, context, country, first_hand_only)
    variables = {"language": [language], **floor, **(_by_sort(sources) if sources else {"first": first})}
    operation = "without" if sources else "load-bearing"
    asking = Asking(operation, variables, options.FLOOR_IDS, options.FLOOR_ENUMS, data, ontology)
    answer = ask(asking)
    if json:
        print_json(answer)
    elif sources:
        _print(answer["without"], first)
    else:
        _print_bearing(answer["loadBearing"])


def _by_sort(sources: list[str]) -> dict[str, list[str]]:
    """The sources by what they are, as the variables of the operation. Raises BadParameter for what is none of them."""
    sorts = {"document": "documents", "study": "studies", "lineage": "lineages"}
    found: dict[str, list[str]] = {}
    for source in sources:
        sort = next((sort for sort in sorts if source.startswith(f"{sort}:") or f"/{sort}/" in source), None)
        if sort is None:
            raise typer.BadParameter(f"{source}: give document:NAME, study:NAME or lineage:NAME")
        found.setdefault(sorts[sort], []).append(source)
    return found


def _print(found: Mapping[str, Any], first: int) -> None:
    out = console()
    out.print(Text(found["inWords"], style="bold"))
    for title, name in (
        ("Links", "changedLinks"),
        ("Chains", "lostChains"),
        ("Loops", "lostLoops"),
        ("Cells", "changedCells"),
    ):
        if found[name]:
            out.print(Text(f"\n{title}", style="bold"))
        for each in found[name][:first]:
            out.print(Text(f"  {each['inWords']}"))
        if len(found[name]) > first:
            out.print(Text(f"  … and {len(found[name]) - first} more", style="dim"))
    tell_report(found["report"])


def _print_bearing(found: Mapping[str, Any]) -> None:
    for number, each in enumerate(found["nodes"], 1):
        console().print(Text(f"{number}. {each['inWords']}"))
    tell_more(len(found["nodes"]), found["totalCount"], "sources")
    tell_report(found["report"])
