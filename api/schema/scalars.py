"""Values of XSD datatypes as GraphQL scalars, and back into Python.

`xsd:integer` is Int, though GraphQL's ends at 2,147,483,647: a larger value is an error of its field, never a wrong
number. `xsd:decimal` is Float, which every client can calculate with; its 15 significant digits hold any figure that a
document states. A datatype without a scalar of its own is served as its text and named in the schema report.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import graphene  # type: ignore[import-untyped]  # it carries no types

from kg.ontology import Property
from kg.retrieval.value_types import ValueType, value_type
from kg.store import Literal

SCALARS: dict[ValueType, Any] = {
    ValueType.ID: graphene.ID,
    ValueType.TEXT: graphene.String,
    ValueType.STRING: graphene.String,
    ValueType.INTEGER: graphene.Int,
    ValueType.DECIMAL: graphene.Float,
    ValueType.BOOLEAN: graphene.Boolean,
    ValueType.DATE: graphene.Date,
    ValueType.INSTANT: graphene.DateTime,
}


def python_value(each: Property, literal: Literal) -> Any:
    """The value that the property's scalar serves. Raises ValueError where the text is no value of its datatype."""
    match value_type(each):
        case ValueType.INTEGER:
            return int(literal.text)
        case ValueType.DECIMAL:
            return float(literal.text)
        case ValueType.BOOLEAN:
            return literal.text in ("true", "1")
        case ValueType.DATE:
            return date.fromisoformat(literal.text[:10])
        case ValueType.INSTANT:
            return datetime.fromisoformat(literal.text)
        case _:
            return literal.text
