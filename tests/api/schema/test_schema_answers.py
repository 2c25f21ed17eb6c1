"""What an operation answers, field by field."""

from __future__ import annotations

import pytest
from graphql import GraphQLSchema

from api.schema import execute
from kg.errors import InputError, StoreUnavailable
from kg.store import EmbeddedStore


def test_individuals_come_by_iri_and_by_short_name_and_are_null_where_there_is_none(ask) -> None:
    answer = ask("""{
        short: claim(id: "claim:c1") { id }
        long: claim(id: "https://w3id.org/evidensgraf/claim/c1") { id }
        absent: claim(id: "claim:nowhere") { id }
        other: document(id: "claim:c1") { id }
    }""")

    found = {"id": "https://w3id.org/evidensgraf/claim/c1"}
    assert answer == {"short": found, "long": found, "absent": None, "other": None}


def test_nodes_come_in_the_order_asked_with_null_for_what_is_not_there(ask) -> None:
    answer = ask("""{ nodes(ids: ["document:d1", "claim:none", "concept:stress", "document:d1"]) { __typename id } }""")

    names = [each and (each["__typename"], each["id"].rpartition("/")[2]) for each in answer["nodes"]]
    assert names == [("Document", "d1"), None, ("WorkEnvironmentOutcome", "stress"), ("Document", "d1")]


def test_an_unknown_prefix_is_an_error_of_its_field_and_the_others_are_answered(
    schema: GraphQLSchema, store: EmbeddedStore
) -> None:
    result = execute(schema, store, """{ bad: node(id: "nonsense:x") { id } good: node(id: "claim:c1") { id } }""")

    assert result.data == {"bad": None, "good": {"id": "https://w3id.org/evidensgraf/claim/c1"}}
    assert [(error.path, type(error.original_error).__name__) for error in result.errors or ()] == [
        (["bad"], "UnknownIdentifier")
    ]


def test_a_text_falls_back_on_another_language_and_says_so(ask) -> None:
    answer = ask("""{ concept(id: "concept:only-swedish") {
        label(language: [EN]) labelLanguage(language: [EN]) default: label
    } }""")

    assert answer["concept"] == {"label": "ärende", "labelLanguage": "SV", "default": "ärende"}


def test_many_texts_are_those_in_the_languages_asked_without_fallback(ask) -> None:
    answer = ask("""{ concept(id: "concept:support") {
        all: alternativeLabels swedish: alternativeLabels(language: [SV]) english: alternativeLabels(language: [EN])
        both: alternativeLabels(language: [EN, SV]) opposite: oppositeLabels
    } }""")

    swedish, english = ["nära ledarskap", "tillgänglig chef"], ["manager support"]
    assert answer["concept"] == {
        "all": swedish + english,
        "swedish": swedish,
        "english": english,
        "both": english + swedish,
        "opposite": [],
    }


def test_a_code_is_an_enum_with_its_label_beside_it(ask) -> None:
    answer = ask("""{ claim(id: "claim:c0") { sign signLabel english: signLabel(language: [EN]) strength useMode } }""")

    assert answer["claim"] == {
        "sign": "DECREASES",
        "signLabel": "minskar",
        "english": "decreases",
        "strength": "STRONG",
        "useMode": None,
    }


def test_fields_of_one_type_are_asked_with_fragments(ask) -> None:
    answer = ask("""
        { claims(first: 2) { nodes { object { __typename ...labelled ... on StaffingOutcome { id } } } } }
        fragment labelled on Concept { name: label(language: [EN]) }
    """)

    assert [each["object"] for each in answer["claims"]["nodes"]] == [
        {"__typename": "StaffingOutcome", "name": "quitting", "id": "https://w3id.org/evidensgraf/concept/quit"},
        {"__typename": "WorkEnvironmentOutcome", "name": "stress (strain)"},
    ]


def test_one_field_asked_twice_with_different_arguments_is_two_answers(ask) -> None:
    answer = ask("""{ concept(id: "concept:support") {
        first: claimsAsSubject(first: 1) { nodes { id } totalCount }
        last: claimsAsSubject(last: 1, where: {sign: {eq: DECREASES}}) { nodes { id } totalCount }
    } }""")["concept"]

    assert [answer["first"]["nodes"][0]["id"][-2:], answer["first"]["totalCount"]] == ["c0", 6]
    assert [answer["last"]["nodes"][0]["id"][-2:], answer["last"]["totalCount"]] == ["c3", 4]


def test_fields_that_are_merged_are_fetched_together(ask) -> None:
    answer = ask("""{ claim(id: "claim:c0") { document { title } ...more } }
        fragment more on Claim { document { year } }""")

    assert answer["claim"]["document"] == {"title": "Titel 0", "year": 2016}


@pytest.mark.parametrize(("flag", "expected"), [(True, {"id", "sign"}), (False, {"id", "kind"})])
def test_skip_and_include_are_heeded(ask, flag: bool, expected: set[str]) -> None:
    query = """query($flag: Boolean!) { claim(id: "claim:c0") {
        id sign @include(if: $flag) kind @skip(if: $flag) document @skip(if: true) { title }
    } }"""

    assert set(ask(query, flag=flag)["claim"]) == expected


def test_edges_and_nodes_of_one_page_may_ask_for_different_things(ask) -> None:
    answer = ask("""{ claims(first: 1) {
        nodes { x: sign } edges { cursor node { x: statement } } again: edges { node { id } } pageInfo { endCursor }
    } }""")["claims"]

    assert answer["nodes"] == [{"x": "DECREASES"}]
    assert answer["edges"][0]["node"] == {"x": "Påstående 0"}
    assert answer["edges"][0]["cursor"] == answer["pageInfo"]["endCursor"]
    assert answer["again"][0]["node"]["id"].endswith("c0")


def test_a_page_continues_where_the_one_before_it_ended(ask) -> None:
    query = """query($after: String) { claims(first: 4, after: $after, orderBy: [{statement: DESC}]) {
        nodes { statement } pageInfo { endCursor hasNextPage hasPreviousPage } totalCount } }"""
    first = ask(query)["claims"]
    second = ask(query, after=first["pageInfo"]["endCursor"])["claims"]

    statements = [each["statement"][-1] for each in first["nodes"] + second["nodes"]]
    assert statements == ["5", "4", "3", "2", "1", "0"]
    assert [page["pageInfo"]["hasNextPage"] for page in (first, second)] == [True, False]
    assert [page["pageInfo"]["hasPreviousPage"] for page in (first, second)] == [False, True]
    assert {first["totalCount"], second["totalCount"]} == {6}


def test_an_empty_page_still_tells_how_many_there_are(ask) -> None:
    answer = ask("{ claims(first: 0) { nodes { id } totalCount pageInfo { hasNextPage startCursor } } }")

    assert answer["claims"] == {
        "nodes": [],
        "totalCount": 6,
        "pageInfo": {"hasNextPage": True, "startCursor": None},
    }


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("{sign: {eq: DECREASES}}", "0123"),
        ("{sign: {in: [INCREASES, MIXED]}}", "45"),
        ('{object: {id: {eq: "concept:stress"}}}', "135"),
        ('{object: {label: {contains: "SÄG"}}}', "024"),
        ('{object: {label: {startsWith: "quit", language: SV}}}', ""),
        ("{document: {year: {gte: 2017}}, NOT: {sign: {eq: INCREASES}}}", "13"),
        ('{OR: [{statement: {eq: "Claim 1"}}, {id: {in: ["claim:c5", "claim:c2"]}}]}', "125"),
        ("{strength: {none: {}}}", "12345"),
        ("{strength: {some: {}}}", "0"),
        ("{strength: {none: {eq: PARTIAL}}}", "012345"),
        ("{strength: {}}", "012345"),
        ("{studies: {none: {}}}", "012345"),
        ("{studies: {some: {}}}", ""),
        ("{modifiedFactor: {none: {}}}", "012345"),
        ("{object: {claimsAsObject: {none: {sign: {eq: INCREASES}}}}}", ""),
        ('{subject: {claimsAsSubject: {some: {statement: {eq: "Claim 5"}}}}, AND: [{strength: {some: {}}}]}', "0"),
        ("{}", "012345"),
    ],
)
def test_filters_find(ask, where: str, expected: str) -> None:
    answer = ask(f"{{ claims(where: {where}) {{ nodes {{ id }} totalCount }} }}")["claims"]

    assert ("".join(each["id"][-1] for each in answer["nodes"]), answer["totalCount"]) == (expected, len(expected))


def test_a_variable_that_is_left_out_leaves_its_filter_out(ask) -> None:
    query = "query($strength: StatedStrength) { claims(where: {strength: {eq: $strength}}) { totalCount } }"

    assert ask(query)["claims"]["totalCount"] == 6
    assert ask(query, strength="STRONG")["claims"]["totalCount"] == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("where: {strength: {eq: null}}", "none: {}"),
        ("where: {NOT: null}", "null"),
        ('where: {id: {eq: "nonsense:x"}}', "prefix"),
        ("first: 1, last: 1", "together"),
        ("first: -1", "cannot hold"),
        ('after: "nonsense"', "no cursor"),
        ("orderBy: [{statement: ASC, sign: ASC}]", "2 properties"),
        ("orderBy: [{}]", "0 properties"),
        ("orderBy: [{passage: {}}]", "0 properties"),
        ("orderBy: [{passage: {id: ASC}}]", "by its id"),
        ("where: " + "{NOT: " * 30 + "{}" + "}" * 30, "levels"),
        ("where: {AND: [" + "{sign: {eq: MIXED}}, " * 150 + "]}", "conditions"),
    ],
)
@pytest.mark.parametrize("field", ["claims", 'concept(id: "concept:support") { claimsAsSubject'])
def test_arguments_that_make_no_sense_are_an_error_of_the_input_and_its_field(
    schema: GraphQLSchema, store: EmbeddedStore, field: str, arguments: str, says: str
) -> None:
    end = "}" if "{" in field else ""
    result = execute(schema, store, f"{{ {field}({arguments}) {{ totalCount }} {end} }}")

    (error,) = result.errors or ()
    assert isinstance(error.original_error, InputError)
    assert says in f"{error.original_error} {error.original_error.remedy}"


def test_concepts_order_as_in_swedish(ask) -> None:
    answer = ask("{ concepts(orderBy: [{label: ASC}]) { nodes { label } } }")

    assert [each["label"] for each in answer["concepts"]["nodes"]] == [
        "stress",
        "stöd från chef",
        "uppsägning",
        "ärende",
    ]


def test_texts_order_by_the_language_that_is_named(ask) -> None:
    answer = ask("{ concepts(orderBy: [{label: ASC, inLanguages: [EN]}]) { nodes { label(language: [EN]) } } }")

    labels = [each["label"] for each in answer["concepts"]["nodes"]]
    assert labels == ["quitting", "stress (strain)", "supervisor support", "ärende"]


def test_an_interface_lists_the_individuals_of_all_classes_below_it(ask) -> None:
    answer = ask(
        "{ outcomes { nodes { __typename } totalCount } staffingOutcomes { totalCount } methods { totalCount } }"
    )

    assert answer == {
        "outcomes": {
            "nodes": [{"__typename": "StaffingOutcome"}, {"__typename": "WorkEnvironmentOutcome"}],
            "totalCount": 2,
        },
        "staffingOutcomes": {"totalCount": 1},
        "methods": {"totalCount": 1},
    }


def test_a_store_that_is_away_fails_the_operation_and_answers_nothing(schema: GraphQLSchema) -> None:
    closed = EmbeddedStore()
    closed.close()

    result = execute(schema, closed, '{ claims { totalCount } node(id: "claim:c0") { id } }')

    assert result.data is None
    assert [type(error.original_error) for error in result.errors or ()] == [StoreUnavailable]


def test_questions_on_the_schema_itself_need_no_store(schema: GraphQLSchema) -> None:
    closed = EmbeddedStore()
    closed.close()
    result = execute(schema, closed, '{ __typename __type(name: "Claim") { name interfaces { name } } }')

    assert result.data == {"__typename": "Query", "__type": {"name": "Claim", "interfaces": [{"name": "Node"}]}}


DEEPEST = """{ claims(first: %d) { totalCount pageInfo { hasNextPage } nodes { statement subject { label
    claimsAsSubject(first: %d) { totalCount edges { cursor node { sign object { label
        claimsAsObject(first: 2) { nodes { document { title studies { nodes { label } } } } } } } } } }
    document { title year } } }
    again: claims(last: 3) { nodes { kind } } node(id: "concept:stress") { ... on Concept { label } } }"""


def test_the_store_is_asked_once_a_level_however_many_stand_on_it(count_queries) -> None:
    # Claims, their subjects, the claims on these, their objects, the claims on those, their documents: 13 fields deep.
    assert count_queries(DEEPEST % (1, 1)) == count_queries(DEEPEST % (6, 6)) == 7


@pytest.mark.parametrize(
    ("query", "most"),
    [
        ("{ claims { totalCount } }", 1),
        ("{ claims { nodes { id } } }", 1),
        ("{ claims { nodes { statement } } }", 2),
        ('{ node(id: "claim:c0") { id } }', 1),
        ('{ claim(id: "claim:c0") { document { id } } }', 2),
        ("{ __typename }", 0),
    ],
)
def test_nothing_is_looked_up_that_is_not_asked_for(count_queries, query: str, most: int) -> None:
    assert count_queries(query) == most


def test_a_filter_by_type_takes_in_the_types_below_it(ask) -> None:
    answer = ask("""{
        one: claims(where: {object: {isA: ["WorkEnvironmentOutcome"]}}) { totalCount }
        all: claims(where: {object: {isA: ["Outcome"]}}) { totalCount }
        none: claims(where: {object: {isA: []}}) { totalCount }
        not: claims(where: {NOT: {object: {isA: ["WorkEnvironmentOutcome", "Method"]}}}) { totalCount }
        listed: concepts(where: {isA: ["StaffingOutcome", "Method"]}) { nodes { __typename } }
        nodes: outcomes(where: {OR: [{isA: ["StaffingOutcome"]}]}) { totalCount }
    }""")

    counts = {name: found["totalCount"] for name, found in answer.items() if "totalCount" in found}
    assert counts == {"one": 3, "all": 6, "none": 0, "not": 3, "nodes": 1}
    assert [each["__typename"] for each in answer["listed"]["nodes"]] == ["Method", "StaffingOutcome"]


def test_a_type_that_cannot_stand_there_is_refused_with_those_that_can(schema: GraphQLSchema, store) -> None:
    for name in ("Claim", "Nothing"):
        result = execute(schema, store, f'{{ outcomes(where: {{isA: ["{name}"]}}) {{ totalCount }} }}')
        error = result.errors[0]
        assert f"'{name}' is no type that can stand here" in error.message
        assert error.original_error.remedy.startswith("Types: ClientOutcome, ServiceOutcome")
