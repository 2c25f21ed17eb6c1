"""All evidence of one version of the data, and what it amounts to above a floor and under given rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kg.evidence import NO_FLOOR, ConceptTree, EvidenceClaim, EvidenceFloor, LeftOut, above_floor, read_claims
from kg.links import Judging, Link, Speaker, SupportRules, judging_of, link_iri, pool
from kg.network import Network, project
from kg.ontology import Ontology
from kg.ontology.codes import by_factor
from kg.store import Store
from kg.terms import EG
from kg.wording import Sentences


@dataclass(frozen=True, eq=False)
class Evidence:
    """Everything that is known of claims and concepts in one version of the data.

    claims: all that say something of two concepts, also those that make no links, by IRI. signs: factor → sign's IRI.
    """

    ontology: Ontology
    claims: tuple[EvidenceClaim, ...]
    judging: Judging
    signs: Mapping[int, str]

    @property
    def tree(self) -> ConceptTree:
        """The concepts."""
        return self.judging.tree

    @cached_property
    def whole(self) -> Assessed:
        """The evidence with no floor, under the ontology's own rules."""
        return self.assess()

    def assess(self, floor: EvidenceFloor = NO_FLOOR, rules: SupportRules | None = None) -> Assessed:
        """What the evidence amounts to above the floor. rules: in place of the ontology's own."""
        sifted = above_floor(self.claims, floor, self.tree)
        judging = self.judging if rules is None else replace(self.judging, rules=rules)
        links = pool(sifted.claims, judging)
        min_rank = 0 if floor.min_level is None else judging.rules.rank(floor.min_level)
        return Assessed(self, judging, tuple(sifted.claims), tuple(links), min_rank, sifted.left_out)


@dataclass(frozen=True, eq=False)
class Assessed:
    """claims: those above the floor. all_links: what they make, also links below min_rank. left_out: reason → how many
    claims the floor keeps away."""

    evidence: Evidence
    judging: Judging
    claims: tuple[EvidenceClaim, ...]
    all_links: tuple[Link, ...]
    min_rank: int
    left_out: Counter[LeftOut]

    @property
    def tree(self) -> ConceptTree:
        """The concepts."""
        return self.judging.tree

    @cached_property
    def links(self) -> Mapping[tuple[str, str], Link]:
        """Pair → link, for the links of the wanted level or above."""
        return {link.pair: link for link in self.all_links if link.rank >= self.min_rank}

    @cached_property
    def heard_claims(self) -> tuple[EvidenceClaim, ...]:
        """The claims above the floor without the weighed ones whose link is below the wanted level, by IRI.

        What has no weight, qualifies an effect or makes no link stays: a level says nothing of it.
        """
        if self.min_rank == 0:
            return self.claims
        return tuple(each for each in self.claims if not each.is_weighed or (each.start, each.end) in self.links)

    @cached_property
    def network(self) -> Network:
        """The directed links of the wanted level that weighed claims support."""
        return project(self.links.values())

    @cached_property
    def wide_network(self) -> Network:
        """All directed links, of any level and also where no weighed claim supports them."""
        return project(self.all_links, include_unweighted=True)

    @cached_property
    def speaker(self) -> Speaker:
        """Says links and levels in words."""
        return Speaker(Sentences(self.evidence.ontology), self.tree, self.judging.rules)

    @cached_property
    def hidden(self) -> Counter[LeftOut]:
        """What the floor keeps away: claims by reason, and links below the wanted level."""
        below = len(self.all_links) - len(self.links)
        return self.left_out + Counter({LeftOut.BELOW_LEVEL: below} if below else {})

    @cached_property
    def changed_levels(self) -> int:
        """How many links have another level than under the ontology's own rules with the same claims."""
        if self.judging.rules is self.evidence.judging.rules:
            return 0
        usual = {link.pair: link for link in pool(self.claims, self.evidence.judging)}
        return sum((link.level, link.is_contested) != _label(usual[link.pair]) for link in self.all_links)

    def usual(self, link: Link) -> Link:
        """The link of the same pair without a floor and by the ontology's own rules."""
        return self.evidence.whole.links[link.pair]

    def is_changed(self, link: Link) -> bool:
        """Whether a link of these is of another level than without a floor and by the ontology's own rules."""
        return _label(link) != _label(self.usual(link))

    def iri(self, link: Link) -> str:
        """The identifier of a link, as the store has it."""
        return link_iri(self.evidence.ontology, link.start, link.end)


def _label(link: Link) -> tuple[str, bool]:
    return link.level, link.is_contested


def read_evidence(store: Store, ontology: Ontology) -> Evidence:
    """The evidence that the store holds now. Raises what the store raises."""
    signs = by_factor(ontology, str(EG.Sign))
    return Evidence(ontology, read_claims(store), judging_of(store, ontology), signs)
