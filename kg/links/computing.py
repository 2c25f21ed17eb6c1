"""Computes the triples that no study file states: those of the ontology's rules, and the links with their support.

Leaves to others: when to compute (corpus), what a link is (pooling), how well it is supported (support).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from kg.evidence import read_claims, read_concepts
from kg.links.pooling import Judging, Link, pool
from kg.links.rules import read_rules
from kg.links.speaking import Speaker, Words
from kg.links.support import LineageSupport
from kg.ontology import Ontology
from kg.store import Iri, ReplaceGraph, Store
from kg.terms import COMPUTED_GRAPH, CONCEPT, EG, LINK, SIGN_MIXED, SIGN_UNDIRECTED
from kg.wording import Sentences

Triples = Iterator[tuple[Node, Node, Node]]


def refresh_computed(store: Store, ontology: Ontology) -> None:
    """Fills the computed graph anew from the data that the store holds now.

    Two steps, since pooling reads what the rules computed: while it runs, the computed graph holds the rules' triples
    only. Raises what the store raises.
    """
    ruled = b"".join(store.construct(rule) for rule in ontology.rules.values())
    store.apply([ReplaceGraph(Iri(COMPUTED_GRAPH), ruled)])
    judging = judging_of(store, ontology)
    links = pool(read_claims(store), judging)
    speaker = Speaker(Sentences(ontology), judging.tree, judging.rules)
    store.apply([ReplaceGraph(Iri(COMPUTED_GRAPH), ruled + _ntriples(links_graph(links, ontology, speaker)))])


def judging_of(store: Store, ontology: Ontology) -> Judging:
    """What links of the store are judged by where a question does not bring rules of its own."""
    return Judging(read_rules(ontology), read_concepts(store), str(SIGN_MIXED), str(SIGN_UNDIRECTED))


def links_graph(links: Iterable[Link], ontology: Ontology, speaker: Speaker) -> Graph:
    """The links as triples: pair, sign, counts, level, profile and reasons of each, and each claim's role on it."""
    graph = Graph()
    for link in links:
        node = URIRef(link_iri(ontology, link.start, link.end))
        for part in (_counts(node, link), _level(node, link, speaker), _profile(node, link, ontology)):
            for triple in part:
                graph.add(triple)
        for claim, role in link.roles.items():
            graph.add((URIRef(claim), EG[role.value], node))
        for triple in _reasons(node, link, ontology, speaker):
            graph.add(triple)
    return graph


def _counts(node: Node, link: Link) -> Triples:
    yield node, RDF.type, LINK
    yield node, EG.linksFrom, URIRef(link.start)
    yield node, EG.linksTo, URIRef(link.end)
    yield node, EG.hasLinkSign, URIRef(link.sign)
    yield node, EG.lineageCount, Literal(len(link.support))
    yield node, EG.disputingLineageCount, Literal(len(link.opposition))
    yield node, EG.claimCount, Literal(len(link.claims))
    for support in link.support:
        yield node, EG.hasLinkLineage, URIRef(support.lineage)


def _level(node: Node, link: Link, speaker: Speaker) -> Triples:
    yield node, EG.hasSupportLevel, URIRef(link.level)
    yield node, EG.isContested, Literal(link.is_contested)
    yield node, EG.levelNotation, Literal(speaker.notation(link), datatype=XSD.string)
    yield node, EG.hasLicensedForce, URIRef(speaker.licensed_force(link))
    yield from _texts(node, EG.inWords, speaker.link(link))


def _profile(node: URIRef, link: Link, ontology: Ontology) -> Triples:
    for is_opposing, supports in ((False, link.support), (True, link.opposition)):
        for support in supports:
            part = _part(ontology, EG.LineageSupport, node, f"{'against' if is_opposing else 'for'}-{_tail(support)}")
            yield node, EG.hasLineageSupport, part
            yield part, EG.isOpposing, Literal(is_opposing)
            yield from _lineage(part, support)


def _lineage(part: Node, support: LineageSupport) -> Triples:
    best = support.best
    yield part, RDF.type, EG.LineageSupport
    yield part, EG.hasLineage, URIRef(support.lineage)
    yield part, EG.tier, Literal(support.tier)
    yield part, EG.tierBeforeFlags, Literal(best.tier_before_flags)
    yield part, EG.isFirstHand, Literal(support.is_first_hand)
    if best.basis is not None and best.basis.design is not None:
        yield part, EG.hasDesign, URIRef(best.basis.design)
    for flag in best.claim.flags:
        yield part, EG.hasSupportFlag, URIRef(flag)
    for standing in support.standings:
        yield part, EG.hasEvidenceClaim, URIRef(standing.claim.claim)
        if standing.basis is not None:
            yield part, EG.hasStudy, URIRef(standing.basis.study)
        if standing.scope is not None:
            yield part, EG.hasEvidenceContext, URIRef(standing.scope.context)


def _reasons(node: URIRef, link: Link, ontology: Ontology, speaker: Speaker) -> Triples:
    for position, step in enumerate(speaker.why(link), 1):
        part = _part(ontology, EG.Reason, node, f"{position:02}")
        yield node, EG.hasReason, part
        yield part, RDF.type, EG.Reason
        yield part, EG.position, Literal(position)
        yield from _texts(part, EG.rule, step.rule)
        yield from _texts(part, EG.effect, step.effect)


def _texts(node: Node, name: URIRef, words: Words) -> Triples:
    for language, text in words.items():
        yield node, name, Literal(text, lang=language)


def _part(ontology: Ontology, class_iri: URIRef, link: URIRef, name: str) -> URIRef:
    """The identifier of something that belongs to a link: the same on every machine."""
    return URIRef(f"{ontology.namespace_of(class_iri)}{link.removeprefix(ontology.namespace_of(LINK))}--{name}")


def _tail(support: LineageSupport) -> str:
    return support.lineage.rsplit("/", 1)[-1]


def link_iri(ontology: Ontology, start: str, end: str) -> str:
    """The identifier of the link from one concept to another: the same on every machine."""
    return f"{ontology.namespace_of(LINK)}{_name(ontology, start)}--{_name(ontology, end)}"


def _name(ontology: Ontology, concept: str) -> str:
    """The concept's short name; for one from elsewhere, the first digits of its IRI's digest."""
    namespace = ontology.namespace_of(CONCEPT)
    if concept.startswith(namespace):
        return concept.removeprefix(namespace)
    return hashlib.sha256(concept.encode()).hexdigest()[:16]


def _ntriples(graph: Graph) -> bytes:
    return graph.serialize(format="nt", encoding="utf-8")
