"""Opens pyoxigraph and puts its errors in this project's words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph

from kg.errors import InputError, StoreUnavailable

# The file by which RocksDB, on which pyoxigraph stands, knows its own folders.
_MARK = "CURRENT"


def open_engine(folder: Path | None) -> pyoxigraph.Store:
    """The engine in memory, or in the folder, which is created if need be.

    Raises StoreUnavailable when another process holds the folder, when it holds anything but a store, and when it
    cannot be read or written.
    """
    if folder is None:
        return pyoxigraph.Store()
    try:
        _refuse_others_folder(folder)
        return pyoxigraph.Store(folder)
    except (OSError, RuntimeError) as error:
        raise _unopened(folder, str(error)) from None


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turns what the engine raises into InputError (the text is at fault) or StoreUnavailable (the engine is)."""
    try:
        yield
    except SyntaxError as error:
        raise InputError(f"this is not SPARQL 1.1: {_first_line(error.msg)}") from None
    except ValueError as error:
        raise InputError(f"the engine cannot take this text: {_first_line(str(error))}") from None
    except (OSError, RuntimeError) as error:
        raise StoreUnavailable(f"the store could not answer: {_first_line(str(error))}") from None


def _refuse_others_folder(folder: Path) -> None:
    """An engine would put its files among whatever lies there."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / _MARK).exists():
        raise StoreUnavailable(
            f"{folder} holds files that are not a store's",
            remedy="Name a new or empty folder for the store.",
        )


def _unopened(folder: Path, reason: str) -> StoreUnavailable:
    if "lock hold" in reason or "lock file" in reason:
        return StoreUnavailable(
            f"{folder} is held by another process",
            remedy="Stop the other process that uses this folder, or name another folder.",
        )
    return StoreUnavailable(
        f"the store in {folder} cannot be opened: {_first_line(reason)}",
        remedy="Check that the folder can be read and written. If it is damaged, remove it: it can be built again.",
    )


def _first_line(message: str) -> str:
    return message.partition("\n")[0][:300]
