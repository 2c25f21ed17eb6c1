"""What pages say of themselves is there in every language, and nothing is there that no page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from api.pages import texts
from api.pages.texts import interface
from kg.terms import LANGUAGES

FOLDER = Path(texts.__file__).parent
PAGES = FOLDER.parent
NAME = re.compile(r"^([a-z][a-z0-9-]*) =", re.MULTILINE)


def names_in(language: str) -> dict[str, str]:
    """Each text's name and its file."""
    found: dict[str, str] = {}
    for path in sorted((FOLDER / language).glob("*.ftl")):
        for name in NAME.findall(path.read_text(encoding="utf-8")):
            assert name not in found, f"{name} stands in {found[name]} and in {path.name}"
            found[name] = path.name
    return found


def test_every_language_has_the_same_texts_in_the_same_files() -> None:
    first, *others = (names_in(language) for language in LANGUAGES)

    assert all(other == first for other in others)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_a_page_names_is_there(language: str) -> None:
    named = {
        name
        for path in PAGES.rglob("*.html")
        for name in re.findall(r"""\bt\(\s*["']([a-z0-9-]+)["']\s*[,)]""", path.read_text(encoding="utf-8"))
    }

    assert named
    assert [name for name in sorted(named) if not interface(language).has(name)] == []


def test_a_text_with_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(LookupError, match="page-number"):
        interface("sv")("page-number")


def test_a_number_is_written_as_the_language_writes_it() -> None:
    said = interface("sv")("start-gaps", silent=5784, cells=5824)

    assert "5 824" in said.replace("\xa0", " ")


def test_no_text_stands_there_for_nothing() -> None:
    used = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in (PAGES, PAGES.parent / "browser" / "src")
        for path in folder.rglob("*")
        if path.suffix in (".html", ".py", ".js")
    )
    prefixes = set(re.findall(r"""["']([a-z-]+-)["'] ~""", used))

    unused = [name for name in names_in(LANGUAGES[0]) if name not in used and not name.startswith(tuple(prefixes))]
    assert unused == []
