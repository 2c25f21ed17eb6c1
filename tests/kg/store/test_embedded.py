"""The embedded store keeps the promises of the door, in memory and on disk."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from kg.errors import InputError, StoreUnavailable, TimeLimitReached, UnknownIdentifier
from kg.store import DropGraph, EmbeddedStore, Iri, Literal, ReplaceGraph, StoreCall

STUDY = Iri("https://example.org/graph/study")
OTHER = Iri("https://example.org/graph/other")
LABEL = "https://example.org/label"
ALL = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?o"


def triple(thing: str, label: str = '"stöd"@sv') -> bytes:
    return f"<https://example.org/{thing}> <{LABEL}> {label} .\n".encode()


def row(thing: str, text: str = "stöd") -> tuple[Iri, Iri, Literal]:
    language_string = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")
    return Iri(f"https://example.org/{thing}"), Iri(LABEL), Literal(text, language_string, "sv")


@pytest.fixture(params=["in memory", "on disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EmbeddedStore]:
    with EmbeddedStore(tmp_path / "store" if request.param == "on disk" else None) as opened:
        yield opened


def test_a_new_store_holds_nothing(store: EmbeddedStore) -> None:
    assert store.select(ALL) == []
    assert store.graphs() == {}


def test_what_was_put_in_a_graph_comes_out_as_rows_in_solution_order(store: EmbeddedStore) -> None:
    store.apply([ReplaceGraph(STUDY, triple("b") + triple("a"))])
    assert store.select(ALL) == [row("a"), row("b")]


def test_an_unbound_variable_is_none_and_values_follow_the_order_of_select(store: EmbeddedStore) -> None:
    rows = store.select("SELECT ?second ?none ?first { VALUES (?first ?second) { (1 <https://example.org/x>) } }")
    integer = Iri("http://www.w3.org/2001/XMLSchema#integer")
    assert rows == [(Iri("https://example.org/x"), None, Literal("1", integer))]


def test_a_query_without_a_graph_asks_all_named_graphs(store: EmbeddedStore) -> None:
    store.apply([ReplaceGraph(STUDY, triple("a")), ReplaceGraph(OTHER, triple("b"))])
    assert store.select(ALL) == [row("a"), row("b")]
    assert store.select(f"SELECT ?s ?p ?o {{ GRAPH <{OTHER}> {{ ?s ?p ?o }} }}") == [row("b")]


def test_from_narrows_a_query_to_the_graphs_it_names(store: EmbeddedStore) -> None:
    store.apply([ReplaceGraph(STUDY, triple("a")), ReplaceGraph(OTHER, triple("b"))])
    assert store.select(f"SELECT ?s ?p ?o FROM <{STUDY}> {{ ?s ?p ?o }}") == [row("a")]


def test_replacing_a_graph_leaves_nothing_of_what_it_held(store: EmbeddedStore) -> None:
    store.apply([ReplaceGraph(STUDY, triple("old")), ReplaceGraph(OTHER, triple("kept"))])
    store.apply([ReplaceGraph(STUDY, triple("new"))])
    assert store.select(ALL) == [row("kept"), row("new")]


def test_a_dropped_graph_is_gone_and_may_be_dropped_again(store: EmbeddedStore) -> None:
    store.apply([ReplaceGraph(STUDY, triple("a"))])
    store.apply([DropGraph(STUDY), DropGraph(STUDY)])
    assert store.graphs() == {}
    assert store.read_graph(STUDY) == b""


def test_a_graph_without_triples_is_not_there(store: EmbeddedStore) -> None:
    store.apply([ReplaceGraph(STUDY, triple("a"))])
    store.apply([ReplaceGraph(STUDY, b"# nothing but a comment")])
    assert store.graphs() == {}


def test_changes_are_made_in_their_order(store: EmbeddedStore) -> None:
    store.apply([ReplaceGraph(STUDY, triple("a")), DropGraph(STUDY), ReplaceGraph(STUDY, triple("b"))])
    assert store.select(ALL) == [row("b")]


def test_graphs_are_counted_and_sorted_by_name(store: EmbeddedStore) -> None:
    store.apply([ReplaceGraph(STUDY, triple("a") + triple("b")), ReplaceGraph(OTHER, triple("a"))])
    assert list(store.graphs().items()) == [(OTHER, 1), (STUDY, 2)]


def test_a_graph_is_read_back_as_sorted_lines(store: EmbeddedStore) -> None:
    store.apply([ReplaceGraph(STUDY, triple("b") + triple("a") + triple("b"))])
    assert store.read_graph(STUDY) == triple("a") + triple("b")


def test_ask_and_construct_answer_in_their_own_forms(store: EmbeddedStore) -> None:
    store.apply([ReplaceGraph(STUDY, triple("a")), ReplaceGraph(OTHER, triple("a"))])
    assert store.ask("ASK { ?s ?p ?o }")
    assert not store.ask("ASK { ?s ?s ?o }")
    assert store.construct("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }") == triple("a")


@pytest.mark.parametrize(
    ("faulty", "reason"),
    [
        (b"<https://example.org/a> <https://example.org/p> .\n", "are not N-Triples"),
        (b"<a> <https://example.org/p> <https://example.org/b> .\n", "are not N-Triples"),
        (b"\xff", "are not N-Triples"),
        (b'<a:a> <a:p> "x" . } }; DROP ALL #', "are not N-Triples"),
        (b'_:thing <https://example.org/p> "x" .\n', "hold a blank node"),
        (b"<https://example.org/a> <https://example.org/p> _:thing .\n", "hold a blank node"),
        (b'<a:a> <a:p> <<( <a:a> <a:p> "x" )>> .\n', "what RDF 1.1 cannot"),
        (b'<a:a> <a:p> "x"@sv--ltr .\n', "what RDF 1.1 cannot"),
    ],
)
def test_one_faulty_change_leaves_all_changes_undone(store: EmbeddedStore, faulty: bytes, reason: str) -> None:
    store.apply([ReplaceGraph(STUDY, triple("before"))])
    before = store.version
    with pytest.raises(InputError, match=reason):
        store.apply([ReplaceGraph(STUDY, triple("after")), ReplaceGraph(OTHER, faulty)])
    assert store.select(ALL) == [row("before")]
    assert store.version == before


def test_a_graph_name_that_is_no_iri_is_refused(store: EmbeddedStore) -> None:
    with pytest.raises(UnknownIdentifier):
        store.apply([ReplaceGraph(Iri("a:a> {} }; DROP ALL; CREATE GRAPH <b:b"), triple("a"))])
    assert store.graphs() == {}


def test_a_change_the_engine_refuses_half_way_leaves_the_first_undone(store: EmbeddedStore) -> None:
    # The text passes the door's own checks; only the engine finds the second graph's name faulty.
    with pytest.raises(InputError):
        store.apply([ReplaceGraph(STUDY, triple("a")), DropGraph(Iri("https://[not-a-host/"))])
    assert store.graphs() == {}


def test_the_version_changes_when_the_data_do_and_comes_back_with_them(store: EmbeddedStore) -> None:
    empty = store.version
    store.apply([ReplaceGraph(STUDY, triple("a"))])
    with_a = store.version
    store.select(ALL)
    assert store.version == with_a
    store.apply([ReplaceGraph(STUDY, triple("b"))])
    with_b = store.version
    store.apply([DropGraph(STUDY)])
    assert store.version == empty
    assert len({empty, with_a, with_b}) == 3


def test_two_stores_with_the_same_data_have_the_same_version(store: EmbeddedStore) -> None:
    store.apply([ReplaceGraph(STUDY, triple("a") + triple("b")), ReplaceGraph(OTHER, triple("c"))])
    with EmbeddedStore() as other:
        other.apply([ReplaceGraph(OTHER, triple("c"))])
        assert other.version != store.version
        other.apply([ReplaceGraph(STUDY, triple("b") + triple("a"))])
        assert other.version == store.version


def test_the_same_triples_in_another_graph_are_other_data(store: EmbeddedStore) -> None:
    store.apply([ReplaceGraph(STUDY, triple("a"))])
    before = store.version
    store.apply([DropGraph(STUDY), ReplaceGraph(OTHER, triple("a"))])
    assert store.version != before


def test_the_graph_that_keeps_books_does_not_count_in_the_version(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "store", books=OTHER) as store:
        store.apply([ReplaceGraph(STUDY, triple("a"))])
        before = store.version
        store.apply([ReplaceGraph(OTHER, triple("filled-now"))])
        assert store.version == before
    with EmbeddedStore(tmp_path / "store") as store:
        assert store.version != before


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <a:p> 1 }",
        "DROP ALL",
        "CLEAR DEFAULT",
        "LOAD <https://example.org/data>",
        "ASK {}",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "SELECT ?x {",
        "SELECT (BNODE() AS ?x) {}",
        "SELECT ('\ud800' AS ?x) {}",
        "",
    ],
)
def test_select_refuses_all_but_select_queries(store: EmbeddedStore, query: str) -> None:
    store.apply([ReplaceGraph(STUDY, triple("a"))])
    with pytest.raises(InputError):
        store.select(query)
    assert store.graphs() == {STUDY: 1}


def test_a_query_over_its_time_limit_is_stopped() -> None:
    many = b"".join(triple(f"thing{number}") for number in range(300))
    with EmbeddedStore() as store:
        store.apply([ReplaceGraph(STUDY, many)])
        product = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
        with pytest.raises(TimeLimitReached, match=r"0\.05 seconds"):
            store.select(f"SELECT ?a ?d ?g {product}", time_limit=0.05)
        with pytest.raises(TimeLimitReached):
            store.construct(f"CONSTRUCT {{ ?a ?e ?g }} {product}", time_limit=0.05)
        with pytest.raises(TimeLimitReached):
            store.ask("ASK {}", time_limit=-1)


def test_the_stores_own_time_limit_holds_where_a_query_brings_none() -> None:
    with EmbeddedStore(time_limit=-1) as store, pytest.raises(TimeLimitReached):
        store.select("SELECT ?x { VALUES ?x { 1 2 } }")


def test_no_query_reaches_the_network() -> None:
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def handle(self) -> None:
            asked.append(str(self.client_address))

    with HTTPServer(("127.0.0.1", 0), Listener) as server, EmbeddedStore() as store:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/sparql"
        for query in (
            f"SELECT ?s {{ SERVICE <{address}> {{ ?s ?p ?o }} }}",
            f"SELECT ?s {{ service silent <{address}> {{ ?s ?p ?o }} }}",
            f"SELECT ?s FROM <{address}> {{ ?s ?p ?o }}",
            f"SELECT ?s FROM NAMED <{address}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        ):
            with pytest.raises(InputError):
                store.select(query)
        server.shutdown()
    assert asked == []


def test_observers_are_told_of_every_call_while_they_watch() -> None:
    seen: list[StoreCall] = []
    with EmbeddedStore() as store:
        store.ask("ASK {}")
        with store.observe(seen.append):
            store.apply([ReplaceGraph(STUDY, triple("a"))])
            store.select(ALL)
            with pytest.raises(InputError):
                store.select("nonsense")
        store.select(ALL)
    assert [(call.kind, call.text) for call in seen[1:]] == [("select", ALL), ("select", "nonsense")]
    assert seen[0].kind == "apply"
    assert all(call.seconds >= 0 for call in seen)


def test_a_reopened_folder_shows_what_was_there(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "store") as store:
        store.apply([ReplaceGraph(STUDY, triple("a")), ReplaceGraph(OTHER, triple("b"))])
        with pytest.raises(InputError):
            store.apply([DropGraph(STUDY), ReplaceGraph(OTHER, b"nonsense")])
    with EmbeddedStore(tmp_path / "store") as store:
        assert store.select(ALL) == [row("a"), row("b")]


def test_what_was_applied_survives_a_killed_process(tmp_path: Path) -> None:
    script = """
import os, signal, sys
from pathlib import Path
from kg.store import EmbeddedStore, Iri, ReplaceGraph
store = EmbeddedStore(Path(sys.argv[1]))
store.apply([ReplaceGraph(Iri(sys.argv[2]), sys.argv[3].encode())])
os.kill(os.getpid(), signal.SIGKILL)
"""
    arguments = [sys.executable, "-c", script, str(tmp_path / "store"), STUDY, triple("a").decode()]
    killed = subprocess.run(arguments, check=False, cwd=Path(__file__).parents[3])
    assert killed.returncode == -9
    with EmbeddedStore(tmp_path / "store") as store:
        assert store.select(ALL) == [row("a")]


def test_a_folder_that_another_store_holds_is_refused_until_it_is_closed(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "store"), pytest.raises(StoreUnavailable, match="held by another") as refused:
        EmbeddedStore(tmp_path / "store")
    assert refused.value.remedy
    EmbeddedStore(tmp_path / "store").close()


def test_a_folder_with_other_files_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StoreUnavailable, match="not a store's"):
        EmbeddedStore(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_or_a_damaged_folder_cannot_be_opened(tmp_path: Path) -> None:
    file = tmp_path / "block"
    file.write_text("mine")
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    (damaged / "CURRENT").write_text("garbage")
    for path in (file, damaged, file / "below"):
        with pytest.raises(StoreUnavailable, match="cannot be opened") as refused:
            EmbeddedStore(path)
        assert refused.value.remedy


def test_a_closed_store_could_not_look(store: EmbeddedStore) -> None:
    store.close()
    store.close()
    for act in (
        lambda: store.select(ALL),
        lambda: store.ask("ASK {}"),
        lambda: store.construct("CONSTRUCT WHERE { ?s ?p ?o }"),
        lambda: store.apply([DropGraph(STUDY)]),
        store.graphs,
        lambda: store.read_graph(STUDY),
    ):
        with pytest.raises(StoreUnavailable, match="closed"):
            act()


def test_readers_see_all_of_a_change_or_nothing_of_it() -> None:
    first, second = triple("a") + triple("b"), triple("c") + triple("d")
    seen: set[tuple[str, ...]] = set()
    with EmbeddedStore() as store:
        store.apply([ReplaceGraph(STUDY, first)])

        def write() -> None:
            for number in range(100):
                store.apply([ReplaceGraph(STUDY, (second, first)[number % 2])])

        writer = threading.Thread(target=write)
        writer.start()
        while writer.is_alive():
            seen.add(tuple(str(each[0])[-1] for each in store.select(ALL)))
        writer.join()
    assert seen <= {("a", "b"), ("c", "d")}
