"""A folder of texts, each known by the SHA-256 of its bytes. File names mean nothing, and nothing is written.

What stands at a place of a text is left to `finding` and `verification`.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from kg.errors import DocumentUnavailable, InputError, LimitExceeded
from kg.passages.passage import check_digest

SIZE_LIMIT = 32 * 1024 * 1024
"""Bytes of the largest file that is read as a text."""

FILE_LIMIT = 10_000
"""Files of the largest folder that is searched for texts."""

_State = tuple[int, int]
_SAVE_AS_UTF8 = "Save the text as UTF-8."


class Library:
    """The texts in one folder, not in folders below it. Only regular files count, not links.

    folder: is searched when a text is asked for that is not known yet, and files are read again only when their size
    or time has changed. size_limit: bytes; larger files are passed over. Raises InputError when the folder is not
    there, is no folder, or cannot be read.
    """

    def __init__(self, folder: Path, *, size_limit: int = SIZE_LIMIT) -> None:
        self._folder = folder
        self._size_limit = size_limit
        self._digests: dict[Path, tuple[_State, str]] = {}
        self._read = lru_cache(maxsize=16)(_read_known)
        self._search()

    def digests(self) -> frozenset[str]:
        """The digests of all files of the folder as it is now."""
        self._search()
        return frozenset(digest for _, digest in self._digests.values())

    def text(self, digest: str) -> str:
        """The text whose bytes have this SHA-256 (64 lower-case hexadecimal digits), decoded and otherwise untouched.

        Raises DocumentUnavailable when no file has it or when that file is not UTF-8; InputError when it is no digest.
        """
        check_digest(digest)
        known = self._path_of(digest)
        if known is not None:
            # The file may have gone or changed since it was found; the text may stand in another one by now.
            with suppress(DocumentUnavailable):
                return self._read(known, digest)
        self._search()
        path = self._path_of(digest)
        if path is None:
            raise DocumentUnavailable(
                f"no text in {self._folder} has the digest {digest}",
                remedy=f"Put the text's file, unchanged and at most {self._size_limit} bytes, in the folder.",
            )
        return self._read(path, digest)

    def _path_of(self, digest: str) -> Path | None:
        return next((path for path, (_, known) in self._digests.items() if known == digest), None)

    def _search(self) -> None:
        """Looks at every file, and reads those that are new or changed."""
        found: dict[Path, tuple[_State, str]] = {}
        for path, state in self._files():
            known = self._digests.get(path)
            digest = known[1] if known and known[0] == state else _file_digest(path)
            if digest is not None:
                found[path] = (state, digest)
        self._digests = found

    def _files(self) -> Iterator[tuple[Path, _State]]:
        try:
            with os.scandir(self._folder) as entries:
                for count, entry in enumerate(entries, start=1):
                    if count > FILE_LIMIT:
                        raise InputError(f"{self._folder} holds more than {FILE_LIMIT} files")
                    if entry.is_file(follow_symlinks=False) and entry.stat().st_size <= self._size_limit:
                        yield Path(entry.path), (entry.stat().st_mtime_ns, entry.stat().st_size)
        except OSError as error:
            raise InputError(
                f"the folder of texts {self._folder} cannot be read: {error.strerror}",
                remedy="Name a folder that holds the texts.",
            ) from None


def _file_digest(path: Path) -> str | None:
    """None where the file cannot be read, so that one such file does not hide the others."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _read_known(path: Path, digest: str) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DocumentUnavailable(f"{path} cannot be read: {error.strerror}") from None
    if hashlib.sha256(content).hexdigest() != digest:
        raise DocumentUnavailable(f"{path} has changed while it was read", remedy="Try again.")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise DocumentUnavailable(_not_utf8(path, error), remedy=_SAVE_AS_UTF8) from None


def read_text(path: Path) -> str:
    """The text of one file, decoded as UTF-8 and otherwise untouched.

    Raises InputError where it cannot be read or is not UTF-8, LimitExceeded where it is larger than SIZE_LIMIT.
    """
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT + 1)
        if len(content) > SIZE_LIMIT:
            raise LimitExceeded(f"{path} is larger than {SIZE_LIMIT:,} bytes", remedy="Name the file of a text.")
        return content.decode()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}", remedy="Name the file of a text.") from None
    except UnicodeDecodeError as error:
        raise InputError(_not_utf8(path, error), remedy=_SAVE_AS_UTF8) from None


def _not_utf8(path: Path, error: UnicodeDecodeError) -> str:
    return f"{path} is not UTF-8: byte {error.start} cannot be decoded"
