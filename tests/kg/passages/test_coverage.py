"""Every letter of a text is accounted for by a claim's passage or by one declared to make none, or is open."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.passages import Coverage, ParagraphState, Span, coverage_of

TEXT = st.text(st.sampled_from("aå1 .\n"), max_size=30)
SPANS = st.lists(st.tuples(st.integers(0, 29), st.integers(1, 31)).filter(lambda span: span[0] < span[1]), max_size=4)


def test_what_stands_between_passages_needs_no_account_but_words_do() -> None:
    covered = coverage_of("Stöd hjälper. Tack!\nMeny", [(0, 12)], [((20, 24), "page-furniture")])
    assert covered.open == ((14, 18),)
    assert (covered.claimed, covered.declared, covered.between) == (12, {"page-furniture": 4}, 4)
    assert covered.paragraphs == {ParagraphState.OPEN: 1, ParagraphState.DECLARED: 1}
    assert (covered.unaccounted, covered.is_whole) == (4, False)


def test_a_claim_counts_before_a_declaration_and_the_first_reason_before_the_second() -> None:
    covered = coverage_of("abcdef", [(0, 2)], [((0, 6), "signpost"), ((3, 5), "heading")])
    assert (covered.claimed, covered.declared) == (2, {"heading": 2, "signpost": 2})
    assert covered.paragraphs == {ParagraphState.CLAIMED: 1}
    assert covered.is_whole


def test_an_open_stretch_runs_on_over_the_space_between_its_words() -> None:
    assert coverage_of("Ett, två\n tre", [], []).open == ((0, 13),)


@given(TEXT, SPANS, SPANS)
def test_the_account_is_that_of_looking_at_each_character(text: str, claimed: list[Span], declared: list[Span]) -> None:
    covered = coverage_of(text, claimed, [(span, "heading") for span in declared])
    is_claimed = [any(start <= at < end for start, end in claimed) for at in range(len(text))]
    is_declared = [any(start <= at < end for start, end in declared) for at in range(len(text))]
    is_open = [text[at].isalnum() and not (is_claimed[at] or is_declared[at]) for at in range(len(text))]
    assert covered.claimed == sum(is_claimed)
    assert sum(covered.declared.values()) == sum(d and not c for c, d in zip(is_claimed, is_declared, strict=True))
    assert covered.unaccounted == sum(is_open)
    assert covered.is_whole == (not any(is_open))
    in_stretches = {at for start, end in covered.open for at in range(start, end)}
    assert {at for at, each in enumerate(is_open) if each} == {at for at in in_stretches if is_open[at]}
    assert not any(is_claimed[at] or is_declared[at] for at in in_stretches)
    assert sum(covered.paragraphs.values()) == sum(bool(line.strip()) for line in text.split("\n"))
    assert Coverage(covered.characters, 0).unaccounted == len(text)
