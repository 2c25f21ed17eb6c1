"""The evidence floor: which claims a question wants to hear of at all, and how many it does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from kg.evidence.claims import EvidenceClaim
from kg.evidence.concepts import ConceptTree


class LeftOut(Enum):
    """Why something is not in an answer. The value is the name of the reason in the ontology's list.

    What several reasons keep away is counted under the first of them in this order.
    """

    WITHDRAWN = "withdrawn"
    KIND = "kind"
    SECOND_HAND = "not-first-hand"
    CONTEXT = "context"
    NO_WEIGHT = "no-weight"
    BELOW_LEVEL = "below-level"
    OTHER_SIGN = "other-sign"
    AVOIDED = "avoided"
    NOT_THROUGH = "not-through"
    BEYOND_LIMIT = "beyond-limit"
    CHANGES_NOTHING = "changes-nothing"


@dataclass(frozen=True)
class EvidenceFloor:
    """What a question wants to hear of. Nothing set: everything.

    min_level: IRI of the lowest support level of a link. kinds: IRIs of claim kinds. first_hand_only: no claims passed
    on from others. contexts: IRIs of contexts, settings, groups or circumstances (with all below them); a claim counts
    if its own context, else its study's, fits one of each sort that is given. countries: ISO 3166-1 alpha-2 codes.
    without_documents, without_studies, without_lineages: IRIs of what is taken away.
    """

    min_level: str | None = None
    kinds: frozenset[str] = frozenset()
    contexts: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    first_hand_only: bool = False
    without_documents: frozenset[str] = frozenset()
    without_studies: frozenset[str] = frozenset()
    without_lineages: frozenset[str] = frozenset()


NO_FLOOR = EvidenceFloor()


@dataclass
class _Wanted:
    """The contexts that are wanted, by what they are."""

    named: frozenset[str]
    facets: Mapping[str, frozenset[str]]
    countries: frozenset[str]


@dataclass
class Sifted:
    """claims: those above the floor, in their order. left_out: reason → how many claims it keeps away."""

    claims: list[EvidenceClaim] = field(default_factory=list)
    left_out: Counter[LeftOut] = field(default_factory=Counter)


def above_floor(claims: Iterable[EvidenceClaim], floor: EvidenceFloor, tree: ConceptTree) -> Sifted:
    """The claims that a floor lets through. A claim that several reasons keep away counts under the first.

    min_level is about links, not claims, and is not looked at here. A claim of several studies or lineages of which
    some are taken away stays with the others.
    """
    sifted = Sifted()
    wanted = _wanted(floor, tree)
    for claim in claims:
        kept = remaining(claim, floor)
        reason = LeftOut.WITHDRAWN if kept is None else _reason(kept, floor, wanted, tree)
        if reason is not None or kept is None:
            sifted.left_out[reason or LeftOut.WITHDRAWN] += 1
        else:
            sifted.claims.append(kept)
    return sifted


def _reason(claim: EvidenceClaim, floor: EvidenceFloor, wanted: _Wanted | None, tree: ConceptTree) -> LeftOut | None:
    if floor.kinds and claim.kind not in floor.kinds:
        return LeftOut.KIND
    if floor.first_hand_only and not claim.is_first_hand:
        return LeftOut.SECOND_HAND
    if wanted is not None and not _fits(claim, wanted, tree):
        return LeftOut.CONTEXT
    return None


def remaining(claim: EvidenceClaim, floor: EvidenceFloor) -> EvidenceClaim | None:
    """The claim once the floor's documents, studies and lineages are taken away; None where nothing of it is left."""
    if claim.document in floor.without_documents:
        return None
    if not (floor.without_studies or floor.without_lineages):
        return claim
    bases = tuple(
        basis
        for basis in claim.bases
        if basis.study not in floor.without_studies and basis.lineage not in floor.without_lineages
    )
    lost = {basis.lineage for basis in claim.bases} - {basis.lineage for basis in bases}
    lineages = claim.lineages - floor.without_lineages - frozenset(filter(None, lost))
    if (claim.bases and not bases) or (claim.lineages and not lineages):
        return None
    return replace(claim, bases=bases, lineages=lineages)


def _wanted(floor: EvidenceFloor, tree: ConceptTree) -> _Wanted | None:
    if not (floor.contexts or floor.countries):
        return None
    facets: dict[str, set[str]] = {}
    for each in floor.contexts & frozenset(tree.classes):
        for class_iri in tree.classes[each]:
            facets.setdefault(class_iri, set()).update(tree.within(each))
    named = floor.contexts - frozenset(tree.classes)
    return _Wanted(named, {key: frozenset(each) for key, each in facets.items()}, floor.countries)


def _fits(claim: EvidenceClaim, wanted: _Wanted, tree: ConceptTree) -> bool:
    scopes = [claim.scope] if claim.scope is not None else [basis.scope for basis in claim.bases if basis.scope]
    for scope in scopes:
        stated = scope.settings | scope.groups | scope.circumstances
        if (
            (not wanted.named or scope.context in wanted.named)
            and (not wanted.countries or scope.countries & wanted.countries)
            and all(stated & concepts for concepts in wanted.facets.values())
        ):
            return True
    return False
