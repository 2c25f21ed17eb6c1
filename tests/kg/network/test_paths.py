"""Chains are every simple path of links with a direction that is as asked for, best first; the rest is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import LimitExceeded
from kg.evidence import EvidenceClaim, LeftOut
from kg.links import Link, pool
from kg.network import Chain, Network, PathQuestion, SearchLimits, best_first, distances, find_paths, project
from tests.kg.links.made_claims import claim, judging, study


def network(claims: list[EvidenceClaim]) -> Network:
    return project(pool(claims, judging()), include_unweighted=True)


def chain_of(*pairs: str) -> list[EvidenceClaim]:
    return [claim(pair, 1, study(pair), start=pair[0], end=pair[1]) for pair in pairs]


def asked(start: str, end: str, **more: object) -> PathQuestion:
    return PathQuestion(frozenset(start), frozenset(end), **more)  # type: ignore[arg-type]


def found(claims: list[EvidenceClaim], question: PathQuestion, **limits: float) -> list[str]:
    chains = find_paths(network(claims), question, SearchLimits(**limits)).chains  # type: ignore[arg-type]
    return ["".join(chain.concepts) for chain in chains]


def test_every_chain_from_any_start_to_any_end_is_found() -> None:
    links = chain_of("ab", "bc", "bd", "ad")
    assert found(links, asked("a", "cd")) == ["ad", "abc", "abd"]
    assert found(links, asked("ab", "d")) == ["ad", "bd", "abd"]


def test_a_concept_that_is_a_start_and_an_end_has_no_chain_to_itself() -> None:
    assert found(chain_of("ab", "ba"), asked("ab", "ab")) == ["ab", "ba"]


def test_links_without_weighed_claims_are_followed_only_when_asked_for() -> None:
    opinion = [claim("a", 1, kind="opinion", start="a", end="b")]
    assert found(opinion, asked("a", "b")) == []
    assert found(opinion, asked("a", "b", include_unweighted=True)) == ["ab"]


def test_a_concept_without_links_has_no_chains() -> None:
    assert found(chain_of("ab"), asked("a", "z")) == found(chain_of("ab"), asked("", "b")) == []


@pytest.mark.parametrize("hops", [0, 7])
def test_more_hops_than_the_limit_are_refused(hops: int) -> None:
    with pytest.raises(LimitExceeded, match=f"maxHops is {hops}; from 1 to 6 can be asked for"):
        find_paths(network(chain_of("ab")), asked("a", "b", max_hops=hops))


LADDER = chain_of(*(f"{one}{other}" for one, other in permutations("abcdef", 2)))


@pytest.mark.parametrize(("limits", "most"), [(SearchLimits(max_chains=3), 3), (SearchLimits(seconds=-1.0), 0)])
def test_a_search_that_a_limit_ends_says_that_it_is_not_the_whole(limits: SearchLimits, most: int) -> None:
    cut = find_paths(network(LADDER), asked("a", "f", max_hops=5), limits)
    assert (len(cut.chains), cut.is_truncated) == (most, True)
    assert best_first(cut.chains) == cut.chains
    whole = find_paths(network(LADDER), asked("a", "f", max_hops=5), SearchLimits(seconds=60))
    assert (len(whole.chains), whole.is_truncated) == (65, False)


def test_a_search_that_finds_just_as_many_as_the_limit_is_whole() -> None:
    assert not find_paths(network(chain_of("ab")), asked("a", "b"), SearchLimits(max_chains=1)).is_truncated


def test_a_count_of_what_was_dropped_that_a_limit_ends_is_not_the_whole_either() -> None:
    cut = find_paths(network(LADDER), asked("a", "f", avoiding=frozenset("bcde")), SearchLimits(max_chains=3))
    assert (["".join(chain.concepts) for chain in cut.chains], cut.is_truncated) == (["af"], True)


CONCEPTS = "abcde"
PAIRS = list(permutations(CONCEPTS, 2))
STUDIES = ("controlled-trial", "mixed-methods", "poll")


def _claims(drawn: list[tuple[tuple[str, str], int | None, str, int | None, bool]]) -> list[EvidenceClaim]:
    return [
        claim(
            f"claim {number:02}",
            factor,
            *([] if design is None else [study(f"study {design}", STUDIES[design])]),
            kind=kind,
            start=start,
            end=end,
            is_symmetric=is_symmetric,
        )
        for number, ((start, end), factor, kind, design, is_symmetric) in enumerate(drawn)
    ]


SIGNED_MULTIGRAPHS = st.lists(
    st.tuples(
        st.sampled_from(PAIRS),
        st.sampled_from([1, -1, 1, -1, 1, -1, 0, None]),
        st.sampled_from(["observed", "observed", "opinion"]),
        st.sampled_from([0, 1, 2, None]),
        st.sampled_from([False, False, False, True]),
    ),
    max_size=24,
).map(_claims)
SOME = st.frozensets(st.sampled_from(CONCEPTS), max_size=2)
QUESTIONS = st.builds(
    PathQuestion,
    starts=st.frozensets(st.sampled_from(CONCEPTS), min_size=1, max_size=3),
    ends=st.frozensets(st.sampled_from(CONCEPTS), min_size=1, max_size=3),
    max_hops=st.integers(1, 4),
    factor=st.sampled_from([None, 1, -1]),
    min_rank=st.sampled_from([0, 0, 1, 2]),
    include_unweighted=st.booleans(),
    through=st.one_of(st.just(frozenset[str]()), SOME),
    avoiding=st.one_of(st.just(frozenset[str]()), SOME),
)


@given(SIGNED_MULTIGRAPHS, QUESTIONS)
def test_the_chains_and_what_was_dropped_are_those_that_trying_every_order_of_concepts_finds(
    claims: list[EvidenceClaim], question: PathQuestion
) -> None:
    answer = find_paths(network(claims), question)
    expected: set[tuple[str, ...]] = set()
    dropped: Counter[LeftOut] = Counter()
    for concepts, links in _every_order({link.pair: link for link in pool(claims, judging())}, question):
        reason = _why_not(concepts, links, question)
        if reason is None:
            expected.add(concepts)
        else:
            dropped[reason] += 1
    assert {chain.concepts for chain in answer.chains} == expected
    assert len(answer.chains) == len(expected)
    assert (answer.dropped, answer.is_truncated) == (dropped, False)


def _every_order(
    links: Mapping[tuple[str, str], Link], question: PathQuestion
) -> Iterator[tuple[tuple[str, ...], list[Link]]]:
    for length in range(2, question.max_hops + 2):
        for concepts in permutations(CONCEPTS, length):
            steps = [links.get(pair) for pair in pairwise(concepts)]
            is_asked = concepts[0] in question.starts and concepts[-1] in question.ends
            if is_asked and all(step is not None and _acts(step) for step in steps):
                yield concepts, [step for step in steps if step is not None]


def _acts(link: Link) -> bool:
    """Whether some claim says that the one increases or decreases the other, as the link does."""
    counted = [each for each in link.claims if each.weight] or link.claims
    return any(each.factor == link.factor and not each.is_symmetric for each in counted) and link.factor in (1, -1)


def _why_not(concepts: tuple[str, ...], links: list[Link], question: PathQuestion) -> LeftOut | None:
    sign = (-1) ** sum(link.factor == -1 for link in links)
    reasons = {
        LeftOut.NO_WEIGHT: not question.include_unweighted and any(link.support == () for link in links),
        LeftOut.BELOW_LEVEL: any(link.rank < question.min_rank for link in links),
        LeftOut.OTHER_SIGN: question.factor not in (None, sign),
        LeftOut.AVOIDED: any(each in question.avoiding for each in concepts),
        LeftOut.NOT_THROUGH: any(each not in concepts for each in question.through),
    }
    return next((reason for reason in LeftOut if reasons.get(reason)), None)


@given(SIGNED_MULTIGRAPHS, QUESTIONS)
def test_the_chains_come_best_first(claims: list[EvidenceClaim], question: PathQuestion) -> None:
    chains = find_paths(network(claims), question).chains
    for better, worse in combinations(chains, 2):
        assert _goodness(better) >= _goodness(worse)


def _goodness(chain: Chain) -> tuple[int, bool, int, int]:
    weakest = min(chain.links, key=lambda link: (link.rank, not link.is_contested, len(link.support)))
    return weakest.rank, not weakest.is_contested, len(weakest.support), -len(chain.links)


@given(SIGNED_MULTIGRAPHS, QUESTIONS, st.integers(0, 5))
def test_what_a_limit_leaves_is_part_of_the_whole(
    claims: list[EvidenceClaim], question: PathQuestion, most: int
) -> None:
    whole = find_paths(network(claims), question)
    cut = find_paths(network(claims), question, SearchLimits(max_chains=most))
    assert all(chain in whole.chains for chain in cut.chains)
    assert all(count <= whole.dropped[reason] for reason, count in cut.dropped.items())
    if not cut.is_truncated:
        assert cut == whole
    best = sorted((chain.weakest.rank for chain in whole.chains), reverse=True)
    assert [chain.weakest.rank for chain in cut.chains] == best[: len(cut.chains)], "none of a higher level is missing"


@given(SIGNED_MULTIGRAPHS, SOME, st.integers(0, 4))
def test_distances_are_those_of_the_shortest_chain_from_any_start(
    claims: list[EvidenceClaim], starts: frozenset[str], most: int
) -> None:
    graph = network(claims).graph
    expected = {}
    for length in range(1, most + 2):
        for concepts in permutations(CONCEPTS, length):
            if (
                concepts[0] in starts
                and concepts[0] in graph
                and all(pair in graph.edges for pair in pairwise(concepts))
            ):
                expected.setdefault(concepts[-1], length - 1)
    assert distances(graph, starts, most) == expected
