"""What a query may ask for: each limit at its bound, and the size of a query against queries that were really run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from graphql import OperationDefinitionNode, build_schema, execute_sync, get_introspection_query, parse, validate
from hypothesis import given
from hypothesis import strategies as st

from api.limits import Limits, OperationCheck, Refusal

SCHEMA = build_schema("""
    type Query {
      claim: Claim!
      claims(first: Int, last: Int): ClaimConnection!
      latest(first: Int = 3): ClaimConnection!
      claimsOf(ids: [ID!]!): [Claim!]!
      paths(limit: Int): [Claim!]!
    }
    interface Node { id: ID! }
    type Claim implements Node {
      id: ID!
      statement: String!
      names: [String!]!
      claim: Claim!
      related(first: Int): ClaimConnection!
      authors: [Claim!]!
    }
    type ClaimConnection { totalCount: Int! nodes: [Claim!]! edges: [ClaimEdge!]! pageInfo: PageInfo! }
    type ClaimEdge { cursor: String! node: Claim! }
    type PageInfo { endCursor: String! }
""")

WIDE = Limits(max_depth=1000, max_cost=10**11, max_aliases=10**6, max_root_fields=10**6)


def refusals(query: str, limits: Limits, variables: Mapping[str, Any] | None = None) -> list[Refusal]:
    document = parse(query)
    assert validate(SCHEMA, document) == []
    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    return OperationCheck(SCHEMA, limits).refusals(document, operation, variables or {})


def only_refusal(query: str, limits: Limits, variables: Mapping[str, Any] | None = None) -> Refusal:
    (refusal,) = refusals(query, limits, variables)
    return refusal


def cost(query: str, variables: Mapping[str, Any] | None = None, limits: Limits = WIDE) -> int:
    return only_refusal("query" + query, replace(limits, max_cost=1), variables).measured


def line_and_column(refusal: Refusal) -> tuple[int, int]:
    assert refusal.node is not None
    assert refusal.node.loc is not None
    token = refusal.node.loc.start_token
    return token.line, token.column


# --- cost ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("{ claim { id statement } }", 3),
        ("{ claims(first: 7) { totalCount } }", 2),
        ("{ claims(first: 7) { nodes { id } } }", 1 + 7 * 2),
        ("{ claims(last: 7) { edges { node { id } } } }", 1 + 7 * 3),
        ("{ claims { nodes { id } } }", 1 + 20 * 2),
        ("{ latest { nodes { id } } }", 1 + 3 * 2),
        ("{ claim { id } claims(first: 0) { nodes { id } } }", 3),
        ("{ claims(first: 2) { nodes { related(first: 5) { nodes { id } } } } }", 1 + 2 * (1 + 1 + 5 * 2)),
        ('{ claimsOf(ids: ["a", "b", "c"]) { id } }', 3 * 2),
        ("{ paths { id } }", 10 * 2),
        ("{ paths(limit: 4) { id } }", 4 * 2),
        ("{ claim { names } }", 1 + 10),
        ("{ claim { id @skip(if: true) } }", 2),
    ],
)
def test_cost_counts_each_field_once_for_every_item_that_encloses_it(query: str, expected: int) -> None:
    assert expected == cost(query)


def test_cost_takes_page_sizes_and_lists_from_variables() -> None:
    query = "($n: Int, $ids: [ID!]!) { claims(first: $n) { nodes { id } } claimsOf(ids: $ids) { id } }"

    assert cost(query, {"n": 6, "ids": ["a", "b"]}) == 1 + 6 * 2 + 2 * 2
    assert cost(query, {"ids": []}) == 1 + 20 * 2 + 0


def test_a_fragment_on_a_page_costs_as_much_as_the_page_it_is_spread_on() -> None:
    query = (
        "{ a: claims(first: 2) { ...P } b: claims(first: 9) { ...P } } fragment P on ClaimConnection { nodes { id } }"
    )

    assert cost(query) == (1 + 2 * 2) + (1 + 9 * 2)


def test_the_refusal_names_the_page_that_costs_most_with_its_place() -> None:
    query = """query {
      claim { id }
      all: claims(first: 50) {
        nodes { statement related(first: 40) { nodes { id statement } } }
      }
    }"""
    refusal = only_refusal(query, Limits(max_cost=5000))

    assert refusal.field == "all.nodes.related"
    assert line_and_column(refusal) == (4, 27)
    assert refusal.allowed == 5000
    assert refusal.measured == 2 + 1 + 50 * (1 + 1 + 1 + 40 * 3)
    assert "6,153 values; 5,000 are allowed (limit max_cost). The field that costs most is all.nodes.related" in str(
        refusal
    )
    assert "first" in refusal.remedy


def test_a_query_exactly_at_the_limit_is_accepted() -> None:
    query = "{ claims(first: 7) { nodes { id } } }"

    assert refusals(query, Limits(max_cost=15)) == []
    assert [refusal.limit for refusal in refusals(query, Limits(max_cost=14))] == ["max_cost"]


def test_fragments_that_double_at_every_step_are_measured_without_walking_every_path() -> None:
    steps = 90
    chain = [
        f"fragment F{i} on Claim {{ a: claim {{ ...F{i + 1} }} b: claim {{ ...F{i + 1} }} }}" for i in range(steps)
    ]
    query = "{ claim { ...F0 } } " + " ".join(chain) + f" fragment F{steps} on Claim {{ id }}"
    found = {refusal.limit: refusal for refusal in refusals(query, Limits())}

    assert {"max_cost", "max_depth", "max_aliases"} == set(found)
    assert "at least 1,000,000,000,000 values" in str(found["max_cost"])


# --- depth, aliases, root fields, pages ---------------------------------------------------------------------------


def test_depth_counts_levels_of_fields_and_the_refusal_names_the_first_that_is_too_deep() -> None:
    query = "{ claim { claim { ...F } } } fragment F on Claim { claim { statement } }"

    assert refusals(query, Limits(max_depth=4)) == []
    refusal = only_refusal(query, Limits(max_depth=3))
    assert (refusal.limit, refusal.allowed, refusal.measured) == ("max_depth", 3, 4)
    assert refusal.field == "claim.claim.claim.statement"


def test_aliases_are_counted_each_time_their_fragment_is_spread() -> None:
    query = "{ a: claim { ...F } b: claim { ...F } } fragment F on Claim { c: id d: id }"

    assert refusals(query, Limits(max_aliases=6)) == []
    assert (
        only_refusal(query, Limits(max_aliases=5)).allowed,
        only_refusal(query, Limits(max_aliases=5)).measured,
    ) == (5, 6)


def test_two_thousand_aliases_are_refused() -> None:
    query = "{" + " ".join(f"a{i}: __typename" for i in range(2000)) + "}"

    assert [refusal.limit for refusal in refusals(query, Limits())] == ["max_aliases", "max_root_fields"]


def test_root_fields_are_counted_through_fragments() -> None:
    query = "{ claim { id } ...F ... on Query { paths { id } } } fragment F on Query { claims { totalCount } }"

    assert refusals(query, Limits(max_root_fields=3)) == []
    assert only_refusal(query, Limits(max_root_fields=2)).measured == 3


def test_a_page_larger_than_allowed_is_refused_with_the_field_that_asks_for_it() -> None:
    refusal = only_refusal("{ claims(first: 1000) { totalCount } }", Limits())

    assert (refusal.limit, refusal.allowed, refusal.measured, refusal.field) == ("max_page_size", 100, 1000, "claims")
    assert line_and_column(refusal) == (1, 3)


def test_a_page_size_in_a_variable_is_judged_by_its_value() -> None:
    query = "query($n: Int) { claims(first: $n) { totalCount } }"

    assert refusals(query, Limits(), {"n": 100}) == []
    assert [refusal.limit for refusal in refusals(query, Limits(), {"n": 101})] == ["max_page_size"]


def test_every_limit_that_is_broken_is_named() -> None:
    query = "{ a: claims(first: 500) { nodes { id } } b: claim { id } }"
    limits = Limits(max_cost=10, max_depth=2, max_aliases=1, max_root_fields=1)

    expected = ["max_cost", "max_depth", "max_aliases", "max_root_fields", "max_page_size"]
    assert expected == [refusal.limit for refusal in refusals(query, limits)]


# --- introspection ------------------------------------------------------------------------------------------------


def test_the_full_introspection_query_is_accepted_whatever_data_may_cost() -> None:
    query = get_introspection_query(specified_by_url=True, directive_is_repeatable=True, schema_description=True)

    assert refusals(query, Limits(max_cost=1, max_depth=1)) == []


def test_introspection_is_bounded_by_a_few_times_the_full_query() -> None:
    body = "{ types { fields { args { type { name } } type { name ofType { name } } } } }"
    query = "{" + " ".join(f"s{i}: __schema {body}" for i in range(50)) + "}"

    assert [refusal.limit for refusal in refusals(query, WIDE)] == ["max_introspection_cost"]


# --- against queries that are run ---------------------------------------------------------------------------------


class World:
    """Resolves every field of SCHEMA with as many items as the limits reckon with."""

    id = statement = cursor = endCursor = "x"  # noqa: N815
    totalCount = 1  # noqa: N815
    names = ("x",) * WIDE.assumed_list_length

    def __init__(self, items: int = 0) -> None:
        self._items = items

    @property
    def claim(self) -> World:
        return World()

    node = pageInfo = claim  # noqa: N815

    @property
    def nodes(self) -> list[World]:
        return [World()] * self._items

    edges = nodes

    @property
    def authors(self) -> list[World]:
        return [World()] * WIDE.assumed_list_length

    def related(self, _info: object, first: int = WIDE.default_page_size) -> World:
        return World(first)

    claims = related


def values_in(answer: Any) -> int:
    if isinstance(answer, dict):
        return sum(values_in(value) if isinstance(value, list) else 1 + values_in(value) for value in answer.values())
    return sum(1 + values_in(item) for item in answer) if isinstance(answer, list) else 0


LEAVES = {"Claim": ["id", "statement", "names"], "Page": ["totalCount"], "Edge": ["cursor"], "Query": ["__typename"]}
BRANCHES = {
    "Query": [("claim", "Claim"), ("claims(first: {n})", "Page"), ("claims", "Page")],
    "Claim": [("claim", "Claim"), ("related(first: {n})", "Page"), ("authors", "Claim")],
    "Page": [("nodes", "Claim"), ("edges", "Edge")],
    "Edge": [("node", "Claim")],
}
CONDITIONS = {"Query": "Query", "Claim": "Claim", "Page": "ClaimConnection", "Edge": "ClaimEdge"}


@st.composite
def queries(draw: st.DrawFn) -> tuple[str, str]:
    """The same query twice: with fragments, and with their content in their place."""
    names, fragments = count(), list[str]()

    def selection(kind: str, depth: int) -> tuple[str, str]:
        parts = [
            f"a{next(names)}: {leaf}" for leaf in draw(st.lists(st.sampled_from(LEAVES[kind]), min_size=1, max_size=2))
        ]
        pairs = [(part, part) for part in parts]
        if depth:
            pairs += [branch(kind, depth) for _ in range(draw(st.integers(0, 2)))]
        with_fragments, inlined = (" ".join(side) for side in zip(*pairs, strict=True))
        if not draw(st.booleans()):
            return with_fragments, inlined
        name = f"F{next(names)}"
        fragments.append(f"fragment {name} on {CONDITIONS[kind]} {{ {with_fragments} }}")
        return f"...{name}", inlined

    def branch(kind: str, depth: int) -> tuple[str, str]:
        field, kind_below = draw(st.sampled_from(BRANCHES[kind]))
        head = f"a{next(names)}: {field.format(n=draw(st.integers(0, 4)))}"
        with_fragments, inlined = selection(kind_below, depth - 1)
        return f"{head} {{ {with_fragments} }}", f"{head} {{ {inlined} }}"

    with_fragments, inlined = selection("Query", 4)
    return f"query {{ {with_fragments} }} {' '.join(fragments)}", f"query {{ {inlined} }}"


@given(queries())
def test_the_cost_is_the_number_of_values_in_the_fullest_answer(pair: tuple[str, str]) -> None:
    with_fragments, inlined = pair
    answer = execute_sync(SCHEMA, parse(inlined), World())
    assert answer.errors is None

    limits = replace(WIDE, max_cost=1)
    measured = {refusal.limit: refusal.measured for refusal in refusals(with_fragments, limits)}
    assert values_in(answer.data) == measured.get("max_cost", 1)
