"""Each question that method specialists bring is one operation, and its whole answer is the one that was settled."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import (
    FieldNode,
    NameNode,
    OperationDefinitionNode,
    SelectionSetNode,
    Visitor,
    parse,
    print_ast,
    visit,
)

from api.limits import Limits, OperationCheck
from tests.collection import ask, shipped_schema
from tests.competency.questions import FOLDER, QUESTIONS, answer_beside

LONGEST = 25
"""Lines of an operation, its question included."""


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_answer_is_the_one_beside_the_question(name: str) -> None:
    assert ask(QUESTIONS[name]) == answer_beside(name)


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_question_is_one_operation_of_few_lines_that_says_what_it_asks(name: str) -> None:
    lines = QUESTIONS[name].splitlines()
    operations = [each for each in parse(QUESTIONS[name]).definitions if isinstance(each, OperationDefinitionNode)]
    assert (len(operations), lines[0][:2], len(lines) <= LONGEST) == (1, "# ", True)
    assert OperationCheck(shipped_schema(), Limits()).refusals(parse(QUESTIONS[name]), operations[0], {}) == []


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_list_of_an_answer_stops_at_its_first_page(name: str) -> None:
    counted = ask(print_ast(visit(parse(QUESTIONS[name]), CountEveryList())))
    assert [found for found in _lists(counted) if len(found["nodes"]) != found["totalCount"]] == []


def test_no_answer_stands_without_its_question() -> None:
    assert {file.stem for file in FOLDER.glob("*.json")} == set(QUESTIONS)


class CountEveryList(Visitor):
    """Asks every list for its `totalCount` too."""

    def leave_selection_set(self, node: SelectionSetNode, *_: object) -> SelectionSetNode | None:
        names = {each.name.value for each in node.selections if isinstance(each, FieldNode)}
        if "nodes" not in names or "totalCount" in names:
            return None
        counted = FieldNode(name=NameNode(value="totalCount"), arguments=(), directives=())
        return SelectionSetNode(selections=(*node.selections, counted))


def _lists(answer: Any) -> list[dict[str, Any]]:
    if isinstance(answer, list):
        return [found for each in answer for found in _lists(each)]
    if not isinstance(answer, dict):
        return []
    below = [found for each in answer.values() for found in _lists(each)]
    return [answer, *below] if "nodes" in answer else below
