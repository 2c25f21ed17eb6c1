"""Says where a hit's words stand, in the text that answers the question best."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.search.question import Match, Question
from kg.search.ranking import place_weight
from kg.search.records import Highlighted, TextField
from kg.search.words import normalised, words_of

Texts = Mapping[str, Mapping[str, Sequence[str]]]


class Explanation(NamedTuple):
    """The language and kind of the text that answers best, that text, and the label to show for the record."""

    language: str
    field: TextField
    matched: Highlighted
    label: Highlighted | None


def explain(texts: Texts, questions: Mapping[str, Question]) -> Explanation:
    """texts: all of a record. questions: by language, in the order in which languages are preferred."""
    places = [
        (_answer(text, language, field, question), language, field, text)
        for language, question in questions.items()
        for field in TextField
        for text in texts.get(language, {}).get(field, ())
    ]
    _, language, field, text = max(places, key=lambda place: place[0])
    question = questions[language]
    return Explanation(
        language, field, _highlighted(text, language, field, question), _label(texts, language, question)
    )


def _answer(text: str, language: str, field: TextField, question: Question) -> tuple[int, float, bool]:
    """How well one text answers: words it has, how good their places are, whether it is the question itself."""
    found = [match for _, match in _matches(text, language, field, question)]
    forms = " ".join(word.form for word in words_of(language).of(normalised(text)))
    return len(found), sum(place_weight(field, match) for match in found), forms == question.forms


def _matches(text: str, language: str, field: TextField, question: Question) -> Iterator[tuple[str, Match]]:
    """Each content word that the text has, with its best match."""
    words = words_of(language).of(normalised(text))
    for sought in question.content:
        matches = [sought.match(word, compounds=field is not TextField.TEXT) for word in words]
        best = max((match for match in matches if match), key=lambda match: place_weight(field, match), default=None)
        if best:
            yield sought.form, best


def _highlighted(text: str, language: str, field: TextField, question: Question) -> Highlighted:
    composed = unicodedata.normalize("NFC", text)
    marks = tuple(
        (word.start, word.end)
        for word in words_of(language).of(normalised(text))
        if any(sought.match(word, compounds=field is not TextField.TEXT) for sought in question.content)
    )
    return Highlighted(composed, marks)


def _label(texts: Texts, language: str, question: Question) -> Highlighted | None:
    for each in (language, *texts):
        for label in texts.get(each, {}).get(TextField.LABEL, ()):
            if each == language:
                return _highlighted(label, language, TextField.LABEL, question)
            return Highlighted(unicodedata.normalize("NFC", label))
    return None
