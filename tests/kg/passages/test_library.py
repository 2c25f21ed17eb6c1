"""A folder of texts knows each by its digest, and says plainly what it cannot give."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kg.errors import DocumentUnavailable, InputError, LimitExceeded
from kg.passages import Library, read_text
from kg.passages.library import SIZE_LIMIT


def put(folder: Path, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def test_a_text_is_found_by_its_digest_whatever_its_name(tmp_path: Path) -> None:
    digest = put(tmp_path, "no extension", "Stöd".encode())
    assert Library(tmp_path).text(digest) == "Stöd"


def test_a_text_is_given_with_every_character_it_has(tmp_path: Path) -> None:
    content = "\ufeffrad\r\nrad\u2028\n".encode()
    digest = put(tmp_path, "a", content)
    assert Library(tmp_path).text(digest).encode() == content


def test_texts_that_come_change_and_go_are_noticed(tmp_path: Path) -> None:
    library = Library(tmp_path)
    first = put(tmp_path, "a", b"first")
    assert library.text(first) == "first"
    second = put(tmp_path, "a", b"second!")
    assert library.text(second) == "second!"
    assert library.digests() == {second}
    with pytest.raises(DocumentUnavailable):
        library.text(first)
    (tmp_path / "a").unlink()
    assert library.digests() == frozenset()


def test_only_regular_files_of_the_folder_itself_are_texts(tmp_path: Path) -> None:
    below = tmp_path / "texts" / "below"
    below.mkdir(parents=True)
    digest = put(below, "a", b"text")
    (tmp_path / "texts" / "link").symlink_to(below / "a")
    with pytest.raises(DocumentUnavailable, match=digest):
        Library(tmp_path / "texts").text(digest)


def test_a_file_over_the_size_limit_is_passed_over(tmp_path: Path) -> None:
    small, large = put(tmp_path, "small", b"1234"), put(tmp_path, "large", b"12345")
    library = Library(tmp_path, size_limit=4)
    assert library.digests() == {small}
    with pytest.raises(DocumentUnavailable) as refused:
        library.text(large)
    assert "4 bytes" in refused.value.remedy


def test_a_text_that_is_not_utf_8_is_unavailable(tmp_path: Path) -> None:
    digest = put(tmp_path, "latin", "Stöd".encode("latin-1"))
    with pytest.raises(DocumentUnavailable, match="not UTF-8: byte 2"):
        Library(tmp_path).text(digest)


def test_what_is_no_digest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not a SHA-256 digest"):
        Library(tmp_path).text("../secret")


def test_a_folder_that_is_not_there_or_is_a_file_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "file", b"text")
    for folder in (tmp_path / "none", tmp_path / "file"):
        with pytest.raises(InputError, match="cannot be read") as refused:
            Library(folder)
        assert refused.value.remedy


def test_a_text_that_now_stands_in_another_file_is_found_there(tmp_path: Path) -> None:
    library = Library(tmp_path)
    digest = put(tmp_path, "a", b"text")
    assert digest in library.digests()
    (tmp_path / "a").rename(tmp_path / "b")
    put(tmp_path, "a", b"another text")
    assert library.text(digest) == "text"


def test_a_file_named_as_a_text_is_read_within_the_size_limit(tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as large:
        large.truncate(SIZE_LIMIT + 1)
    with pytest.raises(LimitExceeded, match="is larger than"):
        read_text(tmp_path / "large")
