"""A chain says what it cannot promise: its weakest link, whether one study saw the whole, where the setting changes."""

from __future__ import annotations

from kg.evidence import EvidenceClaim, Scope
from kg.links import Link
from kg.network import Chain, behind, best_first, project, supporting_studies
from tests.kg.links.made_claims import TREE, claim, only_link, scope, study

STOCKHOLM, SPAIN, BRITAIN = scope("SE", setting="municipal"), scope("ES"), scope("GB")


def on(pair: str, factor: int = 1, *studies: str, where: Scope | None = None, **more: object) -> EvidenceClaim:
    """A claim on the pair of two letters that rests on the studies."""
    bases = [study(each, where=where) for each in studies]
    return claim(f"{pair} {factor} {studies}", factor, *bases, start=pair[0], end=pair[1], **more)


def chain(*claims: EvidenceClaim) -> Chain:
    return Chain(tuple(only_link(each) for each in claims))


def test_the_sign_of_a_chain_is_the_product_of_its_links() -> None:
    assert chain(on("ab", 1, "s"), on("bc", -1, "t")).factor == -1
    assert chain(on("ab", -1, "s"), on("bc", -1, "t")).factor == 1


def test_a_chain_passes_the_concepts_between_its_links() -> None:
    found = chain(on("ab", 1, "s"), on("bc", 1, "t"))
    assert (found.concepts, found.pairs) == (("a", "b", "c"), (("a", "b"), ("b", "c")))


def test_the_weakest_link_is_that_of_the_lowest_level_then_a_contested_one_then_that_of_fewest_lineages() -> None:
    two = only_link(on("ab", 1, "s"), on("ab", 1, "t"))
    one, opinion = only_link(on("bc", 1, "s")), only_link(on("cd", 1, kind="opinion"))
    contested = only_link(on("de", 1, "s"), on("de", -1))
    several = only_link(on("ef", 1, "s"), on("ef", 1))
    assert [link.rank for link in (two, one, opinion, contested, several)] == [2, 1, 0, 1, 1]
    assert Chain((two, one, opinion)).weakest is opinion
    assert Chain((two, one, contested)).weakest is contested
    assert Chain((several, one)).weakest is one


def test_a_chain_that_no_single_study_saw_whole_is_assembled() -> None:
    assert chain(on("ab", 1, "x"), on("bc", 1, "y")).is_assembled
    assert not chain(on("ab", 1, "x", "z"), on("bc", 1, "y", "x")).is_assembled


def test_a_study_that_saw_the_opposite_of_a_step_did_not_see_the_chain() -> None:
    second = only_link(on("bc", 1, "y"), on("bc", 1, "z"), on("bc", -1, "x"))
    assert Chain((only_link(on("ab", 1, "x")), second)).is_assembled


def test_a_single_link_is_not_put_together_even_where_no_study_is_named() -> None:
    assert not chain(on("ab", 1)).is_assembled


def test_steps_that_nobody_studied_are_assembled() -> None:
    assert chain(on("ab", 1, kind="opinion"), on("bc", 1, kind="opinion")).is_assembled


def test_a_step_changes_the_setting_where_nothing_behind_it_may_hold_for_those_of_the_step_before() -> None:
    found = chain(
        on("ab", 1, "s", where=STOCKHOLM),
        on("bc", 1, "t", where=scope("SE")),
        on("cd", 1, "u", where=SPAIN),
        on("de", 1, "v"),
        on("ef", 1, "w", where=BRITAIN),
    )
    assert found.scope_changes(TREE) == (False, False, True, False, False)


def test_one_claim_from_the_same_place_is_enough_to_stay_there() -> None:
    both = only_link(on("bc", 1, "s", where=SPAIN), on("bc", 1, "t", where=STOCKHOLM))
    first = only_link(on("ab", 1, "u", where=STOCKHOLM))
    assert Chain((first, both)).scope_changes(TREE) == (False, False)


def test_a_closed_chain_goes_on_from_its_last_link_to_its_first() -> None:
    links = chain(on("ab", 1, "s", where=SPAIN), on("ba", 1, "t", where=BRITAIN))
    assert links.scope_changes(TREE, is_closed=True) == (True, True)
    assert links.scope_changes(TREE) == (False, True)


def behind_names(link: Link) -> list[str]:
    return [each.claim for each in behind(link)]


def test_behind_a_link_stand_the_claims_that_support_its_sign() -> None:
    link = only_link(on("ab", 1, "s"), on("ab", -1), on("ab", 1, kind="opinion", document="an op-ed"))
    assert behind_names(link) == ["ab 1 ('s',)"]
    assert supporting_studies(link) == {"s"}
    assert Chain((link,)).documents == {"document of ab 1 ('s',)"}


def test_without_any_those_that_say_the_same_without_weight() -> None:
    link = only_link(on("ab", 1, "s", kind="opinion"), on("ab", 1, "t", kind="plan"), on("ab", -1, kind="comment"))
    assert behind_names(link) == ["ab 1 ('s',)", "ab 1 ('t',)"]
    assert supporting_studies(link) == frozenset()


def test_the_best_chain_comes_first_and_of_equals_the_shortest() -> None:
    one, opinion = only_link(on("ac", 1, "s")), only_link(on("ac", 1, kind="opinion"))
    two, three = only_link(on("ab", 1, "s"), on("ab", 1, "t")), only_link(on("bc", 1, "s"), on("bc", 1, "t"))
    single, longer, better = (
        Chain((one,)),
        Chain((only_link(on("ad", 1, "s")), only_link(on("dc", 1, "s")))),
        Chain((two, three)),
    )
    assert best_first([Chain((opinion,)), longer, single, better]) == (better, single, longer, Chain((opinion,)))


def test_links_without_direction_are_in_no_network() -> None:
    links = [
        only_link(on("ab", 1, "s"), on("ab", -1, "t")),
        only_link(on("bc", 0, "s")),
        only_link(claim("open", None, start="c", end="d")),
        only_link(on("de", 1, "s", is_symmetric=True)),
        only_link(on("ef", 1, "s", is_symmetric=True), on("ef", 1, "t")),
    ]
    network = project(links)
    assert list(network.graph.edges) == [("e", "f")]
    assert network.link("e", "f") is links[-1]


def test_a_link_of_opinions_is_in_the_network_only_when_asked_for() -> None:
    link = only_link(on("ab", 1, kind="opinion"))
    assert not project([link]).graph.edges
    assert list(project([link], include_unweighted=True).graph.edges) == [("a", "b")]


def test_an_opinion_that_the_two_go_together_does_not_say_which_acts_on_which() -> None:
    link = only_link(
        on("ab", 1, kind="opinion", is_symmetric=True),
        on("ab", -1, "s", kind="opinion"),
        on("ab", 1, "t", kind="opinion", is_symmetric=True),
    )
    assert link.factor == 1
    assert not project([link], include_unweighted=True).graph.edges
