"""The addresses of the service, each asked once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import httpx
from graphql import build_schema

from api.app import create_app
from api.endpoint import Operations
from api.limits import Limits
from kg.errors import StoreUnavailable


def get(path: str, **options: Any) -> httpx.Response:
    async def send() -> httpx.Response:
        operations = Operations(build_schema("type Query { hello: String }"), Limits(), lambda _facts: None)
        app = create_app(operations, **options)
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
            return await client.get(path)

    return asyncio.run(send())


def test_the_graphql_address_answers_queries() -> None:
    assert get("/graphql?query={__typename}").json() == {"data": {"__typename": "Query"}}


def test_the_first_address_leads_to_graphql() -> None:
    response = get("/")

    assert response.status_code == 307
    assert response.headers["location"] == "graphql"


def test_health_tells_what_the_service_stands_on() -> None:
    response = get("/health", health=lambda: {"claims": 130})

    assert response.json() == {"status": "ok", "claims": 130}
    assert response.headers["cache-control"] == "no-store"


def test_health_says_why_questions_cannot_be_answered() -> None:
    def health() -> Mapping[str, Any]:
        raise StoreUnavailable("The store is held by another process.", remedy="Stop that one.")

    response = get("/health", health=health)
    assert response.status_code == 503
    assert response.json()["reason"] == "The store is held by another process. Stop that one."
