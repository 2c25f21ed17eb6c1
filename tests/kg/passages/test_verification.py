"""A passage verifies where it was read, is found again by its digest alone, and never guessed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DocumentUnavailable, InputError, LimitExceeded, PassageNotFound
from kg.passages import Library, Passage, PassageStatus, Verdict, digest_of, open_passage, verify, verify_in_library

TEXTS = st.text(st.sampled_from("ab å🙂\n"), min_size=1, max_size=40) | st.text(min_size=1, max_size=40)


@st.composite
def texts_and_slices(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


def passage(text: str, start: int, end: int) -> Passage:
    return Passage(start, end, hashlib.sha256(text[start:end].encode()).hexdigest())


def expected(text: str, words: str, start: int) -> Verdict:
    """By comparing the words themselves, which the passage does not hold."""
    starts = tuple(place for place in range(len(text)) if text[place : place + len(words)] == words)
    if start in starts:
        return Verdict(PassageStatus.VERIFIED, (start,))
    status = (PassageStatus.MISSING, PassageStatus.MOVED)[len(starts)] if len(starts) < 2 else PassageStatus.AMBIGUOUS
    return Verdict(status, starts)


@given(texts_and_slices())
def test_any_slice_of_any_text_verifies(case: tuple[str, int, int]) -> None:
    text, start, end = case
    assert verify(text, passage(text, start, end)) == Verdict(PassageStatus.VERIFIED, (start,))


@given(texts_and_slices(), TEXTS)
def test_the_verdict_on_another_text_is_that_of_comparing_words(case: tuple[str, int, int], other: str) -> None:
    text, start, end = case
    for changed in (other, other + text, text + other, text + other + text, text[:start] + other + text[end:]):
        assert verify(changed, passage(text, start, end)) == expected(changed, text[start:end], start)


def test_text_put_before_moves_a_passage_by_its_length() -> None:
    text = "Stöd från chefer minskar stress."
    moved = verify("Förord. " + text, passage(text, 5, 16))
    assert moved == Verdict(PassageStatus.MOVED, (13,))


def test_a_passage_that_is_elsewhere_twice_is_ambiguous_with_both_places() -> None:
    verdict = verify("Nytt. stöd och stöd", passage("stöd", 0, 4))
    assert verdict == Verdict(PassageStatus.AMBIGUOUS, (6, 15))


def test_a_passage_in_its_place_is_verified_though_its_words_stand_elsewhere_too() -> None:
    assert verify("stöd och stöd", passage("stöd", 0, 4)) == Verdict(PassageStatus.VERIFIED, (0,))


def test_one_changed_character_makes_a_passage_missing() -> None:
    text = "Stöd från chefer minskar stress."
    assert verify(text.replace("minskar", "minskat"), passage(text, 0, 32)) == Verdict(PassageStatus.MISSING)


def test_a_passage_longer_than_the_text_is_missing() -> None:
    assert verify("kort", passage("en längre text", 0, 14)) == Verdict(PassageStatus.MISSING)


def test_a_search_beyond_the_limit_is_refused_not_cut_short() -> None:
    with pytest.raises(LimitExceeded):
        verify("å" * 5_000_000, passage("ö" * 300, 0, 300))


@pytest.mark.parametrize(
    ("start", "end", "sha256"),
    [(-1, 4, digest_of("a")), (4, 4, digest_of("a")), (5, 4, digest_of("a")), (0, 1, "a" * 63), (0, 1, "A" * 64)],
)
def test_offsets_without_characters_and_false_digests_are_refused(start: int, end: int, sha256: str) -> None:
    with pytest.raises(InputError):
        Passage(start, end, sha256)


def test_a_library_verifies_against_the_text_with_the_documents_digest(tmp_path: Path) -> None:
    text = "Stöd från chefer."
    (tmp_path / "any-name.txt").write_text(text, encoding="utf-8")
    library = Library(tmp_path)
    assert verify_in_library(library, digest_of(text), passage(text, 0, 4)).status is PassageStatus.VERIFIED
    assert verify_in_library(library, digest_of("another"), passage(text, 0, 4)) == Verdict(
        PassageStatus.DOCUMENT_UNAVAILABLE
    )


def test_an_opened_passage_shows_what_stands_around_it(tmp_path: Path) -> None:
    text = "Före detta står stöd, och efter."
    (tmp_path / "text").write_text(text, encoding="utf-8")
    opened = open_passage(Library(tmp_path), digest_of(text), passage(text, 16, 20), around=5)
    assert (opened.before, opened.passage, opened.after) == ("står ", "stöd", ", och")


def test_at_a_texts_ends_there_is_nothing_around(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("stöd", encoding="utf-8")
    opened = open_passage(Library(tmp_path), digest_of("stöd"), passage("stöd", 0, 4))
    assert (opened.before, opened.passage, opened.after) == ("", "stöd", "")


def test_a_passage_that_does_not_verify_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("Nytt stöd", encoding="utf-8")
    library = Library(tmp_path)
    for start, end in ((0, 4), (7, 11)):
        with pytest.raises(PassageNotFound):
            open_passage(library, digest_of("Nytt stöd"), Passage(start, end, digest_of("stöd")))
    with pytest.raises(DocumentUnavailable):
        open_passage(library, digest_of("another"), passage("stöd", 0, 4))
