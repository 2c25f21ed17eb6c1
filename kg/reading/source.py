"""From a file to its text. Size, encoding and characters are judged here, before any parser sees them."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from kg.errors import Fault, FaultsFound

MAXIMUM_BYTES: Final = 5 * 1024 * 1024
"""The largest study file that is read. Eight hundred claims take about one tenth of it."""

_OTHER_ENCODINGS: Final = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
"""Marks at a file's start, the longer first, since UTF-32's begins with UTF-16's."""

_UNWANTED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Control characters, and line breaks on which editors do not agree: a line number would mean different lines."""


def read_bytes(path: Path) -> bytes:
    """The content of a file, at most one byte more than the limit. Raises FaultsFound where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(MAXIMUM_BYTES + 1)
    except OSError as error:
        problem = f"the file cannot be read: {error.strerror}"
    except ValueError:
        problem = "the file cannot be read: its name is not one that a file can have"
    raise FaultsFound([Fault(str(path), 0, 0, "", problem, "the path of a study file")])


def decode(name: str, data: bytes) -> str:
    """The text of a file's bytes, without a leading byte-order mark.

    Raises FaultsFound where the file is too large, is not UTF-8, or holds a control character.
    """
    if len(data) > MAXIMUM_BYTES:
        limit = f"at most 5 MiB ({MAXIMUM_BYTES:,} bytes); split the document's text into parts"
        raise FaultsFound([Fault(name, 0, 0, "", "the file is too large", limit)])
    _refuse_other_encodings(name, data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FaultsFound([_undecodable(name, data, error)]) from None
    found = find_unwanted(text)
    if found:
        problem = f"the character U+{ord(found[0]):04X} is a control character"
        cure = "printable characters, tabs and ordinary line breaks; delete it"
        raise FaultsFound([Fault(name, *_place(text[: found.start()]), "", problem, cure)])
    return text


def find_unwanted(text: str) -> re.Match[str] | None:
    """The first character of a text that no study file may hold, or None."""
    return _UNWANTED.search(text)


def _refuse_other_encodings(name: str, data: bytes) -> None:
    for mark, encoding in _OTHER_ENCODINGS.items():
        if data.startswith(mark):
            problem = f"the file is in {encoding}"
            raise FaultsFound([Fault(name, 0, 0, "", problem, "UTF-8; save the file again with that encoding")])


def _undecodable(name: str, data: bytes, error: UnicodeDecodeError) -> Fault:
    before = data[: error.start].decode("utf-8-sig", errors="replace")
    problem = f"the file is not UTF-8: the byte 0x{data[error.start]:02X} begins no character"
    return Fault(name, *_place(before), "", problem, "UTF-8; save the file again with that encoding")


def _place(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
