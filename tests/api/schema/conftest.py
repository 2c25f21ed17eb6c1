"""A few claims in a store, and the schema of the shipped ontology to ask about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from graphql import GraphQLSchema

from api.schema import build_schema, execute
from kg.ontology import Ontology, load_ontology
from kg.store import EmbeddedStore, StoreCall
from tests.api.schema.small_graphs import small_collection

Ask = Callable[..., Any]


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load_ontology()


@pytest.fixture(scope="session")
def schema(ontology: Ontology) -> GraphQLSchema:
    return build_schema(ontology)


@pytest.fixture(scope="session")
def store() -> Iterable[EmbeddedStore]:
    """Read only; a test that changes data opens its own."""
    with EmbeddedStore() as opened:
        small_collection().load(opened)
        yield opened


@pytest.fixture(scope="session")
def ask(schema: GraphQLSchema, store: EmbeddedStore) -> Ask:
    """The data of an operation that has no errors."""

    def ask(query: str, **variables: Any) -> Any:
        result = execute(schema, store, query, variables)
        assert not result.errors, result.errors
        return result.data

    return ask


@pytest.fixture
def count_queries(schema: GraphQLSchema, store: EmbeddedStore) -> Callable[[str], int]:
    """How many queries the store gets for an operation."""

    def count(query: str) -> int:
        calls: list[StoreCall] = []
        with store.observe(calls.append):
            assert not execute(schema, store, query).errors
        return len(calls)

    return count
