"""How the values of a property compare: one of a few value types, whatever the ontology calls the property.

Filters, orderings and input types all ask here, so that a value means the same in each of them.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from kg.ontology import Property, ValueKind
from kg.store import sparql_text
from kg.store.terms import XSD


class ValueType(Enum):
    """What a value is compared as. The text is the name that input types carry."""

    ID = "ID"
    CODE = "Code"
    TEXT = "Text"
    STRING = "String"
    INTEGER = "Int"
    DECIMAL = "Float"
    BOOLEAN = "Boolean"
    DATE = "Date"
    INSTANT = "DateTime"


_INTEGERS = {
    "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
    "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte",
}  # fmt: skip
_BY_DATATYPE = {
    **{XSD + name: ValueType.INTEGER for name in _INTEGERS},
    **{XSD + name: ValueType.DECIMAL for name in ("decimal", "double", "float")},
    XSD + "boolean": ValueType.BOOLEAN,
    XSD + "date": ValueType.DATE,
    XSD + "dateTime": ValueType.INSTANT,
    XSD + "string": ValueType.STRING,
    XSD + "anyURI": ValueType.STRING,
}
NUMBERS = frozenset({ValueType.INTEGER, ValueType.DECIMAL})


def value_type(each: Property) -> ValueType:
    """The value type of a property; a datatype that has none of its own compares as its text (STRING)."""
    by_kind = {ValueKind.TEXT: ValueType.TEXT, ValueKind.CODE: ValueType.CODE, ValueKind.RESOURCE: ValueType.ID}
    return by_kind.get(each.kind) or _BY_DATATYPE.get(each.datatype or "", ValueType.STRING)


def has_own_type(datatype: str | None) -> bool:
    """Whether values of the XSD datatype are compared as what they are, and not just as their text."""
    return datatype is None or datatype in _BY_DATATYPE


def comparable(of: ValueType, variable: str) -> str:
    """The SPARQL expression that stands for the variable's value in a comparison.

    Dates compare by their text YYYY-MM-DD, since SPARQL 1.1 orders instants but not dates.
    """
    if of in (ValueType.TEXT, ValueType.STRING):
        return f"STR({variable})"
    return f"SUBSTR(STR({variable}), 1, 10)" if of is ValueType.DATE else variable


def operand(of: ValueType, value: Any) -> str:
    """A user's value as a SPARQL term that compares with `comparable`. Raises InputError where it cannot be one."""
    if isinstance(value, datetime):
        return sparql_text.instant(value) if of is ValueType.INSTANT else sparql_text.string(value.date().isoformat())
    if isinstance(value, date):
        return sparql_text.string(value.isoformat())
    if of is ValueType.BOOLEAN:
        return sparql_text.boolean(value)
    if of is ValueType.INTEGER:
        return sparql_text.integer(value)
    if of is ValueType.DECIMAL:
        return sparql_text.decimal(Decimal(repr(value)) if isinstance(value, float) else Decimal(value))
    if of is ValueType.ID or (of is ValueType.CODE and "://" in value):
        return sparql_text.iri(value)
    return sparql_text.string(value)
