"""Verifies every passage of the collection against a folder of texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from kg.passages import Library, Passage, Verdict, verify_in_library
from kg.store import Store, text_of
from kg.store.sparql_text import iri
from kg.terms import DOCUMENT, EG

_PASSAGES = files("kg.corpus").joinpath("passages.rq").read_text(encoding="utf-8")
_PASSAGE_OF = files("kg.corpus").joinpath("passage_of_claim.rq").read_text(encoding="utf-8")


@dataclass(frozen=True)
class PassageReport:
    """What became of one passage.

    record: IRI of the claim or set-aside reading that states it, or of the passage itself where it is declared to make
    no claim. document: IRI. passage: as the record states it.
    """

    record: str
    document: str
    passage: Passage
    verdict: Verdict


def verify_passages(store: Store, library: Library) -> Iterator[PassageReport]:
    """A report for every passage that the collection holds, by document and then by place.

    Raises what the store raises; LimitExceeded where finding a moved passage would take too long.
    """
    for row in store.select(_PASSAGES):
        record, document, digest, start, end, sha256 = (text_of(term) for term in row)
        passage = Passage(int(start), int(end), sha256)
        yield PassageReport(record, document, passage, verify_in_library(library, digest, passage))


def document_digests(store: Store) -> set[str]:
    """The digests of the texts of all documents in the store."""
    return {
        text_of(row[0])
        for row in store.select(f"SELECT ?digest {{ ?document a <{DOCUMENT}> ; <{EG.sha256}> ?digest }}")
    }


def passage_of_claim(store: Store, claim: str) -> tuple[str, Passage] | None:
    """The digest of the claim's document, and its passage; None where there is no such claim."""
    rows = store.select(_PASSAGE_OF.replace("?claim", iri(claim)))
    if not rows:
        return None
    digest, start, end, sha256 = (text_of(term) for term in rows[0])
    return digest, Passage(int(start), int(end), sha256)
