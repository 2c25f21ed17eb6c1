"""The laws of support, over random collections judged by the ontology's own rules.

Source: knowledge model, section 5.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kg.evidence import Basis, EvidenceClaim, EvidenceFloor, above_floor
from kg.links import Link, Speaker, pool
from kg.links.support import level_of, lineage_supports
from kg.network import PathQuestion, find_paths, project
from kg.terms import VERB_FORCE_CAUSAL
from kg.wording import Sentences
from tests.collection import shipped_ontology
from tests.kg.links.made_claims import (
    CONCEPTS,
    FLAGS,
    LINEAGES,
    STUDIES,
    TREE,
    Claims,
    by_pair,
    claim,
    collections,
    judging,
    named,
    rules,
    strong_link,
    study,
    verdict,
)

STRONG = st.sampled_from([(), tuple(strong_link()), tuple(strong_link("mixed-methods"))])
"""Mixed into some collections, so that high levels are there to be raised or lost."""

COLLECTIONS = st.builds(lambda made, strong: (*made, *strong), collections(), STRONG)
FEW = collections(most=4)


def rank_of_direction(claims: list[EvidenceClaim], factor: int) -> int:
    """The rank of the level that the weighed claims of one direction reach, whatever sign their link has."""
    speaking = [each for each in claims if each.factor == factor and each.weight and not each.is_qualifying]
    return rules().rank(level_of(lineage_supports(speaking, rules()), rules(), TREE))


@given(COLLECTIONS, FEW, st.sampled_from([1, -1]))
def test_opposing_evidence_never_raises_the_level_of_a_direction(claims: Claims, more: Claims, factor: int) -> None:
    opposing = [replace(each, claim=f"more {each.claim}") for each in more if each.factor not in (factor, None)]
    before, after = by_pair(claims), by_pair([*claims, *opposing])
    for pair, link in after.items():
        there = before.get(pair)
        was = -1 if there is None else there.rank
        if link.factor == factor:
            assert link.rank <= rank_of_direction(list(link.claims), factor)
            assert there is not None
            assert link.rank <= max(was, rank_of_direction(list(there.claims), factor))


@given(COLLECTIONS, FEW)
def test_a_link_keeps_its_level_and_sign_against_opposition_or_loses_the_sign(claims: Claims, more: Claims) -> None:
    for pair, there in by_pair(claims).items():
        if not there.factor:
            continue
        opposing = [
            replace(each, claim=f"more {each.claim}", start=pair[0], end=pair[1])
            for each in more
            if each.factor == -there.factor
        ]
        link = by_pair([*claims, *opposing])[pair]
        if there.support and link.sign == there.sign:
            assert (link.level, link.support) == (there.level, there.support)
            assert link.is_contested >= there.is_contested


@given(COLLECTIONS, st.data())
def test_another_claim_of_the_same_lineage_changes_nothing(claims: Claims, data: st.DataObject) -> None:
    if not claims:
        return
    original = data.draw(st.sampled_from(claims))
    name = data.draw(st.sampled_from(["", "claim", "zzz"]))
    weaker = original.flags | data.draw(st.sets(st.sampled_from([named("support-flag", each) for each in FLAGS])))
    same_again = replace(original, claim=f"{name} again", flags=weaker)
    before, after = by_pair(claims), by_pair([*claims, same_again])
    assert {pair: verdict(link) for pair, link in after.items()} == {
        pair: verdict(link) for pair, link in before.items()
    }


@given(COLLECTIONS)
def test_a_chain_is_never_above_its_weakest_link(claims: Claims) -> None:
    network = project(pool(claims, judging()), include_unweighted=True)
    everything = frozenset(CONCEPTS)
    found = find_paths(network, PathQuestion(everything, everything, include_unweighted=True))
    for chain in found.chains:
        assert chain.weakest in chain.links
        assert all(chain.weakest.rank <= link.rank for link in chain.links)


@given(
    COLLECTIONS,
    st.builds(
        EvidenceFloor,
        without_documents=st.frozensets(st.sampled_from(["document 1", "document 2", "document of a"]), max_size=1),
        without_studies=st.frozensets(st.sampled_from([*STUDIES, "local"]), max_size=2),
        without_lineages=st.frozensets(st.sampled_from([*LINEAGES, "lineage of survey"]), max_size=2),
    ),
)
def test_withdrawing_documents_studies_and_lineages_never_raises_a_level(claims: Claims, floor: EvidenceFloor) -> None:
    _is_nowhere_above(above_floor(claims, floor, TREE).claims, claims)


@given(COLLECTIONS, st.data())
def test_no_claim_that_is_taken_away_raises_a_level(claims: Claims, data: st.DataObject) -> None:
    kept = [each for each in claims if data.draw(st.booleans())]
    _is_nowhere_above(kept, claims)


def _is_nowhere_above(fewer: list[EvidenceClaim], all_of_them: Claims) -> None:
    before = by_pair(all_of_them)
    for pair, link in by_pair(fewer).items():
        assert link.rank <= before[pair].rank


@given(COLLECTIONS, st.permutations(CONCEPTS), st.randoms())
def test_renaming_concepts_and_reordering_claims_changes_nothing_but_names(
    claims: Claims, others: list[str], chance: Random
) -> None:
    new_name = dict(zip(CONCEPTS, others, strict=True))
    renamed = [replace(each, start=new_name[each.start], end=new_name[each.end]) for each in claims]
    chance.shuffle(renamed)
    expected = {(new_name[a], new_name[b]): verdict(link) for (a, b), link in by_pair(claims).items()}
    assert {pair: verdict(link) for pair, link in by_pair(renamed).items()} == expected


@given(COLLECTIONS, st.integers())
def test_renaming_claims_studies_and_lineages_changes_nothing_but_names(claims: Claims, seed: int) -> None:
    """What breaks ties must never be how something is called."""

    def new_name(name: str | None) -> str:
        return f"{Random(f'{seed} {name}').random()} {name}"

    before, after = by_pair(claims), by_pair([_renamed(each, new_name) for each in claims])
    for pair, link in before.items():
        same = after[pair]
        assert (same.sign, same.level, same.is_contested) == (link.sign, link.level, link.is_contested)
        for old, new in ((link.support, same.support), (link.opposition, same.opposition)):
            assert sorted((new_name(each.lineage), each.tier) for each in old) == sorted(
                (each.lineage, each.tier) for each in new
            )


def _renamed(each: EvidenceClaim, new_name: Callable[[str | None], str]) -> EvidenceClaim:
    bases = tuple(
        Basis(new_name(old.study), new_name(old.lineage), old.design, old.has_sample_size, old.scope)
        for old in each.bases
    )
    lineages = frozenset(map(new_name, each.lineages))
    return replace(each, claim=new_name(each.claim), document=new_name(each.document), bases=bases, lineages=lineages)


@given(COLLECTIONS)
def test_kinds_without_weight_never_move_a_level_nor_the_sign_of_a_link_with_weighed_claims(claims: Claims) -> None:
    weighed = by_pair([each for each in claims if each.weight])
    for pair, link in by_pair(claims).items():
        if pair in weighed:
            assert verdict(link) == verdict(weighed[pair])
        else:
            assert (link.rank, link.support, link.opposition, link.is_contested) == (0, (), (), False)


@given(COLLECTIONS)
def test_what_is_only_passed_on_is_at_most_u2(claims: Claims) -> None:
    for link in pool([replace(each, is_first_hand=False) for each in claims], judging()):
        assert link.rank <= 2


@given(COLLECTIONS)
def test_a_causal_verb_is_shown_only_with_a_lineage_of_tier_4(claims: Claims) -> None:
    speaker = Speaker(Sentences(shipped_ontology()), TREE, rules())
    for link in pool(claims, judging()):
        if speaker.licensed_force(link) == str(VERB_FORCE_CAUSAL):
            assert max(each.tier for each in link.support) >= 4
            assert not link.is_contested


@given(COLLECTIONS)
def test_each_label_is_the_one_that_counting_by_the_knowledge_model_gives(claims: Claims) -> None:
    for link in pool(claims, judging()):
        assert link.rank == _counted_out(link)


def _counted_out(link: Link) -> int:
    """The label as section 5 words it, with nothing but counting."""
    at_least = {tier: sum(each.tier >= tier for each in link.support) for tier in (1, 2, 4)}
    counted = [each for support in link.support for each in support.standings if each.tier >= 1]
    is_local = any(
        each.scope
        and "SE" in each.scope.countries
        and each.scope.settings & {named("concept", name) for name in ("municipal", "social-services")}
        for each in counted
    )
    is_first_hand = any(each.claim.is_first_hand for each in counted)
    if at_least[1] >= 3 and at_least[2] >= 2 and is_local and is_first_hand:
        return 4 if at_least[4] >= 1 else 3
    return min(at_least[1], 2)


def test_the_random_collections_hold_links_of_every_level() -> None:
    seen = set()

    @settings(max_examples=200, derandomize=True, database=None, phases=[Phase.generate])
    @given(COLLECTIONS)
    def look(claims: Claims) -> None:
        seen.update(link.rank for link in pool(claims, judging()))

    look()
    assert seen == set(range(5))


def test_a_link_can_be_lost_but_not_gained_by_a_withdrawal() -> None:
    claims = (claim("a", -1, study("s")), claim("b", 1, study("t")), claim("c", 1, study("u")))
    left = above_floor(claims, EvidenceFloor(without_documents=frozenset({"document of c"})), TREE).claims
    assert [by_pair(each)["support", "stress"].rank for each in (claims, left)] == [2, 1]
