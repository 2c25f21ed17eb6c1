"""`evidensgraf loops`: feedback loops, and the links that most of them need."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from api.commands import options
from api.commands.asking import Asking, ask, console, tell_more, tell_report
from api.commands.path import print_chain
from api.commands.printing import print_json


def loops(
    contains: Annotated[
        list[str] | None, typer.Argument(metavar="[CONCEPT]...", help="Only loops that pass all of these.")
    ] = None,
    max_length: Annotated[int, typer.Option(help="Links of the longest loop, from 2 to 8.")] = 6,
    polarity: Annotated[str | None, typer.Option(help="Only loops of this polarity: reinforcing or balancing.")] = None,
    include_unweighted: options.IncludeUnweighted = False,
    min_level: options.MinLevel = None,
    kind: options.Kinds = None,
    context: options.Contexts = None,
    country: options.Countries = None,
    first_hand_only: options.FirstHandOnly = False,
    first: options.First = 10,
    language: options.Language = "sv",
    data: options.Data = None,
    ontology: options.Ontology = None,
    json: options.AsJson = False,
) -> None:
    """Show feedback loops with their polarity, steps and weakest link, and the links whose loss breaks most of them."""
    answer = ask(
        Asking(
            "loops",
            {
                "contains": contains,
                "maxLength": max_length,
                "polarity": polarity,
                "includeUnweighted": include_unweighted,
                "first": first,
                "language": [language],
                **options.floor_variables(min_level, kind, context, country, first_hand_only),
            },
            ids=("contains", *options.FLOOR_IDS),
            enums=("polarity", *options.FLOOR_ENUMS),
            data=data,
            ontology=ontology,
        )
    )
    if json:
        print_json(answer)
        return
    found = answer["loops"]
    for number, loop in enumerate(found["nodes"], 1):
        print_chain(f"{number}. ", loop)
    for breaker in answer["loopBreakers"]["nodes"]:
        console().print(Text(breaker["inWords"]))
    tell_more(len(found["nodes"]), found["totalCount"], "loops")
    tell_report(found["report"])
