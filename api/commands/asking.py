"""Asks the same schema that the service serves, in this process, so that a command answers what GraphQL does.

The operation of each command is a file in `operations/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console

from kg.errors import EvidensgrafError, InputError
from kg.terms import CONCEPT

if TYPE_CHECKING:
    from graphql import ExecutionResult

    from kg.ontology import Ontology

_OPERATIONS = Path(__file__).with_name("operations")


@dataclass(frozen=True)
class Asking:
    """What a command wants to be answered. data, ontology: the folders of its options.

    variables: of the operation. ids: the variables whose values are concepts, classes or other individuals, which may
    be given without a prefix. enums: those whose values are codes, which may be given as study files write them.
    """

    operation: str
    variables: Mapping[str, Any]
    ids: Iterable[str] = ()
    enums: Iterable[str] = ()
    data: Path | None = None
    ontology: Path | None = None


def ask(asking: Asking) -> Any:
    """The data of the answer. Raises the first error that it has; what is left out of variables is not asked."""
    from api.schema import execute
    from api.service import service_schema, services_of
    from kg.corpus.collection import open_collection
    from kg.ontology import load_ontology

    loaded = load_ontology(asking.ontology)
    with closing(open_collection(loaded, asking.data)) as collection:
        result = execute(
            service_schema(loaded),
            collection.store,
            (_OPERATIONS / f"{asking.operation}.graphql").read_text(encoding="utf-8"),
            _variables(asking, loaded),
            services=services_of(collection, None),
        )
    return _answer(result)


def _answer(result: ExecutionResult) -> Any:
    for error in result.errors or ():
        original = getattr(error, "original_error", None)
        raise original if isinstance(original, EvidensgrafError) else InputError(error.message)
    return result.data


def _variables(asking: Asking, ontology: Ontology) -> dict[str, Any]:
    given = {name: value for name, value in asking.variables.items() if value not in (None, [])}
    for name in asking.ids:
        if name in given:
            given[name] = _each(given[name], lambda each: _identifier(each, ontology))
    for name in asking.enums:
        if name in given:
            given[name] = _each(given[name], lambda each: each.replace("-", "_").upper())
    return given


def _each(given: Any, change: Any) -> Any:
    return [change(each) for each in given] if isinstance(given, list) else change(given)


def _identifier(given: str, ontology: Ontology) -> str:
    """A bare name is that of a class, else of a concept."""
    if ":" in given or ontology.class_named(given) is not None:
        return given
    return ontology.namespace_of(CONCEPT) + given


def tell_report(report: Mapping[str, Any]) -> None:
    """What the answer leaves out, and whether it is whole."""
    for each in report["leftOut"]:
        typer.echo(f"left out: {each['count']} ({each['reasonLabel']})")
    if report["isTruncated"]:
        typer.echo("A limit of time or number was reached: there may be more than is shown.")


def tell_more(shown: int, total: int, what: str) -> None:
    """How many there are of what was shown."""
    typer.echo(f"{what}: {total}" + (f", {shown} shown" if shown < total else ""))


def console() -> Console:
    """Where readable answers are printed, wrapped to the terminal's width."""
    return Console(highlight=False)
