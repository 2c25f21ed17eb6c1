"""Each file in `tests/studies/invalid` breaks one rule; the complete faults expected of it stand beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.ontology import Ontology
from kg.reading import StudyFile, read_study_file
from kg.validation import check

INVALID = Path(__file__).parents[2] / "studies" / "invalid"


@pytest.fixture(scope="module")
def known(ontology: Ontology, whole: Path) -> list[StudyFile]:
    return [read_study_file(whole.name, ontology, data=whole.read_bytes())]


@pytest.mark.parametrize("name", sorted(path.stem for path in INVALID.glob("*.yaml")))
def test_the_file_has_the_faults_that_stand_beside_it(
    ontology: Ontology, known: list[StudyFile], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(INVALID)
    expected = Path(f"{name}.txt").read_text(encoding="utf-8")
    assert expected == "".join(f"{fault}\n" for fault in check([f"{name}.yaml"], ontology, known))


def test_every_constraint_of_the_ontology_has_a_file_of_its_name_that_breaks_it(ontology: Ontology) -> None:
    assert set(ontology.constraints) <= {path.stem for path in INVALID.glob("*.yaml")}


def test_no_expected_message_lacks_its_file() -> None:
    assert {path.stem for path in INVALID.glob("*.yaml")} == {path.stem for path in INVALID.glob("*.txt")}
    assert all(path.read_text(encoding="utf-8") for path in INVALID.glob("*.txt"))
