"""`evidensgraf coverage`: whether every document was read to the end."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import typer

from api.commands import options
from api.commands.printing import print_by_document, print_json
from kg.passages import Coverage, Library, ParagraphState

if TYPE_CHECKING:
    from kg.corpus.covering import CoverageReport
    from kg.ontology import Ontology

_SHOWN = 20
"""Open stretches that are listed for one document at most."""


def coverage(
    library: options.Library,
    data: options.Data = None,
    ontology: options.Ontology = None,
    json: options.AsJson = False,
) -> None:
    """Account for every paragraph and character of each document: covered by claims, or declared to make none.

    Leaves with 0 when all is accounted for, with 1 when letters are open, and with 3 when nothing is open in the
    documents of the library but one document is not in it.
    """
    from kg.corpus.collection import open_collection
    from kg.corpus.covering import cover_documents
    from kg.ontology import load_ontology

    loaded = load_ontology(ontology)
    texts = Library(library)
    with closing(open_collection(loaded, data)) as collection:
        reports = list(cover_documents(collection.store, texts))
    if json:
        print_json([_record(report, loaded) for report in reports])
    else:
        _print(reports, loaded)
    raise typer.Exit(_exit_code(reports))


def _print(reports: list[CoverageReport], ontology: Ontology) -> None:
    reasons = sorted({reason for report in reports if report.coverage for reason in report.coverage.declared})
    columns = [_column(report.coverage, reasons, ontology) for report in reports]
    rows = {key: [column[key] for column in columns] for key in columns[0]} if columns else {}
    documents = [ontology.compact(report.document) for report in reports]
    print_by_document("What is accounted for in each document", documents, rows)
    for report in reports:
        _print_open(report, ontology)


def _column(covered: Coverage | None, reasons: list[str], ontology: Ontology) -> dict[str, object]:
    """What is told of one document; question marks where the library lacks it."""
    told = covered or Coverage(0, 0)
    column = {
        **{f"paragraphs {state.value}": told.paragraphs.get(state, 0) for state in ParagraphState},
        "characters": told.characters,
        "  in claims": told.claimed,
        **{f"  {ontology.codes_by_iri[iri].labels['en']}": told.declared.get(iri, 0) for iri in reasons},
        "  between words": told.between,
        "  open": told.unaccounted,
        "accounted for": _share(told.unaccounted, told.characters),
    }
    return column if covered else dict.fromkeys(column, "?")


def _share(unaccounted: int, characters: int) -> str:
    """Never rounded up to the whole."""
    return "100 %" if not unaccounted else f"{int(1000 * (characters - unaccounted) / characters) / 10} %"


def _print_open(report: CoverageReport, ontology: Ontology) -> None:
    if report.coverage is None:
        typer.echo(f"{ontology.compact(report.document)}: the library does not hold its text, so nobody could look")
    stretches = report.coverage.open if report.coverage else ()
    for start, end in stretches[:_SHOWN]:
        page = report.layout.page_at(start) if report.layout else None
        where = f"characters {start} to {end}" + ("" if page is None else f", page {page}")
        typer.echo(f"{ontology.compact(report.document)}: {where}: neither a claim nor declared")
    if len(stretches) > _SHOWN:
        typer.echo(f"{ontology.compact(report.document)}: {len(stretches) - _SHOWN} more")


def _record(report: CoverageReport, ontology: Ontology) -> dict[str, object]:
    covered = report.coverage
    if covered is None:
        return {"document": ontology.compact(report.document), "isAvailable": False}
    return {
        "document": ontology.compact(report.document),
        "isAvailable": True,
        "paragraphs": {state.value: covered.paragraphs.get(state, 0) for state in ParagraphState},
        "characters": covered.characters,
        "claimed": covered.claimed,
        "declared": {ontology.compact(reason): count for reason, count in covered.declared.items()},
        "betweenWords": covered.between,
        "unaccounted": covered.unaccounted,
        "open": [list(span) for span in covered.open],
    }


def _exit_code(reports: list[CoverageReport]) -> int:
    if any(report.coverage and not report.coverage.is_whole for report in reports):
        return 1
    return 3 if any(report.coverage is None for report in reports) else 0
