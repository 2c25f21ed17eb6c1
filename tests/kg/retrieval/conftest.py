"""A small world of things, as plain Python and in a store, to compare answers from both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from kg.ontology import Ontology, Property, load_ontology
from kg.retrieval import Ordering
from kg.retrieval.where import Where
from kg.store import EmbeddedStore, Iri, ReplaceGraph, sparql_text
from tests.kg.retrieval.things_oracle import Things, iri_of, orderings, wheres

BASE = "https://w3id.org/evidensgraf/"
THING = BASE + "ontology#Thing"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load_ontology(Path(__file__).parent / "things")


@pytest.fixture(scope="session")
def properties(ontology: Ontology) -> dict[str, Property]:
    return {each.key: each for each in ontology.properties_of(THING)}


@pytest.fixture(scope="session")
def filters(properties: dict[str, Property]) -> st.SearchStrategy[Where]:
    return wheres(properties)


@pytest.fixture(scope="session")
def orders(properties: dict[str, Property]) -> st.SearchStrategy[Ordering]:
    return orderings(properties)


@pytest.fixture
def store() -> Iterable[EmbeddedStore]:
    with EmbeddedStore() as opened:
        yield opened


@pytest.fixture(scope="session")
def fill(properties: dict[str, Property]) -> Callable[[EmbeddedStore, Things], None]:
    """Puts things into a store in place of those that it held; each stated in two graphs, as documents do."""

    def fill(store: EmbeddedStore, things: Things) -> None:
        triples = "".join(triple for name, thing in things.items() for triple in triples_of(properties, name, thing))
        store.apply([ReplaceGraph(Iri(f"{BASE}document/{each}"), triples.encode()) for each in ("a", "b")])

    return fill


def triples_of(properties: Mapping[str, Property], name: str, thing: Mapping[str, Any]) -> Iterable[str]:
    yield f"<{iri_of(name)}> <{TYPE}> <{THING}> .\n"
    for key, value in thing.items():
        for term in terms_of(key, value):
            yield f"<{iri_of(name)}> <{properties[key].iri}> {term} .\n"


def terms_of(key: str, value: Any) -> Iterable[str]:
    if value is None:
        return
    if key in ("name", "aliases"):
        yield from (sparql_text.string(text, language=language) for language, text in value)
    elif key == "weights":
        yield from (sparql_text.decimal(each) for each in value)
    elif key in ("parent", "colour"):
        yield sparql_text.iri(iri_of(value) if key == "parent" else value)
    else:
        written: dict[type, Callable[[Any], str]] = {
            bool: sparql_text.boolean,
            int: sparql_text.integer,
            date: sparql_text.day,
            str: sparql_text.string,
            Decimal: sparql_text.decimal,
        }
        yield written[type(value)](value)
