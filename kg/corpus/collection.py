"""One opened collection: its ontology, its store, and the projections of it that are made once per data version."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

from kg.corpus.files import INDEX, collection_files
from kg.corpus.loading import load_study_files
from kg.corpus.searching import search_records
from kg.errors import InputError
from kg.ontology import Ontology
from kg.search import SearchIndex
from kg.store import EmbeddedStore, Store, text_of

if TYPE_CHECKING:
    from kg.network import Network

_Made = TypeVar("_Made")


class _PerVersion(Generic[_Made]):
    """Something made from the store's data, kept until the data change."""

    def __init__(self, store: Store, make: Callable[[], _Made]) -> None:
        self._store, self._make = store, make
        self._lock = Lock()
        self._kept: tuple[str, _Made] | None = None

    def get(self) -> _Made:
        with self._lock:
            version = self._store.version
            if self._kept is None or self._kept[0] != version:
                self._kept = (version, self._make())
            return self._kept[1]


class Collection:
    """A loaded collection. All its methods may be called from several threads."""

    def __init__(self, ontology: Ontology, store: Store) -> None:
        self.ontology = ontology
        self.store = store
        self._network = _PerVersion(store, lambda: _project(store))
        self._index = _PerVersion(store, lambda: SearchIndex.build(search_records(store, ontology)))

    @property
    def network(self) -> Network:
        """The links with a direction, as a graph."""
        return self._network.get()

    @property
    def search_index(self) -> SearchIndex:
        """The index of everything that can be searched."""
        return self._index.get()

    def count(self, class_name: str) -> int:
        """How many individuals of the class, or of a class below it, the collection holds; 0 for an unknown class."""
        named = self.ontology.class_named(class_name)
        if named is None:
            return 0
        classes = " ".join(f"<{each.iri}>" for each in self.ontology.descendants(named.iri))
        query = f"SELECT (COUNT(DISTINCT ?each) AS ?count) WHERE {{ VALUES ?class {{ {classes} }} ?each a ?class }}"
        return int(text_of(self.store.select(query)[0][0]))

    def close(self) -> None:
        """Lets go of the store."""
        self.store.close()


def _project(store: Store) -> Network:
    # The graph library is imported with the first question that needs it: a start does without it.
    from kg.network import project

    return project(store)


def open_collection(ontology: Ontology, data: Path | None = None, *, time_limit: float = 30.0) -> Collection:
    """The shipped study files and those of the data folder, validated and loaded.

    data: keeps the index between starts and may hold study files of one's own; without it all is in memory.
    time_limit: seconds that one question to the store may take.
    Raises FaultsFound, InputError or StoreUnavailable; then nothing is loaded and nothing stays open.
    """
    paths = collection_files(data)
    store = EmbeddedStore(_index_folder(data), time_limit=time_limit)
    try:
        load_study_files(store, ontology, paths)
    except BaseException:
        store.close()
        raise
    return Collection(ontology, store)


def _index_folder(data: Path | None) -> Path | None:
    if data is None:
        return None
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"the data folder {data} cannot be made: {error.strerror}", remedy="give a folder that can be written"
        ) from error
    return data / INDEX
