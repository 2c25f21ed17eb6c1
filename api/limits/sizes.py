"""How many items one field of a query may return, told from its arguments and its type.

Knows the conventions (Relay connections, `first`, `last`, `limit`, lists of identifiers) and no field by name,
so that it fits any schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLID,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLType,
    ListValueNode,
    ValueNode,
    VariableNode,
    get_named_type,
    is_list_type,
)
from graphql.language import IntValueNode

PAGE_ARGUMENTS = ("first", "last", "limit")


def is_connection(named_type: GraphQLNamedType) -> bool:
    """Whether the type is a page of a Relay connection: it tells of its page and lists what is on it."""
    return isinstance(named_type, GraphQLObjectType) and "pageInfo" in named_type.fields


def is_list(output_type: GraphQLOutputType) -> bool:
    """Whether values of the type are lists, required or not."""
    return is_list_type(_without_non_null(output_type))


def asked_page_size(field: GraphQLField, node: FieldNode, variables: Mapping[str, Any]) -> int | None:
    """The largest of the field's page arguments; None if the query gives none.

    variables: coerced values. Raises nothing: validation has seen that the arguments are of the right type.
    """
    sizes = [
        value
        for argument in node.arguments
        if argument.name.value in PAGE_ARGUMENTS and argument.name.value in field.args
        for value in [_integer(argument.value, variables)]
        if value is not None
    ]
    return max(sizes, default=None)


def page_size(field: GraphQLField, node: FieldNode, variables: Mapping[str, Any], default: int) -> int:
    """Items on the field's page: as asked for, else the schema's own default, else `default`. Never below 0."""
    asked = asked_page_size(field, node, variables)
    if asked is not None:
        return max(0, asked)
    declared = [field.args[name].default_value for name in PAGE_ARGUMENTS if name in field.args]
    return max((value for value in declared if isinstance(value, int)), default=default)


def list_length(field: GraphQLField, node: FieldNode, variables: Mapping[str, Any], assumed: int) -> int:
    """Items of a list that is not a connection.

    A page argument tells it; else the longest list of identifiers among the arguments, since a field that is given
    identifiers answers one item for each; else `assumed`.
    """
    asked = asked_page_size(field, node, variables)
    if asked is not None:
        return max(0, asked)
    lengths = [
        _length(argument.value, variables)
        for argument in node.arguments
        if _takes_identifiers(field, argument.name.value)
    ]
    return max((length for length in lengths if length is not None), default=assumed)


def _takes_identifiers(field: GraphQLField, argument: str) -> bool:
    if argument not in field.args:
        return False
    argument_type = _without_non_null(field.args[argument].type)
    return is_list_type(argument_type) and get_named_type(argument_type) is GraphQLID


def _without_non_null(given: GraphQLType) -> GraphQLType:
    return given.of_type if isinstance(given, GraphQLNonNull) else given


def _integer(value: ValueNode, variables: Mapping[str, Any]) -> int | None:
    if isinstance(value, VariableNode):
        found = variables.get(value.name.value)
        return found if isinstance(found, int) else None
    return int(value.value) if isinstance(value, IntValueNode) else None


def _length(value: ValueNode, variables: Mapping[str, Any]) -> int | None:
    if isinstance(value, VariableNode):
        found = variables.get(value.name.value)
        return len(found) if isinstance(found, list) else None
    return len(value.values) if isinstance(value, ListValueNode) else None
