"""The search index, in memory. Built once from all records; when they change, another is built in its place."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import Self

from tantivy import Document, Index, Query

from kg.errors import InputError, LimitExceeded
from kg.search.columns import ID, KIND, TEXTS, Column, columns_for, document_for, only, register_words, schema_for
from kg.search.explanation import Texts, explain
from kg.search.question import Question, read_question
from kg.search.ranking import best_of, of_kinds, query_in_language
from kg.search.records import SearchHit, SearchRecord, SearchResults, TextField
from kg.search.words import words_of
from kg.terms import LANGUAGES

FIRST_LIMIT = 1_000
"""Hits that are given at once at most."""

_BATCH = 200
# A threshold, not a reservation: beyond it the library would begin a second segment, and ties would not stay in order.
_MEMORY = 1_000_000_000


class SearchIndex:
    """Finds records by words of their labels, alternative labels and texts, in one language or all of them."""

    @classmethod
    def build(cls, records: Iterable[SearchRecord], *, preferred: Sequence[str] = LANGUAGES) -> Self:
        """An index of exactly these records.

        preferred: the languages in the order in which a hit that answers equally well in several is shown; other
        languages follow by tag. Raises InputError for two records with one id and for a field that is no TextField.
        """
        ordered = sorted(records, key=lambda record: record.id)
        _check(ordered)
        spoken = {language for record in ordered for language in record.texts}
        languages = [language for language in preferred if language in spoken]
        return cls(ordered, [*languages, *sorted(spoken.difference(languages))])

    def __init__(self, ordered: Sequence[SearchRecord], languages: Sequence[str]) -> None:
        """Called by `build`, which orders records by id: equally good hits come in the order of their entry."""
        self._languages = tuple(languages)
        self._columns = columns_for(languages)
        self._schema = schema_for(self._columns)
        index = Index(self._schema)
        register_words(index, languages)
        _fill(index, ordered, self._columns)
        self._searcher = index.searcher()

    def search(
        self,
        text: str,
        *,
        language: str | None = None,
        kinds: Collection[str] | None = None,
        first: int = 20,
    ) -> SearchResults:
        """Records that have words of the text, those with all of them before those with some.

        text: any text; its words are sought by stem, the last one also as the beginning of a word when nothing follows
        it. No sign in it means anything. language: a tag, to search texts in this language only. kinds: to find only
        records of these kinds. first: how many hits at most, from 0 to FIRST_LIMIT.

        A text without words finds nothing. Raises LimitExceeded for a text that is too long and for `first` beyond its
        limit; InputError for a negative `first`.
        """
        _check_first(first)
        questions = self._questions(text, language)
        if not questions:
            return SearchResults(total=0)
        query = self._query(questions, kinds)
        found = islice(self._ranked(query), first)
        return SearchResults(self._count(query), tuple(_hit(score, each, questions) for score, each in found))

    def _questions(self, text: str, language: str | None) -> dict[str, Question]:
        """By language, for those of the index in which the text has words."""
        read = ((tag, read_question(text, words_of(tag))) for tag in self._languages if language in (None, tag))
        return {tag: question for tag, question in read if question}

    def _query(self, questions: Mapping[str, Question], kinds: Collection[str] | None) -> Query:
        queries = [
            query_in_language(self._schema, [column for column in self._columns if column.language == tag], question)
            for tag, question in questions.items()
        ]
        query = best_of(queries)
        return query if kinds is None else of_kinds(self._schema, KIND, kinds, query)

    def _ranked(self, query: Query) -> Iterator[tuple[float, Document]]:
        """Score and record of every hit, best first."""
        position = 0
        while batch := self._searcher.search(query, _BATCH, count=False, offset=position).hits:
            position += len(batch)
            for score, address in batch:
                yield score, self._searcher.doc(address)

    def _count(self, query: Query) -> int:
        return int(self._searcher.search(query, 1).count)  # type: ignore[attr-defined]  # left out of its stub


def _check(ordered: Sequence[SearchRecord]) -> None:
    fields = set(TextField)
    for record in ordered:
        for texts in record.texts.values():
            if unknown := sorted(set(texts) - fields):
                raise InputError(f"{record.id} has texts in the field {unknown[0]!r}, which is not searched")
    for one, other in pairwise(ordered):
        if one.id == other.id:
            raise InputError(f"two records have the id {one.id}")


def _fill(index: Index, ordered: Sequence[SearchRecord], columns: Sequence[Column]) -> None:
    """By one thread, so that records stand in the index in their order."""
    with index.writer(heap_size=_MEMORY, num_threads=1) as writer:
        for record in ordered:
            writer.add_document(document_for(record, columns, json.dumps(record.texts, default=list).encode()))
        writer.commit()
        writer.wait_merging_threads()
    index.reload()


def _hit(score: float, document: Document, questions: Mapping[str, Question]) -> SearchHit:
    texts: Texts = json.loads(bytes(document.get_first(TEXTS) or b""))
    found = explain(texts, questions)
    return SearchHit(
        id=only(document, ID),
        kind=only(document, KIND),
        score=score,
        language=found.language,
        field=found.field,
        matched=found.matched,
        label=found.label,
    )


def _check_first(first: int) -> None:
    if first < 0:
        raise InputError("the number of hits asked for is negative")
    if first > FIRST_LIMIT:
        raise LimitExceeded(f"{first} hits are asked for; {FIRST_LIMIT} are the limit")
