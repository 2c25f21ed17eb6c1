"""A proposed link is one that would give a first chain to pairs that have none; those that help most come first."""

from __future__ import annotations

from itertools import permutations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from kg.evidence import ConceptTree
from kg.links import pool
from kg.network import Bridges, Hypotheses, Network, PathQuestion, SearchLimits, find_bridges, find_paths, loosened
from tests.kg.network.made_links import JUDGING, claims, links, network, statements

CONCEPTS = "abcdef"
ANY = Hypotheses(frozenset(CONCEPTS), ConceptTree())


def between(made: Network, starts: str, ends: str, most: int = 3, known: Hypotheses = ANY) -> Bridges:
    question = PathQuestion(frozenset(starts), frozenset(ends), most, include_unweighted=True)
    return find_bridges(made, question, known)


def pairs(found: Bridges) -> list[str]:
    return ["".join(each.pair) for each in found.proposals]


def test_what_the_start_reaches_and_what_leads_to_the_end_are_told_with_their_distances() -> None:
    found = between(network(("a", "b", 1, "x"), ("b", "c", 1, "x"), ("d", "e", 1, "x")), "a", "e")
    assert (found.reached, found.leading, found.longer) == ({"b": 1, "c": 2}, {"d": 1}, None)


def test_a_chain_that_is_longer_than_asked_for_is_told() -> None:
    found = between(network(("a", "b", 1, "x"), ("b", "c", 1, "x")), "a", "c", most=1)
    assert (found.longer, found.open_pair_count) == (2, 1)


def test_the_link_that_connects_most_pairs_comes_first_then_the_shortest_chain() -> None:
    made = network(("a", "c", 1, "x"), ("b", "c", 1, "x"), ("d", "e", 1, "x"))
    found = between(made, "ab", "e")
    assert pairs(found) == ["ce", "cd", "ae", "be", "ad", "bd"]
    assert [(each.new_pair_count, each.hop_count) for each in found.proposals[:3]] == [(2, 2), (2, 3), (1, 1)]


def test_of_equal_links_one_that_claims_are_on_already_comes_first() -> None:
    known = Hypotheses(frozenset(CONCEPTS), ConceptTree(), claims={("a", "d"): ("opinion",)})
    found = between(network(("c", "f", 1, "x"), ("d", "f", 1, "x")), "a", "f", known=known)
    assert pairs(found) == ["af", "ad", "ac"]
    assert [each.claims for each in found.proposals] == [(), ("opinion",), ()]


def test_no_link_is_proposed_between_concepts_that_cannot_be_linked() -> None:
    found = between(network(("c", "f", 1, "x")), "a", "f", known=Hypotheses(frozenset("ac"), ConceptTree()))
    assert pairs(found) == ["ac"]


def test_no_link_is_proposed_between_a_concept_and_one_above_it_unless_a_claim_is_on_them() -> None:
    tree = ConceptTree(broader={"a": frozenset("b")})
    assert pairs(between(network(), "a", "b", known=Hypotheses(frozenset("ab"), tree))) == []
    claimed = Hypotheses(frozenset("ab"), tree, claims={("a", "b"): ("opinion",)})
    assert pairs(between(network(), "a", "b", known=claimed)) == ["ab"]


def test_a_search_without_time_says_that_not_all_links_were_weighed() -> None:
    question = PathQuestion(frozenset("a"), frozenset("b"))
    found = find_bridges(network(), question, ANY, SearchLimits(seconds=-1))
    assert (found.proposals, found.is_truncated, found.is_out_of_time) == ((), True, True)


def test_a_loosened_network_follows_opinions_and_open_links_but_not_a_finding_of_no_difference() -> None:
    made = loosened(links(("a", "b", 1, ""), ("b", "c", None, "x"), ("c", "d", 0, "x")))
    assert set(made.graph.edges) == {("a", "b"), ("b", "c")}
    assert len(find_paths(made, PathQuestion(frozenset("a"), frozenset("c"), include_unweighted=True)).chains) == 1


def test_a_loosened_network_follows_either_way_what_is_only_said_to_go_together() -> None:
    made = loosened(pool(claims("a", "b", 1, "x", is_symmetric=True), JUDGING))
    assert set(made.graph.edges) == {("a", "b"), ("b", "a")}


@given(
    statements(CONCEPTS, 14),
    st.frozensets(st.sampled_from(CONCEPTS), min_size=1, max_size=3),
    st.frozensets(st.sampled_from(CONCEPTS), min_size=1, max_size=3),
    st.integers(1, 4),
    st.integers(0, 2),
    st.booleans(),
    st.frozensets(st.sampled_from(CONCEPTS), min_size=4),
)
def test_a_proposal_connects_the_pairs_that_adding_it_to_the_network_connects(
    stated: list[tuple[str, str, int | None, str]],
    starts: frozenset[str],
    ends: frozenset[str],
    most: int,
    min_rank: int,
    include_unweighted: bool,
    linkable: frozenset[str],
) -> None:
    made = network(*stated)
    question = PathQuestion(starts, ends, most, min_rank=min_rank, include_unweighted=include_unweighted)
    found = find_bridges(made, question, Hypotheses(linkable, ConceptTree()))
    usable = [link.pair for link in made.links if link.rank >= min_rank and (include_unweighted or link.support)]
    now = _connected(usable, starts, ends, most)
    expected = {}
    for pair in permutations(sorted(linkable), 2):
        then = _connected([*usable, (pair[0], pair[1])], starts, ends, most)
        if new := [hops for key, hops in then.items() if key not in now]:
            expected[pair] = (len(new), min(new))
    assert {each.pair: (each.new_pair_count, each.hop_count) for each in found.proposals} == expected
    assert not {each.pair for each in found.proposals} & set(usable)
    ranks = [(-each.new_pair_count, each.hop_count, each.pair) for each in found.proposals]
    assert ranks == sorted(ranks)
    assert found.pair_count - found.open_pair_count == len(now)
    assert bool(now) == bool(find_paths(made, question).chains)


def test_out_of_time_a_search_counts_only_the_starts_that_it_has_seen() -> None:
    question = PathQuestion(frozenset("ab"), frozenset("cd"))
    found = find_bridges(network(("a", "c", 1, "x")), question, ANY, SearchLimits(seconds=-1.0))
    assert (found.pair_count, found.open_pair_count, found.proposals) == (0, 0, ())
    assert found.is_truncated
    assert found.is_out_of_time


def _connected(
    linked: list[tuple[str, str]], starts: frozenset[str], ends: frozenset[str], most: int
) -> dict[tuple[str, str], int]:
    """The pairs of a start and an end that a chain of the length connects, each with the links of its shortest."""
    graph: nx.DiGraph[str] = nx.DiGraph(linked)
    graph.add_nodes_from(CONCEPTS)
    return {
        (start, end): hops
        for start in starts
        for end, hops in nx.single_source_shortest_path_length(graph, start, cutoff=most).items()
        if end in ends and end != start
    }
