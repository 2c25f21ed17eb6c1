"""`evidensgraf contradictions`: what stands against what, and in what the two sides differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer
from rich.text import Text

from api.commands import options
from api.commands.asking import Asking, ask, console, tell_more, tell_report
from api.commands.path import place
from api.commands.printing import print_json


def contradictions(
    about: Annotated[
        list[str] | None, typer.Argument(metavar="[CONCEPT]...", help="Only those on one of these concepts or classes.")
    ] = None,
    include_narrower: options.IncludeNarrower = False,
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
    """List contradictions with both sides, classified by what they differ in and never averaged."""
    answer = ask(
        Asking(
            "contradictions",
            {
                "about": about,
                "includeNarrower": include_narrower,
                "first": first,
                "language": [language],
                **options.floor_variables(min_level, kind, context, country, first_hand_only),
            },
            ids=("about", *options.FLOOR_IDS),
            enums=options.FLOOR_ENUMS,
            data=data,
            ontology=ontology,
        )
    )
    if json:
        print_json(answer)
        return
    found = answer["contradictions"]
    for number, each in enumerate(found["nodes"], 1):
        _print(number, each)
    tell_more(len(found["nodes"]), found["totalCount"], "contradictions")
    tell_report(found["report"])


def _print(number: int, each: Mapping[str, Any]) -> None:
    out = console()
    out.print(Text(f"{number}. {each['inWords']}", style="bold"))
    for mark, side in (("+", each["claims"]), ("−", each["opposingClaims"])):
        for claim in side:
            out.print(Text(f"   {mark} {claim['statement']} ({claim['kindLabel']}; {place(claim)})"))
    for verdict in each["verdicts"]:
        out.print(Text(f"   = {verdict['verdict']}"))
    out.print()
