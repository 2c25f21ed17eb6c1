"""Every example that GraphiQL offers is answered, says something, and asks the store no more than its depth allows."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    Node,
    OperationDefinitionNode,
    parse,
)

from api.limits import Limits, OperationCheck
from api.schema import execute
from api.service import services_of
from kg.store import StoreCall
from tests.collection import ROOT, ask, shipped_collection, shipped_schema

EXAMPLES = sorted((ROOT / "api" / "examples").glob("*.graphql"))
TEXTS = {file.stem: file.read_text(encoding="utf-8") for file in EXAMPLES}


@pytest.mark.parametrize("name", TEXTS)
def test_an_example_is_answered_and_its_answer_is_not_empty(name: str) -> None:
    for field, answer in ask(TEXTS[name]).items():
        assert answer is not None, field
        assert answer.get("totalCount") != 0, field


@pytest.mark.parametrize("name", TEXTS)
def test_an_example_asks_the_store_at_most_once_for_each_of_its_levels(name: str) -> None:
    collection, calls = shipped_collection(), list[StoreCall]()
    services = services_of(collection, None)
    _ = collection.network, collection.search_index  # made once per data version, not once per question
    with collection.store.observe(calls.append):
        execute(shipped_schema(), collection.store, TEXTS[name], services=services)
    assert 0 < len(calls) <= depth(parse(TEXTS[name]))


@pytest.mark.parametrize("name", TEXTS)
def test_an_example_is_within_the_limits_of_the_service(name: str) -> None:
    document = parse(TEXTS[name])
    operation = next(each for each in document.definitions if isinstance(each, OperationDefinitionNode))
    assert OperationCheck(shipped_schema(), Limits()).refusals(document, operation, {}) == []


def depth(document: DocumentNode) -> int:
    fragments = {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}
    return max(_depth(each, fragments) for each in document.definitions if isinstance(each, OperationDefinitionNode))


def _depth(node: Any, fragments: dict[str, FragmentDefinitionNode]) -> int:
    if isinstance(node, FragmentSpreadNode):
        return _depth(fragments[node.name.value], fragments)
    chosen: list[Node] = list(node.selection_set.selections) if getattr(node, "selection_set", None) else []
    below = max((_depth(each, fragments) for each in chosen), default=0)
    return below + (1 if isinstance(node, FieldNode) else 0)
