"""Claims on one pair of concepts become one link, whose sign follows independent lineages and nothing else."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from kg.links import Link, PooledClaim, pool
from kg.links.pooling import Role

SIGNS = {1: "increases", -1: "decreases", 0: "no-change"}


def claim(name: str, factor: int | None = -1, **given_values: object) -> PooledClaim:
    values: dict[str, object] = {
        "claim": name,
        "start": "support",
        "end": "stress",
        "sign": SIGNS.get(factor, "undirected") if factor is not None else "undirected",
        "factor": factor,
        "weight": 1,
        "lineages": frozenset({f"lineage of {name}"}),
    }
    return PooledClaim(**{**values, **given_values})  # type: ignore[arg-type]


def only_link(*claims: PooledClaim) -> Link:
    (link,) = pool(claims, mixed="mixed", undirected="undirected")
    return link


def test_the_sign_that_most_lineages_support_is_the_links_sign() -> None:
    link = only_link(claim("a"), claim("b"), claim("c", 1))
    assert (link.sign, len(link.lineages), len(link.disputing_lineages)) == ("decreases", 2, 1)
    assert link.claims == {"a": Role.SUPPORTS, "b": Role.SUPPORTS, "c": Role.DISPUTES}


def test_ten_claims_of_one_lineage_count_once_against_two_of_two() -> None:
    one_family = [claim(f"a{n}", lineages=frozenset({"family"})) for n in range(10)]
    link = only_link(*one_family, claim("b", 1), claim("c", 1))
    assert link.sign == "increases"
    assert len(link.disputing_lineages) == 1


def test_equally_many_lineages_either_way_make_a_mixed_link() -> None:
    link = only_link(claim("a"), claim("b", 1))
    assert (link.sign, link.factor) == ("mixed", None)
    assert link.claims == {"a": Role.DISPUTES, "b": Role.SUPPORTS}


def test_opinions_stay_visible_beside_the_link_but_never_move_its_sign() -> None:
    link = only_link(claim("a"), *(claim(f"opinion {n}", 1, weight=0) for n in range(5)))
    assert (link.sign, len(link.lineages)) == ("decreases", 1)
    assert link.claims["opinion 0"] is Role.ACCOMPANIES


def test_where_only_opinions_speak_the_link_has_their_sign_and_no_lineage() -> None:
    link = only_link(claim("a", 1, weight=0))
    assert (link.sign, link.lineages) == ("increases", frozenset())


def test_a_study_that_found_no_difference_disputes_an_effect() -> None:
    link = only_link(claim("a"), claim("b"), claim("c", 0))
    assert link.claims["c"] is Role.DISPUTES


def test_what_is_stated_to_be_unknown_leaves_the_link_open() -> None:
    link = only_link(claim("a", None, sign="unknown"))
    assert (link.sign, link.claims) == ("unknown", {"a": Role.LEAVES_OPEN})


def test_a_claim_on_what_buffers_an_effect_is_not_a_claim_of_the_effect() -> None:
    link = only_link(claim("a", 1), claim("buffer", -1, is_qualifying=True))
    assert (link.sign, link.claims["buffer"]) == ("increases", Role.QUALIFIES)


def test_a_buffer_of_an_effect_that_nobody_claims_makes_no_link() -> None:
    assert pool([claim("buffer", is_qualifying=True)], mixed="mixed", undirected="undirected") == []


CLAIMS = st.builds(
    claim,
    st.sampled_from("abcdefgh"),
    st.sampled_from([1, -1, 0, None]),
    weight=st.sampled_from([0, 1]),
    lineages=st.frozensets(st.sampled_from("xyz"), min_size=1),
    end=st.sampled_from(["stress", "turnover"]),
)
COLLECTIONS = st.lists(CLAIMS, max_size=8, unique_by=lambda each: each.claim)


@given(COLLECTIONS, st.randoms())
def test_the_order_in_which_claims_are_read_changes_nothing(claims: list[PooledClaim], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert pool(claims, mixed="m", undirected="u") == pool(shuffled, mixed="m", undirected="u")


@given(COLLECTIONS)
def test_every_claim_is_on_exactly_one_link_and_every_count_is_that_of_the_definition(
    claims: list[PooledClaim],
) -> None:
    links = pool(claims, mixed="m", undirected="u")
    assert sorted(name for link in links for name in link.claims) == sorted(each.claim for each in claims)
    by_name = {each.claim: each for each in claims}
    for link, (role, counted) in product(links, _counted()):
        expected = {lineage for name, each in link.claims.items() if each is role for lineage in by_name[name].lineages}
        assert counted(link) == expected


@given(COLLECTIONS)
def test_claims_without_weight_never_change_what_weighed_claims_say(claims: list[PooledClaim]) -> None:
    weighed = [each for each in claims if each.weight]
    with_all = {(link.start, link.end): link for link in pool(claims, mixed="m", undirected="u")}
    for link in pool(weighed, mixed="m", undirected="u"):
        same = with_all[link.start, link.end]
        if link.factor is not None or link.sign == "m":
            assert (same.sign, same.lineages) == (link.sign, link.lineages)


def _counted():  # type: ignore[no-untyped-def]
    return [(Role.SUPPORTS, lambda link: link.lineages), (Role.DISPUTES, lambda link: link.disputing_lineages)]
