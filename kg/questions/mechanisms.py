"""Pairs of which research and lay voices both speak: shown side by side, never added."""

from __future__ import annotations

from dataclasses import dataclass

from kg.evidence import EvidenceClaim
from kg.links import Link
from kg.ontology.codes import flagged
from kg.questions.assessed import Assessed
from kg.questions.linking import best_supported_first


@dataclass(frozen=True)
class SharedMechanism:
    """weighed: the claims with weight on the pair. lay: those that only pass on what someone thinks or tells.

    Neither is empty. Claims on what changes the effect are in neither.
    """

    link: Link
    weighed: tuple[EvidenceClaim, ...]
    lay: tuple[EvidenceClaim, ...]

    @property
    def is_same_direction(self) -> bool | None:
        """Whether every lay claim with a direction has that of the link; None where either side has none."""
        factors = {claim.factor for claim in self.lay if claim.factor is not None}
        return None if self.link.factor is None or not factors else factors == {self.link.factor}


def lay_kinds(assessed: Assessed) -> frozenset[str]:
    """The kinds that are lay views according to the ontology."""
    return flagged(assessed.evidence.ontology, "ClaimKind", "isLayView")


def shared_mechanisms(
    assessed: Assessed, kinds: frozenset[str], *, about: frozenset[str] | None = None
) -> tuple[SharedMechanism, ...]:
    """The pairs with weighed claims and claims of the kinds, best supported first. about: only from or to these."""
    found = []
    for link in best_supported_first(assessed.links.values()):
        direct = [claim for claim in link.claims if not claim.is_qualifying]
        research = [claim for claim in direct if claim.weight]
        lay = [claim for claim in direct if claim.kind in kinds and not claim.weight]
        if research and lay and (about is None or {*link.pair} & about):
            found.append(SharedMechanism(link, tuple(research), tuple(lay)))
    return tuple(found)
