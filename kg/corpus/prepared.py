"""The shipped collection, validated and indexed when the package is built, so that a service is ready at once.

A prepared index is used only where its digest says that it comes from exactly the files, ontology and code at hand;
otherwise the files are read and validated anew. So it can never say anything that the files do not.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from kg import __version__
from kg.ontology import Ontology
from kg.reading.source import read_bytes
from kg.resources import DATA, prepared_index
from kg.store import Iri, ReplaceGraph, Store

_CONTENTS = "contents.json"


class Prepared(NamedTuple):
    """What was prepared: the graphs of the store, and the version that a store has which holds just them."""

    graphs: list[ReplaceGraph]
    version: str


def collection_digest(ontology: Ontology, paths: Iterable[Path]) -> str:
    """One digest for all that a store's content depends on: version, code, ontology and study files.

    Raises FaultsFound where a file cannot be read.
    """
    parts = [__version__.encode(), _code_digest(), ontology.digest.encode()]
    parts += [read_bytes(path) for path in paths]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


@cache
def _code_digest() -> bytes:
    package = Path(__file__).parents[1]
    found = (file for ending in ("*.py", "*.rq") for file in package.rglob(ending))
    sources = sorted(file for file in found if not file.is_relative_to(package / DATA))
    return hashlib.sha256(b"".join(file.read_bytes() for file in sources)).digest()


def write_prepared(store: Store, digest: str, target: Path) -> None:
    """Writes all graphs of the store to one file, which replaces the target once it is whole."""
    graphs = list(store.graphs())
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".unfinished")
    with ZipFile(unfinished, "w", ZIP_DEFLATED) as archive:
        archive.writestr(_CONTENTS, json.dumps({"digest": digest, "version": store.version, "graphs": graphs}))
        for number, graph in enumerate(graphs):
            archive.writestr(f"{number}.nt", store.read_graph(graph))
    unfinished.replace(target)


def is_prepared(digest: str, source: Path | None = None) -> bool:
    """Whether building the package validated just what has this digest."""
    try:
        with ZipFile(source or prepared_index()) as archive:
            return bool(json.loads(archive.read(_CONTENTS))["digest"] == digest)
    except (OSError, BadZipFile, KeyError, ValueError):
        return False


def read_prepared(digest: str, source: Path | None = None) -> Prepared | None:
    """What the prepared index holds, or None where there is none with this digest or it cannot be read."""
    try:
        with ZipFile(source or prepared_index()) as archive:
            contents = json.loads(archive.read(_CONTENTS))
            if contents["digest"] != digest:
                return None
            graphs = enumerate(contents["graphs"])
            read = [ReplaceGraph(Iri(graph), archive.read(f"{number}.nt")) for number, graph in graphs]
            return Prepared(read, contents["version"])
    except (OSError, BadZipFile, KeyError, ValueError):
        return None
