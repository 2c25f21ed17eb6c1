"""What questions about the schema itself may cost.

They are answered from memory and must be able to list the whole schema, so they are measured apart from data: by
the sizes of this very schema, against what the full introspection query costs.
"""

from __future__ import annotations

from math import ceil

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    is_introspection_type,
)

INTROSPECTION_FIELDS = frozenset({"__schema", "__type"})
# Two copies of the full query fit into one operation; no tool asks for more.
COPIES_ALLOWED = 2


def introspection_list_lengths(schema: GraphQLSchema) -> dict[str, int]:
    """For each list field of the introspection types, how many items it has in this schema on average, rounded up."""
    types = [named for named in schema.type_map.values() if not is_introspection_type(named)]
    composites = [named for named in types if isinstance(named, GraphQLObjectType | GraphQLInterfaceType)]
    fields = [field for named in composites for field in named.fields.values()]
    enums = [named for named in types if isinstance(named, GraphQLEnumType)]
    inputs = [named for named in types if isinstance(named, GraphQLInputObjectType)]
    abstract = [named for named in types if isinstance(named, GraphQLInterfaceType | GraphQLUnionType)]
    count = len(types)
    return {
        "types": count,
        "directives": len(schema.directives),
        "fields": _average(len(fields), count),
        "args": _average(sum(len(field.args) for field in fields), len(fields)),
        "interfaces": _average(sum(len(named.interfaces) for named in composites), count),
        "possibleTypes": _average(sum(len(schema.get_possible_types(named)) for named in abstract), count),
        "enumValues": _average(sum(len(named.values) for named in enums), count),
        "inputFields": _average(sum(len(named.fields) for named in inputs), count),
        "locations": 4,
    }


def _average(total: int, count: int) -> int:
    return max(1, ceil(total / max(1, count)))
