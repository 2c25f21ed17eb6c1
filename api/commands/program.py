"""The program: its commands, and the one place where an error becomes a line of text and an exit code.

Exit codes: 0 done; 1 looked, and something is at fault; 2 the call or its input is wrong; 3 could not look.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from api.commands.check import check
from api.commands.contradictions import contradictions
from api.commands.coverage import coverage
from api.commands.export import export
from api.commands.gap_map import gap_map
from api.commands.loops import loops
from api.commands.passage import passage
from api.commands.path import path
from api.commands.schema import schema_commands
from api.commands.serve import serve
from api.commands.stats import stats
from api.commands.verify import verify
from api.commands.without import without
from kg import __version__
from kg.errors import CouldNotLook, EvidensgrafError, FaultsFound

program = typer.Typer(
    name="evidensgraf",
    help="The evidence graph: what documents claim about methods, organisation and work environment in the social "
    "services, and where they say it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
program.command()(serve)
program.command()(check)
program.command()(passage)
program.command()(verify)
program.command()(path)
program.command()(loops)
program.command()(gap_map)
program.command()(contradictions)
program.command()(without)
program.command()(coverage)
program.command()(stats)
program.command()(export)
program.add_typer(schema_commands, name="schema")


def _show_version(is_wanted: bool) -> None:
    if is_wanted:
        typer.echo(f"evidensgraf {__version__}")
        raise typer.Exit


@program.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and leave.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Options that hold for the program as a whole."""


def main() -> None:
    """Runs the command that was typed. Ends the process with the exit codes of this module."""
    try:
        program()
    except EvidensgrafError as error:
        _tell(error)
        sys.exit(_exit_code(error))


def _tell(error: EvidensgrafError) -> None:
    console = Console(stderr=True, soft_wrap=True)
    console.print(Text(f"evidensgraf: {error}"), style="red")
    if error.remedy:
        console.print(Text(f"  {error.remedy}"))


def _exit_code(error: EvidensgrafError) -> int:
    if isinstance(error, CouldNotLook):
        return 3
    return 1 if isinstance(error, FaultsFound) else 2
