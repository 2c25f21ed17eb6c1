"""One operation from text to result, in the order that protects the service.

Read and validate (kept per text) → choose the operation → coerce variables → judge against the limits → make the
context → prepare → execute. Until "execute" an error means that nothing was run: there is no `data` entry.
Runs in a worker thread and stops itself at the deadline.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from graphql import DocumentNode, ExecutionContext, GraphQLSchema, OperationDefinitionNode, OperationType, execute_sync
from graphql.execution import get_variable_values

from api.endpoint.documents import CHARACTERS_KEPT, DOCUMENTS_KEPT, Documents, RequestError, choose_operation
from api.endpoint.errors import RETRY_LATER, HttpFault, kind_of, record_of
from api.endpoint.request import GraphQLRequest
from api.limits import Deadline, Limits, OperationCheck


@dataclass(frozen=True)
class RequestFacts:
    """What the maker of a context may want to know. headers: of the HTTP request, names in lower case."""

    headers: Mapping[str, str]
    deadline: Deadline


MakeContext = Callable[[RequestFacts], Any]
"""Makes the value that resolvers find as `info.context`, anew for each request.

If it has a mapping as attribute `extensions`, that becomes the answer's `extensions` after execution.
"""

Prepare = Callable[[GraphQLSchema, DocumentNode, str | None, Mapping[str, Any], Any], None]
"""Called with schema, document, name of the chosen operation, coerced variables and context before execution.

Fetches ahead what the resolvers will need. An error it raises answers the whole request; nothing is executed.
"""


@dataclass(frozen=True)
class Outcome:
    """What a request gets. content: the GraphQL response. status: the HTTP status where it may be chosen freely.

    is_request_error: whether the request, though well-formed, was refused for what it asks; that is no failure
    of HTTP, and clients that accept `application/json` are told so by 200.
    """

    content: dict[str, Any]
    status: int = 200
    is_request_error: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)


class Execution:
    """Runs operations of one schema. Safe between threads if `make_context` and `prepare` are."""

    def __init__(
        self, schema: GraphQLSchema, limits: Limits, make_context: MakeContext, prepare: Prepare | None = None
    ) -> None:
        self._schema = schema
        self._documents = Documents(schema, limits)
        self._check = OperationCheck(schema, limits)
        self._make_context = make_context
        self._prepare = prepare
        self._accepted: set[tuple[Any, ...]] = set()

    def run(self, request: GraphQLRequest, facts: RequestFacts) -> Outcome:
        """The outcome of the request. Raises HttpFault for a mutation in a safe request, and nothing else."""
        try:
            return self._run(request, facts)
        except RequestError as error:
            return Outcome({"errors": error.records}, 400, is_request_error=True)
        except HttpFault:
            raise
        except Exception as error:
            return failure(error)

    def _run(self, request: GraphQLRequest, facts: RequestFacts) -> Outcome:
        document = self._documents.read(request.query)
        operation = choose_operation(self._schema, document, request.operation_name)
        _refuse_unsafe(request, operation)
        variables = self._coerce(operation, request.variables)
        self._judge(request, document, operation, variables)
        facts.deadline.check()
        context = self._make_context(facts)
        if self._prepare:
            self._prepare(self._schema, document, _name_of(operation), variables, context)
        return self._execute(document, request, context, facts.deadline)

    def _judge(
        self,
        request: GraphQLRequest,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        variables: Mapping[str, Any],
    ) -> None:
        """Raises RequestError with every limit that is broken. What was accepted once is not measured again."""
        key = (request.query, request.operation_name, self._check.sizes_in(variables))
        if key in self._accepted:
            return
        refusals = self._check.refusals(document, operation, variables)
        if refusals:
            raise RequestError(*map(record_of, refusals))
        if len(self._accepted) >= DOCUMENTS_KEPT:
            self._accepted.clear()
        if len(request.query) <= CHARACTERS_KEPT:
            self._accepted.add(key)

    def _coerce(self, operation: OperationDefinitionNode, given: dict[str, Any]) -> dict[str, Any]:
        """The variables' values as the schema reads them. Raises RequestError with every fault."""
        coerced = get_variable_values(self._schema, operation.variable_definitions, given, max_errors=20)
        if isinstance(coerced, list):
            raise RequestError(*(record_of(error, "BAD_USER_INPUT") for error in coerced))
        return coerced

    def _execute(self, document: DocumentNode, request: GraphQLRequest, context: Any, deadline: Deadline) -> Outcome:
        result = execute_sync(
            self._schema,
            document,
            context_value=context,
            variable_values=request.variables,
            operation_name=request.operation_name,
            execution_context_class=cast(type[ExecutionContext], _StoppingExecution(deadline)),
        )
        deadline.check()
        content: dict[str, Any] = {"errors": [record_of(error) for error in result.errors]} if result.errors else {}
        content["data"] = result.data
        extensions = getattr(context, "extensions", None)
        if extensions:
            content["extensions"] = dict(extensions)
        return Outcome(content)


def failure(error: Exception) -> Outcome:
    """The outcome of a request that no part of could be answered because of the error."""
    kind = kind_of(error)
    return Outcome(
        {"errors": [record_of(error, kind.code)]},
        kind.status,
        is_request_error=kind.status < 500,
        headers=RETRY_LATER if kind.retry else {},
    )


class _DeadlineContext(ExecutionContext):
    """Looks at the clock before each field, so that a thread nobody waits for any longer comes to its end."""

    deadline: Deadline

    def execute_field(self, *arguments: Any) -> Any:
        self.deadline.check()
        return super().execute_field(*arguments)


class _StoppingExecution:
    """Stands where graphql-core expects a class, to give each execution its own deadline."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline

    def build(self, *arguments: Any, **options: Any) -> Any:
        context = _DeadlineContext.build(*arguments, **options)
        if isinstance(context, _DeadlineContext):
            context.deadline = self._deadline
        return context


def _refuse_unsafe(request: GraphQLRequest, operation: OperationDefinitionNode) -> None:
    if request.safe and operation.operation != OperationType.QUERY:
        message = f"A {operation.operation.value} must be sent with POST; GET changes nothing."
        raise HttpFault(405, "METHOD_NOT_ALLOWED", message, {"Allow": "POST"})


def _name_of(operation: OperationDefinitionNode) -> str | None:
    return operation.name.value if operation.name else None
