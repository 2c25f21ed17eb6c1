"""Loops of up to 6 links over made networks of 1,000 concepts and 4,000 links: python -m tests.bench.finding_loops

Cold is a first asking, cached one that the collection remembers; the last column is networkx's `simple_cycles` alone on
the same links with the same bound, stopped after `PATIENCE` seconds.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

import networkx as nx

from kg.corpus.collection import Collection
from kg.evidence import Basis, ConceptTree, EvidenceClaim
from kg.links import Judging, Link, Requirement, SupportRules, pool
from kg.network import LoopQuestion, Network, find_loops, project
from kg.ontology import load_ontology
from kg.store import EmbeddedStore

CONCEPTS, LINKS, LENGTH, PATIENCE = 1_000, 4_000, 6, 60.0
SIGNS = {1: "increases", -1: "decreases"}
_RULES = SupportRules({"u0": (), "u1": (Requirement(1, 1),), "u2": (Requirement(2, 1),)}, tiers={"survey": (1, 1)})
_JUDGING = Judging(_RULES, ConceptTree(), "mixed", "undirected")
_Result = TypeVar("_Result")


def main() -> None:
    """Prints a line for links that are spread evenly, and one for links that gather at few concepts."""
    collection = Collection(load_ontology(), EmbeddedStore(None))
    for name, has_hubs in (("spread evenly", False), ("with hubs", True)):
        network = project(made_links(random.Random(1), has_hubs=has_hubs), include_unweighted=True)
        print(f"{name}: {_compared(collection, name, network)}")


def made_links(chance: random.Random, *, has_hubs: bool) -> list[Link]:
    """As many links as the constant says, of one or two studies each. has_hubs: whether concepts that have links get
    more of them."""
    pairs: dict[tuple[str, str], None] = {}
    known = [f"{number:04}" for number in range(CONCEPTS)]
    while len(pairs) < LINKS:
        start, end = chance.choice(known), chance.choice(known)
        if start != end and (start, end) not in pairs:
            pairs[start, end] = None
            known += [start, end] if has_hubs else []
    return pool((claim for pair in pairs for claim in _claims(*pair, chance)), _JUDGING)


def _claims(start: str, end: str, chance: random.Random) -> Iterator[EvidenceClaim]:
    factor = chance.choice([1, -1])
    for study in chance.sample("abcdef", chance.randint(1, 2)):
        yield EvidenceClaim(
            claim=f"{start}-{end}-{study}",
            start=start,
            end=end,
            sign=SIGNS[factor],
            factor=factor,
            kind="observed",
            weight=1,
            lineages=frozenset({study}),
            bases=(Basis(study, study, "survey", True, None),),
        )


def _compared(collection: Collection, name: str, network: Network) -> str:
    question = LoopQuestion(max_length=LENGTH)
    cold, found = _timed(lambda: collection.read(name, lambda: find_loops(network, question)))
    cached, _ = _timed(lambda: collection.read(name, lambda: find_loops(network, question)))
    bare, count = _timed(lambda: _count_of_bare_cycles(network))
    return (
        f"{len(found.loops)} loops{' (truncated)' if found.is_truncated else ''}, cold {cold * 1000:.0f} ms, cached"
        f" {cached * 1e6:.0f} µs; networkx alone {count} cycles in {bare:.1f} s; ratio {cold / bare:.3f}"
    )


def _count_of_bare_cycles(network: Network) -> int:
    end, count = time.perf_counter() + PATIENCE, 0
    for _ in nx.simple_cycles(network.graph, length_bound=LENGTH):
        count += 1
        if time.perf_counter() > end:
            break
    return count


def _timed(work: Callable[[], _Result]) -> tuple[float, _Result]:
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


if __name__ == "__main__":
    main()
