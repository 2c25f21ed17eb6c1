"""The shipped collection, opened once for all tests that ask it something."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from graphql import GraphQLSchema

from api.schema import execute
from api.service import service_schema, services_of
from kg.corpus.collection import Collection, open_collection
from kg.errors import EvidensgrafError
from kg.ontology import Ontology, load_ontology
from kg.passages import Library

ROOT = Path(__file__).parents[1]
DOCUMENTS = ROOT.parent / "shared" / "sources"
"""A folder with the documents' texts, where there is one beside the project."""


@cache
def shipped_ontology() -> Ontology:
    return load_ontology()


@cache
def shipped_collection() -> Collection:
    return open_collection(shipped_ontology())


@cache
def shipped_schema() -> GraphQLSchema:
    return service_schema(shipped_ontology())


def ask(question: str, library: Library | None = None, **variables: object) -> Any:
    """The data that the shipped collection answers; fails where it answers with errors.

    What was asked before in the same words is not asked again: the collection does not change while tests run.
    """
    if library is None and not variables:
        return deepcopy(_answered(question))
    return _ask(question, library, variables)


@cache
def _answered(question: str) -> Any:
    return _ask(question, None, {})


def _ask(question: str, library: Library | None, variables: dict[str, object]) -> Any:
    collection = shipped_collection()
    services = services_of(collection, library)
    result = execute(shipped_schema(), collection.store, question, variables, services=services)
    assert result.errors is None, result.errors
    return result.data


def refusal(question: str) -> tuple[str, str]:
    """The problem and the remedy that the shipped collection answers; fails where it answers with anything else."""
    collection = shipped_collection()
    result = execute(shipped_schema(), collection.store, question, services=services_of(collection, None))
    assert result.errors, "the question was answered"
    original = result.errors[0].original_error
    assert isinstance(original, EvidensgrafError)
    return str(original), original.remedy
