"""The address of GraphQL: from an HTTP request to an HTTP response.

Which status an error gets depends on the media type that the client accepts. `application/graphql-response+json`
can tell a GraphQL response from some proxy's page, so its status says what happened. For `application/json` the
specification wants 200 for every well-formed request that is refused for what it asks; where the service itself
fails (store away, time limit, fault) both get a 5xx, so that balancers, caches and scripts do not take it for an
answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api.endpoint.errors import HttpFault
from api.endpoint.execution import Outcome, failure
from api.endpoint.media import JSON, json_type, wants_html
from api.endpoint.operations import Operations, Run
from api.endpoint.request import GraphQLRequest, read_request

METHODS = "GET, HEAD, POST"
HEADERS = {"Vary": "Accept", "X-Content-Type-Options": "nosniff"}


class GraphQLEndpoint:
    """An ASGI application that answers GraphQL over HTTP.

    page: answers browsers, that is GET requests that want HTML more than JSON; None if there is no page.
    """

    def __init__(self, operations: Operations, page: Callable[[], Response] | None = None) -> None:
        self._operations = operations
        self._limits = operations.limits
        self._page = page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        accept = ", ".join(request.headers.getlist("accept"))
        if self._page and request.method in ("GET", "HEAD") and wants_html(accept):
            return self._page()
        media_type = json_type(accept)
        try:
            _check_method(request)
            _check_accept(media_type)
            return await self._answer(request, media_type or JSON)
        except HttpFault as fault:
            outcome = Outcome({"errors": [fault.record()]}, fault.status, headers=fault.headers)
            return _response(outcome, media_type or JSON)

    async def _answer(self, request: Request, media_type: str) -> Response:
        operation = await self._read(request)

        def work(run: Run) -> Response:
            """Everything that takes time: a large answer is also written in the worker."""
            return _response(run(operation), media_type)

        try:
            return await self._operations.work(request.headers, work)
        except HttpFault:
            raise
        except Exception as error:
            return _response(failure(error), media_type)

    async def _read(self, request: Request) -> GraphQLRequest:
        try:
            async with asyncio.timeout(self._limits.time_limit_seconds):
                return await read_request(request, self._limits)
        except TimeoutError:
            message = f"The body did not arrive within {self._limits.time_limit_seconds:g} seconds."
            raise HttpFault(408, "REQUEST_TIMEOUT", message, {"Connection": "close"}) from None


def _response(outcome: Outcome, media_type: str) -> Response:
    status = 200 if outcome.is_request_error and media_type == JSON else outcome.status
    headers: Mapping[str, Any] = {**HEADERS, **outcome.headers}
    content_type = f"{media_type}; charset=utf-8"
    return Response(orjson.dumps(outcome.content), status, headers, content_type)


def _check_method(request: Request) -> None:
    if request.method not in METHODS.split(", "):
        message = f"GraphQL is asked with GET or POST, not with {request.method}."
        raise HttpFault(405, "METHOD_NOT_ALLOWED", message, {"Allow": METHODS})


def _check_accept(media_type: str | None) -> None:
    if media_type is None:
        message = "This address answers application/graphql-response+json and application/json; accept one of them."
        raise HttpFault(406, "NOT_ACCEPTABLE", message)
