"""Filters find exactly what looking at every thing finds."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.ontology import Ontology, Property
from kg.retrieval import BY_IRI, Connection, Page, Selection, retrieve
from kg.retrieval.operators import OPERATORS
from kg.retrieval.where import Comparison, HasValue, IsOneOf, Where
from kg.store import EmbeddedStore
from tests.kg.retrieval.things_oracle import holds, iri_of, things

THING = "https://w3id.org/evidensgraf/ontology#Thing"


def found(store: EmbeddedStore, ontology: Ontology, where: Where) -> tuple[list[str], int | None]:
    """The IRIs of all things for which a filter holds, and how many the store counts."""
    selection = Selection(THING)
    connection = Connection(None, THING, Page(100), where, BY_IRI, (selection,), wants_total=True)
    page = retrieve(store, ontology, (), [connection]).page(connection)
    return [each.iri for each in page.items[selection]], page.total


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_filter_finds_and_counts_what_looking_at_every_thing_finds(data, store, fill, ontology, filters) -> None:
    some, where = data.draw(things), data.draw(filters)
    fill(store, some)

    expected = [iri_of(name) for name in sorted(some) if holds(some, where, name)]

    assert found(store, ontology, where) == (expected, len(expected))


@pytest.mark.parametrize(
    "hostile",
    [
        '" } DROP ALL #',
        "\\",
        '\\"',
        "} UNION { ?s ?p ?o",
        "SERVICE <http://x>",
        "FROM <http://x>",
        "\n\r\t\0",
        "?x",
        "𝄞",
    ],
)
def test_a_text_is_only_ever_a_text_whatever_stands_in_it(
    hostile: str, store: EmbeddedStore, fill, ontology: Ontology, properties: dict[str, Property]
) -> None:
    fill(store, {"a": {"code": hostile}, "b": {"code": "b"}})
    where = HasValue(properties["code"], (Comparison(OPERATORS["eq"], (hostile,)),))

    assert found(store, ontology, where) == ([iri_of("a")], 1)


def test_an_identifier_that_could_end_its_brackets_is_refused(store: EmbeddedStore, ontology: Ontology) -> None:
    with pytest.raises(InputError):
        found(store, ontology, IsOneOf(("https://x/> } #",)))
