"""Withdrawing sources only ever takes away, and what it takes is told as a whole new assessment would find it."""

from __future__ import annotations

from itertools import pairwise, permutations
from math import prod

from hypothesis import given
from hypothesis import strategies as st

from kg.evidence import EvidenceClaim, EvidenceFloor
from kg.links import Link
from kg.questions import Assessed, SourceKind, Withdrawal, changed_links, load_bearing, withdrawal
from tests.kg.questions.made_collections import COLLECTIONS, CONCEPTS, STUDIES, claim, evidence

LEVELS = st.sampled_from([None, "u1", "u2"])
WITHDRAWN = st.builds(
    EvidenceFloor,
    without_documents=st.frozensets(st.sampled_from(["d1", "d2"]), max_size=1),
    without_studies=st.frozensets(st.sampled_from(sorted(STUDIES)), max_size=3),
    without_lineages=st.frozensets(st.sampled_from(["north", "south", "east", "voice"]), max_size=2),
)
FACTORS, OUTCOMES = {"measure", "factor"}, {"stress", "turnover"}


def withdrawn(claims: list[EvidenceClaim], **sources: frozenset[str]) -> Withdrawal:
    everything = evidence(claims)
    return withdrawal(everything.whole, everything.assess(EvidenceFloor(**sources)))  # type: ignore[arg-type]


def test_a_link_that_rests_on_one_document_is_lost_with_it() -> None:
    found = withdrawn([claim("a", "factor", "stress")], without_documents=frozenset({"d1"}))
    (change,) = found.changes
    assert (found.claim_count, change.before.level, change.after, change.is_lost) == (1, "u1", None, True)


def test_a_link_with_another_lineage_stays_at_a_lower_level() -> None:
    claims = [claim("a", "factor", "stress"), claim("b", "factor", "stress", studies=("s4",))]
    (change,) = withdrawn(claims, without_lineages=frozenset({"south"})).changes
    assert change.after is not None
    assert (change.before.level, change.after.level, change.is_lost, change.is_lowered) == ("u3", "u1", False, True)


def test_a_claim_with_another_study_behind_it_stays() -> None:
    claims = [claim("a", "factor", "stress", studies=("s3", "s4"))]
    found = withdrawn(claims, without_studies=frozenset({"s4"}))
    assert (found.claim_count, len(found.changes)) == (0, 1)


def test_a_link_that_nothing_touches_is_not_among_the_changed() -> None:
    claims = [claim("a", "factor", "stress"), claim("b", "factor", "turnover", document="d2")]
    found = withdrawn(claims, without_documents=frozenset({"d2"}))
    assert [change.before.end for change in found.changes] == ["turnover"]


def test_withdrawing_what_spoke_against_lets_a_chain_appear_and_tells_so() -> None:
    claims = [claim("a", "factor", "stress"), claim("b", "factor", "stress", -1, studies=("s5",))]
    found = withdrawn(claims, without_studies=frozenset({"s5"}))
    assert [(change.before.sign, change.after and change.after.sign) for change in found.changes] == [
        ("mixed", "increases")
    ]
    assert (found.lost_chains, found.gained_chain_count) == ((), 1)


def test_withdrawing_the_better_of_two_studies_does_not_let_the_others_place_raise_the_level() -> None:
    claims = [
        claim("a", "factor", "stress", studies=("s1", "s2")),
        claim("b", "factor", "stress", studies=("s4",)),
    ]
    everything = evidence(claims)
    after = everything.assess(EvidenceFloor(without_studies=frozenset({"s1"})))
    assert [after.all_links[0].rank <= link.rank for link in everything.whole.all_links] == [True]


@given(COLLECTIONS, WITHDRAWN)
def test_withdrawing_never_raises_a_level_and_never_makes_a_link(
    claims: list[EvidenceClaim], floor: EvidenceFloor
) -> None:
    everything = evidence(claims)
    before = everything.whole.links
    for link in everything.assess(floor).all_links:
        assert link.rank <= before[link.pair].rank


@given(COLLECTIONS, WITHDRAWN, LEVELS)
def test_the_changed_links_are_those_that_two_whole_assessments_differ_in(
    claims: list[EvidenceClaim], floor: EvidenceFloor, min_level: str | None
) -> None:
    before, after = _assessed(claims, floor, min_level)
    later = {link.pair: link for link in after.all_links}
    expected = {
        pair: pair not in after.links
        for pair, link in before.links.items()
        if pair not in later or _told(link) != _told(later[pair])
    }
    assert {change.before.pair: change.is_lost for change in changed_links(before, after)} == expected


@given(COLLECTIONS, WITHDRAWN, LEVELS)
def test_the_lost_chains_are_those_that_trying_every_order_of_concepts_finds(
    claims: list[EvidenceClaim], floor: EvidenceFloor, min_level: str | None
) -> None:
    before, after = _assessed(claims, floor, min_level)
    earlier, later = _every_chain(before), _every_chain(after)
    found = withdrawal(before, after)
    assert {chain.concepts for chain in found.lost_chains} == {
        concepts
        for concepts, (factor, rank) in earlier.items()
        if concepts not in later or later[concepts][0] != factor or later[concepts][1] < rank
    }
    assert found.gained_chain_count == sum(
        concepts not in earlier or earlier[concepts][0] != factor for concepts, (factor, _) in later.items()
    )


@given(COLLECTIONS, WITHDRAWN)
def test_the_lost_loops_are_those_that_trying_every_order_of_concepts_finds(
    claims: list[EvidenceClaim], floor: EvidenceFloor
) -> None:
    before, after = _assessed(claims, floor, None)
    earlier, later = _every_loop(before), _every_loop(after)
    assert {loop.concepts for loop in withdrawal(before, after).lost_loops} == {
        concepts
        for concepts, (factor, rank) in earlier.items()
        if concepts not in later or later[concepts][0] != factor or later[concepts][1] < rank
    }


@given(COLLECTIONS, LEVELS)
def test_each_source_bears_what_a_whole_assessment_without_it_shows(
    claims: list[EvidenceClaim], min_level: str | None
) -> None:
    before, _ = _assessed(claims, EvidenceFloor(), min_level)
    found = load_bearing(before, list(SourceKind))
    sources = {
        *((SourceKind.DOCUMENT, each.document) for each in claims),
        *((SourceKind.STUDY, study) for each in claims for study in each.studies),
        *((SourceKind.LINEAGE, lineage) for each in claims for lineage in each.lineages),
    }
    expected = {}
    for kind, source in sources:
        taken = {f"without_{_PLURALS[kind]}": frozenset({source})}
        changes = changed_links(*_assessed(claims, EvidenceFloor(**taken), min_level))  # type: ignore[arg-type]
        if changes:
            lowered = sum(each.is_lowered for each in changes)
            expected[kind, source] = (len(changes), sum(each.is_lost for each in changes), lowered)
    told = {
        (each.kind, each.source): (each.changed_count, each.lost_count, each.lowered_count) for each in found.sources
    }
    assert told == expected
    assert found.without_effect == len(sources) - len(expected)
    assert [each.changed_count for each in found.sources] == sorted(
        (each[0] for each in expected.values()), reverse=True
    )


def test_without_time_nothing_is_seen_and_that_is_told() -> None:
    found = load_bearing(evidence([claim("a", "factor", "stress")]).whole, list(SourceKind), seconds=-1)
    assert (found.sources, found.without_effect, found.is_truncated) == ((), 0, True)


_PLURALS = {SourceKind.DOCUMENT: "documents", SourceKind.STUDY: "studies", SourceKind.LINEAGE: "lineages"}


def _assessed(claims: list[EvidenceClaim], floor: EvidenceFloor, min_level: str | None) -> tuple[Assessed, Assessed]:
    everything = evidence(claims)
    kept = EvidenceFloor(min_level, frozenset(), frozenset(), frozenset(), False)
    taken = EvidenceFloor(
        min_level,
        without_documents=floor.without_documents,
        without_studies=floor.without_studies,
        without_lineages=floor.without_lineages,
    )
    return everything.assess(kept), everything.assess(taken)


def _told(link: Link) -> tuple[object, ...]:
    sides = (link.support, link.opposition)
    return link.sign, link.level, link.is_contested, *({each.lineage for each in side} for side in sides)


def _every_chain(assessed: Assessed) -> dict[tuple[str, ...], tuple[int, int]]:
    orders = (order for count in (2, 3, 4) for order in permutations(CONCEPTS, count))
    return {
        order: _sum(order, assessed)
        for order in orders
        if order[0] in FACTORS and order[-1] in OUTCOMES and _is_there(order, assessed)
    }


def _every_loop(assessed: Assessed) -> dict[tuple[str, ...], tuple[int, int]]:
    orders = (order for count in (2, 3, 4, 5) for order in permutations(CONCEPTS, count))
    closed = ((*order, order[0]) for order in orders if order[0] == min(order))
    return {order: _sum(order, assessed) for order in closed if _is_there(order, assessed)}


def _is_there(order: tuple[str, ...], assessed: Assessed) -> bool:
    return all(assessed.network.graph.has_edge(*pair) for pair in pairwise(order))


def _sum(order: tuple[str, ...], assessed: Assessed) -> tuple[int, int]:
    links = [assessed.links[pair] for pair in pairwise(order)]
    return prod(link.factor or 0 for link in links), min(link.rank for link in links)
