"""The numbers that bound a request, in one place, each with its unit."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Limits:
    """Upper bounds of one request. A request exactly at a bound is accepted.

    max_depth: levels of fields below the operation; `{ links { nodes { id } } }` has 3. Introspection is exempt.
    max_cost: values that the answer could hold, counted from the page sizes that the query asks for.
    max_aliases: fields written with an alias, counted each time their fragment is spread.
    max_root_fields: fields directly below the operation.
    default_page_size: items on a page whose query gives neither `first` nor `last`.
    max_page_size: items that `first`, `last` or `limit` may ask for.
    assumed_list_length: items reckoned for a list that is not paged and whose arguments do not tell its length.
    max_body_bytes: bytes of a request's body, before it is decoded.
    max_query_characters: characters of the query document.
    max_query_tokens: lexical tokens of the query document; as many comments are allowed.
    max_variables_bytes: bytes of the variables, written as JSON in UTF-8.
    time_limit_seconds: from the request having been read to its answer, waiting for a free worker included.
    max_concurrent_requests: requests that are worked on at the same time; others wait.

    Raises ValueError if a bound is not positive, or the default page is larger than the largest.
    """

    max_depth: int = 14
    max_cost: int = 500_000
    max_aliases: int = 60
    max_root_fields: int = 30
    default_page_size: int = 20
    max_page_size: int = 100
    assumed_list_length: int = 10
    max_body_bytes: int = 256 * 1024
    max_query_characters: int = 64 * 1024
    max_query_tokens: int = 10_000
    max_variables_bytes: int = 64 * 1024
    time_limit_seconds: float = 10.0
    max_concurrent_requests: int = 4

    def __post_init__(self) -> None:
        for field in fields(self):
            if getattr(self, field.name) <= 0:
                raise ValueError(f"{field.name} must be above 0")
        if self.default_page_size > self.max_page_size:
            raise ValueError("default_page_size is larger than max_page_size")
