"""Writes small collections as N-Triples."""

from __future__ import annotations

from collections.abc import Mapping

from kg.store import EmbeddedStore, Iri, ReplaceGraph

BASE = "https://w3id.org/evidensgraf/"
EG = BASE + "ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class Graph:
    """Collects triples: `add("claim/a", "Claim", hasObject=iri("concept/stress"))`."""

    def __init__(self) -> None:
        self.triples: list[str] = []

    def add(self, name: str, class_name: str, values: Mapping[str, list[str]]) -> None:
        subject = f"<{BASE}{name}>"
        self.triples.append(f"{subject} <{TYPE}> <{EG}{class_name}> .\n")
        for predicate, terms in values.items():
            full = predicate if "://" in predicate else EG + predicate
            self.triples.extend(f"{subject} <{full}> {term} .\n" for term in terms)

    def load(self, store: EmbeddedStore, graph: str = "document/a") -> None:
        store.apply([ReplaceGraph(Iri(BASE + graph), "".join(self.triples).encode())])


def iri(name: str) -> str:
    return f"<{BASE}{name}>"


def text(swedish: str, english: str) -> list[str]:
    return [f'"{swedish}"@sv', f'"{english}"@en']


def number(value: int) -> list[str]:
    return [f'"{value}"^^<http://www.w3.org/2001/XMLSchema#integer>']


def small_collection() -> Graph:
    graph = Graph()
    graph.add("concept/stress", "WorkEnvironmentOutcome", {SKOS + "prefLabel": text("stress", "stress (strain)")})
    graph.add("concept/quit", "StaffingOutcome", {SKOS + "prefLabel": text("uppsägning", "quitting")})
    support = {
        SKOS + "prefLabel": text("stöd från chef", "supervisor support"),
        SKOS + "altLabel": ['"tillgänglig chef"@sv', '"nära ledarskap"@sv', '"manager support"@en'],
        "hasJobDemandsResourcesRole": [iri("job-demands-resources-role/resource")],
    }
    graph.add("concept/support", "OrganisationalFactor", support)
    graph.add("concept/only-swedish", "Method", {SKOS + "prefLabel": ['"ärende"@sv']})
    for place, year in enumerate((2016, 2022)):
        values = {"http://purl.org/dc/terms/title": [f'"Titel {place}"@sv'], "publishedYear": number(year)}
        graph.add(f"document/d{place}", "Document", values)
    for place in range(6):
        values = {
            "statement": text(f"Påstående {place}", f"Claim {place}"),
            "hasSubject": [iri("concept/support")],
            "hasObject": [iri("concept/stress" if place % 2 else "concept/quit")],
            "hasSign": [iri("sign/decreases" if place < 4 else "sign/increases")],
            "hasKind": [iri("claim-kind/observed")],
            "isStatedIn": [iri(f"document/d{place % 2}")],
            **({"hasStrength": [iri("stated-strength/strong")]} if place == 0 else {}),
        }
        graph.add(f"claim/c{place}", "Claim", values)
    return graph
