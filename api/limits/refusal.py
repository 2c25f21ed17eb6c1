"""Why a query is refused: a record that both people and programs can act on."""

from __future__ import annotations

from graphql import FieldNode

from kg.errors import LimitExceeded

# Nested fragments can measure in the billions of billions; from here on a number is shown as "at least this".
LARGEST_NUMBER_TOLD = 1_000_000_000_000


class Refusal(LimitExceeded):
    """A query that asks for more than one of the limits allows. It has not been run.

    limit: the name of the limit, as in `Limits`. allowed, measured: in that limit's unit; `measured` is told up to
    LARGEST_NUMBER_TOLD.
    field: path of the field that costs most, from the operation or the fragment that holds it, response names
    joined by points. node: that field in the query, for its line and column; None for a limit on the whole query.
    """

    def __init__(
        self,
        message: str,
        *,
        limit: str,
        allowed: int,
        measured: int,
        field: str = "",
        node: FieldNode | None = None,
        remedy: str = "",
    ) -> None:
        super().__init__(message, remedy=remedy)
        self.limit = limit
        self.allowed = allowed
        self.measured = min(measured, LARGEST_NUMBER_TOLD)
        self.field = field
        self.node = node


def told(number: int) -> str:
    """The number for people: `12,500`, or `at least …` from the largest number that is told."""
    return f"at least {LARGEST_NUMBER_TOLD:,}" if number > LARGEST_NUMBER_TOLD else f"{number:,}"
