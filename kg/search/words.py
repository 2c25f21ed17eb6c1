"""Cuts text into words and words to their stems, by the rules of a language.

å, ä and ö are letters of their own and stay; accents on other letters are dropped, so that idé is found by ide.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

_STEMMED = {"sv": "swedish", "en": "english"}
_OWN_LETTERS = frozenset("åäöæøÅÄÖÆØ")
_WORD = r"[\p{L}\p{N}\p{M}]+"
# The Swedish stemmer leaves the definite form of nouns in -o as it is: frånvaron, oron.
_DEFINITE_O = re.compile(r"(?<=o)ns?\Z")


class Word(NamedTuple):
    """A word of a text: lower-cased, its stem, and where it stands, as offsets in characters."""

    form: str
    stem: str
    start: int
    end: int


class Words:
    """The words of one language. Of a language without known rules, every word is its own stem."""

    def __init__(self, language: str) -> None:
        rules = _STEMMED.get(language.partition("-")[0].lower())
        self.plain = _analyzer()
        self.stemming = _analyzer(Filter.stemmer(rules)) if rules else self.plain
        self._content = _analyzer(Filter.stopword(rules)) if rules else self.plain

    def of(self, text: str) -> list[Word]:
        """The words of a text that `normalised` has passed, in order."""
        tokens = self.plain.pre_tokenize(text).tokens
        stems = self.stemming.analyze(text)
        return [
            Word(token.text, stem, token.char_offset_from, token.char_offset_to)
            for token, stem in zip(tokens, stems, strict=True)
        ]

    def is_function_word(self, form: str) -> bool:
        """Whether the word says little on its own, as och or the."""
        return not self._content.analyze(form)

    def stems_sought(self, word: Word) -> frozenset[str]:
        """The stems under which the thing that a sought word names may stand."""
        return frozenset({word.stem, *self.stemming.analyze(_DEFINITE_O.sub("", word.form))})


@cache
def words_of(language: str) -> Words:
    """The words of a language, by its tag."""
    return Words(language)


def normalised(text: str) -> str:
    """Composed characters, without accents on letters that are none of their own. Never longer than composed text."""
    composed = unicodedata.normalize("NFC", text)
    return composed if composed.isascii() else "".join(map(_without_accent, composed))


@lru_cache(maxsize=4096)
def _without_accent(character: str) -> str:
    if character in _OWN_LETTERS:
        return character
    if unicodedata.category(character) == "Cs":
        return "\ufffd"  # half a character, which the library cannot take
    bare = [part for part in unicodedata.normalize("NFD", character) if not unicodedata.combining(part)]
    return bare[0] if len(bare) == 1 else character


def _analyzer(*filters: Filter) -> TextAnalyzer:
    builder = TextAnalyzerBuilder(Tokenizer.regex(_WORD)).filter(Filter.lowercase())
    for each in filters:
        builder = builder.filter(each)
    return builder.build()
