"""Whatever text is put in, a query keeps its structure and the text comes out as it was."""

from __future__ import annotations

import doctest
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.errors import InputError, UnknownIdentifier
from kg.store import EmbeddedStore, Iri, Literal, Term, sparql_text
from kg.store.terms import XSD

STORE = EmbeddedStore()
HOSTILE = ["SERVICE", "service <a:b> {", "FROM", "from <a:b>", "from x:", '"', "'", '"""', "\\", "\\u0022", "<", ">"]
HOSTILE += [
    "}",
    ")",
    "#",
    "\n",
    "\r",
    "\t",
    "\0",
    "@sv",
    "^^",
    "?x",
    "a:",
    " ",
    ";",
    "DROP ALL",
    "\x0b",
    "\u2028",
    "å",
    "🙂",
]
FRAGMENTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=5))
TEXTS = st.lists(FRAGMENTS, max_size=8).map("".join)


def read_back(written: str) -> Term | None:
    """What the engine makes of a written term, when it stands where the query's structure would show a leak."""
    rows = STORE.select(
        f"SELECT ?value ?after {{ BIND({written} AS ?value) BIND({written} AS ?again) BIND(7 AS ?after) }}"
    )
    assert [each[1] for each in rows] == [Literal("7", Iri(XSD + "integer"))]
    return rows[0][0]


@given(TEXTS)
@example('" } SERVICE <http://127.0.0.1:9/> { ?s ?p "')
@example("from stress: service silent <x>")
def test_any_string_comes_back_as_it_was(text: str) -> None:
    assert read_back(sparql_text.string(text)) == Literal(text)


@given(TEXTS, st.sampled_from(["sv", "en", "sv-fi"]))
def test_any_string_with_a_language_comes_back_as_it_was(text: str, language: str) -> None:
    value = read_back(sparql_text.string(text, language=language))
    assert isinstance(value, Literal)
    assert (value.text, value.language) == (text, language)
    assert sparql_text.term(value) == sparql_text.string(text, language=language)


@given(TEXTS.map(lambda text: "https://example.org/" + text))
def test_an_iri_comes_back_as_it_was_or_is_refused(text: str) -> None:
    try:
        value = read_back(sparql_text.iri(text))
    except InputError:
        return
    assert value == Iri(text)


@pytest.mark.parametrize(
    "text", ["", "stress", "/stress", "a:b c", "a:b>", "a:<", 'a:"', "a:{", "a:\n", "a:\\u003E", "a:\ud800"]
)
def test_text_that_could_leave_the_brackets_of_an_iri_is_refused(text: str) -> None:
    with pytest.raises(UnknownIdentifier):
        sparql_text.iri(text)


@given(st.integers())
def test_integers_come_back_as_they_were(number: int) -> None:
    assert read_back(sparql_text.integer(number)) == Literal(str(number), Iri(XSD + "integer"))


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=6))
def test_decimals_keep_their_value(number: Decimal) -> None:
    value = read_back(sparql_text.decimal(number))
    assert isinstance(value, Literal)
    assert (Decimal(value.text), value.datatype) == (number, XSD + "decimal")


@given(st.dates())
def test_days_come_back_as_they_were(value: date) -> None:
    assert read_back(sparql_text.day(value)) == Literal(value.isoformat(), Iri(XSD + "date"))


def test_instants_and_truth_values_carry_their_datatypes() -> None:
    instant = datetime(2024, 2, 29, 12, 30, tzinfo=UTC)
    assert read_back(sparql_text.instant(instant)) == Literal("2024-02-29T12:30:00Z", Iri(XSD + "dateTime"))
    assert read_back(sparql_text.boolean(False)) == Literal("false", Iri(XSD + "boolean"))
    assert read_back(sparql_text.day(instant)) == Literal("2024-02-29", Iri(XSD + "date"))


@pytest.mark.parametrize(
    "value",
    [
        Iri("https://example.org/a"),
        Literal("stöd"),
        Literal("2016", Iri(XSD + "gYear")),
        Literal("7", Iri(XSD + "integer")),
    ],
)
def test_a_term_of_an_answer_can_be_asked_for_again(value: Term) -> None:
    assert read_back(sparql_text.term(value)) == value


@given(st.lists(TEXTS.map(Literal), max_size=4))
def test_values_are_as_many_as_were_given(terms: list[Literal]) -> None:
    rows = STORE.select(f"SELECT ?value {{ {sparql_text.values('value', terms)} }}")
    assert [each[0] for each in rows] == terms


@pytest.mark.parametrize(
    "write",
    [
        lambda: sparql_text.string("\udc80"),
        lambda: sparql_text.string("a", language="sv . }"),
        lambda: sparql_text.string("a", language=""),
        lambda: sparql_text.decimal(Decimal("NaN")),
        lambda: sparql_text.decimal(Decimal("Infinity")),
        lambda: sparql_text.variable("x } DROP ALL"),
        lambda: sparql_text.variable("1x"),
        lambda: sparql_text.typed("1", "integer"),
    ],
)
def test_pieces_that_are_no_terms_are_refused(write: Callable[[], str]) -> None:
    with pytest.raises(InputError):
        write()


def test_the_example_in_the_modules_text_is_true() -> None:
    result = doctest.testmod(sparql_text)
    assert (result.failed, result.attempted) == (0, 1)
