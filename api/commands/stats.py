"""`evidensgraf stats`: what the collection holds, counted, and how far its readers agreed."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands import options
from api.commands.printing import print_by_document, print_json

if TYPE_CHECKING:
    from kg.corpus.agreement import Agreement, ReadingReport
    from kg.corpus.counting import DocumentCounts
    from kg.ontology import Ontology


def stats(
    readings: Annotated[
        bool, typer.Option("--readings", help="Tell how far the two independent readers of each document agreed.")
    ] = False,
    data: options.Data = None,
    ontology: options.Ontology = None,
    json: options.AsJson = False,
) -> None:
    """Count the claims of each document by kind; with --readings, the agreement of its two readers."""
    from kg.corpus.agreement import reading_reports
    from kg.corpus.collection import open_collection
    from kg.corpus.counting import count_claims, unused_concepts
    from kg.ontology import load_ontology

    loaded = load_ontology(ontology)
    with closing(open_collection(loaded, data)) as collection:
        if readings:
            _tell_readings(reading_reports(collection.store, loaded), loaded, as_json=json)
        else:
            counts = list(count_claims(collection.store).values())
            _tell_counts(counts, unused_concepts(collection.store), loaded, as_json=json)


def _tell_counts(counts: list[DocumentCounts], unused: list[str], ontology: Ontology, *, as_json: bool) -> None:
    if as_json:
        documents = [_counts_record(each, ontology) for each in counts]
        print_json({"documents": documents, "unusedConcepts": [ontology.compact(each) for each in unused]})
        return
    kinds = [kind for kind in _kinds(ontology) if any(kind in each.kinds for each in counts)]
    rows = {
        "claims": _summed(each.claims for each in counts),
        "of which make or qualify links": _summed(each.linking for each in counts),
        **{
            ontology.codes_by_iri[kind].labels["en"]: _summed(each.kinds.get(kind, 0) for each in counts)
            for kind in kinds
        },
    }
    print_by_document("Claims of each document", [ontology.compact(each.document) for each in counts], rows)
    for concept in unused:
        typer.echo(f"{ontology.compact(concept)}: no claim speaks of it")


def _summed(numbers: Iterable[int]) -> list[int]:
    each = list(numbers)
    return [*each, sum(each)]


def _kinds(ontology: Ontology) -> list[str]:
    named = ontology.class_named("ClaimKind")
    return [code.iri for code in ontology.codes[named.iri]] if named else []


def _counts_record(counts: DocumentCounts, ontology: Ontology) -> dict[str, object]:
    kinds = {ontology.codes_by_iri[kind].name: count for kind, count in counts.kinds.items()}
    document = ontology.compact(counts.document)
    return {"document": document, "claims": counts.claims, "onLinks": counts.linking, "kinds": kinds}


def _tell_readings(reports: list[ReadingReport], ontology: Ontology, *, as_json: bool) -> None:
    if as_json:
        print_json([_readings_record(report, ontology) for report in reports])
        return
    documents = [ontology.compact(report.document) for report in reports]
    columns = [{**_found(report, ontology), **_agreements(report, ontology)} for report in reports]
    told = dict.fromkeys(key for column in columns for key in column)
    rows = {key: [column.get(key, 0) for column in columns] for key in told}
    print_by_document("Two independent readings of each document", documents, rows)
    typer.echo("Share of the claims found by both that the readers coded alike, and Cohen’s κ.")


def _found(report: ReadingReport, ontology: Ontology) -> dict[str, object]:
    """Who found how much, and what became of it."""
    alone = {f"found by {_name(ontology.compact(who))} alone": n for who, n in sorted(report.found_by_one.items())}
    statuses = {ontology.codes_by_iri[iri].labels["en"]: n for iri, n in sorted(report.statuses.items())}
    return {**statuses, "found by both": report.found_by_both, **alone, "set aside": report.set_aside}


def _name(curie: str) -> str:
    return curie.partition(":")[2] or curie


def _agreements(report: ReadingReport, ontology: Ontology) -> dict[str, object]:
    reading = ontology.class_named("Reading")
    labels = {each.key: each.labels["en"] for each in reading.properties} if reading else {}
    agreements = {"concepts": report.concepts, **{labels[key]: each for key, each in report.properties.items()}}
    return {f"same {name}": _shown(each) for name, each in agreements.items()}


def _shown(agreement: Agreement) -> str:
    """The share in per cent and κ without its leading zero, as in `84% .81`."""
    share = "–" if agreement.share is None else f"{agreement.share:.0%}"
    return share if agreement.kappa is None else f"{share} {agreement.kappa:.2f}".replace(" 0.", " .")


def _readings_record(report: ReadingReport, ontology: Ontology) -> dict[str, object]:
    return {
        "document": ontology.compact(report.document),
        "readingStatus": {ontology.codes_by_iri[status].name: count for status, count in report.statuses.items()},
        "foundByBoth": report.found_by_both,
        "foundByOne": {ontology.compact(reader): count for reader, count in sorted(report.found_by_one.items())},
        "setAside": report.set_aside,
        "agreement": {
            "concepts": _agreement_record(report.concepts),
            **{key: _agreement_record(each) for key, each in report.properties.items()},
        },
    }


def _agreement_record(agreement: Agreement) -> dict[str, object]:
    return {"same": agreement.same, "compared": agreement.compared, "kappa": agreement.kappa}
