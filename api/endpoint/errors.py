"""Every error's way out: the code for programs, the words for people, the HTTP status.

Nothing of the inside leaves: an unexpected error is logged in full and answered with a reference to the log.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from graphql import GraphQLError, get_location

from api.limits import Refusal
from kg.errors import (
    CouldNotLook,
    DocumentUnavailable,
    EvidensgrafError,
    FaultsFound,
    InputError,
    LimitExceeded,
    StoreUnavailable,
    TimeLimitReached,
)

logger = logging.getLogger(__name__)

RETRY_AFTER_SECONDS = 5
RETRY_LATER = {"Retry-After": str(RETRY_AFTER_SECONDS)}


class HttpFault(Exception):
    """A request that is no well-formed GraphQL-over-HTTP request; `status` holds for every media type."""

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.headers = dict(headers or {})

    def record(self) -> dict[str, Any]:
        """The entry for `errors`."""
        return {"message": str(self), "extensions": {"code": self.code}}


@dataclass(frozen=True)
class Kind:
    """How one kind of error is answered. status: where no part of the query could be answered."""

    code: str
    status: int
    retry: bool = False


# From the most special to the most general: the first that fits is taken.
KINDS: tuple[tuple[type[Exception], Kind], ...] = (
    (LimitExceeded, Kind("LIMIT_EXCEEDED", 400)),
    (InputError, Kind("BAD_USER_INPUT", 400)),
    (GraphQLError, Kind("BAD_USER_INPUT", 400)),
    (StoreUnavailable, Kind("STORE_UNAVAILABLE", 503, retry=True)),
    (TimeLimitReached, Kind("TIME_LIMIT_REACHED", 504)),
    (DocumentUnavailable, Kind("DOCUMENT_UNAVAILABLE", 503)),
    (CouldNotLook, Kind("COULD_NOT_LOOK", 503)),
    (Exception, Kind("INTERNAL_ERROR", 500)),
)


def kind_of(error: Exception) -> Kind:
    """The way the error is answered; one that only tells the place of another is answered like that other."""
    if isinstance(error, GraphQLError) and error.original_error is not None:
        return kind_of(error.original_error)
    return next(kind for error_type, kind in KINDS if isinstance(error, error_type))


def record_of(error: Exception, default_code: str = "") -> dict[str, Any]:
    """The entry for `errors` of any exception, with its place in query and answer where it has one.

    default_code: `extensions.code` for GraphQL's own errors that carry none. Logs what is not meant for people.
    """
    if not isinstance(error, GraphQLError):
        return {**_place_of(error), **_words_of(error)}
    cause = error.original_error
    if cause is None or isinstance(cause, GraphQLError):
        record = dict(error.formatted)
        codes = {"code": default_code} if default_code else {}
        extensions = {**codes, **(error.extensions or {})}
        return {**record, "extensions": extensions} if extensions else record
    place = {key: value for key, value in error.formatted.items() if key in ("locations", "path")}
    return {**place, **_words_of(cause)}


def _words_of(error: Exception) -> dict[str, Any]:
    if not isinstance(error, EvidensgrafError):
        return _internal(error)
    # Only the remedy gets a capital: a message may begin with an identifier.
    message = f"{_ended(str(error))} {_ended(error.remedy[:1].upper() + error.remedy[1:])}".strip()
    return {"message": message, "extensions": {"code": kind_of(error).code, **_details_of(error)}}


def _ended(text: str) -> str:
    """The text with a full stop, so that what is wrong and what to do read as two sentences."""
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."


def _internal(error: Exception) -> dict[str, Any]:
    reference = secrets.token_hex(4)
    logger.error("Unexpected error, reference %s", reference, exc_info=error)
    message = f"Something went wrong inside the service; its log tells what, under the reference {reference}."
    return {"message": message, "extensions": {"code": kind_of(error).code, "reference": reference}}


def _details_of(error: EvidensgrafError) -> dict[str, Any]:
    if isinstance(error, FaultsFound):
        return {"faults": [asdict(fault) for fault in error.faults]}
    if isinstance(error, Refusal):
        details: dict[str, Any] = {"limit": error.limit, "allowed": error.allowed, "measured": error.measured}
        return {**details, "field": error.field} if error.field else details
    return {}


def _place_of(error: Exception) -> dict[str, Any]:
    if not isinstance(error, Refusal) or error.node is None or error.node.loc is None:
        return {}
    location = get_location(error.node.loc.source, error.node.loc.start)
    return {"locations": [{"line": location.line, "column": location.column}]}
