"""The web application: which address answers what. It assembles and does nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from api.endpoint import Assets, GraphiQL, GraphQLEndpoint, Operations
from kg.errors import EvidensgrafError

Application: TypeAlias = Starlette
"""What a server runs; those who only pass it on need not know what it stands on."""

HealthDetails = Callable[[], Mapping[str, Any]]
"""Tells what the service stands on, as JSON values. Raises a kg error if it cannot answer questions at present."""

Warm = Callable[[Operations], Coroutine[Any, Any, None]]
"""Does ahead what the first visitor would else wait for."""

MakePages = Callable[[Operations, Assets], Sequence[BaseRoute]]
"""Makes the addresses of the pages, which ask the same operations. The last may be any address that is no other."""


def create_app(
    operations: Operations,
    assets: Assets | None = None,
    health: HealthDetails = dict,
    pages: MakePages | None = None,
    graphiql: GraphiQL | None = None,
    warm: Warm | None = None,
) -> Starlette:
    """The application that serves one schema.

    assets, graphiql: None for those that were built with the package. health: called in a worker thread for each
    `GET /health`. pages: None for none; the root then leads to GraphQL. warm: begun once the server listens.
    Raises ValueError if an example has no title.
    """
    assets = assets or Assets()
    graphiql = graphiql or GraphiQL(assets)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        warming = asyncio.create_task(warm(operations)) if warm else None
        yield
        if warming:
            warming.cancel()
        operations.close()

    routes = [
        Route("/graphql", GraphQLEndpoint(operations, page=graphiql.page)),
        *graphiql.routes(),
        *assets.routes(),
        Route("/health", _health_answer(health)),
        *(pages(operations, assets) if pages else [Route("/", _to_graphql)]),
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
