"""The web application: which address answers what. It assembles and does nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

import orjson
from graphql import GraphQLSchema
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from api.endpoint import GraphiQL, GraphQLEndpoint, MakeContext, Prepare
from api.limits import Limits
from kg.errors import EvidensgrafError

Application: TypeAlias = Starlette
"""What a server runs; those who only pass it on need not know what it stands on."""

HealthDetails = Callable[[], Mapping[str, Any]]
"""Tells what the service stands on, as JSON values. Raises a kg error if it cannot answer questions at present."""


def create_app(
    schema: GraphQLSchema,
    limits: Limits,
    make_context: MakeContext,
    prepare: Prepare | None = None,
    health: HealthDetails = dict,
    graphiql: GraphiQL | None = None,
) -> Starlette:
    """The application that serves one schema.

    make_context, prepare: see `api.endpoint.execution`. health: called in a worker thread for each `GET /health`.
    graphiql: None for the one that was built with the package. Raises ValueError if an example has no title.
    """
    graphiql = graphiql or GraphiQL()
    endpoint = GraphQLEndpoint(schema, limits, make_context, prepare, page=graphiql.page)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        endpoint.close()

    routes = [
        Route("/", _to_graphql),
        Route("/graphql", endpoint),
        *graphiql.routes(),
        Route("/health", _health_answer(health)),
    ]
    return Starlette(routes=routes, lifespan=lifespan)


async def _to_graphql(_request: Request) -> Response:
    return RedirectResponse("graphql", 307)


def _health_answer(health: HealthDetails) -> Callable[[Request], Response]:
    def answer(_request: Request) -> Response:
        try:
            return _json({"status": "ok", **health()}, 200)
        except EvidensgrafError as error:
            return _json({"status": "unavailable", "reason": f"{error} {error.remedy}".strip()}, 503)

    return answer


def _json(content: Mapping[str, Any], status: int) -> Response:
    return Response(orjson.dumps(content), status, {"Cache-Control": "no-store"}, "application/json")
