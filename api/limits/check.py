"""Judges one operation against the limits and tells every limit it breaks, before anything runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    OperationDefinitionNode,
    get_introspection_query,
    parse,
)

from api.limits.introspection import COPIES_ALLOWED, introspection_list_lengths
from api.limits.limits import Limits
from api.limits.measure import Measuring, Size, Step, TooLargePage
from api.limits.refusal import Refusal, told


class OperationCheck:
    """The check of one schema under one set of limits; made once, used for every request, safe between threads."""

    def __init__(self, schema: GraphQLSchema, limits: Limits) -> None:
        self._schema = schema
        self._limits = limits
        self._introspection_lengths = introspection_list_lengths(schema)
        self._max_introspection_cost = COPIES_ALLOWED * self._cost_of_full_introspection()

    def refusals(
        self, document: DocumentNode, operation: OperationDefinitionNode, variables: Mapping[str, Any]
    ) -> list[Refusal]:
        """Every limit that the operation breaks, cost first; empty if it may run.

        document: valid for the schema. operation: one of its operations. variables: coerced values.
        """
        measuring, size = self._measure(document, operation, variables)
        return [
            *self._about_cost(size),
            *self._about_introspection(size),
            *self._about_depth(size),
            *self._about_counts(size),
            *(self._about_page(page) for page in measuring.too_large_pages),
        ]

    @staticmethod
    def sizes_in(variables: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
        """All of the variables that `refusals` depends on: whole numbers, and the lengths of lists, by name.

        For one document and operation, variables of the same sizes are refused or accepted alike.
        """
        lengths = ((name, len(value) if isinstance(value, list) else value) for name, value in variables.items())
        return tuple(sorted((name, value) for name, value in lengths if isinstance(value, int)))

    def _measure(
        self, document: DocumentNode, operation: OperationDefinitionNode, variables: Mapping[str, Any]
    ) -> tuple[Measuring, Size]:
        lengths = self._introspection_lengths
        measuring = Measuring(self._schema, _fragments(document), variables, self._limits, lengths)
        root = self._schema.get_root_type(operation.operation)
        assert root is not None, "validation refuses operations that the schema has no root type for"
        return measuring, measuring.size_of(operation.selection_set, root)

    def _cost_of_full_introspection(self) -> int:
        query = get_introspection_query(
            specified_by_url=True,
            directive_is_repeatable=True,
            schema_description=True,
            input_value_deprecation=True,
        )
        document = parse(query)
        operation = document.definitions[0]
        assert isinstance(operation, OperationDefinitionNode)
        return self._measure(document, operation, {})[1].about_schema

    def _about_cost(self, size: Size) -> Iterator[Refusal]:
        allowed, measured = self._limits.max_cost, size.once.total
        if measured <= allowed:
            return
        way = _until_last_page(size.once.way)
        yield Refusal(
            f"The answer could hold {told(measured)} values; {allowed:,} are allowed (limit max_cost)."
            f" The field that costs most is {_path(way)}.",
            limit="max_cost",
            allowed=allowed,
            measured=measured,
            field=_path(way),
            node=way[-1].node,
            remedy="Ask for fewer items there with `first`, or for fewer fields below it.",
        )

    def _about_introspection(self, size: Size) -> Iterator[Refusal]:
        allowed, measured = self._max_introspection_cost, size.about_schema
        if measured > allowed:
            yield Refusal(
                f"The questions about the schema could return {told(measured)} values; {allowed:,} are allowed"
                f" (limit max_introspection_cost), {COPIES_ALLOWED} times the full introspection query.",
                limit="max_introspection_cost",
                allowed=allowed,
                measured=measured,
                remedy="Ask `__schema` once in an operation.",
            )

    def _about_depth(self, size: Size) -> Iterator[Refusal]:
        allowed = self._limits.max_depth
        if size.depth <= allowed:
            return
        way = list(size.way_down or ())[: allowed + 1]
        yield Refusal(
            f"The query has {size.depth} levels of fields; {allowed} are allowed (limit max_depth)."
            f" The first field that is too deep is {_path(way)}.",
            limit="max_depth",
            allowed=allowed,
            measured=size.depth,
            field=_path(way),
            node=way[-1].node,
            remedy="Ask for the lower levels in a query of their own, by `id`.",
        )

    def _about_counts(self, size: Size) -> Iterator[Refusal]:
        counts = (
            ("max_aliases", "aliases", size.aliases, self._limits.max_aliases),
            ("max_root_fields", "fields directly below the operation", size.fields, self._limits.max_root_fields),
        )
        for limit, what, measured, allowed in counts:
            if measured > allowed:
                yield _about_count(size, limit, what, measured, allowed)

    def _about_page(self, page: TooLargePage) -> Refusal:
        name, allowed = _response_name(page.node), self._limits.max_page_size
        return Refusal(
            f"The field {name} asks for {page.items:,} items on a page; {allowed:,} are allowed (limit max_page_size).",
            limit="max_page_size",
            allowed=allowed,
            measured=page.items,
            field=name,
            node=page.node,
            remedy="Ask for the first page, then for the next `after` its `pageInfo.endCursor`.",
        )


def _about_count(size: Size, limit: str, what: str, measured: int, allowed: int) -> Refusal:
    way = _until_last_page(size.once.way)
    costs_most = f" The field that costs most is {_path(way)}." if way else ""
    return Refusal(
        f"The query has {told(measured)} {what}; {allowed:,} are allowed (limit {limit}).{costs_most}",
        limit=limit,
        allowed=allowed,
        measured=measured,
        field=_path(way),
        node=way[-1].node if way else None,
        remedy="Send several smaller queries, or ask for several items with one list field.",
    )


def _fragments(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    return {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }


def _until_last_page(way: Step | None) -> list[Step]:
    """The way down to the last field whose page could be made smaller; only its first field if there is none."""
    steps = list(way or ())
    last = max((position for position, step in enumerate(steps) if step.pages), default=0)
    return steps[: last + 1]


def _path(way: list[Step]) -> str:
    return ".".join(_response_name(step.node) for step in way)


def _response_name(node: FieldNode) -> str:
    return node.alias.value if node.alias else node.name.value
