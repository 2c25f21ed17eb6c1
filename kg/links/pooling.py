"""Pools claims on pairs of concepts into links. Pure: no store, no ontology; rules and signs come in.

Source of the rules: `ontology/core.ttl`, definitions of eg:Link, eg:hasLinkSign, eg:supports, eg:disputes,
eg:accompanies, eg:leavesOpen and eg:qualifies; knowledge model, section 5.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from kg.evidence import ConceptTree, EvidenceClaim
from kg.links.rules import SupportRules
from kg.links.support import LineageSupport, level_of, lineage_supports, same_scope


class Role(Enum):
    """What a claim is to a link. The value is the local name of the property from claim to link."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    ACCOMPANIES = "accompanies"
    LEAVES_OPEN = "leavesOpen"
    QUALIFIES = "qualifies"


@dataclass(frozen=True)
class Judging:
    """What links are judged by. mixed: the sign of a link whose directions are equally well supported; undirected: that
    of a link without any."""

    rules: SupportRules
    tree: ConceptTree
    mixed: str
    undirected: str


@dataclass(frozen=True)
class Link:
    """All claims on one pair. sign: the one that is best supported; factor: that sign as 1, -1 or 0, None without one.

    level: IRI of its support level; rank: the level's place from 0. support, opposition: the lineages for and against
    the sign, best first. is_contested: whether a lineage in the same scope has the opposite sign. claims: the claims,
    by IRI; roles: claim → its role.
    """

    start: str
    end: str
    sign: str
    factor: int | None
    level: str
    rank: int
    support: tuple[LineageSupport, ...]
    opposition: tuple[LineageSupport, ...]
    is_contested: bool
    claims: tuple[EvidenceClaim, ...]
    roles: Mapping[str, Role]

    @property
    def pair(self) -> tuple[str, str]:
        return self.start, self.end

    def having(self, *roles: Role) -> list[EvidenceClaim]:
        """Its claims with one of the roles, by IRI."""
        return [claim for claim in self.claims if self.roles[claim.claim] in roles]


@dataclass(frozen=True)
class _Direction:
    """What speaks for one sign. rank: of the level that it reaches. strong: its lineages of a tier that some level asks
    for. voices: its lineages, and its claims that have none; counted only where none is strong."""

    sign: str
    factor: int
    rank: int
    strong: int
    voices: int

    @property
    def weight(self) -> tuple[int, int, int]:
        """How well the sign is supported; more is better. A lineage that lifts no level does not break a tie."""
        return self.rank, self.strong, 0 if self.strong else self.voices


def pool(claims: Iterable[EvidenceClaim], judging: Judging) -> list[Link]:
    """One link per pair on which at least one claim is that does not merely qualify; sorted by start, then end.

    Claims whose relation makes no links are passed over. The order of the claims does not matter, and a further claim
    like one of its lineage changes nothing but the list of claims.
    """
    by_pair: dict[tuple[str, str], list[EvidenceClaim]] = defaultdict(list)
    for claim in claims:
        if claim.is_pooled or claim.is_qualifying:
            by_pair[claim.start, claim.end].append(claim)
    return [
        pooled_link(members, judging)
        for _, members in sorted(by_pair.items())
        if not all(claim.is_qualifying for claim in members)
    ]


def pooled_link(members: list[EvidenceClaim], judging: Judging) -> Link:
    """The link of claims that are all on one pair, at least one of which does not merely qualify."""
    members = sorted(members, key=lambda each: each.claim)
    direct = [claim for claim in members if not claim.is_qualifying]
    sign, factor, supporting = _best_supported(direct, judging)
    roles = {claim.claim: _role(claim, supporting) for claim in members}
    support = lineage_supports((each for each in members if roles[each.claim] is Role.SUPPORTS), judging.rules)
    opposition = lineage_supports((each for each in members if roles[each.claim] is Role.DISPUTES), judging.rules)
    level = level_of(support, judging.rules, judging.tree)
    return Link(
        start=members[0].start,
        end=members[0].end,
        sign=sign,
        factor=factor,
        level=level,
        rank=judging.rules.rank(level),
        support=support,
        opposition=opposition,
        is_contested=_is_contested(members, roles, judging.tree),
        claims=tuple(members),
        roles=roles,
    )


def _best_supported(direct: list[EvidenceClaim], judging: Judging) -> tuple[str, int | None, int | None]:
    """The sign of the highest level, then of most lineages of a tier that counts, or of any where none has such a tier;
    among the weighed claims if there are any, else among all.

    With the sign its factor, and the factor that claims in support have: for a mixed link that of its first direction.
    The level comes first, so that withdrawing claims can never raise that of a link.
    """
    heard = [claim for claim in direct if claim.weight] or direct
    spoken = [claim for claim in heard if claim.factor is not None]
    if not spoken:
        signs = {claim.sign for claim in heard}
        return (signs.pop() if len(signs) == 1 else judging.undirected), None, None
    directions = [_direction(spoken, sign, judging) for sign in sorted({claim.sign for claim in spoken})]
    best = max(each.weight for each in directions)
    leading = [each for each in directions if each.weight == best]
    first = min(leading, key=lambda each: (each.factor == 0, -each.factor))
    return (first.sign, first.factor, first.factor) if len(leading) == 1 else (judging.mixed, None, first.factor)


def _direction(spoken: list[EvidenceClaim], sign: str, judging: Judging) -> _Direction:
    claims = [claim for claim in spoken if claim.sign == sign]
    supports = lineage_supports((claim for claim in claims if claim.weight), judging.rules)
    voices: set[str] = set()
    for claim in claims:
        voices |= claim.lineages or {claim.claim}
    rank = judging.rules.rank(level_of(supports, judging.rules, judging.tree))
    strong = sum(each.tier >= judging.rules.counting_tier for each in supports)
    return _Direction(sign, claims[0].factor or 0, rank, strong, len(voices))


def _role(claim: EvidenceClaim, supporting: int | None) -> Role:
    if claim.is_qualifying:
        return Role.QUALIFIES
    if not claim.weight:
        return Role.ACCOMPANIES
    if claim.factor is None:
        return Role.LEAVES_OPEN
    return Role.SUPPORTS if claim.factor == supporting else Role.DISPUTES


def _is_contested(members: list[EvidenceClaim], roles: Mapping[str, Role], tree: ConceptTree) -> bool:
    supporting = [claim for claim in members if roles[claim.claim] is Role.SUPPORTS and claim.lineages]
    disputing = [claim for claim in members if roles[claim.claim] is Role.DISPUTES and claim.lineages]
    return any(_opposite(one, other) and same_scope(one, other, tree) for one in supporting for other in disputing)


def _opposite(one: EvidenceClaim, other: EvidenceClaim) -> bool:
    return one.factor is not None and other.factor is not None and one.factor * other.factor < 0
