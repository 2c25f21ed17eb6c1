"""One opened collection: its ontology, its store, and the projections of it that are made once per data version."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from weakref import WeakKeyDictionary

from kg.corpus.files import INDEX, collection_files
from kg.corpus.loading import load_study_files
from kg.corpus.searching import search_records
from kg.errors import InputError
from kg.ontology import Ontology
from kg.search import SearchIndex
from kg.store import EmbeddedStore, Store, text_of
from kg.terms import MANIFEST_GRAPH

if TYPE_CHECKING:
    from kg.evidence import EvidenceFloor
    from kg.links import SupportRules
    from kg.questions import Assessed, Evidence

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


class _Remembered:
    """What was made of one data version, the longest unused forgotten first."""

    def __init__(self, store: Store, most: int) -> None:
        self._store, self._most = store, most
        self._lock = Lock()
        self._version = ""
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], _Made], keep: Callable[[_Made], bool] = lambda made: True) -> _Made:
        """What was made for the key before in this version, else what is made now, kept if `keep` says so."""
        with self._lock:
            version = self._store.version
            if version != self._version:
                self._version = version
                self._kept.clear()
            if key in self._kept:
                self._kept.move_to_end(key)
                found: _Made = self._kept[key]
                return found
        made = make()
        with self._lock:
            if version == self._version and keep(made):
                self._kept[key] = made
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return made


_MOST_READ = 16
"""Tables read from the store that are kept of one data version."""
_MOST_ASSESSED = 8
"""Floors and rules for which all links are kept. Each is as large as the collection."""
_MOST_ANSWERS = 16
"""Answers that are kept for one floor and its rules. Each may be as long as a search may get."""


class Collection:
    """A loaded collection. All its methods may be called from several threads."""

    def __init__(self, ontology: Ontology, store: Store) -> None:
        self.ontology = ontology
        self.store = store
        self._evidence = _PerVersion(store, lambda: _read_evidence(store, ontology))
        self._read = _Remembered(store, _MOST_READ)
        self._assessed = _Remembered(store, _MOST_ASSESSED)
        self._answers: WeakKeyDictionary[Assessed, _Remembered] = WeakKeyDictionary()
        self._lock = Lock()
        self._index = _PerVersion(store, lambda: SearchIndex.build(search_records(store, ontology)))

    @property
    def evidence(self) -> Evidence:
        """All claims and concepts, as graph questions need them."""
        return self._evidence.get()

    def assessed(self, floor: EvidenceFloor | None = None, rules: SupportRules | None = None) -> Assessed:
        """What the evidence amounts to above a floor and under given rules; without them, all of it as it is."""
        evidence = self.evidence
        if floor is None and rules is None:
            return evidence.whole
        from kg.evidence import NO_FLOOR

        # With the evidence itself in the key, what was made of an older version is never given for a newer one.
        key = (evidence, floor, repr(rules))
        return self._assessed.get(key, lambda: evidence.assess(floor or NO_FLOOR, rules))

    def read(self, name: str, make: Callable[[], _Made]) -> _Made:
        """What `make` reads from the store, read once per data version."""
        return self._read.get(name, make)

    def answer(
        self, assessed: Assessed, key: Hashable, make: Callable[[], _Made], keep: Callable[[_Made], bool]
    ) -> _Made:
        """What `make` finds in assessed evidence, found once for a key and forgotten with the evidence.

        keep: whether what was found may be given again.
        """
        with self._lock:
            answers = self._answers.setdefault(assessed, _Remembered(self.store, _MOST_ANSWERS))
        return answers.get(key, make, keep)

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


def _read_evidence(store: Store, ontology: Ontology) -> Evidence:
    # The graph library is imported with the first question that needs it: a start does without it.
    from kg.questions import read_evidence

    return read_evidence(store, ontology)


def open_collection(ontology: Ontology, data: Path | None = None, *, time_limit: float = 30.0) -> Collection:
    """The shipped study files and those of the data folder, validated and loaded.

    data: keeps the index between starts and may hold study files of one's own; without it all is in memory.
    time_limit: seconds that one question to the store may take.
    Raises FaultsFound, InputError or StoreUnavailable; then nothing is loaded and nothing stays open.
    """
    paths = collection_files(data)
    store = EmbeddedStore(_index_folder(data), time_limit=time_limit, books=MANIFEST_GRAPH)
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
