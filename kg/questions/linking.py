"""Links as answers list them: best supported first."""

from __future__ import annotations

from collections.abc import Iterable

from kg.evidence import EvidenceClaim
from kg.links import Link, Role


def best_supported_first(links: Iterable[Link]) -> tuple[Link, ...]:
    """By level, then uncontested, then most lineages, then by their concepts."""
    return tuple(sorted(links, key=lambda link: (-link.rank, link.is_contested, -len(link.support), link.pair)))


def has_weighed_claims(link: Link) -> bool:
    """Whether a weighed claim is on the link's pair, also one that states no direction."""
    return bool(weighed_claims(link))


def weighed_claims(link: Link) -> tuple[EvidenceClaim, ...]:
    """The weighed claims that make the link, by IRI, whichever way they point."""
    return tuple(link.having(Role.SUPPORTS, Role.DISPUTES, Role.LEAVES_OPEN))
