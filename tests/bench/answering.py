"""Requests a second: GraphQL here, the equivalent SPARQL at `oxigraph serve`: python -m tests.bench.answering

Twenty claims with their concepts, document and studies; nothing cached; one client, one connection, answers read whole.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import httpx

from kg.corpus.collection import open_collection
from kg.ontology import load_ontology
from kg.store import Store
from tests.bench.serving import EVIDENSGRAF, free_port, running

ROUNDS, REQUESTS = 5, 100
GRAPHQL = """{ claims(first: 20) { nodes { id statement kind sign subject { id label } object { id label }
    document { id title } studies { nodes { id label design } } } } }"""
SPARQL = """PREFIX eg: <https://w3id.org/evidensgraf/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT * WHERE {
  { SELECT DISTINCT ?claim WHERE { ?claim a eg:Claim } ORDER BY ?claim LIMIT 20 }
  ?claim eg:statement ?statement ; eg:hasKind ?kind ; eg:hasSign ?sign ; eg:hasSubject ?subject ; eg:hasObject ?object ;
    eg:isStatedIn ?document .
  ?subject skos:prefLabel ?subjectLabel . ?object skos:prefLabel ?objectLabel . ?document dcterms:title ?title .
  FILTER(LANG(?statement) = "sv" && LANG(?subjectLabel) = "sv" && LANG(?objectLabel) = "sv" && LANG(?title) = "sv")
  OPTIONAL { ?claim eg:hasStudy ?study . ?study skos:prefLabel ?studyLabel ; eg:hasDesign ?design
    FILTER(LANG(?studyLabel) = "sv") }
}"""


def main() -> None:
    ours, theirs = free_port(), free_port()
    with TemporaryDirectory() as folder:
        _dump(open_collection(load_ontology()).store, Path(folder) / "data.nq")
        oxigraph = [
            str(Path(sys.executable).parent / "oxigraph"),
            "serve",
            "-l",
            f"{folder}/store",
            "-b",
            f"127.0.0.1:{theirs}",
            "--union-default-graph",
        ]
        service = [*EVIDENSGRAF, str(ours)]
        with (
            running(service, f"http://127.0.0.1:{ours}/health"),
            running(oxigraph, f"http://127.0.0.1:{theirs}/"),
            httpx.Client() as client,
        ):
            data = (Path(folder) / "data.nq").read_bytes()
            client.post(
                f"http://127.0.0.1:{theirs}/store", content=data, headers={"Content-Type": "application/n-quads"}
            )
            _compare(
                lambda: client.post(f"http://127.0.0.1:{ours}/graphql", json={"query": GRAPHQL}),
                lambda: client.post(f"http://127.0.0.1:{theirs}/query", data={"query": SPARQL}),
            )


def _compare(ours: Callable[[], httpx.Response], theirs: Callable[[], httpx.Response]) -> None:
    for ask in (ours, theirs):
        assert ask().raise_for_status().content
    ratios = []
    for _ in range(ROUNDS):
        mine, other = _per_second(ours), _per_second(theirs)
        ratios.append(mine / other)
        print(f"GraphQL {mine:.0f} requests/s, oxigraph serve {other:.0f} requests/s, ratio {mine / other:.2f}")
    print(f"median ratio {median(ratios):.2f} of {ROUNDS} rounds of {REQUESTS} requests each")


def _per_second(ask: Callable[[], httpx.Response]) -> float:
    began = time.perf_counter()
    for _ in range(REQUESTS):
        ask()
    return REQUESTS / (time.perf_counter() - began)


def _dump(store: Store, target: Path) -> None:
    with target.open("w", encoding="utf-8") as file:
        for graph in store.graphs():
            for line in store.read_graph(graph).decode().splitlines():
                file.write(f"{line.rstrip(' .')} <{graph}> .\n")


if __name__ == "__main__":
    main()
