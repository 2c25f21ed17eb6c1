"""What changes if documents, studies or lineages are withdrawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from math import prod
from typing import TypeAlias

from kg.evidence import EvidenceFloor, remaining
from kg.links import Judging, LineageSupport, Link, pooled_link
from kg.network import Chain, Network, Paths, SearchLimits, chains_through, loops_through
from kg.questions.assessed import Assessed
from kg.questions.changeable import changeable_concepts, mapped_concepts, outcome_concepts
from kg.questions.gap_map import Cell, CellState, cells_of

MAX_HOPS = 3
"""The longest chain that a withdrawal looks for."""
MAX_LENGTH = 6
"""The longest loop that a withdrawal looks for."""

_Outline: TypeAlias = tuple[str, str, bool, frozenset[str], frozenset[str]]


@dataclass(frozen=True)
class LinkChange:
    """What becomes of one link. after: None where it is gone. is_lost: whether it is gone, or no longer of the level
    that the floor asks for."""

    before: Link
    after: Link | None
    is_lost: bool

    @property
    def is_lowered(self) -> bool:
        """Whether it is still there but at a lower level."""
        return not self.is_lost and self.after is not None and self.after.rank < self.before.rank

    @property
    def fall(self) -> int:
        """How many levels it falls; a link that is gone falls one below the lowest."""
        return self.before.rank - (-1 if self.after is None else self.after.rank)


@dataclass(frozen=True)
class CellChange:
    """What becomes of one cell of the gap map."""

    before: Cell
    after: Cell


@dataclass(frozen=True)
class Withdrawal:
    """claim_count: claims above the floor that fall away. changes: the links that change, the greatest fall first.

    lost_chains: the chains of at most MAX_HOPS links from what an employer can change to outcomes that are no longer
    there, or not with that sign, or at a lower level; best first. gained_chain_count: how many such chains are there
    only after it, with that sign, since the sign of a link changed. lost_loops: loops of at most MAX_LENGTH links that
    are lost likewise.
    changed_cells: the cells of methods and measures against outcomes that get another state or level, by their pairs.
    is_truncated: whether a limit ended the search for chains or loops.
    """

    claim_count: int
    changes: tuple[LinkChange, ...]
    lost_chains: tuple[Chain, ...]
    gained_chain_count: int
    lost_loops: tuple[Chain, ...]
    changed_cells: tuple[CellChange, ...]
    is_truncated: bool


def withdrawal(before: Assessed, after: Assessed, limits: SearchLimits | None = None) -> Withdrawal:
    """What changes from the one to the other: the same evidence, floor and rules, with something withdrawn.

    limits: their time is for the three searches together, of chains before and after and of loops.
    """
    limits = limits or SearchLimits()
    limits = replace(limits, seconds=limits.seconds / 3)
    changes = changed_links(before, after)
    pairs = [change.before.pair for change in changes]
    chains, chains_after = (_chains(each, pairs, limits) for each in (before, after))
    loops = loops_through(before.network, pairs, max_length=MAX_LENGTH, limits=limits)
    there_before = {_outline_of(chain) for chain in chains.chains}
    return Withdrawal(
        claim_count=len(before.claims) - len(after.claims),
        changes=changes,
        lost_chains=_lost(chains.chains, after.network),
        gained_chain_count=sum(_outline_of(chain) not in there_before for chain in chains_after.chains),
        lost_loops=_lost(loops.chains, after.network),
        changed_cells=changed_cells(before, after),
        is_truncated=any(found.is_truncated for found in (chains, chains_after, loops)),
    )


def changed_links(before: Assessed, after: Assessed) -> tuple[LinkChange, ...]:
    """The links that change, the greatest fall first, then by their pairs."""
    still_there = {link.pair: link for link in after.all_links}
    found = (link_change(link, still_there.get(link.pair), before.min_rank) for link in before.links.values())
    return tuple(sorted((change for change in found if change is not None), key=_order))


def changed_cells(before: Assessed, after: Assessed) -> tuple[CellChange, ...]:
    """The cells of what is mapped against outcomes whose state or level is another than before, by their pairs."""
    rows, columns = mapped_concepts(before.evidence), outcome_concepts(before.evidence)
    still_there = {claim.claim: claim for claim in after.claims}
    touched = {
        (claim.start, claim.end)
        for claim in before.claims
        if still_there.get(claim.claim) != claim and claim.start in rows and claim.end in columns
    }
    cells = cells_of(before, sorted(touched)), cells_of(after, sorted(touched))
    changes = (CellChange(cells[0][pair], cells[1][pair]) for pair in sorted(touched))
    return tuple(change for change in changes if _stand_of(change.before) != _stand_of(change.after))


def _stand_of(cell: Cell) -> tuple[CellState, str | None]:
    return cell.state, cell.link.level if cell.link and cell.link.support else None


def link_change(before: Link, after: Link | None, min_rank: int) -> LinkChange | None:
    """What becomes of a link; None where its sign, its level, its ± and its lineages for and against are the same.

    min_rank: that of the lowest level that is asked for.
    """
    if after is not None and _outline(before) == _outline(after):
        return None
    return LinkChange(before, after, after is None or after.rank < min_rank)


def without_sources(link: Link, floor: EvidenceFloor, judging: Judging) -> Link | None:
    """The link as it is once the floor's documents, studies and lineages are withdrawn; None where it is gone."""
    left = [claim for claim in (remaining(each, floor) for each in link.claims) if claim is not None]
    return None if all(claim.is_qualifying for claim in left) else pooled_link(left, judging)


def _outline(link: Link) -> _Outline:
    return link.sign, link.level, link.is_contested, _lineages(link.support), _lineages(link.opposition)


def _lineages(side: Iterable[LineageSupport]) -> frozenset[str]:
    return frozenset(each.lineage for each in side)


def _order(change: LinkChange) -> tuple[int, bool, tuple[str, str]]:
    return -change.fall, not change.is_lost, change.before.pair


def _chains(assessed: Assessed, pairs: Collection[tuple[str, str]], limits: SearchLimits) -> Paths:
    evidence = assessed.evidence
    factors, outcomes = changeable_concepts(evidence), outcome_concepts(evidence)
    return chains_through(assessed.network, pairs, factors, outcomes, max_hops=MAX_HOPS, limits=limits)


def _outline_of(chain: Chain) -> tuple[tuple[str, ...], int]:
    return chain.concepts, chain.factor


def _lost(chains: Iterable[Chain], network: Network) -> tuple[Chain, ...]:
    return tuple(chain for chain in chains if not _stands(chain, network))


def _stands(chain: Chain, network: Network) -> bool:
    """Whether the chain is there in the network with its sign and at its level."""
    if not all(network.graph.has_edge(*pair) for pair in chain.pairs):
        return False
    links = [network.link(*pair) for pair in chain.pairs]
    same_sign = prod(link.factor or 0 for link in links) == chain.factor
    return same_sign and min(link.rank for link in links) >= chain.weakest.rank
