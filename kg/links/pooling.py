"""Pools claims on pairs of concepts. Pure: no store, no ontology; what a sign or weight means comes in as numbers.

Source of the rules: `ontology/core.ttl`, definitions of eg:Link, eg:hasLinkSign, eg:supports, eg:disputes,
eg:accompanies, eg:leavesOpen and eg:qualifies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a claim is to a link. The value is the local name of the property from claim to link."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    ACCOMPANIES = "accompanies"
    LEAVES_OPEN = "leavesOpen"
    QUALIFIES = "qualifies"


@dataclass(frozen=True)
class PooledClaim:
    """What pooling needs of a claim.

    start, end: the pair of concepts. sign: its normalised sign. factor: that sign as 1, -1 or 0; None where it has no
    direction. weight: 1 where its kind counts, else 0. lineages: those it counts with. is_qualifying: whether it says
    what changes the effect of `start` on `end` rather than that effect itself.
    """

    claim: str
    start: str
    end: str
    sign: str
    factor: int | None
    weight: int
    lineages: frozenset[str]
    is_qualifying: bool = False


@dataclass(frozen=True)
class Link:
    """All claims on one pair. sign: the predominant one; factor: that sign as 1, -1 or 0, None where it has none.

    lineages: those that support the sign. disputing_lineages: those of the disputing claims. claims: claim → its role.
    """

    start: str
    end: str
    sign: str
    factor: int | None
    lineages: frozenset[str]
    disputing_lineages: frozenset[str]
    claims: Mapping[str, Role]


def pool(claims: Iterable[PooledClaim], *, mixed: str, undirected: str) -> list[Link]:
    """One link per pair on which at least one claim is that does not merely qualify; sorted by start, then end.

    mixed: the sign of a link on which directions are equally many. undirected: that of a link without any.
    The order of the claims does not matter, and a further claim of a lineage that has already spoken changes no count.
    """
    by_pair: dict[tuple[str, str], list[PooledClaim]] = defaultdict(list)
    for claim in claims:
        by_pair[claim.start, claim.end].append(claim)
    return [
        _link(members, mixed, undirected)
        for _, members in sorted(by_pair.items())
        if not all(claim.is_qualifying for claim in members)
    ]


def _link(members: list[PooledClaim], mixed: str, undirected: str) -> Link:
    direct = [claim for claim in members if not claim.is_qualifying]
    sign, factor = _predominant(direct, mixed, undirected)
    supporting = 1 if sign == mixed else factor
    roles = {claim.claim: _role(claim, supporting) for claim in members}
    return Link(
        start=members[0].start,
        end=members[0].end,
        sign=sign,
        factor=factor,
        lineages=_lineages(members, roles, Role.SUPPORTS),
        disputing_lineages=_lineages(members, roles, Role.DISPUTES),
        claims=dict(sorted(roles.items())),
    )


def _predominant(direct: list[PooledClaim], mixed: str, undirected: str) -> tuple[str, int | None]:
    """The sign that most lineages speak for, among weighed claims if any has a direction, else among all."""
    directed = [claim for claim in direct if claim.factor is not None]
    spoken = [claim for claim in directed if claim.weight] or directed
    if not spoken:
        signs = {claim.sign for claim in direct}
        return (signs.pop() if len(signs) == 1 else undirected), None
    lineages: dict[tuple[str, int | None], set[str]] = defaultdict(set)
    for claim in spoken:
        lineages[claim.sign, claim.factor] |= claim.lineages or {claim.claim}
    most = max(len(each) for each in lineages.values())
    leading = [each for each in lineages if len(lineages[each]) == most]
    return leading[0] if len(leading) == 1 else (mixed, None)


def _role(claim: PooledClaim, supporting: int | None) -> Role:
    if claim.is_qualifying:
        return Role.QUALIFIES
    if not claim.weight:
        return Role.ACCOMPANIES
    if claim.factor is None:
        return Role.LEAVES_OPEN
    return Role.SUPPORTS if claim.factor == supporting else Role.DISPUTES


def _lineages(members: list[PooledClaim], roles: Mapping[str, Role], role: Role) -> frozenset[str]:
    return frozenset(lineage for each in members if roles[each.claim] is role for lineage in each.lineages)
