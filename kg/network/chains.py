"""Rows of links and what they cannot promise: the weakest link, whether one study saw the whole, changes of scope."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import prod

from kg.evidence import ConceptTree, EvidenceClaim
from kg.links import Link, Role
from kg.links.support import same_scope


@dataclass(frozen=True)
class Chain:
    """Links each beginning where the last one ended; at least one."""

    links: tuple[Link, ...]

    @cached_property
    def factor(self) -> int:
        """The product of the links' factors: 1 or -1."""
        return prod(link.factor or 0 for link in self.links)

    @cached_property
    def weakest(self) -> Link:
        """The link of the lowest level; of equals a contested one, then the one with fewest lineages, then the first.

        A chain is never above it.
        """
        return min(self.links, key=standing)

    @property
    def is_assembled(self) -> bool:
        """Whether the graph put several links together, and no single study stands behind them all."""
        return len(self.links) > 1 and not frozenset.intersection(*map(supporting_studies, self.links))

    @property
    def documents(self) -> frozenset[str]:
        """The documents that its links' claims stand in: those behind them."""
        return frozenset(claim.document for link in self.links for claim in behind(link) if claim.document)

    @property
    def concepts(self) -> tuple[str, ...]:
        """The concepts on the way, both ends included."""
        return (self.links[0].start, *(link.end for link in self.links))

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of its links, in order."""
        return tuple(link.pair for link in self.links)

    def scope_changes(self, tree: ConceptTree, *, is_closed: bool = False) -> tuple[bool, ...]:
        """For each link, whether no claim behind it may hold for the same people, place and time as one behind the link
        before it. The first link of a chain changes nothing; that of a closed one follows the last."""
        changes = [_changes_scope(before, after, tree) for before, after in pairwise(self.links)]
        first = is_closed and len(self.links) > 1 and _changes_scope(self.links[-1], self.links[0], tree)
        return (first, *changes)


def standing(link: Link) -> tuple[int, bool, int]:
    """How well a link stands: by level, then uncontested, then by lineages. More is better."""
    return link.rank, not link.is_contested, len(link.support)


def behind(link: Link) -> list[EvidenceClaim]:
    """The claims in support of the link's sign; where there are none, those that say the same without weight."""
    return link.having(Role.SUPPORTS) or [each for each in link.having(Role.ACCOMPANIES) if each.sign == link.sign]


def supporting_studies(link: Link) -> frozenset[str]:
    """The studies that the link's supporting claims rest on."""
    return frozenset(study for claim in link.having(Role.SUPPORTS) for study in claim.studies)


def best_first(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The chains in the order in which they are shown: best weakest link, then fewest links, then their concepts."""
    return tuple(sorted(chains, key=_rank))


def _rank(chain: Chain) -> tuple[int, bool, int, int, tuple[str, ...]]:
    rank, is_uncontested, lineages = standing(chain.weakest)
    return -rank, not is_uncontested, -lineages, len(chain.links), chain.concepts


def _changes_scope(before: Link, after: Link, tree: ConceptTree) -> bool:
    return not any(same_scope(one, other, tree) for one in behind(before) for other in behind(after))
