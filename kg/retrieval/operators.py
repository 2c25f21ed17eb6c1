"""The operators of filters: one table. A new operator is one more entry here, and nothing elsewhere.

The input types of the API and the compiler to SPARQL both read it. What combines filters (AND, OR, NOT, some, none)
is not an operator; it is in `kg.retrieval.where`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kg.retrieval.value_types import NUMBERS, ValueType

Expression = Callable[[str, Sequence[str]], str]
"""From the SPARQL expressions of a value and of the operands to the one that is true where the operator holds."""

_WORDS = frozenset({ValueType.TEXT, ValueType.STRING})
_ORDERED = NUMBERS | {ValueType.DATE, ValueType.INSTANT}
_NAMED = frozenset({ValueType.ID, ValueType.CODE})
_LISTED = _NAMED | _WORDS | _ORDERED


@dataclass(frozen=True)
class Operator:
    """One operator. description: for users. applies_to: the value types that have it. takes_list: several operands."""

    name: str
    description: str
    applies_to: frozenset[ValueType]
    expression: Expression
    takes_list: bool = False


def _infix(symbol: str) -> Expression:
    return lambda value, operands: f"{value} {symbol} {operands[0]}"


def _ignoring_case(function: str) -> Expression:
    return lambda value, operands: f"{function}(LCASE({value}), LCASE({operands[0]}))"


def among(value: str, operands: Sequence[str]) -> str:
    """Whether the value is one of the operands. Not all engines know that nothing is `IN ()`."""
    return f"{value} IN ({', '.join(operands)})" if operands else "false"


_TABLE = (
    Operator("eq", "Exactly this value; of texts every character counts.", frozenset(ValueType), _infix("=")),
    Operator("in", "One of these values.", _LISTED, among, takes_list=True),
    Operator("contains", "Has this text in it; upper and lower case are the same.", _WORDS, _ignoring_case("CONTAINS")),
    Operator(
        "startsWith", "Begins with this text; upper and lower case are the same.", _WORDS, _ignoring_case("STRSTARTS")
    ),
    Operator("lt", "Less than this; of dates, before it.", _ORDERED, _infix("<")),
    Operator("lte", "This or less; of dates, not after it.", _ORDERED, _infix("<=")),
    Operator("gt", "More than this; of dates, after it.", _ORDERED, _infix(">")),
    Operator("gte", "This or more; of dates, not before it.", _ORDERED, _infix(">=")),
)
OPERATORS: Mapping[str, Operator] = {each.name: each for each in _TABLE}
"""By name, in the order in which users read them."""


def operators_of(of: ValueType) -> tuple[Operator, ...]:
    """The operators that values of this type have, in the table's order."""
    return tuple(each for each in OPERATORS.values() if of in each.applies_to)
