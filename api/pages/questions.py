"""The questions of pages: `.graphql` files, each completed with the shared fragments that it uses."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from graphql import DocumentNode, FragmentDefinitionNode, FragmentSpreadNode, Visitor, parse, print_ast, visit

VIEWS = Path(__file__).with_name("views")
FRAGMENTS = VIEWS / "fragments.graphql"


@lru_cache(128)
def question(name: str) -> str:
    """The whole text of `views/<name>.graphql`, as it can be asked anywhere."""
    text = (VIEWS / f"{name}.graphql").read_text(encoding="utf-8")
    needed = _needed(parse(text))
    return "\n\n".join([text.rstrip(), *(print_ast(_shared()[each]) for each in needed)]) + "\n"


@lru_cache(1)
def _shared() -> dict[str, FragmentDefinitionNode]:
    definitions = parse(FRAGMENTS.read_text(encoding="utf-8")).definitions
    return {each.name.value: each for each in definitions if isinstance(each, FragmentDefinitionNode)}


def _needed(document: DocumentNode) -> list[str]:
    """The names of the shared fragments that a document spreads, directly or through one another, in order of use."""
    own = {each.name.value for each in document.definitions if isinstance(each, FragmentDefinitionNode)}
    found: list[str] = []
    waiting = _spread_in(document)
    while waiting:
        name = waiting.pop(0)
        if name not in own and name not in found:
            found.append(name)
            waiting += _spread_in(_shared()[name])
    return found


def _spread_in(node: DocumentNode | FragmentDefinitionNode) -> list[str]:
    names: list[str] = []

    class Spreads(Visitor):
        def enter_fragment_spread(self, spread: FragmentSpreadNode, *_: object) -> None:
            names.append(spread.name.value)

    visit(node, Spreads())
    return names
