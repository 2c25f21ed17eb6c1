"""Whatever bytes a file holds, it is read or refused with a place and a reason, in bounded time and memory."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import Fault, FaultsFound
from kg.ontology import Ontology
from kg.reading import examine_study_file, read_study_file
from kg.reading.nodes import ScalarKind
from kg.reading.source import MAXIMUM_BYTES
from kg.reading.vocabulary import vocabulary_of

HEAD = "id: document/a\ntype: Document\n"
WHOLE = (Path(__file__).parents[2] / "studies" / "valid" / "whole.yaml").read_text()


def faults_of(data: bytes, ontology: Ontology) -> tuple[Fault, ...]:
    reading = examine_study_file("a.yaml", ontology, data=data)
    assert reading.faults or reading.file is not None
    assert all(fault.line >= 0 and fault.problem and "\n" not in str(fault) for fault in reading.faults)
    return reading.faults


def problems(text: str, ontology: Ontology) -> list[str]:
    return [fault.problem for fault in faults_of(text.encode(), ontology)]


@settings(deadline=None)
@given(data=st.binary())
def test_arbitrary_bytes_are_refused_in_words(ontology: Ontology, data: bytes) -> None:
    assert faults_of(data, ontology)


@settings(deadline=None)
@given(text=st.text(alphabet=st.sampled_from("ab:-[]{}&*!|>'\"%#@`,? \n\tå\r~<=7.")))
def test_arbitrary_yaml_is_refused_in_words(ontology: Ontology, text: str) -> None:
    assert faults_of(text.encode(), ontology)


@settings(deadline=None)
@given(place=st.integers(0, len(WHOLE)), size=st.integers(0, 12), new=st.text(max_size=4))
def test_a_file_with_a_torn_place_is_read_or_refused_in_words(
    ontology: Ontology, place: int, size: int, new: str
) -> None:
    faults_of((WHOLE[:place] + new + WHOLE[place + size :]).encode(errors="surrogatepass"), ontology)


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_any_content_under_known_keys_is_read_or_refused_in_words(ontology: Ontology, data: st.DataObject) -> None:
    vocabulary = vocabulary_of(ontology)
    keys = st.sampled_from([*vocabulary.owners, "id", "type", "records", "@context", "@id", "@graph", "sv", "en", "åö"])
    words = st.sampled_from(
        [*vocabulary.writable, "stress", "document/a", "claim/a#b", "_:b", "http://[", "2016-13-01"]
    )
    values = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | words | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
        max_leaves=12,
    )
    content: dict[str, Any] = {"id": "document/a", "type": "Document", **data.draw(st.dictionaries(keys, values))}
    faults_of(json.dumps(content).encode(), ontology)


def test_a_file_of_more_than_five_mebibytes_is_refused(ontology: Ontology, tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * (MAXIMUM_BYTES + 2))
    with pytest.raises(FaultsFound, match=r"the file is too large  expected: at most 5 MiB"):
        read_study_file(path, ontology)


def test_a_file_of_too_many_values_is_given_up_before_it_fills_the_memory(
    ontology: Ontology, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.reading.tree.MAXIMUM_VALUES", 1_000)
    text = HEAD + "note: [" + "7," * 1_000_000 + "]"
    tracemalloc.start()
    assert problems(text, ontology) == ["the file holds too many keys and values"]
    assert tracemalloc.get_traced_memory()[1] < 10 * len(text)
    tracemalloc.stop()


def test_aliases_that_would_grow_a_thousandfold_are_refused_one_by_one(ontology: Ontology) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert {f"`*{name}` is a YAML alias" for name in "abcdefgh"} <= set(problems(HEAD + bomb, ontology))


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused(ontology: Ontology, opening: str) -> None:
    found = problems(f"{HEAD}note:\n  {opening * 50_000}", ontology)
    assert "mappings and lists are nested too deep" in found


@pytest.mark.parametrize("name", ["missing.yaml", ".", "a\0b"])
def test_a_file_that_cannot_be_read_is_a_fault_of_the_whole_file(ontology: Ontology, tmp_path: Path, name: str) -> None:
    faults = examine_study_file(tmp_path / name, ontology).faults
    assert [(fault.line, fault.column, fault.path) for fault in faults] == [(0, 0, "")]
    assert faults[0].problem.startswith("the file cannot be read: ")


def test_an_ill_typed_number_is_told_once_and_logged_never(
    ontology: Ontology, caplog: pytest.LogCaptureFixture
) -> None:
    assert problems(HEAD + "publishedOn: 2016-02-30", ontology) == ["`2016-02-30` is not a value of the datatype date"]
    assert caplog.records == []


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("NO", ScalarKind.TEXT),
        ("yes", ScalarKind.TEXT),
        ("2016-02-16", ScalarKind.TEXT),
        ("12:30:00", ScalarKind.TEXT),
        ("<<", ScalarKind.TEXT),
        ("7", ScalarKind.INTEGER),
        ("3.10", ScalarKind.NUMBER),
        ("1e3", ScalarKind.NUMBER),
        ("true", ScalarKind.BOOLEAN),
        ("~", ScalarKind.NOTHING),
    ],
)
def test_a_plain_word_is_what_yaml_1_2_takes_it_for(ontology: Ontology, written: str, kind: ScalarKind) -> None:
    found = problems(f"{HEAD}title:\n  sv: {written}\n", ontology)
    told = {
        ScalarKind.TEXT: [],
        ScalarKind.INTEGER: [],
        ScalarKind.NOTHING: ["`sv` has no value"],
    }.get(kind, [f"`{written}` without quotes is {kind.value}, not text"])
    assert told == found
