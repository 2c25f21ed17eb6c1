"""The schema as text, laid out to be read: questions, domain types, lists of values, connections, filters.

A field that an object type has from an interface is described there, once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    is_introspection_type,
    is_specified_scalar_type,
    print_type,
)

from api.schema.derived import derived_of
from api.schema.naming import NODE
from api.schema.root import QUERY

REFRESH = "evidensgraf schema print > api/schema.graphql"
_HEAD = f"# Derived from the ontology. To refresh: {REFRESH}\n"


def print_derived_schema(schema: GraphQLSchema) -> str:
    """The whole schema in GraphQL's schema language, the same text for the same ontology and questions."""
    shown: set[str] = set()
    parts = [_HEAD]
    for title, names in _chapters(schema):
        chosen = [name for name in names if name in schema.type_map and name not in shown]
        shown.update(chosen)
        if chosen:
            parts.append(f"# ---- {title}\n")
            parts.extend(f"{_printed(schema.type_map[name])}\n" for name in chosen)
    return "\n".join(parts)


def _chapters(schema: GraphQLSchema) -> Iterator[tuple[str, list[str]]]:
    blueprint = derived_of(schema).blueprint
    types = [name for each in blueprint.classes for name in blueprint.types_of(each)]
    listed = [NODE, *(each.name for each in blueprint.classes)]
    own = sorted(name for name, each in schema.type_map.items() if _is_own(each))
    yield "What can be asked", [QUERY]
    yield "What there is", [NODE, *types]
    yield "Lists of values", [name for name in own if _is_list_of_values(schema.type_map[name])]
    yield "Pages", ["PageInfo", *(f"{name}{kind}" for name in listed for kind in ("Connection", "Edge"))]
    yield "Filters and orders", [f"{name}{kind}" for name in listed for kind in ("Where", "OrderBy")]
    yield "Filters of values", [name for name in own if name.endswith("Filter")]
    yield "Values", own


def _is_own(each: GraphQLNamedType) -> bool:
    return not is_introspection_type(each) and not is_specified_scalar_type(each)


def _is_list_of_values(each: GraphQLNamedType) -> bool:
    return hasattr(each, "values")


def _printed(each: GraphQLNamedType) -> str:
    if not isinstance(each, GraphQLObjectType) or not each.interfaces:
        return print_type(each)
    above = {name: field for interface in each.interfaces for name, field in interface.fields.items()}
    fields = {name: _described_above(field, above.get(name)) for name, field in each.fields.items()}
    parts: dict[str, Any] = {**each.to_kwargs(), "fields": fields}
    return print_type(GraphQLObjectType(**parts))


def _described_above(field: GraphQLField, above: GraphQLField | None) -> GraphQLField:
    if above is None or above.description != field.description:
        return field
    parts: dict[str, Any] = {**field.to_kwargs(), "description": None}
    return GraphQLField(**parts)
