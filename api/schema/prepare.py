"""Fetches everything that an operation needs before it is executed.

All root fields together are fetched level by level, one store query for each level; execution then only picks. The
endpoint calls `prepare`; pages and scripts in this process call `execute`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLObjectType,
    GraphQLSchema,
    execute_sync,
    get_operation_ast,
    parse,
    validate,
)
from graphql.execution import get_variable_values

from api.schema.answers import Answers, Context, PageView
from api.schema.arguments import read_identifier
from api.schema.computed import Hydration
from api.schema.computed_pages import cut_page
from api.schema.derived import Derived, derived_of
from api.schema.enums import enum_values
from api.schema.meaning import RootMeaning, RootRole
from api.schema.naming import field_of
from api.schema.planner import Nodes, Planner
from api.schema.questions import Argument, Asked, Listing, Many, One, Question, bare_report
from kg.errors import EvidensgrafError, InputError, LimitExceeded
from kg.ontology import Ontology
from kg.retrieval import Connection, Retrieved, Selection, retrieve
from kg.store import Store
from kg.terms import CONCEPT

MOST_IDS = 100
"""Ids that `nodes` takes at once: as many as the largest page of a list."""

Finish = Callable[[Retrieved], Any]
"""Makes the value of a root field from what was retrieved."""


def prepare(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation_name: str | None,
    variables: Mapping[str, Any],
    context: Context,
) -> None:
    """Fills `context.answers` with everything that executing the operation will ask for.

    document: valid for the schema, with an operation of that name. variables: coerced. The store is asked at most once
    for each level of the operation. An InputError in the arguments of a field becomes that field's error; CouldNotLook
    (store away, time limit) is raised, since nothing can then be said.
    """
    operation = get_operation_ast(document, operation_name)
    assert operation is not None, "the caller has chosen an operation of the document"
    derived = derived_of(schema)
    answers = Answers(derived.blueprint.ontology)
    planner = Planner(schema, derived, _fragments(document), variables, answers)
    _Preparation(schema, derived, planner, context, answers).run(planner.root_fields(operation))
    context.answers = answers


def execute(
    schema: GraphQLSchema,
    store: Store,
    query: str,
    variables: Mapping[str, Any] | None = None,
    *,
    operation_name: str | None = None,
    services: Mapping[str, Any] | None = None,
) -> ExecutionResult:
    """Answers an operation in this process, without limits on its size. Never raises for what the query says.

    variables: as JSON has them. Errors of this project are found as `original_error` of the result's errors.
    """
    try:
        document = parse(query)
    except GraphQLError as error:
        return ExecutionResult(None, [error])
    errors = validate(schema, document)
    operation = get_operation_ast(document, operation_name)
    if errors or operation is None:
        return ExecutionResult(None, errors or [GraphQLError("the document has no single operation of that name")])
    coerced = get_variable_values(schema, operation.variable_definitions or (), dict(variables or {}))
    if isinstance(coerced, list):
        return ExecutionResult(None, coerced)
    context = Context(store, services or {})
    try:
        prepare(schema, document, operation_name, coerced, context)
    except EvidensgrafError as error:
        return ExecutionResult(None, [GraphQLError(str(error), original_error=error)])
    return execute_sync(
        schema, document, context_value=context, variable_values=dict(variables or {}), operation_name=operation_name
    )


class _Preparation:
    """Works through the root fields: what each wants, then one retrieval for all, then what each answers."""

    def __init__(
        self, schema: GraphQLSchema, derived: Derived, planner: Planner, context: Context, answers: Answers
    ) -> None:
        assert schema.query_type is not None, "every derived schema has a query type"
        self._query: GraphQLObjectType = schema.query_type
        self._derived, self._planner, self._context, self._answers = derived, planner, context, answers
        self._hydration = Hydration(derived.blueprint)
        self._individuals: list[tuple[Selection, str]] = []
        self._connections: list[Connection] = []

    def run(self, fields: Mapping[str, Nodes]) -> None:
        finishers: dict[str, Finish] = {}
        for response_name, nodes in fields.items():
            if self._context.time_left:
                self._context.time_left()  # raises where there is none: a question that computes looks at no clock
            try:
                finish = self._field(nodes)
            except InputError as error:
                self._answers.roots[response_name] = error
                continue
            if finish is not None:
                finishers[response_name] = finish
        retrieved = self._retrieve()
        for response_name, finish in finishers.items():
            self._answers.roots[response_name] = finish(retrieved)

    def _retrieve(self) -> Retrieved:
        return retrieve(
            self._context.store,
            self._derived.blueprint.ontology,
            self._individuals,
            self._connections,
            time_left=self._context.time_left,
        )

    def _field(self, nodes: Nodes) -> Finish | None:
        """What finishes a root field; None for fields on the schema itself."""
        name = nodes[0].name.value
        if name in self._derived.questions:
            return self._question(self._derived.questions[name], nodes)
        meaning = self._derived.meanings.roots.get(name)
        return None if meaning is None else self._derived_field(meaning, nodes)

    def _derived_field(self, meaning: RootMeaning, nodes: Nodes) -> Finish:
        arguments = self._planner.arguments(self._query, nodes)
        served = self._query.fields[nodes[0].name.value].type
        if meaning.role is RootRole.MANY:
            connection = self._planner.connection(None, meaning.class_iri, served, arguments, nodes)
            self._connections.append(connection)
            return lambda retrieved: PageView(connection, retrieved.page(connection))
        ontology = self._derived.blueprint.ontology
        given = [arguments["id"]] if meaning.role is RootRole.ONE else arguments["ids"]
        if len(given) > MOST_IDS:
            raise LimitExceeded(
                f"{len(given):,} ids are asked for; {MOST_IDS} are allowed", remedy="Ask in several queries."
            )
        iris = [read_identifier(ontology, each) for each in given]
        selection = self._planner.selection(meaning.class_iri, served, nodes)
        self._individuals.extend((selection, iri) for iri in iris)
        if meaning.role is RootRole.ONE:
            return lambda retrieved: retrieved.individual(selection, iris[0])
        return lambda retrieved: [retrieved.individual(selection, iri) for iri in iris]

    def _question(self, question: Question, nodes: Nodes) -> Finish:
        arguments = self._planner.arguments(self._query, nodes)
        answer = question.resolve(self._asked(question, arguments))
        served = self._query.fields[question.name].type
        cls = self._derived.blueprint.ontology.class_named(question.answers.class_name)
        assert cls is not None, "question_field has seen the class"
        if isinstance(question.answers, One | Many):
            return self._hydrated(self._planner.selection(cls.iri, served, nodes), question, answer)
        return self._hydrated_page(cls.iri, answer, arguments, nodes)

    def _hydrated(self, selection: Selection, question: Question, answer: Any) -> Finish:
        self._individuals.extend(self._hydration.ids(selection, answer))
        if isinstance(question.answers, One):
            return lambda retrieved: self._hydration.individual(selection, answer, retrieved)
        return lambda retrieved: [self._hydration.individual(selection, each, retrieved) for each in answer]

    def _hydrated_page(self, class_iri: str, answer: Any, arguments: Mapping[str, Any], nodes: Nodes) -> Finish:
        page, answers = cut_page(answer, arguments, self._derived.default_page_size)
        shown = self._planner.shown(class_iri, self._query.fields[nodes[0].name.value].type, nodes)
        self._answers.places[page] = shown.places
        report = answer.report if isinstance(answer, Listing) else bare_report(self._context.store)
        for selection in shown.selections:
            self._individuals.extend(self._hydration.ids(selection, answers))

        def finish(retrieved: Retrieved) -> PageView:
            for selection in shown.selections:
                items = [self._hydration.individual(selection, each, retrieved) for each in answers]
                page.items[selection] = items  # type: ignore[assignment]  # one that is gone becomes GraphQL's error
            reports = {each: self._hydration.individual(each, report, retrieved) for each in shown.reports}
            return PageView(page, page, {each: made for each, made in reports.items() if made is not None})

        return finish

    def _asked(self, question: Question, arguments: Mapping[str, Any]) -> Asked:
        ontology = self._derived.blueprint.ontology
        given: dict[str, Any] = {}
        for name, each in question.arguments.items():
            value = enum_values(arguments.get(name))
            _refuse_empty(name, value)
            given[name] = _read(ontology, question, each, value)
        context = self._context
        return Asked(given, ontology, context.store, context.services, context.time_left, context.extensions)


def _refuse_empty(name: str, value: Any) -> None:
    """An empty list could mean "none of them" or "no matter which": it is refused rather than guessed at."""
    if value == []:
        raise InputError(
            f"`{name}` is an empty list, which says nothing", remedy="Leave it out, or name something in it."
        )


def _read(ontology: Ontology, question: Question, argument: Argument, value: Any) -> Any:
    """An argument's value with its enum members as codes, its ids as IRIs and its input objects as mappings."""
    named = argument.type.strip("[]!")
    if named == "ID":
        return _iris(ontology, value, argument.takes_classes)
    fields = next((each.fields for each in question.inputs if each.name == named), None)
    if fields is None or value is None:
        return value
    if isinstance(value, list):
        return [_read(ontology, question, argument, each) for each in value]
    plain = {field_of(key): enum_values(each) for key, each in value.items()}
    return {name: _read(ontology, question, fields[name], each) for name, each in plain.items()}


def _iris(ontology: Ontology, value: Any, takes_classes: bool) -> Any:
    if isinstance(value, list):
        return [_iris(ontology, each, takes_classes) for each in value]
    if takes_classes and value is not None and ":" not in value:
        return _class_iri(ontology, value)
    return None if value is None else read_identifier(ontology, value)


def _class_iri(ontology: Ontology, name: str) -> str:
    """The IRI of the class of that name. Raises InputError with the nearest names for one that is none."""
    named = ontology.class_named(name)
    if named is None:
        concepts = [each.name for each in ontology.descendants(str(CONCEPT))]
        near = get_close_matches(name, concepts, n=3, cutoff=0.4)
        raise InputError(
            f"{name!r} is neither the name of a class nor an id",
            remedy=f"Classes: {', '.join(near or concepts)}. An id is an IRI, or short as concept:stress.",
        )
    return named.iri


def _fragments(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    return {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}
