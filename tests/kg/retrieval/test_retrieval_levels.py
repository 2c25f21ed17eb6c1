"""One query for each level, and three answers kept apart: not there, none, could not look."""

from __future__ import annotations

import pytest

from kg.errors import StoreUnavailable, TimeLimitReached
from kg.ontology import Ontology, Property
from kg.retrieval import BY_IRI, Connection, Follow, Page, Selection, retrieve
from kg.retrieval.individuals import FoundPage
from kg.store import EmbeddedStore, StoreCall

THING = "https://w3id.org/evidensgraf/ontology#Thing"


def iri(name: str) -> str:
    return f"https://w3id.org/evidensgraf/thing/{name}"


@pytest.mark.parametrize("parents", [1, 2, 20])
def test_a_level_is_one_query_however_many_individuals_stand_on_it(
    parents: int, store: EmbeddedStore, fill, ontology: Ontology, properties: dict[str, Property]
) -> None:
    fill(store, {f"t{number:02}": {"parent": "root"} for number in range(parents)} | {"root": {"rank": 1}})
    lowest = Selection(THING, (properties["rank"],))
    children = Connection(properties["children"], THING, Page(5), selections=(lowest,), wants_total=True)
    grandchildren = Connection(
        properties["children"], THING, Page(5), selections=(Selection(THING, lowest.properties),)
    )
    middle = Selection(THING, (properties["rank"],), connections=(grandchildren,))
    top = Selection(THING, (), (Follow(properties["parent"], middle),), (children,))
    everything = Connection(None, THING, Page(100), selections=(top,), wants_total=True)

    calls: list[StoreCall] = []
    with store.observe(calls.append):
        found = retrieve(store, ontology, [(lowest, iri("root"))], [everything])

    assert len(calls) == 4
    assert found.page(everything).total == parents + 1


def test_each_parent_has_its_own_page_and_its_own_count(
    store: EmbeddedStore, fill, ontology: Ontology, properties: dict[str, Property]
) -> None:
    fill(store, {"a": {}, "b": {}, "c": {}} | {f"x{n}": {"parent": "a" if n < 4 else "b"} for n in range(6)})
    below = Selection(THING)
    children = Connection(properties["children"], THING, Page(3), selections=(below,), wants_total=True)
    above = Selection(THING, connections=(children,))

    found = retrieve(store, ontology, [(above, iri(name)) for name in "abc"])

    pages = [_page(found.individual(above, iri(name)), children) for name in "abc"]
    assert [[each.iri[-2:] for each in page.items[below]] for page in pages] == [["x0", "x1", "x2"], ["x4", "x5"], []]
    assert [page.total for page in pages] == [4, 2, 0]
    assert [page.has_next for page in pages] == [True, False, False]


def _page(individual, connection) -> FoundPage:
    assert individual is not None
    return individual.pages[connection]


def test_what_is_not_there_is_none_and_what_has_no_values_is_empty(
    store: EmbeddedStore, fill, ontology: Ontology, properties: dict[str, Property]
) -> None:
    fill(store, {"a": {}})
    selection = Selection(THING, (properties["rank"],))

    found = retrieve(store, ontology, [(selection, iri("a")), (selection, iri("nowhere"))])

    there = found.individual(selection, iri("a"))
    assert there is not None
    assert there.terms(properties["rank"]) == []
    assert found.individual(selection, iri("nowhere")) is None


def test_an_individual_of_another_class_is_not_there(store: EmbeddedStore, fill, ontology: Ontology) -> None:
    fill(store, {"a": {}})
    claims = Selection("https://w3id.org/evidensgraf/ontology#Claim")

    assert retrieve(store, ontology, [(claims, iri("a"))]).individual(claims, iri("a")) is None


def test_a_store_that_is_away_is_an_error_and_never_an_empty_list(ontology: Ontology) -> None:
    closed = EmbeddedStore()
    closed.close()
    everything = Connection(None, THING, Page(5))

    with pytest.raises(StoreUnavailable):
        retrieve(closed, ontology, (), [everything])


def test_no_query_is_begun_when_the_time_is_up(store: EmbeddedStore, fill, ontology: Ontology) -> None:
    fill(store, {"a": {}})

    with pytest.raises(TimeLimitReached):
        retrieve(store, ontology, (), [Connection(None, THING, Page(5), ordering=BY_IRI)], time_left=lambda: 0.0)


def test_thousands_of_parents_are_still_one_query_that_the_engine_can_take(
    store: EmbeddedStore, fill, ontology: Ontology, properties: dict[str, Property]
) -> None:
    fill(store, {f"t{number:04}": {"rank": number} for number in range(3000)})
    children = Connection(properties["children"], THING, Page(1), selections=(Selection(THING),))
    top = Selection(THING, connections=(children,))
    everything = Connection(None, THING, Page(3000), selections=(top,))

    found = retrieve(store, ontology, (), [everything]).page(everything)

    assert len(found.items[top]) == 3000
    assert all(each.pages[children].iris == [] for each in found.items[top])
