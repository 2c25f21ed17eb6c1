"""A store in memory that is filled at once holds what it would hold if it were changed step by step."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.store import EmbeddedStore, Iri, ReplaceGraph

BASE = "https://w3id.org/evidensgraf/"
TERMS = st.sampled_from([f"<{BASE}a>", f"<{BASE}b>", '"å\\n"@sv', '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'])
TRIPLES = st.lists(TERMS, max_size=4).map(lambda values: "".join(f"<{BASE}s> <{BASE}p> {v} .\n" for v in values))


def graph(name: str, triples: str) -> ReplaceGraph:
    return ReplaceGraph(Iri(BASE + name), triples.encode())


def content(store: EmbeddedStore) -> dict[str, bytes]:
    return {name: store.read_graph(name) for name in store.graphs()}


@given(st.lists(st.tuples(st.sampled_from("ab"), TRIPLES), max_size=3))
def test_the_first_changes_of_a_store_give_what_the_same_changes_give_later(changes: list[tuple[str, str]]) -> None:
    made = [graph(name, triples) for name, triples in changes]
    with EmbeddedStore() as first, EmbeddedStore() as later:
        first.apply(made)
        later.apply(
            [graph("a", f"<{BASE}s> <{BASE}p> <{BASE}gone> .\n"), graph("c", f"<{BASE}s> <{BASE}p> <{BASE}c> .\n")]
        )
        later.apply([graph("a", ""), graph("c", ""), *made])
        assert content(first) == content(later)


@pytest.mark.parametrize(
    ("triples", "told"),
    [
        (f"<{BASE}s> <{BASE}p> _:someone .\n", "hold a blank node"),
        (f"_:someone <{BASE}p> <{BASE}o> .\n", "hold a blank node"),
        (f'<{BASE}s> <{BASE}p> "text"@sv--ltr .\n', "what RDF 1.1 cannot"),
        ("no triple\n", "are not N-Triples"),
    ],
)
def test_what_the_collection_may_not_hold_is_refused_in_the_first_filling_too(triples: str, told: str) -> None:
    with EmbeddedStore() as store:
        with pytest.raises(InputError, match=told):
            store.apply([graph("a", f"<{BASE}s> <{BASE}p> <{BASE}o> .\n"), graph("b", triples)])
        assert content(store) == {}


def test_a_folder_keeps_what_a_store_in_memory_is_filled_with(tmp_path: Path) -> None:
    made = [graph("a", f'<{BASE}s> <{BASE}p> "å"@sv .\n')]
    with EmbeddedStore() as memory, EmbeddedStore(tmp_path / "kept") as kept:
        memory.apply(made)
        kept.apply(made)
        assert content(memory) == content(kept)
