"""What a user's text asks for, in the words of one language. The text is words and nothing else: it has no syntax."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from kg.errors import LimitExceeded
from kg.search.words import Word, Words, normalised

TEXT_LIMIT = 1_000
"""Characters of the longest text that is searched for."""

WORD_LIMIT = 32
"""Words of the longest text that is searched for."""

_SHORTEST_END = 4


class Match(Enum):
    """How a word of a text answers a sought word."""

    WORD = "word"
    BEGINNING = "beginning"
    END = "end"


class SoughtWord(NamedTuple):
    """form: as typed, in lower case. stems: any of them fits. unfinished: more of the word may follow.

    ends: the stem by which compounds that end with the word are found, or "" where the word is too short for that.
    """

    form: str
    stems: frozenset[str]
    unfinished: bool
    ends: str

    def match(self, word: Word, *, compounds: bool) -> Match | None:
        """How a word answers this one, None if not. compounds: whether the end of a compound counts."""
        if word.stem in self.stems:
            return Match.WORD
        if self.unfinished and word.form.startswith(self.form):
            return Match.BEGINNING
        return Match.END if compounds and self.ends and word.stem.endswith(self.ends) else None


@dataclass(frozen=True)
class Question:
    """content: the words that a hit must have at least one of. function: words such as och, which only add a little.

    forms, stems: all words in order, to be compared with whole labels.
    """

    content: tuple[SoughtWord, ...]
    function: tuple[SoughtWord, ...]
    forms: str
    stems: str


def read_question(text: str, words: Words) -> Question | None:
    """None where the text has no word. Raises LimitExceeded beyond TEXT_LIMIT or WORD_LIMIT."""
    if len(text) > TEXT_LIMIT:
        raise _too_long(f"{len(text)} characters; {TEXT_LIMIT} are the limit")
    plain = normalised(text)
    found = words.of(plain)
    if len(found) > WORD_LIMIT:
        raise _too_long(f"{len(found)} words; {WORD_LIMIT} are the limit")
    if not found:
        return None
    sought = {_sought(word, words, unfinished=_is_unfinished(plain, word)): word.form for word in found}
    content = tuple(word for word, form in sought.items() if word.unfinished or not words.is_function_word(form))
    function = tuple(word for word in sought if word not in content)
    forms, stems = " ".join(word.form for word in found), " ".join(word.stem for word in found)
    return Question(content or function, function if content else (), forms, stems)


def _sought(word: Word, words: Words, *, unfinished: bool) -> SoughtWord:
    ends = word.stem if len(word.stem) >= _SHORTEST_END else ""
    return SoughtWord(word.form, words.stems_sought(word), unfinished, ends)


def _is_unfinished(text: str, word: Word) -> bool:
    """Whether the text ends with the word, so that the user may still be typing it."""
    return word.end == len(text) and unicodedata.category(text[-1])[0] in "LNM"


def _too_long(measure: str) -> LimitExceeded:
    return LimitExceeded(f"the text to search for has {measure}", remedy="Search for fewer words.")
