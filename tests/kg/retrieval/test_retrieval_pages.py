"""Pages follow the order and stay right when things come and go between them."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.ontology import Ontology, Property
from kg.retrieval import BY_IRI, Connection, FoundPage, OrderBy, Ordering, Page, read_page, retrieve
from kg.retrieval.where import EVERYTHING, Where
from kg.store import EmbeddedStore
from tests.kg.retrieval.things_oracle import Things, holds, key_of, ordered, things

THING = "https://w3id.org/evidensgraf/ontology#Thing"
SETTINGS = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def look_up(store: EmbeddedStore, ontology: Ontology, ordering: Ordering, page: Page, where: Where) -> FoundPage:
    connection = Connection(None, THING, page, where, ordering, wants_edges=True)
    return retrieve(store, ontology, (), [connection]).page(connection)


def names(page: FoundPage) -> list[str]:
    return [iri.rpartition("/")[2] for iri in page.iris]


@SETTINGS
@given(data=st.data(), size=st.integers(1, 4), backward=st.booleans())
def test_pages_one_after_the_other_give_the_whole_list_in_order(
    data, size, backward, store, fill, ontology, filters, orders
) -> None:
    some, ordering, where = data.draw(things), data.draw(orders), data.draw(filters)
    fill(store, some)
    expected = ordered(some, ordering, [name for name in some if holds(some, where, name)])

    gathered: list[str] = []
    cursor, goes_on = None, True
    while goes_on:
        asked = {"last": size, "before": cursor} if backward else {"first": size, "after": cursor}
        page = look_up(store, ontology, ordering, read_page(ordering, 20, **asked), where)
        gathered = names(page) + gathered if backward else gathered + names(page)
        goes_on, came_from = (page.has_previous, page.has_next) if backward else (page.has_next, page.has_previous)
        assert came_from == (cursor is not None)
        cursor = next(iter(page.cursors[:1] if backward else page.cursors[-1:]), None)

    assert gathered == expected


@SETTINGS
@given(data=st.data(), size=st.integers(0, 4), backward=st.booleans())
def test_a_cursor_stays_right_when_things_come_change_and_go(
    data, size, backward, store, fill, ontology, orders
) -> None:
    earlier, later, ordering = data.draw(things), data.draw(things), data.draw(orders)
    fill(store, earlier)
    whole = look_up(store, ontology, ordering, Page(20), EVERYTHING)
    at = data.draw(st.sampled_from(sorted(earlier)))
    cursor = whole.cursors[names(whole).index(at)]
    ahead, behind = sides(earlier, later, ordering, at)

    fill(store, later)
    asked = {"last": size, "before": cursor} if backward else {"first": size, "after": cursor}
    page = look_up(store, ontology, ordering, read_page(ordering, 20, **asked), EVERYTHING)

    side = ahead if backward else behind
    assert names(page) == (side[len(side) - min(size, len(side)) :] if backward else side[:size])
    goes_on, came_from = len(side) > size, len(later) > len(side)
    assert (page.has_previous, page.has_next) == ((goes_on, came_from) if backward else (came_from, goes_on))


def sides(earlier: Things, later: Things, ordering: Ordering, at: str) -> tuple[list[str], list[str]]:
    """The later things ahead of the place where a thing stood earlier, and those behind it.

    The thing itself is on neither side as long as it sorts as it did.
    """
    both = {**{f"{name}'": thing for name, thing in later.items()}, at: earlier[at]}
    row = ordered(both, ordering, list(both))
    still = f"{at}'" in both and all(key_of(both, by, at) == key_of(both, by, f"{at}'") for by in ordering.by)
    found = [name for name in row if not (still and name == f"{at}'")]
    place = found.index(at)
    return [name[:-1] for name in found[:place]], [name[:-1] for name in found[place + 1 :]]


@pytest.fixture
def three(store: EmbeddedStore, fill) -> EmbeddedStore:
    fill(store, {"a": {"rank": 1}, "b": {"rank": 2}, "c": {}})
    return store


def test_things_without_a_value_come_last_in_either_direction(
    three: EmbeddedStore, ontology: Ontology, properties: dict[str, Property]
) -> None:
    up, down = (Ordering((OrderBy(properties["rank"], descending),)) for descending in (False, True))

    assert names(look_up(three, ontology, up, Page(9), EVERYTHING)) == ["a", "b", "c"]
    assert names(look_up(three, ontology, down, Page(9), EVERYTHING)) == ["b", "a", "c"]


def test_a_cursor_of_another_order_is_refused(
    three: EmbeddedStore, ontology: Ontology, properties: dict[str, Property]
) -> None:
    cursor = look_up(three, ontology, BY_IRI, Page(9), EVERYTHING).cursors[0]

    with pytest.raises(InputError, match="another order"):
        read_page(Ordering((OrderBy(properties["rank"]),)), 20, first=1, after=cursor)


def _cursor(*content: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "garbage",
    [
        "",
        "x",
        "åäö",
        "=" * 50,
        "A" * 30_000,
        base64.b64encode(b"[" * 5000).decode(),
        _cursor(),
        _cursor(1, 2, 3),
        _cursor(BY_IRI.fingerprint, [], 7),
        _cursor(BY_IRI.fingerprint, [], "https://x/> } #"),
        _cursor(BY_IRI.fingerprint, ["surplus"], "https://x/y"),
        _cursor(BY_IRI.fingerprint, None, "https://x/y"),
    ],
)
def test_a_text_that_is_no_cursor_is_refused(garbage: str) -> None:
    with pytest.raises(InputError):
        read_page(BY_IRI, 20, after=garbage)


@pytest.mark.parametrize("key", [7, ["x", "integer"], ["1", "../x"], ["NaN", "decimal"], [1], {}, "text", [1, 2]])
def test_a_cursor_whose_number_is_none_is_refused(key: object, properties: dict[str, Property]) -> None:
    ordering = Ordering((OrderBy(properties["rank"]),))

    with pytest.raises(InputError):
        read_page(ordering, 20, before=_cursor(ordering.fingerprint, [key], "https://x/y"))


@pytest.mark.parametrize("sizes", [{"first": -1}, {"last": -1}, {"first": 1, "last": 1}])
def test_sizes_that_make_no_page_are_refused(sizes: dict[str, int]) -> None:
    with pytest.raises(InputError):
        read_page(BY_IRI, 20, **sizes)
