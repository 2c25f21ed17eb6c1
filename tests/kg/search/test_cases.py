"""The searches of the data file find what they must, in the order they must, and nothing they must not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kg.search import SearchIndex, SearchRecord

DATA = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))
RECORDS = [
    SearchRecord(each["id"], each["kind"], {language: each[language] for language in ("sv", "en")})
    for each in DATA["records"]
]
INDEX = SearchIndex.build(RECORDS)


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["says"])
def test_a_search(case: dict[str, Any]) -> None:
    results = INDEX.search(case["query"], language=case.get("language"), kinds=case.get("kinds"))
    found = [hit.id for hit in results.hits]
    before = case.get("before", [])
    assert results.total == len(found)
    assert found[:1] == [case["first"]] if "first" in case else True
    assert set(case.get("finds", [])) <= set(found)
    assert not set(case.get("misses", [])) & set(found)
    assert [name for name in found if name in before] == before


def test_every_case_can_fail() -> None:
    known = {record.id for record in RECORDS}
    for case in DATA["cases"]:
        named = {*case.get("finds", []), *case.get("misses", []), *case.get("before", []), *[case.get("first")]} - {
            None
        }
        assert named, case["says"]
        assert named <= known, case["says"]
