"""Chains of up to 4 hops over the made network, beside networkx alone: python -m tests.bench.finding_paths"""

from __future__ import annotations

import random
from functools import partial

import networkx as nx

from kg.network import Network, PathQuestion, find_paths
from tests.bench.made_network import made_evidence, p95, seconds

HOPS, QUESTIONS = 4, 200
CLASS_SIZE = 20
"""Concepts on either side of a question from a class to a class."""


def main() -> None:
    network = made_evidence().whole.wide_network
    concepts = sorted(network.graph)
    ask = random.Random(2)
    single = [tuple(frozenset({each}) for each in ask.sample(concepts, 2)) for _ in range(QUESTIONS)]
    several = [tuple(frozenset(ask.sample(concepts, CLASS_SIZE)) for _ in range(2)) for _ in range(QUESTIONS // 10)]
    print(f"{network.graph.number_of_nodes():,} concepts, {network.graph.number_of_edges():,} links with a direction")
    _tell("from a concept to a concept", network, single)
    _tell(f"from {CLASS_SIZE} concepts to {CLASS_SIZE}", network, several)


def _tell(what: str, network: Network, asked: list[tuple[frozenset[str], ...]]) -> None:
    questions = [PathQuestion(starts, ends, HOPS) for starts, ends in asked]
    found = [find_paths(network, each) for each in questions]
    mine = p95([seconds(partial(find_paths, network, each)) for each in questions])
    bare = p95([seconds(partial(_by_networkx, network, each)) for each in questions])
    print(
        f"{what}: p95 {mine * 1000:.1f} ms; networkx alone {bare * 1000:.1f} ms; ratio {mine / bare:.2f}; "
        f"{sum(len(each.chains) for each in found):,} chains, {sum(each.dropped.total() for each in found):,} dropped, "
        f"{sum(each.is_truncated for each in found)} of {len(found)} answers truncated"
    )


def _by_networkx(network: Network, question: PathQuestion) -> int:
    """Every simple path, without pruning, links, reasons or order."""
    return sum(
        1
        for start in question.starts
        for _ in nx.all_simple_paths(network.graph, start, question.ends - {start}, question.max_hops)
    )


if __name__ == "__main__":
    main()
