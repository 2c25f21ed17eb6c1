"""`evidensgraf path`: chains of links from some concepts to others, with every step shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer
from rich.text import Text

from api.commands import options
from api.commands.asking import Asking, ask, console, tell_more, tell_report
from api.commands.printing import print_json


def path(
    start: Annotated[str, typer.Argument(metavar="FROM", help="A concept (introduction) or class (Method).")],
    end: Annotated[str, typer.Argument(metavar="TO", help="A concept (stress) or class (WorkEnvironmentOutcome).")],
    sign: Annotated[str | None, typer.Option(help="Only chains that as a whole have this sign: increases …")] = None,
    max_hops: options.MaxHops = 4,
    through: Annotated[list[str] | None, typer.Option(help="Only chains that pass this concept; repeatable.")] = None,
    avoiding: Annotated[list[str] | None, typer.Option(help="No chain through this concept; repeatable.")] = None,
    include_narrower: options.IncludeNarrower = False,
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
    """Show chains of links from one concept to another, best first, each with its steps and its weakest link."""
    answer = ask(
        Asking(
            "path",
            {
                "from": [start],
                "to": [end],
                "sign": sign,
                "maxHops": max_hops,
                "through": through,
                "avoiding": avoiding,
                "includeNarrower": include_narrower,
                "includeUnweighted": include_unweighted,
                "first": first,
                "language": [language],
                **options.floor_variables(min_level, kind, context, country, first_hand_only),
            },
            ids=("from", "to", "through", "avoiding", *options.FLOOR_IDS),
            enums=("sign", *options.FLOOR_ENUMS),
            data=data,
            ontology=ontology,
        )
    )
    if json:
        print_json(answer)
        return
    found = answer["paths"]
    for number, chain in enumerate(found["nodes"], 1):
        print_chain(f"{number}. ", chain)
    tell_more(len(found["nodes"]), found["totalCount"], "chains")
    tell_report(found["report"])


def print_chain(mark: str, chain: Mapping[str, Any]) -> None:
    """A chain or loop: what it says in words, then what each hop does, with the places of its claims."""
    out = console()
    out.print(Text(f"{mark}{chain['inWords']}", style="bold"))
    for hop in chain["hops"]:
        out.print(Text(f"{hop['position']}. {hop['inWords']}"))
        out.print(Text(f"   {', '.join(map(place, hop['claims']))}", style="dim"))
    out.print()


def place(claim: Mapping[str, Any]) -> str:
    """Where a claim stands."""
    name, page = str(claim["id"]).rsplit("/", 1)[-1], claim["passage"]["page"]
    return f"{name} p. {page}" if page else name
