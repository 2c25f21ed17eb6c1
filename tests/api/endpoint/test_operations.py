"""Operations: chosen, coerced, judged, prepared and executed, in that order."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from graphql import GraphQLError

from api.endpoint import RequestFacts
from api.limits import Limits
from kg.errors import (
    CouldNotLook,
    DocumentUnavailable,
    EvidensgrafError,
    Fault,
    FaultsFound,
    InputError,
    LimitExceeded,
    OntologyError,
    PassageNotFound,
    StoreUnavailable,
    TimeLimitReached,
    UnknownIdentifier,
)
from tests.api.endpoint.asking import JSON, RESPONSE_JSON, Service, only_error

TWO = "query A { greeting } query B { claims(first: 1) }"


def test_of_several_operations_the_named_one_is_run() -> None:
    assert Service().query(TWO, operationName="B").json() == {"data": {"claims": ["claim"]}}


@pytest.mark.parametrize(
    ("query", "name", "words"),
    [
        (TWO, None, "say in operationName which one to run: A, B"),
        (TWO, "C", "no operation named C; it has A, B"),
        ("{ greeting }", "C", "no operation named C; its operation has no name"),
        ("subscription { greeting }", None, "no subscription operations"),
    ],
)
def test_an_operation_that_cannot_be_chosen_is_refused_with_the_choice(
    query: str, name: str | None, words: str
) -> None:
    response = Service().query(query, operationName=name)

    assert response.status_code == 400
    assert words in " ".join(error["message"] for error in response.json()["errors"])


def test_a_mutation_sent_with_post_is_run() -> None:
    assert Service().query("mutation { count }").json() == {"data": {"count": 1}}


def test_every_fault_of_a_document_is_told_with_its_place() -> None:
    errors = Service().query("{ greetin\n  claim }").json()["errors"]

    assert [error["locations"] for error in errors] == [[{"line": 1, "column": 3}], [{"line": 2, "column": 3}]]
    assert "Did you mean 'greeting'?" in errors[0]["message"]


def test_every_fault_of_the_variables_is_told() -> None:
    query = "query($a: Int!, $b: Float!) { claims(first: $a) slow(seconds: $b) }"
    errors = Service().query(query, variables={"a": "x"}).json()["errors"]

    assert len(errors) == 2
    assert "$a" in errors[0]["message"]
    assert "$b" in errors[1]["message"]


@pytest.mark.parametrize("query", ["{a" * 2000, "{a(b:" + "[" * 2000, "{a(b:" + "{c:" * 2000])
def test_a_document_that_is_nested_beyond_reading_is_refused_in_words(query: str) -> None:
    assert "nested too deeply" in only_error(Service().query(query))["message"]


def test_a_document_that_is_laborious_to_compare_is_refused_in_words() -> None:
    assert "write each field once" in Service().query("{" + " greeting" * 3000 + "}").json()["errors"][0]["message"]


def test_a_refused_query_names_limit_numbers_field_and_place_and_is_not_run() -> None:
    service = Service(Limits(max_root_fields=2))
    response = service.query("{ slow(seconds: 0) a: greeting b: greeting }")

    assert service.calls == []
    error = only_error(response)
    assert error["locations"] == [{"line": 1, "column": 3}]
    assert error["extensions"] == {
        "code": "LIMIT_EXCEEDED",
        "limit": "max_root_fields",
        "allowed": 2,
        "measured": 3,
        "field": "slow",
    }


def test_the_same_text_is_judged_anew_for_other_variables() -> None:
    service = Service()
    query = "query($n: Int) { claims(first: $n) }"

    assert service.query(query, variables={"n": 2}).status_code == 200
    assert service.query(query, variables={"n": 101}).status_code == 400
    assert service.query(query, variables={"n": 2}).json() == {"data": {"claims": ["claim", "claim"]}}


# --- context and preparation --------------------------------------------------------------------------------------


def test_each_request_gets_a_context_of_its_own_made_from_its_headers_and_deadline() -> None:
    def make_context(facts: RequestFacts) -> str:
        return f"{facts.headers['x-reader']} {facts.deadline.seconds:g}"

    service = Service(Limits(time_limit_seconds=7), make_context)
    answers = [service.ask(json={"query": "{ context }"}, headers={"X-Reader": reader}) for reader in "ab"]
    assert [answer.json()["data"]["context"] for answer in answers] == ["a 7", "b 7"]


def test_preparation_sees_the_operation_with_coerced_variables_before_anything_runs() -> None:
    seen: list[Any] = []

    def prepare(schema: object, document: Any, name: str | None, variables: Any, context: SimpleNamespace) -> None:
        seen.extend([name, dict(variables), len(document.definitions)])
        context.prepared = True

    service = Service(Limits(), lambda _facts: SimpleNamespace(), prepare)
    response = service.query("query Q($n: Int = 3) { context claims(first: $n) }")
    assert seen == ["Q", {"n": 3}, 1]
    assert response.json()["data"]["context"] == "namespace(prepared=True)"


def test_what_the_context_adds_is_told_as_extensions() -> None:
    service = Service(Limits(), lambda _facts: SimpleNamespace(extensions={"storeQueries": 2}))

    assert service.query("{ greeting }").json()["extensions"] == {"storeQueries": 2}


# --- errors -------------------------------------------------------------------------------------------------------

FAULT = Fault("a.yaml", 3, 5, "claims[0]", "unknown key")
ANSWERS: list[tuple[EvidensgrafError, str, int]] = [
    (InputError("wrong"), "BAD_USER_INPUT", 400),
    (FaultsFound([FAULT]), "BAD_USER_INPUT", 400),
    (OntologyError("wrong"), "BAD_USER_INPUT", 400),
    (UnknownIdentifier("wrong"), "BAD_USER_INPUT", 400),
    (PassageNotFound("wrong"), "BAD_USER_INPUT", 400),
    (LimitExceeded("wrong"), "LIMIT_EXCEEDED", 400),
    (CouldNotLook("unknown"), "COULD_NOT_LOOK", 503),
    (DocumentUnavailable("unknown"), "DOCUMENT_UNAVAILABLE", 503),
    (StoreUnavailable("unknown"), "STORE_UNAVAILABLE", 503),
    (TimeLimitReached("unknown"), "TIME_LIMIT_REACHED", 504),
]


def _family(error_type: type[EvidensgrafError]) -> set[type[EvidensgrafError]]:
    return {error_type}.union(*(_family(below) for below in error_type.__subclasses__()))


def test_every_error_of_the_family_has_an_answer() -> None:
    named = {error_type for error_type in _family(EvidensgrafError) if error_type.__module__ == "kg.errors"}

    assert named == {type(error) for error, _, _ in ANSWERS} | {EvidensgrafError}


@pytest.mark.parametrize(("error", "code", "status"), ANSWERS, ids=lambda value: type(value).__name__)
def test_an_error_in_preparation_answers_the_whole_request(error: EvidensgrafError, code: str, status: int) -> None:
    def prepare(*_arguments: object) -> None:
        raise error

    service = Service(Limits(), lambda _facts: None, prepare)
    for accept in (RESPONSE_JSON, JSON):
        response = service.query("{ greeting }", accept)

        assert response.status_code == (200 if accept == JSON and status == 400 else status)
        assert "data" not in response.json()
        assert only_error(response)["message"] == f"{error}."
        assert only_error(response)["extensions"]["code"] == code


@pytest.mark.parametrize(
    ("cause", "code", "status"), [(None, "BAD_USER_INPUT", 400), (StoreUnavailable("away."), "STORE_UNAVAILABLE", 503)]
)
def test_preparation_may_raise_graphql_errors_that_name_a_place(
    cause: Exception | None, code: str, status: int
) -> None:
    def prepare(_schema: object, document: Any, *_arguments: object) -> None:
        raise GraphQLError("away.", document.definitions[0].selection_set.selections[0], original_error=cause)

    response = Service(Limits(), lambda _facts: None, prepare).query("{ greeting }")
    assert response.status_code == status
    assert only_error(response) == {
        "message": "away.",
        "locations": [{"line": 1, "column": 3}],
        "extensions": {"code": code},
    }


def test_a_store_that_is_away_is_told_with_when_to_try_again() -> None:
    def prepare(*_arguments: object) -> None:
        raise StoreUnavailable("The store does not answer.", remedy="Start it.")

    response = Service(Limits(), lambda _facts: None, prepare).query("{ greeting }")
    assert int(response.headers["retry-after"]) > 0
    assert only_error(response)["message"] == "The store does not answer. Start it."


def test_an_error_in_a_resolver_is_told_with_its_path_its_code_and_its_remedy() -> None:
    service = Service(unknown=UnknownIdentifier("'x:y' is no CURIE.", remedy="Use a known prefix."))

    assert only_error(service.query('{ fails(how: "unknown") }')) == {
        "message": "'x:y' is no CURIE. Use a known prefix.",
        "locations": [{"line": 1, "column": 3}],
        "path": ["fails"],
        "extensions": {"code": "BAD_USER_INPUT"},
    }


def test_faults_of_study_files_are_told_one_by_one() -> None:
    error = only_error(Service(faults=FaultsFound([FAULT])).query('{ fails(how: "faults") }'))

    assert [(fault["file"], fault["line"], fault["path"]) for fault in error["extensions"]["faults"]] == [
        ("a.yaml", 3, "claims[0]")
    ]


def test_an_unexpected_error_is_logged_and_nothing_of_it_leaves(caplog: pytest.LogCaptureFixture) -> None:
    response = Service(bug=KeyError("secret")).query('{ fails(how: "bug") }')
    error = only_error(response)

    assert error["extensions"]["code"] == "INTERNAL_ERROR"
    assert error["extensions"]["reference"] in error["message"]
    assert "secret" not in response.text
    assert "KeyError" not in response.text
    assert error["extensions"]["reference"] in caplog.text
    assert "KeyError: 'secret'" in caplog.text


def test_an_unexpected_error_in_making_the_context_is_a_well_formed_500(caplog: pytest.LogCaptureFixture) -> None:
    def make_context(_facts: RequestFacts) -> None:
        raise KeyError("secret")

    for accept in (JSON, RESPONSE_JSON):
        response = Service(Limits(), make_context).query("{ greeting }", accept)
        assert response.status_code == 500
        assert only_error(response)["extensions"]["code"] == "INTERNAL_ERROR"
    assert "KeyError: 'secret'" in caplog.text


def test_an_answer_that_cannot_be_written_as_json_is_a_well_formed_500(caplog: pytest.LogCaptureFixture) -> None:
    service = Service(Limits(), lambda _facts: SimpleNamespace(extensions={"x": object()}))

    assert only_error(service.query("{ greeting }"))["extensions"]["code"] == "INTERNAL_ERROR"
    assert "not JSON serializable" in caplog.text


# --- time ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("accept", [JSON, RESPONSE_JSON])
def test_work_that_takes_too_long_is_answered_at_the_time_limit(accept: str) -> None:
    response = Service(Limits(time_limit_seconds=0.05)).query("{ slow(seconds: 0.3) }", accept)

    assert response.status_code == 504
    assert "time limit of 0.05 seconds" in only_error(response)["message"]
    assert only_error(response)["extensions"] == {"code": "TIME_LIMIT_REACHED"}


def test_work_that_nobody_waits_for_any_longer_stops_at_its_next_field() -> None:
    service = Service(Limits(time_limit_seconds=0.05, max_concurrent_requests=1))
    fields = " ".join(f"s{i}: slow(seconds: 0.1)" for i in range(20))
    service.query("{" + fields + "}")
    service.operations.close()

    assert len(service.calls) <= 2


def test_requests_beyond_the_number_of_workers_wait_and_are_told_when_nobody_was_free() -> None:
    service = Service(Limits(time_limit_seconds=0.1, max_concurrent_requests=1))
    ask = ("POST", {"json": {"query": "{ slow(seconds: 0.3) }"}, "headers": {"Accept": RESPONSE_JSON}})
    first, second = sorted(service.ask_all([ask, ask]), key=lambda response: -response.status_code)

    assert (first.status_code, second.status_code) == (504, 503)
    assert "busy" in only_error(second)["message"]
    assert "retry-after" in second.headers
    assert len(service.calls) == 1
