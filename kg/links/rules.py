"""The rules that a support level is reckoned by, read from the ontology; a question may change some of them.

Source: `ontology/requirements.ttl`, `ontology/schemes/codes-study-design.ttl`, `codes-support-flag.ttl` and
`codes-support-level.ttl`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rdflib import RDF, Graph, URIRef
from rdflib.term import Node

from kg.evidence import Basis, ConceptTree, Scope
from kg.ontology import Ontology
from kg.ontology.graph_reading import flag, integer
from kg.terms import EG, VERB_FORCE_CAUSAL


@dataclass(frozen=True)
class Requirement:
    """So many lineages, each with a claim that fulfils all that is stated here.

    settings: IRIs of the settings asked for, each of which includes those below it.
    """

    minimum_count: int
    minimum_tier: int
    must_be_first_hand: bool = False
    countries: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()

    def accepts_scope(self, scope: Scope | None, tree: ConceptTree) -> bool:
        """Whether a basis gathered there fulfils the requirement's place. Without a known place it does not."""
        if not (self.countries or self.settings):
            return True
        if scope is None or (self.countries and not scope.countries & self.countries):
            return False
        return not self.settings or any(tree.around(each) & self.settings for each in scope.settings)


@dataclass(frozen=True)
class SupportRules:
    """levels: IRI of each level, lowest first → its requirements, all of which must be met.

    tiers: IRI of a design → its tier with and without a stated sample size. tiers_down: IRI of a flag → tiers it takes.
    causal_tier: the tier from which a verb may promise a cause.
    """

    levels: Mapping[str, tuple[Requirement, ...]]
    tiers: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    tiers_down: Mapping[str, int] = field(default_factory=dict)
    causal_tier: int = 4

    @property
    def counting_tier(self) -> int:
        """The lowest tier that a requirement of any level asks for; a lineage below it lifts no level."""
        return min((each.minimum_tier for needed in self.levels.values() for each in needed), default=0)

    def tier_of(self, basis: Basis) -> int:
        """The tier of a basis before flags; 0 where its design is not known."""
        with_size, without = self.tiers.get(basis.design or "", (0, 0))
        return with_size if basis.has_sample_size else without

    def down(self, flags: frozenset[str]) -> int:
        """How many tiers the flags take together."""
        return sum(self.tiers_down.get(flag, 0) for flag in flags)

    @property
    def least_tier(self) -> int:
        """The lowest tier that any level requires: below it, a lineage lifts nothing."""
        return min((each.minimum_tier for needed in self.levels.values() for each in needed), default=0)

    def rank(self, level: str) -> int:
        """The place of a level, from 0."""
        return list(self.levels).index(level)

    def changed(
        self,
        *,
        tiers: Mapping[str, int] | None = None,
        tiers_down: Mapping[str, int] | None = None,
        levels: Mapping[str, tuple[Requirement, ...]] | None = None,
    ) -> SupportRules:
        """These rules with some of them replaced; a tier given for a design holds with and without a sample size."""
        return replace(
            self,
            tiers={**self.tiers, **{design: (tier, tier) for design, tier in (tiers or {}).items()}},
            tiers_down={**self.tiers_down, **(tiers_down or {})},
            levels={level: (levels or {}).get(level, needed) for level, needed in self.levels.items()},
        )


def read_rules(ontology: Ontology) -> SupportRules:
    """The rules that the ontology states."""
    graph = ontology.graph
    level_class, design_class, flag_class = (
        ontology.codes[str(EG[name])] for name in ("SupportLevel", "StudyDesign", "SupportFlag")
    )
    return SupportRules(
        levels={level.iri: _requirements(graph, level.iri) for level in level_class},
        tiers={design.iri: _tiers(graph, design.iri) for design in design_class},
        tiers_down={each.iri: integer(graph, URIRef(each.iri), EG.tiersDown) or 0 for each in flag_class},
        causal_tier=integer(graph, VERB_FORCE_CAUSAL, EG.minimumTier) or 0,
    )


def _requirements(graph: Graph, level: str) -> tuple[Requirement, ...]:
    nodes = sorted(graph.subjects(EG.isRequiredFor, URIRef(level)), key=str)
    return tuple(_requirement(graph, node) for node in nodes if (node, RDF.type, EG.Requirement) in graph)


def _requirement(graph: Graph, node: Node) -> Requirement:
    return Requirement(
        minimum_count=integer(graph, node, EG.minimumCount) or 0,
        minimum_tier=integer(graph, node, EG.minimumTier) or 0,
        must_be_first_hand=flag(graph, node, EG.mustBeFirstHand),
        countries=frozenset(map(str, graph.objects(node, EG.country))),
        settings=frozenset(map(str, graph.objects(node, EG.hasSetting))),
    )


def _tiers(graph: Graph, design: str) -> tuple[int, int]:
    tier = integer(graph, URIRef(design), EG.designTier) or 0
    without = integer(graph, URIRef(design), EG.designTierWithoutSampleSize)
    return tier, tier if without is None else without
