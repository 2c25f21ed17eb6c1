"""The house stands on its floors: imports go down only, and each foreign library has one door."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_import_goes_to_a_floor_below() -> None:
    linted = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_data_folders_hold_no_python() -> None:
    assert [str(file) for folder in ("ontology", "seeds") for file in (ROOT / folder).rglob("*.py")] == []


def test_no_file_has_swallowed_its_neighbours() -> None:
    long = [
        f"{file.relative_to(ROOT)}: {lines} lines"
        for folder in ("kg", "api")
        for file in (ROOT / folder).rglob("*.py")
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > 300
    ]
    assert long == []
