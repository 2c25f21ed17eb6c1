"""`evidensgraf check`: every fault of every study file, before anything is loaded."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from api.commands import options
from api.commands.printing import print_json, tell_unsound


def check(
    files: Annotated[list[Path], typer.Argument(help="Study files (YAML-LD) to check.", show_default=False)],
    data: options.Data = None,
    ontology: options.Ontology = None,
    json: options.AsJson = False,
) -> None:
    """List every fault of the files as `file:line:column  path  problem  expected  nearest`.

    The files are judged together with the rest of the collection, so that they may refer to what others describe.
    """
    from kg.corpus.files import collection_files
    from kg.ontology import load_ontology
    from kg.reading import read_study_files
    from kg.validation import check as find_faults

    loaded = load_ontology(ontology)
    tell_unsound(loaded, ontology)
    names = {file.name for file in files}
    known = read_study_files([file for file in collection_files(data) if file.name not in names], loaded)
    faults = find_faults(files, loaded, known)
    if json:
        print_json([asdict(fault) for fault in faults])
    for line in [] if json else [*map(str, faults), _summary(len(faults), len(files))]:
        typer.echo(line)
    raise typer.Exit(1 if faults else 0)


def _summary(faults: int, files: int) -> str:
    checked = f"{files} file{'' if files == 1 else 's'} checked"
    return f"{checked}, no faults" if not faults else f"{checked}, {faults} fault{'' if faults == 1 else 's'}"
