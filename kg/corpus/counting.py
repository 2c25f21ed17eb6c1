"""What the collection holds, counted: claims of each document by kind, and concepts that nothing speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from kg.store import Store, text_of

_UNUSED = files("kg.corpus").joinpath("unused_concepts.rq").read_text(encoding="utf-8")
_COUNTS = files("kg.corpus").joinpath("claim_counts.rq").read_text(encoding="utf-8")


@dataclass
class DocumentCounts:
    """One document's claims. linking: those whose relation makes or qualifies links. kinds: IRI of a kind → number."""

    document: str
    claims: int = 0
    linking: int = 0
    kinds: dict[str, int] = field(default_factory=lambda: defaultdict(int))


def count_claims(store: Store) -> Mapping[str, DocumentCounts]:
    """The counts of every document that has claims, in the order of their IRIs. Raises what the store raises."""
    found: dict[str, DocumentCounts] = {}
    for document, kind, linking, count in store.select(_COUNTS):
        counts = found.setdefault(text_of(document), DocumentCounts(text_of(document)))
        number = int(text_of(count))
        counts.claims += number
        counts.linking += number if text_of(linking) == "true" else 0
        counts.kinds[text_of(kind)] += number
    return found


def unused_concepts(store: Store) -> list[str]:
    """IRIs of the concepts that no claim, condition or context speaks of and that have no narrower concept, sorted."""
    return [text_of(row[0]) for row in store.select(_UNUSED)]
