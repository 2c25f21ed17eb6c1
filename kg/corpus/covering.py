"""Whether every document was read to the end: what of its text claims cover, and what is declared to make none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from kg.errors import DocumentUnavailable
from kg.passages import Coverage, Layout, Library, Span, coverage_of, read_layout
from kg.store import Store, text_of
from kg.terms import DOCUMENT, EG

_ACCOUNTED = files("kg.corpus").joinpath("accounted.rq").read_text(encoding="utf-8")
_DOCUMENTS = f"SELECT ?document ?digest {{ ?document a <{DOCUMENT}> ; <{EG.sha256}> ?digest }} ORDER BY ?document"


@dataclass(frozen=True)
class CoverageReport:
    """What is accounted for in one document. coverage, layout: None where the library does not hold its text."""

    document: str
    coverage: Coverage | None
    layout: Layout | None = None


def cover_documents(store: Store, library: Library) -> Iterator[CoverageReport]:
    """A report for each document of the store, by its IRI. Reasons in it are IRIs. Raises what the store raises."""
    claimed: dict[str, list[Span]] = defaultdict(list)
    declared: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for within, start, end, reason in store.select(_ACCOUNTED):
        span = int(text_of(start)), int(text_of(end))
        if reason is None:
            claimed[text_of(within)].append(span)
        else:
            declared[text_of(within)].append((span, text_of(reason)))
    for row in store.select(_DOCUMENTS):
        document, digest = map(text_of, row)
        try:
            text = library.text(digest)
        except DocumentUnavailable:
            yield CoverageReport(document, None)
        else:
            yield CoverageReport(document, coverage_of(text, claimed[document], declared[document]), read_layout(text))
