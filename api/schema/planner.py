"""From an operation to what must be fetched for it: a walk over its fields with the executor's own rules.

Fragments, variables, `@skip`, `@include` and aliases are graphql-core's to understand; this asks it, type by type,
which fields apply. Where types differ in what is asked of them, what is fetched is what any of them needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from graphql import (
    FieldNode,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    OperationDefinitionNode,
    get_named_type,
)
from graphql.execution import get_argument_values
from graphql.execution.collect_fields import collect_fields, collect_sub_fields

from api.schema.answers import Answers
from api.schema.arguments import read_ordering, read_where
from api.schema.derived import Derived
from api.schema.meaning import Meaning, Role
from kg.errors import InputError
from kg.ontology import Property
from kg.retrieval import Connection, Follow, Selection, predicate_of, read_page

Nodes: TypeAlias = list[FieldNode]


class Planner:
    """Plans the parts of one operation, and notes in the answers what stands where."""

    def __init__(
        self,
        schema: GraphQLSchema,
        derived: Derived,
        fragments: Mapping[str, Any],
        variables: Mapping[str, Any],
        answers: Answers,
    ) -> None:
        self._schema, self._derived = schema, derived
        self._fragments, self._variables = dict(fragments), dict(variables)
        self._places = answers.places

    def root_fields(self, operation: OperationDefinitionNode) -> dict[str, Nodes]:
        """Response name → the nodes of each field of the operation."""
        root = self._schema.query_type
        assert root is not None, "every derived schema has a query type"
        return collect_fields(self._schema, self._fragments, self._variables, root, operation.selection_set)

    def arguments(self, parent: GraphQLObjectType, nodes: Nodes) -> dict[str, Any]:
        """The coerced arguments of a field, by their GraphQL names."""
        field = parent.fields[nodes[0].name.value]
        given = get_argument_values(field, nodes[0], self._variables)
        names = {argument.out_name or name: name for name, argument in field.args.items()}
        return {names[key]: value for key, value in given.items()}

    def selection(self, class_iri: str | None, served: GraphQLOutputType, nodes: Nodes) -> Selection:
        """What is wanted of each individual that the fields answer. served: the type of the fields."""
        gathered = _Gathered()
        for object_type in self._possible_types(served):
            meanings = self._derived.meanings.fields[object_type.name]
            for response_name, below in self._fields_below(object_type, nodes).items():
                meaning = meanings.get(below[0].name.value)
                if meaning is not None:
                    self._gather(gathered, object_type, response_name, meaning, below)
        found = gathered.selection(class_iri)
        self._places[found] = gathered.places
        return found

    def connection(
        self,
        one: Property | None,
        class_iri: str | None,
        served: GraphQLOutputType,
        arguments: Mapping[str, Any],
        nodes: Nodes,
    ) -> Connection:
        """The page that a connection field asks for. Raises InputError for arguments that make no sense."""
        blueprint = self._derived.blueprint
        ordering = read_ordering(blueprint, class_iri, arguments.get("orderBy"))
        page = read_page(ordering, self._derived.default_page_size, **_page_arguments(arguments))
        shown = self.shown(class_iri, served, nodes)
        found = Connection(
            one,
            class_iri,
            page,
            where=read_where(blueprint, class_iri, arguments.get("where")),
            ordering=ordering,
            selections=shown.selections,
            wants_items=shown.wants_items,
            wants_total=shown.wants_total,
            wants_edges=shown.wants_edges,
        )
        self._places[found] = shown.places
        return found

    def shown(self, class_iri: str | None, served: GraphQLOutputType, nodes: Nodes) -> Shown:
        """What is asked of a page: through `nodes` and `edges`, its count, its neighbours."""
        connection_type = _object(served)
        shown = Shown()
        for response_name, below in self._fields_below(connection_type, nodes).items():
            name = below[0].name.value
            if name == "nodes":
                item = connection_type.fields["nodes"].type
                shown.show("nodes", response_name, self.selection(class_iri, item, below))
            elif name == "edges":
                self._show_edges(shown, class_iri, response_name, _object(connection_type.fields["edges"].type), below)
            elif name == "pageInfo":
                asked = self._fields_below(_object(connection_type.fields["pageInfo"].type), below).values()
                shown.wants_items = True
                shown.wants_edges |= any(each[0].name.value in _NEIGHBOURS for each in asked)
            elif name == "totalCount":
                shown.wants_total = True
            elif name == "report":
                self._show_report(shown, response_name, connection_type.fields["report"].type, below)
        return shown

    def _show_edges(
        self, shown: Shown, class_iri: str | None, edges_name: str, edge_type: GraphQLObjectType, nodes: Nodes
    ) -> None:
        shown.wants_items = True
        for response_name, below in self._fields_below(edge_type, nodes).items():
            if below[0].name.value == "node":
                shown.show(edges_name, response_name, self.selection(class_iri, edge_type.fields["node"].type, below))

    def _show_report(self, shown: Shown, response_name: str, served: GraphQLOutputType, nodes: Nodes) -> None:
        cls = self._derived.blueprint.ontology.class_named(_object(served).name)
        assert cls is not None, "a report is of a class of the ontology"
        shown.report(response_name, self.selection(cls.iri, served, nodes))

    def _gather(
        self, gathered: _Gathered, parent: GraphQLObjectType, response_name: str, meaning: Meaning, nodes: Nodes
    ) -> None:
        one = meaning.property
        if one is None:
            return
        if meaning.role in (Role.VALUE, Role.LANGUAGE, Role.CODE_LABEL):
            gathered.properties[predicate_of(one)] = one
            return
        served = parent.fields[nodes[0].name.value].type

        def plan() -> Follow | Connection:
            if meaning.role is Role.CONNECTION:
                return self.connection(one, meaning.target, served, self.arguments(parent, nodes), nodes)
            return Follow(one, self.selection(meaning.target, served, nodes))

        gathered.lead((parent.name, response_name), meaning.role, (id(one), *map(id, nodes)), plan)

    def _possible_types(self, served: GraphQLOutputType) -> list[GraphQLObjectType]:
        named = get_named_type(served)
        if isinstance(named, GraphQLInterfaceType):
            return self._schema.get_possible_types(named)
        return [_object(named)]

    def _fields_below(self, object_type: GraphQLObjectType, nodes: Nodes) -> dict[str, Nodes]:
        return collect_sub_fields(self._schema, self._fragments, self._variables, object_type, nodes)


class Shown:
    """What is asked of a page. places: (`nodes`, or the response name of edges; response name) → selection."""

    def __init__(self) -> None:
        self.places: dict[tuple[str, str], Any] = {}
        self.reports: list[Selection] = []
        self.wants_items = self.wants_total = self.wants_edges = False

    def show(self, kind: str, response_name: str, selection: Selection) -> None:
        """The page's individuals are shown at a place."""
        self.wants_items = True
        self.places[(kind, response_name)] = selection

    def report(self, response_name: str, selection: Selection) -> None:
        """What the list says of itself is shown at a place."""
        self.places[("report", response_name)] = selection
        self.reports.append(selection)

    @property
    def selections(self) -> tuple[Selection, ...]:
        return tuple(each for (kind, _), each in self.places.items() if kind != "report")


class _Gathered:
    """What is wanted of individuals, gathered over all types that they may have."""

    def __init__(self) -> None:
        self.properties: dict[Any, Property] = {}
        self.places: dict[tuple[str, str], Any] = {}
        self._led: dict[tuple[Any, ...], Follow | Connection | InputError] = {}

    def lead(
        self, place: tuple[str, str], role: Role, key: tuple[Any, ...], plan: Callable[[], Follow | Connection]
    ) -> None:
        """Something stands at the place that leads further. key: the same for places that can share one plan."""
        if (place[1], *key) not in self._led:
            try:
                self._led[(place[1], *key)] = plan()
            except InputError as error:
                self._led[(place[1], *key)] = error
        self.places[place] = self._led[(place[1], *key)]

    def selection(self, class_iri: str | None) -> Selection:
        """The gathered wishes as one record."""
        led = list(self._led.values())
        return Selection(
            class_iri,
            tuple(self.properties.values()),
            tuple(each for each in led if isinstance(each, Follow)),
            tuple(each for each in led if isinstance(each, Connection)),
        )


_NEIGHBOURS = frozenset({"hasNextPage", "hasPreviousPage"})


def _page_arguments(arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {name: arguments.get(name) for name in ("first", "after", "last", "before")}


def _object(served: Any) -> GraphQLObjectType:
    named = get_named_type(served)
    assert isinstance(named, GraphQLObjectType), f"{named} is an object type in every derived schema"
    return named
