"""Chains are every simple path of links with a direction, best first, and say what they cannot promise."""

from __future__ import annotations

from itertools import permutations
from math import prod

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import LimitExceeded
from kg.network import Network, NetworkLink, PathLimits, find_paths

SIGNS = {1: "increases", -1: "decreases"}


def network(*links: tuple[str, str, int, int, str]) -> Network:
    graph: nx.DiGraph[str] = nx.DiGraph()
    for start, end, factor, lineages, studies in links:
        link = NetworkLink(f"{start}--{end}", start, end, SIGNS[factor], factor, lineages, frozenset(studies))
        graph.add_edge(start, end, link=link)
    return Network(graph, SIGNS)


def test_the_sign_of_a_chain_is_the_product_of_its_links() -> None:
    found = find_paths(
        network(("cuts", "workload", 1, 1, "a"), ("workload", "stress", -1, 1, "b")), "cuts", "stress", max_hops=3
    )
    (chain,) = found.chains
    assert (chain.factor, [hop.position for hop in chain.hops]) == (-1, [1, 2])


def test_a_chain_that_no_single_study_saw_is_marked_as_assembled() -> None:
    assembled = find_paths(network(("a", "b", 1, 1, "x"), ("b", "c", 1, 1, "y")), "a", "c", max_hops=2)
    seen_whole = find_paths(network(("a", "b", 1, 1, "xy"), ("b", "c", 1, 1, "y")), "a", "c", max_hops=2)
    assert [chain.is_assembled for chain in (*assembled.chains, *seen_whole.chains)] == [True, False]


def test_chains_come_best_first_by_their_weakest_link() -> None:
    links = network(("a", "c", 1, 1, "x"), ("a", "b", 1, 3, "x"), ("b", "c", 1, 2, "x"))
    found = find_paths(links, "a", "c", max_hops=2)
    assert [[hop.link.iri for hop in chain.hops] for chain in found.chains] == [["a--b", "b--c"], ["a--c"]]
    assert found.chains[0].weakest.iri == "b--c"


def test_links_without_weighed_claims_are_followed_only_when_asked_for() -> None:
    opinion = network(("a", "b", 1, 0, ""))
    assert find_paths(opinion, "a", "b", max_hops=1).chains == ()
    assert len(find_paths(opinion, "a", "b", max_hops=1, include_unweighted=True).chains) == 1


def test_a_concept_without_links_has_no_chains() -> None:
    assert find_paths(network(("a", "b", 1, 1, "")), "a", "nowhere", max_hops=2).chains == ()


@pytest.mark.parametrize("hops", [0, 7])
def test_more_hops_than_the_limit_are_refused(hops: int) -> None:
    with pytest.raises(LimitExceeded, match=f"maxHops is {hops}; a chain may have from 1 to 6 hops"):
        find_paths(network(("a", "b", 1, 1, "")), "a", "b", max_hops=hops)


def test_a_search_that_a_limit_ends_says_that_it_is_not_the_whole() -> None:
    ladder = network(*((f"{n}", f"{m}", 1, 1, "") for n in range(6) for m in range(6) if n != m))
    found = find_paths(ladder, "0", "5", max_hops=5, limits=PathLimits(max_chains=3))
    assert (len(found.chains), found.is_truncated) == (3, True)


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")).filter(lambda pair: pair[0] != pair[1]),
        st.tuples(st.sampled_from([1, -1]), st.integers(0, 3)),
        max_size=12,
    ),
    st.integers(1, 4),
)
def test_the_chains_are_those_that_trying_every_order_of_concepts_finds(
    links: dict[tuple[str, str], tuple[int, int]], max_hops: int
) -> None:
    found = find_paths(network(*((*pair, *values, "") for pair, values in links.items())), "a", "e", max_hops=max_hops)
    expected = {}
    for count in range(max_hops):
        for middle in permutations("bcd", count):
            steps = list(zip(("a", *middle), (*middle, "e"), strict=True))
            if all(step in links and links[step][1] > 0 for step in steps):
                expected[tuple("--".join(step) for step in steps)] = prod(links[step][0] for step in steps)
    assert {tuple(hop.link.iri for hop in chain.hops): chain.factor for chain in found.chains} == expected
