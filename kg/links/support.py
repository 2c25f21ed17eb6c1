"""How well the claims of one pair support one direction. Pure: rules and concepts come in.

Source of the rules: knowledge model, section 5: pool, collapse to lineages, tier of the design, flags, level.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.evidence import Basis, ConceptTree, EvidenceClaim, Scope
from kg.links.rules import Requirement, SupportRules


@dataclass(frozen=True)
class Standing:
    """One claim as evidence of one lineage, by one basis of that lineage; without any where it names none.

    tier: after flags. scope: where the basis was gathered, else where the claim is said to hold.
    """

    claim: EvidenceClaim
    basis: Basis | None
    tier_before_flags: int
    tier: int
    scope: Scope | None


@dataclass(frozen=True)
class LineageSupport:
    """What one lineage contributes to one direction. standings: its claims by each of their bases, the weightiest
    first; never empty."""

    lineage: str
    standings: tuple[Standing, ...]

    @property
    def best(self) -> Standing:
        """The claim and basis that the lineage is reckoned by: highest tier, then first-hand, then IRIs."""
        return self.standings[0]

    @property
    def tier(self) -> int:
        """The tier after flags."""
        return self.best.tier

    @property
    def is_first_hand(self) -> bool:
        """Whether one of its claims is said first-hand."""
        return any(each.claim.is_first_hand for each in self.standings)


def lineage_supports(claims: Iterable[EvidenceClaim], rules: SupportRules) -> tuple[LineageSupport, ...]:
    """The claims collapsed to lineages, the best lineage first. A claim without lineage is none."""
    standings: dict[str, list[Standing]] = {}
    for claim in claims:
        for lineage in claim.lineages:
            standings.setdefault(lineage, []).extend(_standings(claim, lineage, rules))
    found = (LineageSupport(lineage, tuple(sorted(each, key=_weight))) for lineage, each in standings.items())
    return tuple(sorted(found, key=lambda each: (-each.tier, not each.is_first_hand, each.lineage)))


def level_of(supports: Sequence[LineageSupport], rules: SupportRules, tree: ConceptTree) -> str:
    """The highest level whose requirements the lineages meet. The lowest one where they meet none."""
    reached = [
        level
        for level, needed in rules.levels.items()
        if all(count_meeting(supports, each, tree) >= each.minimum_count for each in needed)
    ]
    return reached[-1] if reached else next(iter(rules.levels))


def count_meeting(supports: Iterable[LineageSupport], requirement: Requirement, tree: ConceptTree) -> int:
    """How many of the lineages have a claim that fulfils the requirement."""
    return sum(any(_meets(each, requirement, tree) for each in support.standings) for support in supports)


def same_scope(one: EvidenceClaim, other: EvidenceClaim, tree: ConceptTree) -> bool:
    """Whether two claims may hold for the same people, place and time; what is not stated may be anything.

    A claim without a context of its own has those of its studies.
    """
    return _may_share(one, other, lambda here, there: _same_place(here, there, tree) and _same_years(here, there))


def same_setting(one: EvidenceClaim, other: EvidenceClaim, tree: ConceptTree) -> bool:
    """As `same_scope`, for people and place alone."""
    return _may_share(one, other, lambda here, there: _same_place(here, there, tree))


def same_time(one: EvidenceClaim, other: EvidenceClaim) -> bool:
    """As `same_scope`, for the years alone."""
    return _may_share(one, other, _same_years)


def _may_share(one: EvidenceClaim, other: EvidenceClaim, overlap: Callable[[Scope, Scope], bool]) -> bool:
    here, there = _scopes_of(one), _scopes_of(other)
    return not here or not there or any(overlap(mine, theirs) for mine in here for theirs in there)


def _scopes_of(claim: EvidenceClaim) -> list[Scope]:
    """Empty where the claim, or one of its studies, may hold for anybody."""
    scopes = [claim.scope] if claim.scope else [basis.scope for basis in claim.bases]
    return [scope for scope in scopes if scope] if all(scopes) else []


def _same_place(here: Scope, there: Scope, tree: ConceptTree) -> bool:
    return (
        _share(here.countries, there.countries)
        and (here.place is None or there.place is None or here.place == there.place)
        and all(
            not mine or not theirs or tree.meet(mine, theirs)
            for mine, theirs in ((here.settings, there.settings), (here.groups, there.groups))
        )
    )


def _share(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return not mine or not theirs or bool(mine & theirs)


def _same_years(here: Scope, there: Scope) -> bool:
    (start, end), (other_start, other_end) = here.years, there.years
    return not (_before(end, other_start) or _before(other_end, start))


def _before(end: int | None, start: int | None) -> bool:
    return end is not None and start is not None and end < start


def _standings(claim: EvidenceClaim, lineage: str, rules: SupportRules) -> Iterator[Standing]:
    """Each basis by itself: were only the best one looked at, taking it away could let another meet a requirement."""
    bases: Sequence[Basis | None] = [each for each in claim.bases if each.lineage == lineage]
    for basis in bases or [None]:
        before = 0 if basis is None else rules.tier_of(basis)
        scope = (basis.scope if basis else None) or claim.scope
        yield Standing(claim, basis, before, max(0, before - rules.down(claim.flags)), scope)


def _weight(standing: Standing) -> tuple[int, bool, str, int, str]:
    study = "" if standing.basis is None else standing.basis.study
    return -standing.tier, not standing.claim.is_first_hand, standing.claim.claim, -standing.tier_before_flags, study


def _meets(standing: Standing, requirement: Requirement, tree: ConceptTree) -> bool:
    return (
        standing.tier >= requirement.minimum_tier
        and (standing.claim.is_first_hand or not requirement.must_be_first_hand)
        and requirement.accepts_scope(standing.scope, tree)
    )
