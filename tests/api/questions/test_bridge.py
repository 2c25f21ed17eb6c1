"""Why there is no chain, what is nearest, and which links would make one, on the shipped collection."""

from __future__ import annotations

from typing import Any

from tests.collection import ask, refusal, shipped_collection

BRIDGE = """query($from: [ID!]!, $to: [ID!]!, $first: Int!, $all: Boolean!, $hops: Int!) {
    bridge(from: $from, to: $to, first: $first, includeUnweighted: $all, maxHops: $hops) {
        hasChain chainCount unweightedChainCount undirectedChainCount pairCount openPairCount reachedCount leadingCount
        reachedFrom { concept { id } hopCount } leadingTo { concept { id } hopCount } inWords(language: EN)
        proposals { rank from { id } to { id } newPairCount hopCount openClaims { id } link { sign }
            inWords(language: EN) }
        report { isTruncated leftOut { reason count } } } }"""


def bridge(start: str, end: str, first: int = 20, everything: bool = False, hops: int = 4) -> dict[str, Any]:
    asked = {"from": [start], "to": [end], "first": first, "all": everything, "hops": hops}
    found: dict[str, dict[str, Any]] = ask(BRIDGE, None, **asked)
    return found["bridge"]


def test_from_a_method_that_nothing_leads_on_from_it_is_said_so_and_what_would_connect() -> None:
    found = bridge("concept:initial-assessment", "concept:stress")
    assert (found["hasChain"], found["chainCount"], found["openPairCount"]) == (False, 0, 1)
    assert found["reachedFrom"] == []
    assert found["leadingCount"] == len(found["leadingTo"]) > 10
    assert "in this collection" in found["inWords"]
    assert "No link that the question can follow leads on from any start." in found["inWords"]
    first = found["proposals"][0]
    assert (first["rank"], first["hopCount"], first["newPairCount"]) == (1, 1, 1)
    assert first["to"]["id"].endswith("/stress")


def test_chains_that_only_opinions_or_open_links_would_make_are_counted() -> None:
    found = bridge("concept:turnover", "concept:feeling-of-inadequacy")
    assert (found["hasChain"], found["unweightedChainCount"]) == (False, 1)
    assert "Only opinions, plans, comments, norms or descriptions would make a chain" in found["inWords"]
    assert bridge("concept:turnover", "concept:feeling-of-inadequacy", everything=True)["hasChain"] is True


def test_where_there_is_a_chain_the_pairs_without_one_are_what_is_proposed_for() -> None:
    found = bridge("Method", "WorkEnvironmentOutcome", first=100)
    assert found["hasChain"] is True
    assert found["unweightedChainCount"] is None
    assert 0 < found["openPairCount"] < found["pairCount"]
    ranks = [(-each["newPairCount"], each["hopCount"], not each["openClaims"]) for each in found["proposals"]]
    assert len(ranks) == 100
    assert ranks == sorted(ranks)
    assert found["proposals"][0]["newPairCount"] > 1


def test_a_proposed_link_is_none_that_can_be_followed_already_and_joins_what_can_be_more_or_less() -> None:
    tree, network = shipped_collection().assessed().tree, shipped_collection().assessed().network
    for each in bridge("Concept", "Outcome", first=100, hops=2)["proposals"]:
        pair = (each["from"]["id"], each["to"]["id"])
        assert not network.graph.has_edge(*pair)
        for concept in pair:
            kinds = {kind.rsplit("#", 1)[1] for kind in tree.classes[concept]}
            assert not kinds <= {"ActorGroup", "Setting", "Circumstance", "EvidenceStatus", "Indicator"}
        assert ("No link between them is known in this collection." in each["inWords"]) == (
            each["link"] is None and not each["openClaims"]
        )


def test_a_proposal_on_a_pair_that_claims_are_on_already_tells_them() -> None:
    found = bridge("concept:turnover", "concept:demand-resource-balance", first=1)["proposals"][0]
    assert found["openClaims"]
    assert found["link"] is not None


def test_too_many_proposals_and_unknown_concepts_are_refused() -> None:
    assert refusal('{ bridge(from: ["Method"], to: ["Outcome"], first: 101) { hasChain } }')[0] == "`first` is 101"
    assert "is not a concept" in refusal('{ bridge(from: ["concept:nothing"], to: ["Outcome"]) { hasChain } }')[0]
