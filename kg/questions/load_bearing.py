"""The documents, studies and lineages whose withdrawal changes most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from time import monotonic

from kg.evidence import EvidenceClaim, EvidenceFloor
from kg.questions.assessed import Assessed
from kg.questions.withdrawal import LinkChange, link_change, without_sources


class SourceKind(Enum):
    """What claims rest on. The value is the name of the kind in the ontology's list."""

    DOCUMENT = "document"
    STUDY = "study"
    LINEAGE = "lineage"


@dataclass(frozen=True)
class LoadBearing:
    """What the withdrawal of one source changes. claim_count: the claims above the floor that rest on it.

    changed_count: the links that change at all; of these, lost_count are gone or no longer of the level that the floor
    asks for, and lowered_count still there at a lower level.
    """

    source: str
    kind: SourceKind
    claim_count: int
    changed_count: int
    lost_count: int
    lowered_count: int


@dataclass(frozen=True)
class LoadBearings:
    """sources: those whose withdrawal changes a link, most changed links first, then most lost, most lowered, most
    claims. without_effect: how many others of the collection's evidence, of those seen, change nothing. is_truncated:
    whether time ended it before all were seen; those with most claims are seen first."""

    sources: tuple[LoadBearing, ...]
    without_effect: int
    is_truncated: bool = False


@dataclass
class _Uses:
    """How often a source is used above the floor, and on which links."""

    claims: set[str] = field(default_factory=set)
    pairs: set[tuple[str, str]] = field(default_factory=set)


Source = tuple[SourceKind, str]


def load_bearing(assessed: Assessed, kinds: Collection[SourceKind], seconds: float = 5.0) -> LoadBearings:
    """What the withdrawal of each source of the kinds changes, each taken away alone.

    Only the links that a source touches are pooled anew; the answer is the same as that of a whole new assessment.
    """
    end = monotonic() + seconds
    uses = _uses(assessed)
    everything = {source for claim in assessed.evidence.claims for source in _sources(claim)}
    waiting = sorted((each for each in everything if each[0] in kinds), key=lambda each: _first(each, uses))
    found: list[LoadBearing] = []
    for source in waiting:
        if monotonic() > end:
            return LoadBearings(_in_order(found), _idle(found), is_truncated=True)
        found.append(_bearing(source, uses.get(source, _Uses()), assessed))
    return LoadBearings(_in_order(found), _idle(found))


def _uses(assessed: Assessed) -> Mapping[Source, _Uses]:
    uses: dict[Source, _Uses] = defaultdict(_Uses)
    for claim in assessed.claims:
        for source in _sources(claim):
            uses[source].claims.add(claim.claim)
            uses[source].pairs.add((claim.start, claim.end))
    return uses


def _sources(claim: EvidenceClaim) -> Iterator[Source]:
    """Everything whose withdrawal takes something from the claim."""
    if claim.document is not None:
        yield SourceKind.DOCUMENT, claim.document
    for basis in claim.bases:
        yield SourceKind.STUDY, basis.study
        if basis.lineage is not None:
            yield SourceKind.LINEAGE, basis.lineage
    for lineage in claim.lineages:
        yield SourceKind.LINEAGE, lineage


def _first(source: Source, uses: Mapping[Source, _Uses]) -> tuple[int, str, str]:
    count = len(uses[source].claims) if source in uses else 0
    return -count, source[0].value, source[1]


def _bearing(source: Source, use: _Uses, assessed: Assessed) -> LoadBearing:
    kind, iri = source
    changes = list(_changes(_floor_without(kind, iri), use, assessed))
    return LoadBearing(
        source=iri,
        kind=kind,
        claim_count=len(use.claims),
        changed_count=len(changes),
        lost_count=sum(change.is_lost for change in changes),
        lowered_count=sum(change.is_lowered for change in changes),
    )


def _changes(floor: EvidenceFloor, use: _Uses, assessed: Assessed) -> Iterator[LinkChange]:
    for pair in use.pairs & assessed.links.keys():
        link = assessed.links[pair]
        change = link_change(link, without_sources(link, floor, assessed.judging), assessed.min_rank)
        if change is not None:
            yield change


def _floor_without(kind: SourceKind, source: str) -> EvidenceFloor:
    taken = frozenset({source})
    if kind is SourceKind.DOCUMENT:
        return EvidenceFloor(without_documents=taken)
    return EvidenceFloor(without_studies=taken) if kind is SourceKind.STUDY else EvidenceFloor(without_lineages=taken)


def _with_effect(found: Collection[LoadBearing]) -> list[LoadBearing]:
    return [each for each in found if each.changed_count]


def _in_order(found: Collection[LoadBearing]) -> tuple[LoadBearing, ...]:
    return tuple(sorted(_with_effect(found), key=_weight))


def _weight(each: LoadBearing) -> tuple[int, int, int, int, str]:
    return -each.changed_count, -each.lost_count, -each.lowered_count, -each.claim_count, each.source


def _idle(found: Collection[LoadBearing]) -> int:
    return len(found) - len(_with_effect(found))
