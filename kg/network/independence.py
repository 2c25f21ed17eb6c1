"""Which of several chains stand apart from each other: no link and no lineage in common."""

from __future__ import annotations

from collections.abc import Iterable

from kg.links import Link
from kg.network.chains import Chain, behind


def independent_chains(chains: Iterable[Chain]) -> tuple[Chain, ...]:
    """The chains, in the order given, that share no link and no lineage behind their links with those taken before.

    The order decides which ones are taken, and not always the most that could be: with the best first, the best always
    counts. A claim without lineage stands for itself.
    """
    taken: list[Chain] = []
    links: set[tuple[str, str]] = set()
    lineages: set[str] = set()
    for chain in chains:
        behind_it = frozenset(voice for link in chain.links for voice in voices(link))
        if links.isdisjoint(chain.pairs) and lineages.isdisjoint(behind_it):
            taken.append(chain)
            links.update(chain.pairs)
            lineages |= behind_it
    return tuple(taken)


def voices(link: Link) -> frozenset[str]:
    """The lineages behind the link's sign, and its claims there that have none."""
    return frozenset(voice for claim in behind(link) for voice in claim.lineages or {claim.claim})
