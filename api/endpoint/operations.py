"""Operations of one schema, run in a bounded number of threads, each request under one deadline.

Whoever answers requests (the GraphQL address, pages) shares one of these, so that the bound holds for all together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias, TypeVar

from graphql import GraphQLSchema

from api.endpoint.execution import Execution, MakeContext, Outcome, Prepare, RequestFacts
from api.endpoint.request import GraphQLRequest
from api.endpoint.workers import Workers
from api.limits import Deadline, Limits

Result = TypeVar("Result")

Run: TypeAlias = Callable[[GraphQLRequest], Outcome]
"""Runs an operation under the deadline of the HTTP request at hand; see `Execution.run`."""


class Operations:
    """make_context, prepare: see `api.endpoint.execution`. Call `close` when the service stops."""

    def __init__(
        self, schema: GraphQLSchema, limits: Limits, make_context: MakeContext, prepare: Prepare | None = None
    ) -> None:
        self.limits = limits
        self._execution = Execution(schema, limits, make_context, prepare)
        self._workers = Workers(limits.max_concurrent_requests)

    async def work(self, headers: Mapping[str, str], work: Callable[[Run], Result]) -> Result:
        """What `work` makes of the operations that it runs, made in a worker thread.

        headers: of the HTTP request. Raises what `work` raises, TimeLimitReached, and Busy if it had not begun by then.
        """
        facts = RequestFacts(headers, Deadline(self.limits.time_limit_seconds))
        return await self._workers.run(lambda: work(lambda asked: self._execution.run(asked, facts)), facts.deadline)

    def close(self) -> None:
        """Take no more requests."""
        self._workers.close()
