"""The web application: which address answers what. It assembles and does nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol, TypeAlias

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


class Pages(Protocol):
    """The pages, which ask the same operations."""

    def routes(self) -> Sequence[BaseRoute]:
        """Their addresses. The last may be any address that is no other."""

    async def warm(self) -> None:
        """Does ahead what the first visitor would else wait for."""


MakePages = Callable[[Operations, Assets], Pages]


def create_app(
    operations: Operations,
    assets: Assets | None = None,
    health: HealthDetails = dict,
    pages: MakePages | None = None,
    graphiql: GraphiQL | None = None,
) -> Starlette:
    """The application that serves one schema.

    assets, graphiql: None for those that were built with the package. health: called in a worker thread for each
    `GET /health`. pages: None for none; the root then leads to GraphQL. They are warmed before the server listens.
    Raises ValueError if an example has no title.
    """
    assets = assets or Assets()
    graphiql = graphiql or GraphiQL(assets)
    made = pages(operations, assets) if pages else None

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        if made:
            await made.warm()
        yield
        operations.close()

    routes = [
        Route("/graphql", GraphQLEndpoint(operations, page=graphiql.page)),
        *graphiql.routes(),
        *assets.routes(),
        Route("/health", _health_answer(health)),
        *(made.routes() if made else [Route("/", _to_graphql)]),
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
