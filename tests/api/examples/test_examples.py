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

from api.endpoint.graphiql import read_examples
from api.limits import Limits, OperationCheck
from api.schema import execute
from api.service import services_of
from kg.store import StoreCall
from tests.collection import ROOT, ask, shipped_collection, shipped_schema

FOLDER = ROOT / "api" / "examples"
NAMES = [file.stem for file in sorted(FOLDER.glob("*.graphql"))]
EXAMPLES = dict(zip(NAMES, read_examples(FOLDER), strict=True))
TEXTS = {name: example.queries["sv"] for name, example in EXAMPLES.items()}


@pytest.mark.parametrize("name", TEXTS)
def test_an_example_is_answered_and_its_answer_is_not_empty(name: str) -> None:
    answer = ask(TEXTS[name])
    assert None not in answer.values()
    assert next(iter(answer.values())).get("totalCount") != 0


@pytest.mark.parametrize("name", TEXTS)
def test_an_example_says_the_same_in_english(name: str) -> None:
    swedish, english = ask(TEXTS[name]), ask(EXAMPLES[name].queries["en"])
    assert _shape(swedish) == _shape(english)
    assert swedish != english or name in WITHOUT_TEXTS


WITHOUT_TEXTS = {"text-of-a-passage"}
"""Their answer has texts only where the service has a library."""


def test_each_of_the_27_questions_of_the_knowledge_model_is_offered_in_both_languages() -> None:
    numbered = {name: example for name, example in EXAMPLES.items() if name.startswith("q")}
    for language in ("sv", "en"):
        assert [int(each.titles[language].split(".")[0]) for each in numbered.values()] == list(range(1, 28))


def _shape(answer: Any) -> Any:
    """The answer without its words."""
    if isinstance(answer, dict):
        return {key: _shape(each) for key, each in answer.items()}
    return [_shape(each) for each in answer] if isinstance(answer, list) else type(answer)


@pytest.mark.parametrize("name", TEXTS)
def test_an_example_asks_the_store_at_most_once_for_each_of_its_levels(name: str) -> None:
    collection, calls = shipped_collection(), list[StoreCall]()
    services = services_of(collection, None)
    execute(shipped_schema(), collection.store, TEXTS[name], services=services)  # what is made once per data version
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
