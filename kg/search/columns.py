"""The index's own fields: for each language and each kind of text, four ways to look words up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tantivy import Document, Index, Schema, SchemaBuilder

from kg.search.records import SearchRecord, TextField
from kg.search.words import Words, normalised, words_of

ID, KIND, TEXTS = "id", "kind", "texts"

LONGEST = 8
"""Words from which on labels count as equally long."""


class Column(NamedTuple):
    """The texts of one kind in one language. number: tells the columns of an index apart."""

    number: int
    language: str
    field: TextField

    @property
    def stems(self) -> str:
        """Every word by its stem."""
        return f"stems_{self.number}"

    @property
    def forms(self) -> str:
        """Every word as it is written, for words not typed to their end."""
        return f"forms_{self.number}"

    @property
    def ends(self) -> str:
        """Every stem of a label backwards, for the last parts of compounds."""
        return f"ends_{self.number}"

    @property
    def whole(self) -> str:
        """Every label as one term, by its forms and by its stems."""
        return f"whole_{self.number}"

    @property
    def lengths(self) -> str:
        """How many words the first label has, up to LONGEST."""
        return f"lengths_{self.number}"

    @property
    def is_name(self) -> bool:
        """Whether its texts name the record, rather than speak of it."""
        return self.field is not TextField.TEXT


def columns_for(languages: Iterable[str]) -> tuple[Column, ...]:
    """One column for each language and kind of text, in order."""
    pairs = [(language, field) for language in languages for field in TextField]
    return tuple(Column(number, language, field) for number, (language, field) in enumerate(pairs))


def schema_for(columns: Sequence[Column]) -> Schema:
    builder = SchemaBuilder()
    builder.add_text_field(ID, stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(KIND, stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field(TEXTS, stored=True)
    for column in columns:
        builder.add_text_field(column.stems, tokenizer_name=_stemming(column.language), index_option="basic")
        builder.add_text_field(column.forms, tokenizer_name=_plain(column.language), index_option="basic")
        if column.is_name:
            builder.add_text_field(column.ends, tokenizer_name="whitespace", index_option="basic")
            builder.add_text_field(column.whole, tokenizer_name="raw", index_option="basic")
        if column.field is TextField.LABEL:
            builder.add_text_field(column.lengths, tokenizer_name="raw", index_option="basic")
    return builder.build()


def register_words(index: Index, languages: Iterable[str]) -> None:
    """Makes the index cut words as questions are cut."""
    for language in languages:
        words = words_of(language)
        index.register_tokenizer(_stemming(language), words.stemming)
        index.register_tokenizer(_plain(language), words.plain)


def document_for(record: SearchRecord, columns: Sequence[Column], texts: bytes) -> Document:
    """texts: how the record's texts are kept with it."""
    document = Document()
    document.add_text(ID, record.id)
    document.add_text(KIND, record.kind)
    document.add_bytes(TEXTS, texts)
    for column in columns:
        words = words_of(column.language)
        texts_of_column = [normalised(text) for text in record.texts.get(column.language, {}).get(column.field, ())]
        for text in texts_of_column:
            _add(document, column, text, words)
        if texts_of_column and column.field is TextField.LABEL:
            document.add_text(column.lengths, str(min(len(words.plain.analyze(texts_of_column[0])), LONGEST)))
    return document


def only(document: Document, field: str) -> str:
    """The one value that a stored field of text has."""
    return str(document.get_first(field))


def _add(document: Document, column: Column, text: str, words: Words) -> None:
    document.add_text(column.stems, text)
    document.add_text(column.forms, text)
    if column.is_name:
        stems, forms = words.stemming.analyze(text), words.plain.analyze(text)
        document.add_text(column.ends, " ".join(stem[::-1] for stem in stems))
        for whole in {" ".join(stems), " ".join(forms)}:
            document.add_text(column.whole, whole)


def _stemming(language: str) -> str:
    return f"{language} stems"


def _plain(language: str) -> str:
    return f"{language} forms"
