"""Which dimensions of an established scheme the evidence speaks of. Schemes and matches are the ontology's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from rdflib import SKOS, URIRef

from kg.evidence import EvidenceClaim
from kg.links import Link
from kg.ontology import Ontology
from kg.ontology.graph_reading import integer, iris, texts
from kg.questions.assessed import Assessed
from kg.questions.linking import best_supported_first
from kg.questions.particulars import NOTHING_STATED, Particulars, is_about
from kg.store import Store
from kg.terms import EG, LANGUAGES

_MATCHES = files("kg.questions").joinpath("coverage.rq").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Match:
    """A concept and a dimension that it matches closely or has as its role; is_related: to which it is only related."""

    concept: str
    dimension: str
    is_related: bool = False


@dataclass(frozen=True)
class DimensionCoverage:
    """concepts: those that match closely or have the role; related: those that are only related; both by label.

    claims, links: those on any of them, once each, the links best supported first.
    """

    dimension: str
    concepts: tuple[str, ...]
    related: tuple[str, ...]
    claims: tuple[EvidenceClaim, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class SchemeCoverage:
    """dimensions: all of the scheme, in its order.

    unmatched: concepts with claims that match none, nor are below one that matches closely; by label.
    """

    dimensions: tuple[DimensionCoverage, ...]
    unmatched: tuple[str, ...]


def read_matches(store: Store) -> tuple[Match, ...]:
    """All matches of the store. Raises what the store raises."""
    return tuple(
        Match(str(concept), str(dimension), str(name) == str(SKOS.relatedMatch))
        for concept, name, dimension in store.select(_MATCHES)
    )


def cover(
    scheme: str, assessed: Assessed, matches: Iterable[Match], stated: Mapping[str, Particulars]
) -> SchemeCoverage:
    """What the evidence above the floor says of each dimension. scheme: IRI of a code of eg:CoverageScheme."""
    ontology, tree = assessed.evidence.ontology, assessed.tree
    dimensions = dimensions_of(scheme, ontology)
    close: dict[str, set[str]] = defaultdict(set)
    related: dict[str, set[str]] = defaultdict(set)
    for match in matches:
        (related if match.is_related else close)[match.dimension].add(match.concept)
    covered = tuple(
        _coverage(each, tree.in_order(close[each]), tree.in_order(related[each] - close[each]), assessed, stated)
        for each in dimensions
    )
    return SchemeCoverage(covered, tuple(tree.in_order(_unmatched(scheme, assessed, covered, stated))))


def dimensions_of(scheme: str, ontology: Ontology) -> list[str]:
    """The dimensions of a scheme: codes in their order, other concepts by their Swedish names."""
    graph = ontology.graph
    listed = {
        str(each)
        for of in iris(graph, URIRef(scheme), EG.coversScheme)
        for each in graph.subjects(SKOS.inScheme, URIRef(of))
    }

    def place(dimension: str) -> tuple[int, str, str]:
        node = URIRef(dimension)
        return integer(graph, node, EG.order) or 0, texts(graph, node, SKOS.prefLabel).get(LANGUAGES[0], ""), dimension

    return sorted(listed, key=place)


def _coverage(
    dimension: str,
    concepts: list[str],
    related: list[str],
    assessed: Assessed,
    stated: Mapping[str, Particulars],
) -> DimensionCoverage:
    wanted = frozenset((*concepts, *related))
    return DimensionCoverage(
        dimension=dimension,
        concepts=tuple(concepts),
        related=tuple(related),
        claims=tuple(each for each in assessed.heard_claims if is_about(each, wanted, stated)),
        links=best_supported_first(link for pair, link in assessed.links.items() if {*pair} & wanted),
    )


def _unmatched(
    scheme: str, assessed: Assessed, covered: Iterable[DimensionCoverage], stated: Mapping[str, Particulars]
) -> set[str]:
    graph, tree = assessed.evidence.ontology.graph, assessed.tree
    possible = tree.of_classes(iris(graph, URIRef(scheme), EG.coversClass))
    spoken_of = {concept for claim in assessed.heard_claims for concept in (claim.start, claim.end)}
    spoken_of |= {stated.get(claim.claim, NOTHING_STATED).subject or claim.start for claim in assessed.heard_claims}
    close = {concept for each in covered for concept in each.concepts}
    related = {concept for each in covered for concept in each.related}
    return {each for each in (spoken_of & possible) - related if not tree.around(each) & close}
