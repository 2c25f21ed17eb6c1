"""A bounded number of threads, in which synchronous work is done under a deadline.

A thread cannot be killed: work that overruns is abandoned by its waiter but keeps its place among the workers until
it ends, so that never more than the given number run.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from api.limits import Deadline
from kg.errors import StoreUnavailable

Result = TypeVar("Result")


class Busy(StoreUnavailable):
    """All workers were occupied until the deadline; the work was never begun."""


class Workers:
    """The threads of one endpoint. Call `close` when the service stops."""

    def __init__(self, count: int) -> None:
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="graphql")

    async def run(self, work: Callable[[], Result], deadline: Deadline) -> Result:
        """The work's result, or its exception. Raises TimeLimitReached, or Busy if the work had not begun by then."""
        future = self._threads.submit(work)
        try:
            async with asyncio.timeout(deadline.remaining_seconds()):
                return await asyncio.wrap_future(future)
        except TimeoutError:
            if future.cancelled():
                raise Busy("The service is busy with other requests.", remedy="Try again in a while.") from None
            raise deadline.error() from None

    def close(self) -> None:
        """Begin no more work; do not wait for what is running."""
        self._threads.shutdown(wait=False, cancel_futures=True)
