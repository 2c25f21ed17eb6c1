"""`evidensgraf verify`: whether every passage of the collection still stands where it was read."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.progress import track

from api.commands import options
from api.commands.printing import print_json
from kg.passages import Library, PassageStatus

if TYPE_CHECKING:
    from kg.corpus.verifying import PassageReport
    from kg.ontology import Ontology


def verify(
    library: options.Library,
    data: options.Data = None,
    ontology: options.Ontology = None,
    json: options.AsJson = False,
) -> None:
    """Check all passages of the collection: VERIFIED, MOVED, AMBIGUOUS, MISSING or DOCUMENT_UNAVAILABLE.

    Leaves with 0 when all are verified, with 1 when a passage is moved, ambiguous or missing, and with 3 when none of
    these was found but a document is not in the library.
    """
    from kg.corpus.collection import open_collection
    from kg.corpus.verifying import verify_passages
    from kg.ontology import load_ontology

    loaded = load_ontology(ontology)
    texts = Library(library)
    console = Console(stderr=True)
    with closing(open_collection(loaded, data)) as collection:
        reports = list(track(verify_passages(collection.store, texts), "Verifying", console=console, transient=True))
    counts = Counter(report.verdict.status for report in reports)
    if json:
        told = {status.value: count for status, count in counts.items()}
        print_json({"counts": told, "passages": [_record(report, loaded) for report in reports]})
    else:
        _print(reports, counts, loaded)
    raise typer.Exit(_exit_code(counts))


def _print(reports: list[PassageReport], counts: Counter[PassageStatus], ontology: Ontology) -> None:
    for report in reports:
        if report.verdict.status is not PassageStatus.VERIFIED:
            starts = ", ".join(map(str, report.verdict.starts))
            now = f"  now at {starts}" if starts else ""
            typer.echo(
                f"{report.verdict.status.value}  {ontology.compact(report.record)}  at {report.passage.start}{now}"
            )
    total = sum(counts.values())
    told = ", ".join(f"{counts[status]} {status.value}" for status in PassageStatus if counts[status])
    typer.echo(f"{total} passages: {told}" if total else "0 passages: the collection holds none")


def _record(report: PassageReport, ontology: Ontology) -> dict[str, object]:
    return {
        "record": ontology.compact(report.record),
        "document": ontology.compact(report.document),
        "status": report.verdict.status.value,
        "start": report.passage.start,
        "end": report.passage.end,
        "foundAt": list(report.verdict.starts),
    }


def _exit_code(counts: Counter[PassageStatus]) -> int:
    if set(counts) - {PassageStatus.VERIFIED, PassageStatus.DOCUMENT_UNAVAILABLE}:
        return 1
    return 3 if counts[PassageStatus.DOCUMENT_UNAVAILABLE] else 0
