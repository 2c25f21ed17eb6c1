"""Query documents, parsed and validated once per text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    OperationType,
    get_operation_ast,
    parse,
    validate,
)
from graphql.validation.validate import ValidationAbortedError

from api.endpoint.errors import record_of
from api.limits import Limits

DOCUMENTS_KEPT = 256
# Parsed, a document takes some hundred times the memory of its text; longer ones are rare and read anew.
CHARACTERS_KEPT = 4096


class RequestError(Exception):
    """A well-formed request whose operation cannot be run. records: the entries for `errors`, at least one."""

    def __init__(self, *records: dict[str, object]) -> None:
        super().__init__(records[0]["message"])
        self.records = list(records)


@dataclass(frozen=True)
class Reading:
    """A document, or why the text is none: exactly one of the two is empty."""

    document: DocumentNode | None
    faults: tuple[dict[str, object], ...]


class Documents:
    """Reads query texts for one schema and remembers the latest. Safe between threads."""

    def __init__(self, schema: GraphQLSchema, limits: Limits) -> None:
        self._schema = schema
        self._limits = limits
        self._read_kept: Callable[[str], Reading] = lru_cache(DOCUMENTS_KEPT)(self._read)

    def read(self, text: str) -> DocumentNode:
        """The valid document of the text. Raises RequestError with every syntax or validation error."""
        reading = self._read_kept(text) if len(text) <= CHARACTERS_KEPT else self._read(text)
        if reading.document is None:
            raise RequestError(*reading.faults)
        return reading.document

    def _read(self, text: str) -> Reading:
        tokens = self._limits.max_query_tokens
        try:
            document = parse(text, max_lexical_tokens=tokens, max_comments=tokens)
        except GraphQLSyntaxError as error:
            return Reading(None, (record_of(error, "GRAPHQL_PARSE_FAILED"),))
        errors = validate(self._schema, document)
        if errors:
            return Reading(None, tuple(record_of(_explained(error), "GRAPHQL_VALIDATION_FAILED") for error in errors))
        return Reading(document, ())


def choose_operation(
    schema: GraphQLSchema, document: DocumentNode, operation_name: str | None
) -> OperationDefinitionNode:
    """The operation to run. Raises RequestError if it cannot be told or the schema has none of its type."""
    operation = get_operation_ast(document, operation_name)
    if operation is None:
        raise _unresolved(_which_operation(document, operation_name))
    if operation.operation == OperationType.SUBSCRIPTION or schema.get_root_type(operation.operation) is None:
        raise _unresolved(f"This service has no {operation.operation.value} operations.")
    return operation


def _which_operation(document: DocumentNode, operation_name: str | None) -> str:
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    names = ", ".join(node.name.value for node in operations if node.name)
    if operation_name is None:
        return f"The document holds several operations; say in operationName which one to run: {names}."
    known = f"it has {names}" if names else "its operation has no name"
    return f"The document has no operation named {operation_name}; {known}."


def _unresolved(message: str) -> RequestError:
    return RequestError({"message": message, "extensions": {"code": "OPERATION_RESOLUTION_FAILURE"}})


def _explained(error: GraphQLError) -> GraphQLError:
    """graphql-core gives up, without naming the cause, on documents that are made to be laborious to compare."""
    if isinstance(error, ValidationAbortedError) and error.message == "Validation aborted.":
        return GraphQLError(
            "The document repeats the same fields, or nests fragments, more often than is examined;"
            " write each field once in its selection."
        )
    return error
