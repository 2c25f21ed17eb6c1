"""Where the shipped ontology and study files are, in a checkout and in an installed wheel alike.

The wheel carries both folders below `kg/data/`; a checkout has them beside `kg/`.
"""

from __future__ import annotations

from pathlib import Path

DATA = "data"
"""The folder below `kg/` that holds no code: what building the package puts there."""

_PACKAGED = Path(__file__).parent / DATA
_CHECKOUT = Path(__file__).parent.parent


def _folder(name: str) -> Path:
    packaged = _PACKAGED / name
    return packaged if packaged.is_dir() else _CHECKOUT / name


def ontology_folder() -> Path:
    """The folder of the shipped ontology (`core.ttl`, `schemes/`, `shapes/` …)."""
    return _folder("ontology")


def seeds_folder() -> Path:
    """The folder of the shipped study files, one per document."""
    return _folder("seeds")


def prepared_ontology() -> Path:
    """The file that holds the shipped ontology's graph, where building the package has made it."""
    return _PACKAGED / "ontology.json"


def prepared_index() -> Path:
    """The file that holds the shipped collection validated and indexed, where building the package has made it."""
    return _PACKAGED / "collection.zip"
