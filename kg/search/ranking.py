"""Turns a question into a query of the index, and so decides what is found and in which order.

Each sought word that a record has counts alike, wherever it stands, so a record with more of the words is always
before one with fewer. Among records with equally many, a label that is the question and nothing else comes first, then
the best place of each word decides (label before alternative label before text; whole word before beginning before end
of a compound), then the shorter label. A score depends on the record and the question only, not on other records, so
that a place in the order keeps its meaning when the collection changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tantivy import Occur, Query, Schema

from kg.search.columns import LONGEST, Column
from kg.search.question import Match, Question, SoughtWord
from kg.search.records import TextField

# The weight of having a word exceeds what the best places of all words together (WORD_LIMIT x 20) can add.
_HAVING = 1000.0
_PLACE = {TextField.LABEL: 20.0, TextField.ALTERNATIVE_LABEL: 12.0, TextField.TEXT: 3.0}
_QUALITY = {Match.WORD: 1.0, Match.BEGINNING: 0.6, Match.END: 0.3}
_WHOLE_FORMS = {TextField.LABEL: 400.0, TextField.ALTERNATIVE_LABEL: 200.0}
_WHOLE_STEMS = {TextField.LABEL: 300.0, TextField.ALTERNATIVE_LABEL: 150.0}
_FUNCTION_WORD = 1.0
_SHORT_LABEL = 0.1


def place_weight(field: TextField, match: Match) -> float:
    """How much a word's place adds."""
    return _PLACE[field] * _QUALITY[match]


def query_in_language(schema: Schema, columns: Sequence[Column], question: Question) -> Query:
    """Finds records that have at least one content word of the question in the columns, all of one language."""
    content = _any(_word(schema, columns, word) for word in question.content)
    extras = [
        *(_const(_terms(schema, columns, word), _FUNCTION_WORD) for word in question.function),
        *_whole(schema, columns, question),
        *(_const(query, _SHORT_LABEL * shorter) for query, shorter in _lengths(schema, columns)),
    ]
    return Query.boolean_query([(Occur.Must, content), *((Occur.Should, extra) for extra in extras)])


def best_of(queries: Sequence[Query]) -> Query:
    """Finds what any of them finds, with the best score of any."""
    return Query.disjunction_max_query(queries)


def of_kinds(schema: Schema, field: str, kinds: Iterable[str], query: Query) -> Query:
    """Narrows a query to records of these kinds, without a change in score."""
    narrowing = _const(Query.term_set_query(schema, field, sorted(kinds)), 0.0)
    return Query.boolean_query([(Occur.Must, query), (Occur.Must, narrowing)])


def _word(schema: Schema, columns: Sequence[Column], word: SoughtWord) -> Query:
    return Query.disjunction_max_query([place for column in columns for place in _places(schema, column, word)])


def _places(schema: Schema, column: Column, word: SoughtWord) -> Iterator[Query]:
    def weighed(query: Query, match: Match) -> Query:
        return _const(query, _HAVING + place_weight(column.field, match))

    yield weighed(Query.term_set_query(schema, column.stems, sorted(word.stems)), Match.WORD)
    if word.unfinished:
        yield weighed(_beginning(schema, column.forms, word.form), Match.BEGINNING)
    if word.ends and column.is_name:
        yield weighed(_beginning(schema, column.ends, word.ends[::-1]), Match.END)


def _beginning(schema: Schema, field: str, beginning: str) -> Query:
    """Terms that begin so. At distance 0 the library's fuzzy query is an exact one, and quicker than its patterns."""
    return Query.fuzzy_term_query(schema, field, beginning, distance=0, prefix=True)


def _whole(schema: Schema, columns: Sequence[Column], question: Question) -> Iterator[Query]:
    for column in columns:
        if column.is_name:
            yield _const(_term(schema, column.whole, question.forms), _WHOLE_FORMS[column.field])
            yield _const(_term(schema, column.whole, question.stems), _WHOLE_STEMS[column.field])


def _lengths(schema: Schema, columns: Sequence[Column]) -> Iterator[tuple[Query, int]]:
    """Labels of each length, and how many words they are short of LONGEST."""
    for column in columns:
        if column.field is TextField.LABEL:
            for length in range(1, LONGEST):
                yield _term(schema, column.lengths, str(length)), LONGEST - length


def _terms(schema: Schema, columns: Sequence[Column], word: SoughtWord) -> Query:
    return _any(_term(schema, column.stems, stem) for column in columns for stem in sorted(word.stems))


def _term(schema: Schema, field: str, term: str) -> Query:
    return Query.term_query(schema, field, term, index_option="basic")


def _any(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def _const(query: Query, score: float) -> Query:
    return Query.const_score_query(query, score)
