"""Which media type an answer has, and which status goes with it."""

from __future__ import annotations

import pytest

from tests.api.endpoint.asking import JSON, RESPONSE_JSON, Service, only_error

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        (RESPONSE_JSON, RESPONSE_JSON),
        ("APPLICATION/GRAPHQL-RESPONSE+JSON", RESPONSE_JSON),
        (f"{RESPONSE_JSON}; charset=utf-8, {JSON}; charset=utf-8", RESPONSE_JSON),
        (f"{JSON}, {RESPONSE_JSON}", RESPONSE_JSON),
        (f"{RESPONSE_JSON};q=0.5, {JSON};q=0.9", JSON),
        (f"{JSON};q=0.5, */*", RESPONSE_JSON),
        (f"{JSON};q=0, */*", RESPONSE_JSON),
        (f"{RESPONSE_JSON}, */*;q=0.1", RESPONSE_JSON),
        (f"nonsense, {RESPONSE_JSON};q=x, {JSON}", JSON),
        (BROWSER, JSON),
    ],
)
def test_the_answer_has_the_media_type_that_is_wanted_most(accept: str, expected: str) -> None:
    response = Service().query("{ greeting }", accept)

    assert response.status_code == 200
    assert response.headers["content-type"] == f"{expected}; charset=utf-8"
    assert response.headers["vary"] == "Accept"


@pytest.mark.parametrize("accept", ["text/html", "text/*", f"{JSON};q=0", f"{JSON}; charset=utf-16", "application/xml"])
def test_a_request_that_accepts_no_json_is_refused_with_what_there_is(accept: str) -> None:
    response = Service().query("{ greeting }", accept)

    assert response.status_code == 406
    assert RESPONSE_JSON in only_error(response)["message"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("{ greetin }", "GRAPHQL_VALIDATION_FAILED"),
        ("query($n: Int!) { claims(first: $n) }", "BAD_USER_INPUT"),
        ("query A { greeting } query B { greeting }", "OPERATION_RESOLUTION_FAILURE"),
        ("{ claims(first: 5000) }", "LIMIT_EXCEEDED"),
    ],
)
def test_a_query_that_is_not_run_is_400_for_graphql_json_and_200_for_plain_json(query: str, code: str) -> None:
    for accept, status in ((RESPONSE_JSON, 400), (JSON, 200)):
        response = Service().query(query, accept)

        assert response.status_code == status
        assert "data" not in response.json()
        assert response.json()["errors"][0]["extensions"]["code"] == code


@pytest.mark.parametrize("accept", [JSON, RESPONSE_JSON])
def test_a_query_of_which_one_field_fails_is_200_with_the_rest(accept: str) -> None:
    response = Service(nothing=ValueError()).query('{ greeting fails(how: "nothing") }', accept)

    assert response.status_code == 200
    assert response.json()["data"] == {"greeting": "Hej world", "fails": None}
    assert only_error(response)["path"] == ["fails"]
