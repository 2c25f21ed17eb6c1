"""A collection is loaded whole or not at all, and is read again only when something has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.corpus.collection import Collection, open_collection
from kg.corpus.files import collection_files
from kg.corpus.loading import load_study_files
from kg.corpus.prepared import collection_digest, read_prepared, write_prepared
from kg.errors import FaultsFound, InputError
from kg.store import EmbeddedStore
from kg.terms import DOCUMENT
from tests.collection import shipped_ontology

STUDY = """\
id: document/made-up
type: Document
title: {{en: {title}}}
publicationType: union-column
reviewStatus: not-peer-reviewed
language: sv
sha256: "{zeros}"
characterCount: 100
interests: [union]
canSupport: {{sv: Att något hände., en: That something happened.}}
cannotSupport: {{sv: Varför det hände., en: Why it happened.}}
lineage: made-up
records:
  - id: lineage/made-up
    type: Lineage
    label: {{sv: Påhittad, en: Made up}}
    lineageBasis: single
    reason: {{sv: Bara en röst., en: Only one voice.}}
"""


def study(title: str = "A text") -> str:
    return STUDY.format(title=title, zeros="0" * 64)


@pytest.fixture
def store() -> EmbeddedStore:
    return EmbeddedStore()


def titles(store: EmbeddedStore) -> set[str]:
    return {
        row[0].text for row in store.select(f"SELECT ?t {{ ?d a <{DOCUMENT}> ; <http://purl.org/dc/terms/title> ?t }}")
    }  # type: ignore[union-attr]


def write(folder: Path, text: str, name: str = "made-up.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_each_document_has_a_named_graph_of_its_own(store: EmbeddedStore, tmp_path: Path) -> None:
    load_study_files(store, shipped_ontology(), [write(tmp_path, study())])
    assert "https://w3id.org/evidensgraf/document/made-up" in store.graphs()


def test_one_fault_in_one_file_leaves_the_store_as_it_was(store: EmbeddedStore, tmp_path: Path) -> None:
    load_study_files(store, shipped_ontology(), [write(tmp_path, study("Before"))])
    sound = write(tmp_path, study("After"))
    faulty = study().replace("document/made-up", "document/faulty").replace("[union]", "[unoin]")
    broken = write(tmp_path, faulty.split("records:")[0], "broken.yaml")
    with pytest.raises(FaultsFound, match="unoin"):
        load_study_files(store, shipped_ontology(), [sound, broken])
    assert titles(store) == {"Before"}


def test_what_is_loaded_already_is_not_read_again(store: EmbeddedStore, tmp_path: Path) -> None:
    file = write(tmp_path, study())
    assert load_study_files(store, shipped_ontology(), [file]) is True
    assert load_study_files(store, shipped_ontology(), [file]) is False


def test_a_changed_file_replaces_what_it_said_before(store: EmbeddedStore, tmp_path: Path) -> None:
    load_study_files(store, shipped_ontology(), [write(tmp_path, study("Before"))])
    load_study_files(store, shipped_ontology(), [write(tmp_path, study("After"))])
    assert titles(store) == {"After"}


def test_a_file_that_is_gone_takes_its_document_with_it(store: EmbeddedStore, tmp_path: Path) -> None:
    load_study_files(store, shipped_ontology(), [write(tmp_path, study())])
    load_study_files(store, shipped_ontology(), [])
    assert titles(store) == set()


def test_a_prepared_index_says_exactly_what_the_files_say(store: EmbeddedStore, tmp_path: Path) -> None:
    files = [write(tmp_path, study())]
    digest = collection_digest(shipped_ontology(), files)
    load_study_files(store, shipped_ontology(), files)
    write_prepared(store, digest, tmp_path / "prepared.zip")
    prepared = read_prepared(digest, tmp_path / "prepared.zip")
    assert prepared is not None
    with EmbeddedStore() as other:
        other.apply(prepared.graphs)
        assert other.version == prepared.version
        assert {graph: other.read_graph(graph) for graph in other.graphs()} == {
            graph: store.read_graph(graph) for graph in store.graphs()
        }


def test_a_prepared_index_of_other_files_or_a_damaged_one_is_not_used(store: EmbeddedStore, tmp_path: Path) -> None:
    write_prepared(store, "of other files", tmp_path / "prepared.zip")
    assert read_prepared("of these files", tmp_path / "prepared.zip") is None
    (tmp_path / "prepared.zip").write_bytes(b"PK damaged")
    assert read_prepared("of other files", tmp_path / "prepared.zip") is None


def test_a_data_folder_adds_studies_and_revises_shipped_ones_by_name(tmp_path: Path) -> None:
    shipped = collection_files(None)
    write(tmp_path / "studies", study())
    revised = write(tmp_path / "studies", "id: document/x", shipped[0].name)
    files = collection_files(tmp_path)
    assert len(files) == len(shipped) + 1
    assert revised in files
    assert shipped[0] not in files


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not a folder"):
        collection_files(write(tmp_path, "text"))


def test_a_data_folder_keeps_its_index_between_openings(tmp_path: Path) -> None:
    write(tmp_path / "studies", study())
    for _ in range(2):
        opened = open_collection(shipped_ontology(), tmp_path)
        assert (opened.count("Document"), opened.count("Unheard")) == (len(collection_files(tmp_path)), 0)
        opened.close()


def test_the_version_names_the_data_wherever_and_whenever_they_are_opened(tmp_path: Path) -> None:
    versions = set()
    for folder in (None, tmp_path, tmp_path):
        opened = open_collection(shipped_ontology(), folder)
        versions.add(opened.store.version)
        opened.close()
    assert len(versions) == 1


def test_what_is_made_from_the_data_is_made_again_only_when_they_change(tmp_path: Path) -> None:
    store = EmbeddedStore()
    load_study_files(store, shipped_ontology(), [write(tmp_path, study("A text on bridges"))])
    collection = Collection(shipped_ontology(), store)
    index = collection.search_index
    assert collection.search_index is index
    load_study_files(store, shipped_ontology(), [write(tmp_path, study("A text on rivers"))])
    assert collection.search_index is not index
    assert [hit.matched.text for hit in collection.search_index.search("rivers").hits] == ["A text on rivers"]


def test_studies_that_are_no_folder_are_refused_rather_than_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "text", "studies")
    with pytest.raises(InputError, match="cannot be read"):
        collection_files(tmp_path)


def test_a_study_file_beside_the_folder_of_study_files_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    write(tmp_path, study())
    with pytest.raises(InputError, match=r"made-up\.yaml is not read where it lies"):
        collection_files(tmp_path)


def test_a_file_that_contradicts_a_shipped_one_is_refused_though_the_shipped_ones_are_known_to_be_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.corpus.loading.is_prepared", lambda digest: True)
    record = "  - id: lineage/svt\n    type: Lineage\n    lineageBasis: same-data\n"
    write(tmp_path / "studies", study() + record)
    with pytest.raises(FaultsFound, match=r"`lineageBasis` is `same-data` here but `single` in"):
        open_collection(shipped_ontology(), tmp_path)


def test_where_a_shipped_file_is_replaced_what_the_others_lose_by_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.corpus.loading.is_prepared", lambda digest: True)
    replaced = next(file for file in collection_files(None) if file.name.startswith("kommunerna"))
    write(tmp_path / "studies", study(), replaced.name)
    with pytest.raises(FaultsFound, match="evidensgraf"):
        open_collection(shipped_ontology(), tmp_path)
