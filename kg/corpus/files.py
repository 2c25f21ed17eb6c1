"""Which study files make up the collection."""

from __future__ import annotations

from pathlib import Path

from kg.errors import InputError
from kg.resources import seeds_folder

STUDIES, INDEX = "studies", "index"
"""Folders of a data folder: the researcher's own study files, and the store's index of the whole collection."""

_ENDINGS = (".yaml", ".yml")


def collection_files(data: Path | None) -> tuple[Path, ...]:
    """The shipped study files and those in `data/studies`, sorted by name within each folder.

    A file of the data folder that has the name of a shipped one stands in its place: this is how a study is revised.
    Raises InputError where the data folder or its `studies` is not a folder, or cannot be read.
    """
    shipped = {file.name: file for file in _study_files(seeds_folder())}
    if data is None:
        return tuple(shipped.values())
    return tuple({**shipped, **{file.name: file for file in own_files(data)}}.values())


def own_files(data: Path) -> list[Path]:
    """The study files in `data/studies`, sorted by name; none where that folder is not there.

    Raises InputError where the data folder or its `studies` is not a folder or cannot be read, and where study files
    lie beside `studies` instead of in it: they would be passed over.
    """
    if not data.exists():
        return []
    if not data.is_dir():
        raise InputError(
            f"the data folder {data} is not a folder", remedy="give a folder, or a path where one can be made"
        )
    beside = _study_files(data)
    if beside:
        raise InputError(f"{beside[0]} is not read where it lies", remedy=f"move study files into {data / STUDIES}")
    return _study_files(data / STUDIES) if (data / STUDIES).exists() else []


def _study_files(folder: Path) -> list[Path]:
    """By listing the folder: a search by pattern passes over a folder that it may not read."""
    try:
        return sorted(file for file in folder.iterdir() if file.suffix in _ENDINGS and file.is_file())
    except OSError as error:
        raise InputError(
            f"the folder of study files {folder} cannot be read: {error.strerror}",
            remedy="give a folder that can be read",
        ) from error
