"""A service with a small schema of its own, asked through its front door without a network."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
from graphql import GraphQLSchema, build_schema

from api.endpoint import GraphQLEndpoint, MakeContext, Operations, Prepare
from api.limits import Limits

RESPONSE_JSON = "application/graphql-response+json"
JSON = "application/json"

SCHEMA = """
    type Query {
      greeting(name: String = "world"): String
      claims(first: Int): [String!]!
      context: String
      slow(seconds: Float!): String
      fails(how: String!): String
    }
    type Mutation { count: Int! }
"""


class Service:
    """One endpoint. `errors` are what the field `fails(how:)` raises, by name; `mutations` counts what was changed."""

    def __init__(
        self,
        limits: Limits = Limits(),  # noqa: B008  (frozen)
        make_context: MakeContext = lambda facts: None,
        prepare: Prepare | None = None,
        **errors: Exception,
    ) -> None:
        self.errors = errors
        self.mutations = 0
        self.calls: list[float] = []
        self.operations = Operations(self._schema(), limits, make_context, prepare)
        self.endpoint = GraphQLEndpoint(self.operations)

    def ask(self, method: str = "POST", **request: Any) -> httpx.Response:
        return self.ask_all([(method, request)])[0]

    def ask_all(self, requests: list[tuple[str, dict[str, Any]]]) -> list[httpx.Response]:
        """The answers to requests that are sent at the same moment."""

        async def send() -> list[httpx.Response]:
            transport = httpx.ASGITransport(app=self.endpoint)
            async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
                sent = [client.request(method, "/graphql", **request) for method, request in requests]
                return list(await asyncio.gather(*sent))

        return asyncio.run(send())

    def query(self, query: str, accept: str = RESPONSE_JSON, **parameters: Any) -> httpx.Response:
        return self.ask(json={"query": query, **parameters}, headers={"Accept": accept})

    def _schema(self) -> GraphQLSchema:
        schema = build_schema(SCHEMA)
        assert schema.query_type
        assert schema.mutation_type
        resolvers: dict[str, Callable[..., Any]] = {
            "greeting": lambda _root, _info, name: f"Hej {name}",
            "claims": lambda _root, _info, first=20: ["claim"] * first,
            "context": lambda _root, info: str(info.context),
            "slow": self._slow,
            "fails": self._fail,
        }
        for name, resolver in resolvers.items():
            schema.query_type.fields[name].resolve = resolver
        schema.mutation_type.fields["count"].resolve = self._count
        return schema

    def _slow(self, _root: object, _info: object, seconds: float) -> str:
        self.calls.append(seconds)
        time.sleep(seconds)
        return "done"

    def _fail(self, _root: object, _info: object, how: str) -> str:
        raise self.errors[how]

    def _count(self, _root: object, _info: object) -> int:
        self.mutations += 1
        return self.mutations


def only_error(response: httpx.Response) -> dict[str, Any]:
    (error,) = response.json()["errors"]
    assert isinstance(error, dict)
    return error


async def in_chunks(*chunks: bytes) -> AsyncIterator[bytes]:
    """A body that is sent without its length being known."""
    for chunk in chunks:
        yield chunk
