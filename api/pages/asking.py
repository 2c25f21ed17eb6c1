"""Asks what a page wants to know, and remembers every question, so that a reader can ask it too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from api.endpoint import GraphQLRequest, Run
from api.pages.page import Asked, Data, Download, NotThere, Page
from api.pages.questions import question
from kg.terms import LANGUAGES


class Refused(Exception):
    """GraphQL answered with errors. status: as HTTP tells it. messages: what was wrong, in English."""

    def __init__(self, status: int, messages: Sequence[str]) -> None:
        super().__init__(*messages)
        self.status = status
        self.messages = list(messages)


class Asking:
    """The questions of one request for a page or a file.

    questions: what was asked so far, as names of `.graphql` files with their variables, the page's own first.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self.questions: list[tuple[str, Mapping[str, Any]]] = []

    def look_up(self, page: Page, asked: Asked) -> Asked:
        """The request, with what the page has to know before it can ask its own question."""
        if page.lookup is None or not page.lookup.is_asked(asked):
            return asked
        return replace(asked, found=self._ask(asked, page.lookup.question, page.lookup.variables(asked)))

    def answers(self, name: str, page: Page | Download, asked: Asked) -> Data:
        """The answer to the question of a page, with the answers to its further questions under `further`.

        Raises NotThere where the page's subject is null, Refused where there are errors.
        """
        before = len(self.questions)
        data = dict(self._ask(asked, name, page.variables(asked), page.subject))
        self.questions.insert(0, self.questions.pop(before))
        answered: dict[str, Data] = {}
        data["further"] = answered
        for further in page.further:
            for key, (question_name, variables) in further(asked, data).items():
                answered[key] = self._ask(asked, question_name, variables)
        return data

    def _ask(self, asked: Asked, name: str, variables: Mapping[str, Any], subject: str | None = None) -> Data:
        """What is asked of a subject that is not there may be refused beside; then it is still not there."""
        variables = {**_languages(asked), **variables}
        self.questions.append((name, variables))
        outcome = self._run(GraphQLRequest(question(name), None, variables, safe=True))
        data: Data = outcome.content.get("data") or {}
        errors = outcome.content.get("errors", [])
        if (
            subject is not None
            and subject in data
            and data[subject] is None
            and not any(each.get("path") == [subject] for each in errors)
        ):
            raise NotThere
        if errors:
            raise Refused(_status_of(outcome.status, errors), [str(each["message"]) for each in errors])
        return data


def _languages(asked: Asked) -> dict[str, Any]:
    """The variables of every question: in which languages texts are wanted, and the first of them alone."""
    first = [asked.language, *(each for each in LANGUAGES if each != asked.language)]
    languages = [each.upper() for each in first]
    return {"language": languages, "only": languages[:1]}


def _status_of(status: int, errors: Sequence[Mapping[str, Any]]) -> int:
    """Where part of a question failed the answer is 200, but a page shows all or nothing."""
    if status != 200:
        return status
    code = errors[0].get("extensions", {}).get("code")
    return 400 if code in ("BAD_USER_INPUT", "LIMIT_EXCEEDED") else 503
