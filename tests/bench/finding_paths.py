"""Chains over a made network of 1,000 concepts and 4,000 links, up to 4 hops: python -m tests.bench.finding_paths"""

from __future__ import annotations

import random
import time
from statistics import quantiles

import networkx as nx

from kg.network import Network, NetworkLink, find_paths

CONCEPTS, LINKS, HOPS, QUESTIONS = 1_000, 4_000, 4, 200
SIGNS = {1: "increases", -1: "decreases"}


def main() -> None:
    network, ask = made_network(random.Random(1)), random.Random(2)
    pairs = [tuple(map(str, ask.sample(range(CONCEPTS), 2))) for _ in range(QUESTIONS)]
    ours = [_seconds(lambda a=a, b=b: find_paths(network, a, b, max_hops=HOPS)) for a, b in pairs]  # type: ignore[misc]
    bare = [_seconds(lambda a=a, b=b: list(nx.all_simple_paths(network.graph, a, b, HOPS))) for a, b in pairs]  # type: ignore[misc]
    mine, other = _p95(ours), _p95(bare)
    print(f"p95 {mine * 1000:.1f} ms; networkx alone, without pruning {other * 1000:.1f} ms; ratio {mine / other:.2f}")


def made_network(chance: random.Random) -> Network:
    """A network with as many concepts and links as the constants say; the same for the same chance."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    while graph.number_of_edges() < LINKS:
        start, end = map(str, chance.sample(range(CONCEPTS), 2))
        factor = chance.choice([1, -1])
        link = NetworkLink(f"{start}--{end}", start, end, SIGNS[factor], factor, chance.randint(1, 3), frozenset())
        graph.add_edge(start, end, link=link)
    return Network(graph, SIGNS)


def _seconds(work: object) -> float:
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - began


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


if __name__ == "__main__":
    main()
