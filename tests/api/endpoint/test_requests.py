"""What the endpoint takes for a GraphQL request, and how it says what is wrong with one that is none."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from api.limits import Limits
from tests.api.endpoint.asking import JSON, RESPONSE_JSON, Service, in_chunks, only_error


def test_a_post_with_a_query_is_answered() -> None:
    response = Service().query('{ greeting(name: "Åsa") }')

    assert response.status_code == 200
    assert response.json() == {"data": {"greeting": "Hej Åsa"}}


def test_a_get_carries_its_parameters_in_the_address() -> None:
    parameters = {
        "query": "query A($n: String) { greeting(name: $n) } query B { claims }",
        "operationName": "A",
        "variables": json.dumps({"n": "Örjan"}),
        "extensions": "{}",
    }

    assert Service().ask("GET", params=parameters).json() == {"data": {"greeting": "Hej Örjan"}}


def test_empty_parameters_in_the_address_count_as_not_given() -> None:
    parameters = {"query": "{ greeting }", "operationName": "", "variables": "", "extensions": ""}

    assert Service().ask("GET", params=parameters).json() == {"data": {"greeting": "Hej world"}}


def test_a_head_request_is_answered_like_a_get() -> None:
    assert Service().ask("HEAD", params={"query": "{ greeting }"}).status_code == 200


def test_a_mutation_sent_with_get_is_refused_and_changes_nothing() -> None:
    service = Service()
    for accept in (JSON, RESPONSE_JSON):
        response = service.ask("GET", params={"query": "mutation { count }"}, headers={"Accept": accept})

        assert response.status_code == 405
        assert response.headers["allow"] == "POST"
        assert "POST" in only_error(response)["message"]
    assert service.mutations == 0


def test_a_get_chooses_among_operations_before_it_refuses_mutations() -> None:
    document = "query Look { greeting } mutation Change { count }"

    assert Service().ask("GET", params={"query": document, "operationName": "Look"}).status_code == 200
    assert Service().ask("GET", params={"query": document, "operationName": "Change"}).status_code == 405


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused_with_those_that_are_allowed(method: str) -> None:
    response = Service().ask(method)

    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD, POST"
    assert only_error(response)["extensions"] == {"code": "METHOD_NOT_ALLOWED"}


@pytest.mark.parametrize(
    ("headers", "words"),
    [
        ({}, "no Content-Type"),
        ({"Content-Type": "text/plain"}, "not text/plain"),
        ({"Content-Type": "application/x-www-form-urlencoded"}, "not application/x-www-form-urlencoded"),
        ({"Content-Type": "application/json; charset=utf-16"}, "not in utf-16"),
        ({"Content-Type": "application/json", "Content-Encoding": "gzip"}, "not compressed with gzip"),
    ],
)
def test_a_body_that_is_not_plain_json_in_utf_8_is_refused(headers: dict[str, str], words: str) -> None:
    response = Service().ask(content=b'{"query": "{ greeting }"}', headers=headers)

    assert response.status_code == 415
    assert words in only_error(response)["message"]


@pytest.mark.parametrize(
    "content_type", ["application/json", "Application/JSON; Charset=UTF-8", 'application/json; charset="utf-8"']
)
def test_json_in_utf_8_is_read_however_it_is_announced(content_type: str) -> None:
    response = Service().ask(content=b'{"query": "{ greeting }"}', headers={"Content-Type": content_type})

    assert response.json() == {"data": {"greeting": "Hej world"}}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "The body is empty"),
        (b"NONSENSE", "The body is not JSON"),
        (b'{"query":', "The body is not JSON"),
        (b'{"query": "\xff"}', "The body is not JSON in UTF-8"),
        (b"[" * 5000, "The body is not JSON"),
        (b"null", "must be a JSON object, not null"),
        (b'"{ greeting }"', "must be a JSON object, not a string"),
        (b'[{"query": "{ greeting }"}]', "Batches are not accepted; send one operation per request"),
        (b'{"qeury": "{ greeting }"}', "The parameter query is missing"),
        (b'{"query": null}', "The parameter query is missing"),
        (b'{"query": 1}', "query must be a string, not a number"),
        (b'{"query": {"a": 1}}', "query must be a string, not an object"),
        (b'{"query": "{ greeting }", "operationName": ["A"]}', "operationName must be a string, not an array"),
        (b'{"query": "{ greeting }", "variables": "x"}', "variables must be a JSON object, not a string"),
        (b'{"query": "{ greeting }", "variables": [7]}', "variables must be a JSON object, not an array"),
        (b'{"query": "{ greeting }", "extensions": false}', "extensions must be a JSON object, not a boolean"),
    ],
)
@pytest.mark.parametrize("accept", [JSON, RESPONSE_JSON])
def test_a_body_that_is_no_graphql_request_is_refused_with_the_reason(body: bytes, words: str, accept: str) -> None:
    response = Service().ask(content=body, headers={"Content-Type": JSON, "Accept": accept})

    assert response.status_code == 400
    assert response.headers["content-type"] == f"{accept}; charset=utf-8"
    assert words in only_error(response)["message"]


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ([], "The parameter query is missing"),
        ([("query", "{ greeting }"), ("query", "{ claims }")], "query is given 2 times"),
        ([("query", "{ greeting }"), ("variables", "{a: 1}")], "variables is not JSON"),
        ([("query", "{ greeting }"), ("variables", "[1]")], "variables must be a JSON object, not an array"),
        ([("query", "{ greeting }"), ("extensions", '"x"')], "extensions must be a JSON object, not a string"),
    ],
)
def test_an_address_that_is_no_graphql_request_is_refused_with_the_reason(
    parameters: list[tuple[str, Any]], words: str
) -> None:
    response = Service().ask("GET", params=parameters)

    assert response.status_code == 400
    assert words in only_error(response)["message"]


# --- sizes --------------------------------------------------------------------------------------------------------


def test_a_body_over_the_limit_is_refused_even_if_its_length_is_not_announced() -> None:
    service = Service(Limits(max_body_bytes=100))
    body = json.dumps({"query": "{ greeting }", "extensions": {"x": "y" * 100}}).encode()
    headers = {"Content-Type": JSON}

    for content in (body, in_chunks(body[:60], body[60:])):
        response = service.ask(content=content, headers=headers)
        assert response.status_code == 413
        assert "100 bytes (limit max_body_bytes)" in only_error(response)["message"]


def test_a_body_is_not_read_further_than_its_limit() -> None:
    def never_ending() -> Any:
        async def chunks() -> Any:
            while True:
                read.append(1)
                yield b" " * 50

        return chunks()

    read: list[int] = []
    response = Service(Limits(max_body_bytes=100)).ask(content=never_ending(), headers={"Content-Type": JSON})

    assert response.status_code == 413
    assert len(read) <= 4


def test_a_body_of_exactly_the_limit_is_read() -> None:
    body = b'{"query": "{ greeting }"}'

    service = Service(Limits(max_body_bytes=len(body)))
    assert service.ask(content=body, headers={"Content-Type": JSON}).status_code == 200


def test_a_body_that_does_not_arrive_in_time_is_refused() -> None:
    async def never() -> Any:
        await asyncio.sleep(30)
        yield b""

    response = Service(Limits(time_limit_seconds=0.05)).ask(content=never(), headers={"Content-Type": JSON})

    assert response.status_code == 408


@pytest.mark.parametrize(
    ("limits", "request_", "words"),
    [
        (
            Limits(max_query_characters=20),
            {"query": "{ greeting }" + " " * 20},
            "20 characters (limit max_query_charact",
        ),
        (
            Limits(max_variables_bytes=10),
            {"query": "{ greeting }", "variables": {"a": "åäö åäö"}},
            "10 bytes (limit max_variables_bytes)",
        ),
    ],
)
def test_a_parameter_over_its_limit_is_refused(limits: Limits, request_: dict[str, Any], words: str) -> None:
    response = Service(limits).ask(json=request_)

    assert response.status_code == 413
    assert words in only_error(response)["message"]


def test_a_document_with_too_many_tokens_is_refused() -> None:
    response = Service(Limits(max_query_tokens=50)).query("{" + " greeting" * 60 + "}")

    assert response.status_code == 400
    assert "more than 50 tokens" in only_error(response)["message"]


def test_variables_nested_beyond_measure_are_refused_in_words() -> None:
    nested = '{"query": "{ hello }", "variables": {"deep": ' + "[" * 300 + "]" * 300 + "}}"
    response = Service().ask("POST", content=nested.encode(), headers={"Content-Type": JSON})

    assert response.status_code == 400
    assert "nested too deeply" in only_error(response)["message"]
