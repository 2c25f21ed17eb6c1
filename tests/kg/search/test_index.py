"""The index answers any text, page by page, in one order, and shows where the words stand."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.errors import InputError, LimitExceeded
from kg.search import Highlighted, SearchHit, SearchIndex, SearchRecord, SearchResults, TextField


def record(name: str, *labels: str, kind: str = "Concept", language: str = "sv", **others: list[str]) -> SearchRecord:
    return SearchRecord(name, kind, {language: {"label": labels, **others}})


def best(records: list[SearchRecord], text: str, language: str | None = None) -> SearchHit:
    return SearchIndex.build(records).search(text, language=language).hits[0]


# Words too short for compounds, without endings that a stemmer would cut, and no function words.
WORDS = st.sampled_from(["kra", "blu", "fip", "dro", "vim"])
LABELS = st.lists(WORDS, min_size=1, max_size=4)
ONE = SearchIndex.build([record("a", "Stöd")])


@settings(max_examples=50)
@given(st.lists(LABELS, max_size=12), st.lists(WORDS, min_size=1, max_size=3, unique=True))
def test_hits_are_the_records_with_any_word_and_more_words_come_first(
    labels: list[list[str]], sought: list[str]
) -> None:
    records = [record(f"{number:02}", " ".join(label)) for number, label in enumerate(labels)]
    results = SearchIndex.build(records).search(" ".join(sought) + " ", first=100)
    shared = {f"{number:02}": len(set(label) & set(sought)) for number, label in enumerate(labels)}
    assert {hit.id for hit in results.hits} == {name for name, count in shared.items() if count}
    assert results.total == len(results.hits)
    counts = [shared[hit.id] for hit in results.hits]
    assert counts == sorted(counts, reverse=True)
    ranks = [(-hit.score, hit.id) for hit in results.hits]
    assert ranks == sorted(ranks)


@settings(max_examples=50)
@given(st.lists(LABELS, min_size=1, max_size=12), st.integers(1, 5))
def test_fewer_hits_are_the_first_of_all(labels: list[list[str]], size: int) -> None:
    index = SearchIndex.build([record(f"{number:02}", " ".join(label)) for number, label in enumerate(labels)])
    whole, fewer = index.search("kra blu ", first=100), index.search("kra blu ", first=size)
    assert fewer == SearchResults(whole.total, whole.hits[:size])


@given(st.text(max_size=60))
@example('"')
@example("label:x AND (")
@example("a* OR [b TO c]")
@example("\ud800")
@example("\0")
@example("ﬁ ß İ ǅ")
def test_any_text_can_be_searched_for(text: str) -> None:
    assert ONE.search(text).total in (0, 1)


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs", "Cn"]), min_size=1, max_size=30))
def test_a_label_with_a_word_is_found_by_itself_and_its_words_are_marked(label: str) -> None:
    hits = SearchIndex.build([record("a", label)]).search(label).hits
    assert bool(hits) == any(unicodedata.category(character)[0] in "LNM" for character in label)
    for hit in hits:
        marked = "".join(hit.matched.text[start:end] for start, end in hit.matched.marks)
        assert {unicodedata.category(character)[0] for character in marked} <= set("LNM")
        assert marked


@pytest.mark.parametrize("text", ["", "   ", "…", '"()"', "- –"])
def test_a_text_without_words_finds_nothing(text: str) -> None:
    assert SearchIndex.build([record("a", "Stöd")]).search(text) == SearchResults(0, ())


def test_an_index_of_nothing_finds_nothing() -> None:
    assert SearchIndex.build([]).search("stöd") == SearchResults(0, ())


def test_the_text_that_answers_best_is_shown_with_the_label() -> None:
    hit = best([record("a", "Sjukfrånvaro", alternativeLabel=["frånvaro", "lång sjukskrivning"])], "sjukskrivningar")
    assert (hit.language, hit.field) == ("sv", TextField.ALTERNATIVE_LABEL)
    assert hit.matched == Highlighted("lång sjukskrivning", ((5, 18),))
    assert hit.label == Highlighted("Sjukfrånvaro")


def test_words_are_marked_in_the_label_itself() -> None:
    hit = best([record("a", "Stöd från chefer, och stödets gränser")], "stöd chef")
    assert hit.field is TextField.LABEL
    assert (
        hit.label == hit.matched == Highlighted("Stöd från chefer, och stödets gränser", ((0, 4), (10, 16), (22, 29)))
    )


def test_marks_count_characters_of_composed_text() -> None:
    hit = best([record("a", "🙂 e\u0301t sjo\u0308n")], "sjön")
    assert hit.matched == Highlighted("🙂 ét sjön", ((5, 9),))


def test_of_equal_answers_in_two_languages_the_preferred_is_shown() -> None:
    both = SearchRecord("a", "Concept", {"en": {"label": ["Stress"]}, "sv": {"label": ["Stress"]}})
    assert SearchIndex.build([both]).search("stress").hits[0].language == "sv"
    assert SearchIndex.build([both], preferred=["en"]).search("stress").hits[0].language == "en"


def test_words_in_two_languages_do_not_add_up() -> None:
    mixed = SearchRecord("mixed", "Concept", {"en": {"label": ["blu"]}, "sv": {"label": ["kra"]}})
    hits = SearchIndex.build([mixed, record("whole", "kra blu och mycket annat")]).search("kra blu ").hits
    assert [hit.id for hit in hits] == ["whole", "mixed"]


def test_a_record_without_label_is_found_by_its_text() -> None:
    hit = best([SearchRecord("a", "Claim", {"en": {"text": ["Support lowers stress."]}})], "stress")
    assert (hit.kind, hit.language, hit.field, hit.label) == ("Claim", "en", TextField.TEXT, None)


def test_a_label_in_another_language_is_better_than_none() -> None:
    mixed = SearchRecord("a", "Concept", {"sv": {"label": ["Stöd"]}, "en": {"text": ["Help from others."]}})
    assert best([mixed], "help").label == Highlighted("Stöd")


def test_a_language_without_known_rules_is_searched_by_whole_words() -> None:
    index = SearchIndex.build([record("a", "Työ", language="fi")])
    assert [hit.id for hit in index.search("työ ").hits] == ["a"]


def test_the_total_says_how_many_there_are_beyond_those_shown() -> None:
    index = SearchIndex.build([record(f"{number:03}", "Stöd") for number in range(250)])
    assert index.search("stöd", first=0) == SearchResults(250, ())
    assert [hit.id for hit in index.search("stöd", first=240).hits] == [f"{number:03}" for number in range(240)]


def test_the_shorter_label_comes_first_among_equal_answers() -> None:
    index = SearchIndex.build([record("a", "Stöd från chef"), record("b", "Socialt stöd"), record("c", "Stödjande")])
    assert [hit.id for hit in index.search("stö").hits] == ["c", "b", "a"]


def test_text_is_bounded_in_characters_and_words() -> None:
    index = SearchIndex.build([record("a", "Stöd")])
    assert index.search("stöd " * 32).total == 1
    with pytest.raises(LimitExceeded, match="33 words; 32 are the limit"):
        index.search("stöd " * 33)
    with pytest.raises(LimitExceeded, match="1001 characters; 1000 are the limit"):
        index.search("s" * 1001)


def test_the_number_of_hits_asked_for_has_bounds() -> None:
    index = SearchIndex.build([record("a", "Stöd")])
    with pytest.raises(InputError):
        index.search("stöd", first=-1)
    with pytest.raises(LimitExceeded):
        index.search("stöd", first=1001)


def test_two_records_with_one_id_are_refused() -> None:
    with pytest.raises(InputError, match="two records have the id a"):
        SearchIndex.build([record("a", "Stöd"), record("a", "Stress")])


def test_a_field_that_is_not_searched_is_refused() -> None:
    with pytest.raises(InputError, match="'comment'"):
        SearchIndex.build([record("a", "Stöd", comment=["Stress"])])
