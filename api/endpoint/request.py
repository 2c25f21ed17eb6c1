"""Reads a GraphQL request out of an HTTP request, or says precisely why it is none.

Whether the query is GraphQL is left to `documents`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.requests import Request

from api.endpoint.errors import HttpFault
from api.endpoint.media import JSON, is_utf8, parse_media_type
from api.limits import Limits

PARAMETERS = ("query", "operationName", "variables", "extensions")


@dataclass(frozen=True)
class GraphQLRequest:
    """A well-formed request. operation_name: None if not given. variables: as sent. safe: nothing may be changed."""

    query: str
    operation_name: str | None
    variables: dict[str, Any]
    safe: bool


async def read_request(request: Request, limits: Limits) -> GraphQLRequest:
    """The GraphQL request that a GET, HEAD or POST carries. Raises HttpFault if it is not well-formed."""
    if request.method == "POST":
        parameters = _body_parameters(request, await _body(request, limits.max_body_bytes))
    else:
        parameters = _url_parameters(request)
    return GraphQLRequest(
        query=_query(parameters, limits),
        operation_name=_operation_name(parameters),
        variables=_variables(parameters, limits),
        safe=request.method != "POST",
    )


def _unsupported(message: str, headers: Mapping[str, str]) -> HttpFault:
    return HttpFault(415, "UNSUPPORTED_MEDIA_TYPE", message, headers)


def _check_content_type(request: Request) -> None:
    """Raises HttpFault unless a POST says that its body is JSON in UTF-8, not compressed."""
    media_type, parameters = parse_media_type(request.headers.get("content-type", ""))
    if media_type != JSON:
        given = f"not {media_type}" if media_type else "but the request has no Content-Type"
        raise _unsupported(f"Send the operation as {JSON}, {given}.", {"Accept-Post": JSON})
    if not is_utf8(parameters):
        raise _unsupported(f"Send the body in UTF-8, not in {parameters['charset']}.", {"Accept-Post": JSON})
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding != "identity":
        raise _unsupported(f"Send the body as it is, not compressed with {encoding}.", {"Accept-Encoding": "identity"})


async def _body(request: Request, max_bytes: int) -> bytes:
    """The whole body. What is announced in Content-Length is not believed; reading stops at the limit."""
    _check_content_type(request)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > max_bytes:
            message = f"The body is larger than {max_bytes:,} bytes (limit max_body_bytes); send a smaller one."
            raise HttpFault(413, "LIMIT_EXCEEDED", message, {"Connection": "close"})
    return bytes(body)


def _body_parameters(request: Request, body: bytes) -> Mapping[str, Any]:
    if not body:
        raise _malformed('The body is empty; send JSON such as {"query": "{ __typename }"}.')
    try:
        parameters = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise _malformed(f"The body is not JSON in UTF-8: {error}.") from error
    if isinstance(parameters, list):
        raise HttpFault(400, "BATCH_NOT_SUPPORTED", "Batches are not accepted; send one operation per request.")
    if not isinstance(parameters, dict):
        raise _malformed(f"The body must be a JSON object, not {_name_of(parameters)}.")
    return parameters


def _url_parameters(request: Request) -> Mapping[str, Any]:
    parameters: dict[str, Any] = {}
    for name in PARAMETERS:
        values = request.query_params.getlist(name)
        if len(values) > 1:
            raise _malformed(f"The parameter {name} is given {len(values)} times; give it once.")
        if values:
            parameters[name] = _parsed(name, values[0]) if name in ("variables", "extensions") else values[0]
    return parameters


def _parsed(name: str, text: str) -> Any:
    """The value of a parameter that the URL carries as JSON; an empty one counts as not given."""
    try:
        return orjson.loads(text) if text else None
    except orjson.JSONDecodeError as error:
        raise _malformed(f"The parameter {name} is not JSON: {error}.") from error


def _query(parameters: Mapping[str, Any], limits: Limits) -> str:
    query = parameters.get("query")
    if query is None:
        raise _malformed("The parameter query is missing; it holds the GraphQL document to run.")
    if not isinstance(query, str):
        raise _malformed(f"The parameter query must be a string, not {_name_of(query)}.")
    if len(query) > limits.max_query_characters:
        raise _too_large("query", f"{limits.max_query_characters:,} characters", "max_query_characters")
    return query


def _operation_name(parameters: Mapping[str, Any]) -> str | None:
    name = parameters.get("operationName")
    if name is not None and not isinstance(name, str):
        raise _malformed(f"The parameter operationName must be a string, not {_name_of(name)}.")
    return name or None


def _variables(parameters: Mapping[str, Any], limits: Limits) -> dict[str, Any]:
    for name in ("variables", "extensions"):
        value = parameters.get(name)
        if value is not None and not isinstance(value, dict):
            raise _malformed(f"The parameter {name} must be a JSON object, not {_name_of(value)}.")
    variables: dict[str, Any] = parameters.get("variables") or {}
    if variables and _size_of(variables) > limits.max_variables_bytes:
        raise _too_large("variables", f"{limits.max_variables_bytes:,} bytes", "max_variables_bytes")
    return variables


def _size_of(variables: dict[str, Any]) -> int:
    """Bytes of the variables as JSON. Raises HttpFault where they are nested deeper than can be written."""
    try:
        return len(orjson.dumps(variables))
    except orjson.JSONEncodeError:
        raise _malformed("The parameter variables is nested too deeply, or holds a number that is too large.") from None


def _malformed(message: str) -> HttpFault:
    return HttpFault(400, "BAD_REQUEST", message)


def _too_large(name: str, size: str, limit: str) -> HttpFault:
    message = f"The parameter {name} is longer than {size} (limit {limit}); send a shorter one."
    return HttpFault(413, "LIMIT_EXCEEDED", message)


def _name_of(value: Any) -> str:
    """What JSON calls the value's type, with its article."""
    names = {dict: "an object", list: "an array", str: "a string", bool: "a boolean", type(None): "null"}
    return names.get(type(value), "a number")
