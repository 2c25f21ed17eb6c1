"""The size of an operation, from its syntax and the schema alone: one walk, each fragment once.

The values of a selection set depend on the page it stands on only through one factor, the page's size. So a
selection set is measured as two sums, values that occur once and values that occur once per item of the page;
with them a fragment needs to be walked once, however often and wherever it is spread.

`@skip` and `@include` are taken as including, and branches for different types as all taken: an upper bound.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionNode,
    SelectionSetNode,
    get_named_type,
    is_composite_type,
    is_introspection_type,
)
from graphql.execution.execute import get_field_def

from api.limits.introspection import INTROSPECTION_FIELDS
from api.limits.limits import Limits
from api.limits.sizes import asked_page_size, is_connection, is_list, list_length, page_size


@dataclass(frozen=True, slots=True)
class Step:
    """One field on the way to the values that cost most. pages: whether a smaller page of it would cost less."""

    node: FieldNode
    pages: bool
    below: Step | None

    def __iter__(self) -> Iterator[Step]:
        step: Step | None = self
        while step is not None:
            yield step
            step = step.below


@dataclass(frozen=True, slots=True)
class Values:
    """How many values, and the way to the most of them: `most` values lie on `way`."""

    total: int = 0
    most: int = 0
    way: Step | None = None

    def plus(self, other: Values) -> Values:
        heavier = other if other.most > self.most else self
        return Values(self.total + other.total, heavier.most, heavier.way)

    def times(self, factor: int) -> Values:
        return Values(self.total * factor, self.most * factor, self.way)


NOTHING = Values()


@dataclass(frozen=True, slots=True)
class Size:
    """The size of one selection set, fragments counted each time they are spread.

    once: values that occur once. per_item: values that occur once for each item of the page they stand on.
    about_schema: values of introspection. depth: levels of fields, and the way to the lowest.
    aliases: aliased fields at any level. fields: fields on its uppermost level.
    """

    once: Values = NOTHING
    per_item: Values = NOTHING
    about_schema: int = 0
    depth: int = 0
    way_down: Step | None = None
    aliases: int = 0
    fields: int = 0

    def plus(self, other: Size) -> Size:
        deeper = other if other.depth > self.depth else self
        return Size(
            self.once.plus(other.once),
            self.per_item.plus(other.per_item),
            self.about_schema + other.about_schema,
            deeper.depth,
            deeper.way_down,
            self.aliases + other.aliases,
            self.fields + other.fields,
        )

    def on_page_of(self, items: int) -> Values:
        return self.once.plus(self.per_item.times(items))


@dataclass(frozen=True, slots=True)
class TooLargePage:
    """A field that asks for more items at a time than a page may hold."""

    node: FieldNode
    items: int


class Measuring:
    """Measures one operation of a valid document.

    fragments: the document's fragments by name. variables: coerced values, defaults filled in.
    introspection_lengths: see `introspection_list_lengths`. After `size_of`, `too_large_pages` holds the fields
    whose page is larger than the limit, in document order, each once.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: Mapping[str, Any],
        limits: Limits,
        introspection_lengths: Mapping[str, int],
    ) -> None:
        self.too_large_pages: list[TooLargePage] = []
        self._schema = schema
        self._fragments = fragments
        self._variables = variables
        self._limits = limits
        self._introspection_lengths = introspection_lengths
        self._sizes_of_fragments: dict[str, Size] = {}

    def size_of(self, selection_set: SelectionSetNode, parent: GraphQLNamedType) -> Size:
        """The size of a selection set on a type. Linear in the length of the document."""
        size = Size()
        for selection in selection_set.selections:
            size = size.plus(self._size_of_selection(selection, parent))
        return size

    def _size_of_selection(self, selection: SelectionNode, parent: GraphQLNamedType) -> Size:
        if isinstance(selection, FragmentSpreadNode):
            return self._size_of_fragment(selection.name.value)
        if isinstance(selection, InlineFragmentNode):
            return self.size_of(selection.selection_set, self._narrowed(selection, parent))
        return self._size_of_field(cast(FieldNode, selection), parent)

    def _size_of_fragment(self, name: str) -> Size:
        if name not in self._sizes_of_fragments:
            fragment = self._fragments[name]
            parent = self._narrowed(fragment, None)
            self._sizes_of_fragments[name] = self.size_of(fragment.selection_set, parent)
        return self._sizes_of_fragments[name]

    def _narrowed(
        self, fragment: InlineFragmentNode | FragmentDefinitionNode, parent: GraphQLNamedType | None
    ) -> GraphQLNamedType:
        condition = fragment.type_condition
        named = self._schema.get_type(condition.name.value) if condition else parent
        return cast(GraphQLNamedType, named)

    def _size_of_field(self, node: FieldNode, parent: GraphQLNamedType) -> Size:
        field = get_field_def(self._schema, cast(Any, parent), node)
        self._note_too_large_page(field, node)
        below = Size()
        if node.selection_set:
            below = self.size_of(node.selection_set, get_named_type(field.type))
        values = self._values_of(field, node, parent, below)
        aliases = below.aliases + (node.alias is not None)
        if node.name.value in INTROSPECTION_FIELDS:
            return Size(about_schema=values.total, depth=1, aliases=aliases, fields=1)
        return Size(
            once=NOTHING if _is_per_item(field, parent) else values,
            per_item=values if _is_per_item(field, parent) else NOTHING,
            about_schema=below.about_schema,
            depth=below.depth + 1,
            way_down=Step(node, False, below.way_down),
            aliases=aliases,
            fields=1,
        )

    def _note_too_large_page(self, field: GraphQLField, node: FieldNode) -> None:
        asked = asked_page_size(field, node, self._variables)
        if asked is not None and asked > self._limits.max_page_size:
            self.too_large_pages.append(TooLargePage(node, asked))

    def _values_of(self, field: GraphQLField, node: FieldNode, parent: GraphQLNamedType, below: Size) -> Values:
        """The field's own value and all below it; of a list on a page, those of one item."""
        named = get_named_type(field.type)
        if is_connection(named):
            items = page_size(field, node, self._variables, self._limits.default_page_size)
            beneath = below.on_page_of(items)
            return _values_with_field(node, 1, beneath, pages=True)
        length = 1 if _is_per_item(field, parent) else self._length(field, node, parent)
        pages = is_list(field.type) and is_composite_type(named) and not _is_per_item(field, parent)
        return _values_with_field(node, length, below.once.times(length), pages=pages)

    def _length(self, field: GraphQLField, node: FieldNode, parent: GraphQLNamedType) -> int:
        if not is_list(field.type):
            return 1
        if is_introspection_type(parent):
            return self._introspection_lengths.get(node.name.value, 1)
        return list_length(field, node, self._variables, self._limits.assumed_list_length)


def _values_with_field(node: FieldNode, own: int, beneath: Values, *, pages: bool) -> Values:
    total = own + beneath.total
    return Values(total, total, Step(node, pages, beneath.way))


def _is_per_item(field: GraphQLField, parent: GraphQLNamedType) -> bool:
    """Whether the field lists what is on the page that it stands on, as `edges` and `nodes` do."""
    return is_connection(parent) and is_list(field.type)
