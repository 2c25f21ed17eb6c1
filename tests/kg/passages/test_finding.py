"""First and last words lead to one place, or to the reason why they do not."""

from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError, PassageNotFound
from kg.passages import Layout, find_passage

TEXT = """Titel 1

Stöd från chefer minskar stress. Stöd från
kollegor   också 2

sägs det. (Det är en tes.) Arbetsmiljö är arbete. Resurser behövs. 3"""


def found(quote: str, text: str = TEXT) -> str:
    passage = find_passage(text, quote)
    return text[passage.start : passage.end]


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("Stöd från chefer … stress.", "Stöd från chefer minskar stress."),
        ("Stöd från chefer ... stress", "Stöd från chefer minskar stress"),
        ("Stöd från chefer…stress", "Stöd från chefer minskar stress"),
        ("  chefer\n minskar ", "chefer minskar"),
        ("Stöd från kollegor också", "Stöd från\nkollegor   också"),
        ("(Det … tes.)", "(Det är en tes.)"),
        ("arbete.", "arbete."),
        ("arbete", "arbete"),
        ("kollegor … sägs det", "kollegor   också 2\n\nsägs det"),
        ("är en tes.) … är arbete", "är en tes.) Arbetsmiljö är arbete"),
        ("chefer … från", "chefer minskar stress. Stöd från"),
    ],
)
def test_a_quote_leads_to_the_words_it_begins_and_ends_with(quote: str, words: str) -> None:
    assert found(quote) == words


def test_a_place_is_told_with_offsets_page_and_digest() -> None:
    passage = find_passage(TEXT, "kollegor … sägs")
    assert (passage.start, passage.end) == (TEXT.index("kollegor"), TEXT.index(" det."))
    assert (passage.page, passage.last_page, passage.section) == (2, 3, None)
    assert passage.sha256 == hashlib.sha256("kollegor   också 2\n\nsägs".encode()).hexdigest()


def test_a_text_without_pages_gives_a_place_without_page() -> None:
    passage = find_passage(TEXT, "chefer minskar", Layout())
    assert (passage.page, passage.last_page) == (None, None)


@pytest.mark.parametrize(
    ("quote", "reason", "hint"),
    [
        ("Stöd av … stress", "first words are not in the text: 'Stöd av'", "Copy"),
        ("miljö är arbete", "first words are not in the text", "Copy"),
        ("stöd från chefer", "first words are not in the text", "Copy"),
        ("Resurser … stress", "last words do not stand after the first: 'stress'", "at 122 (page 3)"),
        ("Stöd från", "2 places fit: 9 (page 2), 42 (page 2)", "more of the first words"),
        ("Stöd från … också", "2 places fit: 9 (page 2), 42 (page 2)", "more of the first words"),
    ],
)
def test_words_that_lead_to_no_place_or_to_several_are_explained(quote: str, reason: str, hint: str) -> None:
    with pytest.raises(PassageNotFound, match=re.escape(reason)) as refused:
        find_passage(TEXT, quote)
    assert hint in refused.value.remedy


def test_of_many_places_the_first_ten_are_listed() -> None:
    with pytest.raises(PassageNotFound, match=r"12 places fit: 0, 5, .*45 and 2 more"):
        find_passage("stöd " * 12, "stöd")


@pytest.mark.parametrize("quote", ["", "  ", "…", "ord …", "… ord", "ett … två … tre"])
def test_a_quote_without_words_at_both_ends_is_refused(quote: str) -> None:
    with pytest.raises(InputError, match="first words and last words"):
        find_passage(TEXT, quote)


WORDS = st.lists(st.sampled_from(["a", "b", "ab"]), max_size=12)
QUOTED = st.lists(st.sampled_from(["a", "b", "ab"]), min_size=1, max_size=2)


def occurrences(words: list[str], run: list[str], start: int = 0) -> list[int]:
    return [place for place in range(start, len(words)) if words[place : place + len(run)] == run]


@given(WORDS, QUOTED, st.none() | QUOTED, st.sampled_from([" ", "\n", "  "]))
def test_the_place_is_the_one_that_comparing_words_gives(
    words: list[str], first: list[str], last: list[str] | None, space: str
) -> None:
    places = [(place, place + len(first)) for place in occurrences(words, first)]
    if last is not None:
        ends = [(start, occurrences(words, last, end)) for start, end in places]
        places = [(start, after[0] + len(last)) for start, after in ends if after]
    quote = " ".join(first) + (" … " + " ".join(last) if last else "")
    if len(places) == 1:
        assert found(quote, space.join(words)).split() == words[slice(*places[0])]
    else:
        with pytest.raises(PassageNotFound):
            find_passage(space.join(words), quote)
