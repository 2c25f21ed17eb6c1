"""Computes the triples that no study file states: those of the ontology's rules, and the links.

Leaves to others: when to compute (corpus), what a link is (pooling).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from importlib.resources import files

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node

from kg.links.pooling import Link, PooledClaim, pool
from kg.ontology import Ontology
from kg.store import Iri, ReplaceGraph, Row, Store, text_of
from kg.terms import COMPUTED_GRAPH, CONCEPT, EG, LINK, SIGN_MIXED, SIGN_UNDIRECTED

_CLAIMS = files("kg.links").joinpath("claims.rq").read_text(encoding="utf-8")


def refresh_computed(store: Store, ontology: Ontology) -> None:
    """Fills the computed graph anew from the data that the store holds now.

    Two steps, since pooling reads what the rules computed: while it runs, the computed graph holds the rules' triples
    only. Raises what the store raises.
    """
    ruled = b"".join(store.construct(rule) for rule in ontology.rules.values())
    store.apply([ReplaceGraph(Iri(COMPUTED_GRAPH), ruled)])
    links = pool(claims_of(store), mixed=str(SIGN_MIXED), undirected=str(SIGN_UNDIRECTED))
    store.apply([ReplaceGraph(Iri(COMPUTED_GRAPH), ruled + _ntriples(links_graph(links, ontology)))])


def claims_of(store: Store) -> list[PooledClaim]:
    """What pooling needs of every claim whose relation makes or qualifies links, sorted by the claim's IRI."""
    return list(_gathered(store.select(_CLAIMS)))


def _gathered(rows: Iterable[Row]) -> Iterator[PooledClaim]:
    """One claim from its consecutive rows, one row per lineage."""
    rows_of: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        rows_of.setdefault((str(row[0]), str(row[1])), []).append(row)
    for (claim, start), group in rows_of.items():
        _, _, end, sign, factor, weight, _, qualifying = group[0]
        yield PooledClaim(
            claim=claim,
            start=start,
            end=str(end),
            sign=str(sign),
            factor=None if factor is None else int(text_of(factor)),
            weight=int(text_of(weight)),
            lineages=frozenset(str(row[6]) for row in group if row[6] is not None),
            is_qualifying=text_of(qualifying) == "true",
        )


def links_graph(links: Iterable[Link], ontology: Ontology) -> Graph:
    """The links as triples: each link, its pair, sign, counts and lineages, and each claim's role on it."""
    graph = Graph()
    for link in links:
        for triple in _triples(link, ontology):
            graph.add(triple)
    return graph


def _triples(link: Link, ontology: Ontology) -> Iterator[tuple[Node, Node, Node]]:
    node = URIRef(link_iri(ontology, link.start, link.end))
    yield node, RDF.type, LINK
    yield node, EG.linksFrom, URIRef(link.start)
    yield node, EG.linksTo, URIRef(link.end)
    yield node, EG.hasLinkSign, URIRef(link.sign)
    yield node, EG.lineageCount, Literal(len(link.lineages))
    yield node, EG.disputingLineageCount, Literal(len(link.disputing_lineages))
    yield node, EG.claimCount, Literal(len(link.claims))
    for lineage in sorted(link.lineages):
        yield node, EG.hasLinkLineage, URIRef(lineage)
    for claim, role in link.claims.items():
        yield URIRef(claim), EG[role.value], node


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
