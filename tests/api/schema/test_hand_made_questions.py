"""Hand-made questions answer with plain values, and what they name by id is fetched with everything else."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from typing import Any

import pytest
from graphql import GraphQLSchema, parse, print_type

from api.limits import Deadline
from api.schema import Context, build_schema, execute, prepare
from api.schema.questions import Argument, Asked, InputObject, Listing, Many, One, Paged, Question
from kg.errors import InputError, StoreUnavailable, TimeLimitReached
from kg.ontology import Ontology
from kg.store import EmbeddedStore, StoreCall

BASE = "https://w3id.org/evidensgraf/"
STRESS, SUPPORT = BASE + "concept/stress", BASE + "concept/support"


def hop(position: int, sign: str) -> dict[str, Any]:
    return {"position": position, "from": SUPPORT, "to": STRESS, "sign": BASE + f"sign/{sign}", "link": None}


def chain(asked: Asked) -> dict[str, Any]:
    return {
        "from": asked.arguments["from"],
        "to": STRESS,
        "sign": BASE + "sign/decreases",
        "hopCount": asked.arguments["hops"],
        "hops": [hop(place, "decreases") for place in range(asked.arguments["hops"])],
        "weakestLink": None,
        "isAssembled": True,
    }


CHAIN = Question(
    "shortestChain",
    One("Chain"),
    chain,
    {
        "from": Argument("ID!", "Where to start."),
        "hops": Argument("Int!", "How many.", 1),
        "sign": Argument("Sign", "Which sign."),
    },
)


def hits(count: int) -> Callable[[Asked], list[dict[str, Any]]]:
    return lambda asked: [
        {
            "resource": f"{BASE}claim/c{place}",
            "score": 1 - place / 10,
            "matchedText": str(place),
            "matchedLanguage": "sv",
        }
        for place in range(count)
    ]


def schema_with(ontology: Ontology, *questions: Question) -> GraphQLSchema:
    return build_schema(ontology, questions)


def data(schema: GraphQLSchema, store: EmbeddedStore, query: str, **services: Any) -> Any:
    result = execute(schema, store, query, services=services)
    assert not result.errors, result.errors
    return result.data


def test_a_computed_answer_is_filled_with_stored_individuals_in_one_query(
    ontology: Ontology, store: EmbeddedStore
) -> None:
    calls: list[StoreCall] = []
    with store.observe(calls.append):
        answer = data(
            schema_with(ontology, CHAIN),
            store,
            """{ shortestChain(from: "concept:support", hops: 2) {
            from { label __typename } sign signLabel isAssembled
            hops { position to { label(language: [EN]) } } } }""",
        )

    stress = {"label": "stress (strain)"}
    assert answer["shortestChain"] == {
        "from": {"label": "stöd från chef", "__typename": "OrganisationalFactor"},
        "sign": "DECREASES",
        "signLabel": "minskar",
        "isAssembled": True,
        "hops": [{"position": 0, "to": stress}, {"position": 1, "to": stress}],
    }
    assert len(calls) == 1


def test_arguments_come_with_their_defaults_ids_in_full_and_codes_as_iris(
    ontology: Ontology, store: EmbeddedStore
) -> None:
    seen: list[Asked] = []
    question = Question("shortestChain", One("Chain"), lambda asked: seen.append(asked), CHAIN.arguments)
    query = '{ shortestChain(from: "concept:stress", sign: DECREASES) { hopCount } }'

    assert data(schema_with(ontology, question), store, query, library="a library") == {"shortestChain": None}
    assert seen[0].arguments == {"from": STRESS, "hops": 1, "sign": BASE + "sign/decreases"}
    assert seen[0].services == {"library": "a library"}


def test_a_paged_answer_is_cut_into_pages_and_says_how_many_there_are(ontology: Ontology, store: EmbeddedStore) -> None:
    schema = schema_with(ontology, Question("search", Paged("SearchHit"), hits(5)))
    query = """{ search(first: 2%s) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
        nodes { score resource { id ... on Claim { statement } } } edges { node { matchedText } } } }"""

    first = data(schema, store, query % "")["search"]
    second = data(schema, store, query % f', after: "{first["pageInfo"]["endCursor"]}"')["search"]

    assert first["nodes"][0] == {"score": 1.0, "resource": {"id": BASE + "claim/c0", "statement": "Påstående 0"}}
    assert [edge["node"]["matchedText"] for page in (first, second) for edge in page["edges"]] == ["0", "1", "2", "3"]
    assert (second["totalCount"], second["pageInfo"]["hasNextPage"], second["pageInfo"]["hasPreviousPage"]) == (
        5,
        True,
        True,
    )


def test_a_page_of_a_computed_list_goes_on_from_its_item_when_the_list_has_grown(
    ontology: Ontology, store: EmbeddedStore
) -> None:
    row = ["c1", "c2", "c3"]
    question = Question("found", Paged("Claim"), lambda asked: [f"{BASE}claim/{name}" for name in row])
    schema = schema_with(ontology, question)
    cursor = data(schema, store, "{ found(first: 1) { pageInfo { endCursor } } }")["found"]["pageInfo"]["endCursor"]

    row.insert(0, "c0")
    after = data(schema, store, f'{{ found(after: "{cursor}") {{ nodes {{ id }} }} }}')["found"]["nodes"]
    before = data(schema, store, f'{{ found(last: 5, before: "{cursor}") {{ nodes {{ id }} }} }}')["found"]["nodes"]

    assert [each["id"][-2:] for each in after] == ["c2", "c3"]
    assert [each["id"][-2:] for each in before] == ["c0"]


def test_a_computed_list_tells_of_itself_beside_its_items(ontology: Ontology, store: EmbeddedStore) -> None:
    left_out = [{"reason": BASE + "left-out-reason/kind", "count": 3}]
    report = {"dataVersion": "v", "isTruncated": True, "changedLevelCount": 2, "leftOut": left_out}
    question = Question("chains", Paged("Chain"), lambda asked: Listing([], report=report))

    answer = data(
        schema_with(ontology, question),
        store,
        """{ chains { totalCount nodes { hopCount } report { dataVersion isTruncated changedLevelCount
            leftOut { reason reasonLabel count } } } }""",
    )
    told = {**report, "leftOut": [{"reason": "KIND", "reasonLabel": "annat slag", "count": 3}]}
    assert answer["chains"] == {"totalCount": 0, "nodes": [], "report": told}


def test_a_computed_list_that_leaves_nothing_out_says_so(ontology: Ontology, store: EmbeddedStore) -> None:
    schema = schema_with(ontology, Question("chains", Paged("Chain"), lambda asked: []))
    query = "{ chains { report { dataVersion isTruncated changedLevelCount leftOut { count } } } }"

    expected = {"dataVersion": store.version, "isTruncated": False, "changedLevelCount": 0, "leftOut": []}
    assert data(schema, store, query) == {"chains": {"report": expected}}


def test_a_stored_list_has_no_report(ontology: Ontology) -> None:
    fields = schema_with(ontology, CHAIN).type_map["ClaimConnection"].fields  # type: ignore[attr-defined]
    assert "report" not in fields


def test_only_what_a_page_shows_is_made_into_answers(ontology: Ontology, store: EmbeddedStore) -> None:
    shown: list[int] = []

    def show(place: int) -> dict[str, Any]:
        shown.append(place)
        return hop(place, "decreases")

    listing = Listing(range(1_000), show, report={})
    schema = schema_with(ontology, Question("hops", Paged("Hop"), lambda asked: listing))
    answer = data(schema, store, "{ hops(first: 2) { totalCount nodes { position } } }")

    assert answer["hops"] == {"totalCount": 1_000, "nodes": [{"position": 0}, {"position": 1}]}
    assert set(shown) <= {0, 1, 2}


def test_items_with_values_that_are_functions_are_known_again(ontology: Ontology, store: EmbeddedStore) -> None:
    listing = Listing(range(3), lambda each: hop(each, "decreases") | {"to": lambda: STRESS}, report={})
    schema = schema_with(ontology, Question("hops", Paged("Hop"), lambda asked: listing))
    cursor = data(schema, store, "{ hops(first: 1) { pageInfo { endCursor } } }")["hops"]["pageInfo"]["endCursor"]

    answer = data(schema, store, f'{{ hops(after: "{cursor}") {{ nodes {{ position }} }} }}')
    assert answer["hops"]["nodes"] == [{"position": 1}, {"position": 2}]


def test_the_item_of_a_foreign_cursor_is_not_looked_for_in_all_of_a_long_list(
    ontology: Ontology, store: EmbeddedStore
) -> None:
    shown: list[int] = []

    def show(place: int) -> dict[str, Any]:
        shown.append(place)
        return hop(place, "decreases")

    listing = Listing(range(10_000), show, report={})
    schema = schema_with(ontology, Question("hops", Paged("Hop"), lambda asked: listing))
    cursor = b64encode(b'[5000, "none"]').decode()

    assert data(schema, store, f'{{ hops(first: 1, after: "{cursor}") {{ nodes {{ position }} }} }}')
    assert len(shown) < 500


@pytest.mark.parametrize("told", [b"[1e999, 1]", b'["a", 1]', b"[1]", b"null", b"[" * 9_999])
def test_a_cursor_that_is_none_is_refused(ontology: Ontology, store: EmbeddedStore, told: bytes) -> None:
    schema = schema_with(ontology, Question("chains", Paged("Chain"), lambda asked: []))
    result = execute(schema, store, f'{{ chains(after: "{b64encode(told).decode()}") {{ totalCount }} }}')

    assert isinstance((result.errors or [])[0].original_error, InputError)


RULE = InputObject(
    "RuleInput",
    "A rule.",
    {
        "sign": Argument("Sign!", "Which."),
        "about": Argument("[ID!]", "What it is about."),
        "most": Argument("Int", "How many."),
    },
)
RULES = InputObject("RulesInput", "Rules.", {"rules": Argument("[RuleInput!]", "The rules.")})


def test_ids_and_codes_within_an_input_object_come_in_full(ontology: Ontology, store: EmbeddedStore) -> None:
    seen: list[Asked] = []
    arguments = {"by": Argument("RulesInput", "By which rules.")}
    question = Question("one", One("Chain"), lambda asked: seen.append(asked), arguments, inputs=(RULE, RULES))
    schema = schema_with(ontology, question)

    data(schema, store, '{ one(by: {rules: [{sign: DECREASES, about: ["concept:stress"]}]}) { hopCount } }')
    data(schema, store, "{ one { hopCount } }")
    assert seen[0].arguments["by"] == {"rules": [{"sign": BASE + "sign/decreases", "about": [STRESS]}]}
    assert seen[1].arguments["by"] is None
    assert schema.type_map["RuleInput"].description == "A rule."


def test_two_questions_may_take_the_same_input_object(ontology: Ontology) -> None:
    arguments = {"by": Argument("RulesInput", "By which rules.")}
    both = [Question(name, One("Chain"), chain, arguments, inputs=(RULE, RULES)) for name in ("one", "two")]
    assert "by: RulesInput" in print_type(schema_with(ontology, *both).type_map["Query"])


def test_the_name_of_a_class_is_an_id_only_where_it_may_be(ontology: Ontology, store: EmbeddedStore) -> None:
    seen: list[Asked] = []
    arguments = {
        "from": Argument("[ID!]!", "Concepts or classes.", takes_classes=True),
        "to": Argument("ID", "A concept."),
    }
    schema = schema_with(ontology, Question("one", One("Chain"), lambda asked: seen.append(asked), arguments))

    data(schema, store, '{ one(from: ["Method", "concept:stress"]) { hopCount } }')
    assert seen[0].arguments["from"] == [BASE + "ontology#Method", STRESS]
    result = execute(schema, store, '{ one(from: "Method", to: "Method") { hopCount } }')
    assert [error.message for error in result.errors or ()] == [
        "'Method' is neither an IRI nor a CURIE with a known prefix"
    ]


def test_a_plain_list_keeps_its_order(ontology: Ontology, store: EmbeddedStore) -> None:
    question = Question("concerned", Many("Concept"), lambda asked: [STRESS, SUPPORT, STRESS])

    answer = data(schema_with(ontology, question), store, "{ concerned { id } }")
    assert [each["id"] for each in answer["concerned"]] == [STRESS, SUPPORT, STRESS]


def test_a_question_replaces_the_derived_field_of_its_name(ontology: Ontology, store: EmbeddedStore) -> None:
    question = Question("claim", One("Claim"), lambda asked: BASE + "claim/c3")
    schema = schema_with(ontology, question)

    assert data(schema, store, "{ claim { id } }") == {"claim": {"id": BASE + "claim/c3"}}
    assert "claim(id" not in print_type(schema.type_map["Query"])


def test_a_question_is_described_by_the_ontology(ontology: Ontology) -> None:
    schema = schema_with(
        ontology,
        Question("one", One("Chain"), chain),
        Question("two", One("Chain"), chain, term=BASE + "ontology#Claim"),
    )

    fields = schema.type_map["Query"].fields  # type: ignore[attr-defined]
    assert fields["one"].description.startswith(ontology.class_named("Chain").definitions["en"][:30])  # type: ignore[union-attr]
    assert fields["two"].description.startswith(ontology.class_named("Claim").definitions["en"][:30])  # type: ignore[union-attr]


def failing(error: Exception) -> Question:
    def resolve(_asked: Asked) -> None:
        raise error

    return Question("broken", One("Chain"), resolve)


def test_bad_input_to_a_question_is_the_error_of_its_field(ontology: Ontology, store: EmbeddedStore) -> None:
    schema = schema_with(ontology, failing(InputError("no such thing")))
    result = execute(schema, store, '{ broken { hopCount } claim(id: "claim:c0") { sign } }')

    assert result.data == {"broken": None, "claim": {"sign": "DECREASES"}}
    assert [error.message for error in result.errors or ()] == ["no such thing"]


def test_a_question_that_could_not_look_fails_the_operation(ontology: Ontology, store: EmbeddedStore) -> None:
    result = execute(schema_with(ontology, failing(StoreUnavailable("away"))), store, "{ broken { hopCount } }")

    assert result.data is None
    assert isinstance((result.errors or [])[0].original_error, StoreUnavailable)


def test_no_question_is_begun_once_the_time_is_over(ontology: Ontology, store: EmbeddedStore) -> None:
    begun: list[Asked] = []
    deadline = Deadline(0.0)
    schema = schema_with(ontology, Question("broken", One("Chain"), begun.append))
    context = Context(store, time_left=deadline.seconds_left)

    with pytest.raises(TimeLimitReached, match="0 seconds"):
        prepare(schema, parse("{ broken { hopCount } }"), None, {}, context)
    assert not begun


@pytest.mark.parametrize(
    "question",
    [
        Question("x", One("Nonsense"), chain),
        Question("x", One("Chain"), chain, {"a": Argument("Nonsense", "")}),
        Question("x", One("Chain"), chain, {"a": Argument("[Int", "")}),
    ],
)
def test_a_question_that_names_what_the_schema_has_not_is_refused(ontology: Ontology, question: Question) -> None:
    with pytest.raises(ValueError, match="question x"):
        build_schema(ontology, [question])
