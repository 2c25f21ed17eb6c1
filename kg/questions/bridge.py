"""Why no chain leads from some concepts to others in the evidence above a floor, and which links would make one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from rdflib import URIRef

from kg.evidence import ConceptTree
from kg.links import Role
from kg.network import (
    Bridges,
    Hypotheses,
    PathQuestion,
    Paths,
    SearchLimits,
    find_bridges,
    find_paths,
    loosened,
)
from kg.ontology import Ontology
from kg.ontology.graph_reading import flag
from kg.questions.assessed import Assessed
from kg.terms import CONCEPT, EG


@dataclass(frozen=True)
class Bridge:
    """paths: the chains there are. unweighted: where there is none, those along links of any level and without weight;
    undirected: those along links whose direction is not known as well. bridges: what is nearest, and proposals."""

    paths: Paths
    unweighted: Paths | None
    undirected: Paths | None
    bridges: Bridges

    @property
    def is_truncated(self) -> bool:
        """Whether a limit ended one of its searches."""
        searches = (self.paths, self.unweighted, self.undirected, self.bridges)
        return any(each is not None and each.is_truncated for each in searches)


def find_bridge(assessed: Assessed, question: PathQuestion, limits: SearchLimits) -> Bridge:
    """What connects the question's starts with its ends, or why nothing does. Raises as `find_paths` does."""
    each = replace(limits, seconds=limits.seconds / 4)
    paths = find_paths(assessed.wide_network, question, each)
    bridges = find_bridges(assessed.wide_network, question, hypotheses(assessed), each)
    if paths.chains:
        return Bridge(paths, None, None, bridges)
    wider = replace(question, min_rank=0, include_unweighted=True)
    unweighted = find_paths(assessed.wide_network, wider, each)
    return Bridge(paths, unweighted, find_paths(loosened(assessed.all_links), wider, each), bridges)


def hypotheses(assessed: Assessed) -> Hypotheses:
    """What the evidence knows of pairs beside what can be followed. A claim that found no difference is none; one that
    only says that the two go together is one for either direction."""
    claims: dict[tuple[str, str], list[str]] = defaultdict(list)
    for link in assessed.all_links:
        told = [each for each in link.claims if link.roles[each.claim] is not Role.QUALIFIES and each.factor != 0]
        for claim in told:
            claims[link.pair].append(claim.claim)
            if claim.is_symmetric:
                claims[link.end, link.start].append(claim.claim)
    return Hypotheses(
        linkable_concepts(assessed.evidence.ontology, assessed.tree),
        assessed.tree,
        {pair: tuple(sorted(each)) for pair, each in claims.items()},
        {link.pair: link for link in assessed.all_links},
    )


def linkable_concepts(ontology: Ontology, tree: ConceptTree) -> frozenset[str]:
    """The concepts of classes that the ontology says can stand in a link (`eg:canBeLinked`), or that are below one."""
    classes = [
        each.iri
        for each in ontology.descendants(str(CONCEPT))
        if any(flag(ontology.graph, URIRef(above), EG.canBeLinked) for above in ontology.superclasses[each.iri])
    ]
    return tree.of_classes(classes)
