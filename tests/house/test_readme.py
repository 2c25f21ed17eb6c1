"""The README's words are true: its question gets its answer, its commands exist, its folders are there."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.commands.program import program
from tests.collection import ask

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_the_question_on_the_first_screen_gets_the_answer_beside_it() -> None:
    (question,), (answer,) = blocks("graphql"), blocks("json")
    assert ask(question) == json.loads(answer)


def test_the_test_command_is_the_one_that_continuous_integration_runs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    marked = README.split("<!-- test-command -->")[1].split("```")[1].removeprefix("sh\n").strip()
    assert "pytest" in marked.split("&&")[-1]
    assert "README.md" in script


def test_every_folder_that_the_readme_names_is_there() -> None:
    table = re.findall(r"^\| `([a-z]+/)` \|", README, re.MULTILINE)
    assert table == ["kg/", "ontology/", "api/", "seeds/", "tests/"]
    assert [name for name in table if not (ROOT / name).is_dir()] == []


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`evidensgraf ([a-z-]+)", README))))
def test_every_command_that_the_readme_names_exists(command: str) -> None:
    assert CliRunner().invoke(program, [command, "--help"]).exit_code == 0


def test_every_link_to_a_file_leads_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if not link.startswith("http")]
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_nothing_generated_is_kept_in_git() -> None:
    kept = subprocess.run(["git", "ls-files", "api/browser/dist", "kg/data"], cwd=ROOT, capture_output=True, text=True)
    assert kept.stdout == ""


def test_every_place_for_a_new_thing_is_there() -> None:
    table = README.split("## Where a new thing goes")[1].split("## ")[0]
    named = {place for place in re.findall(r"`([a-z_./-]+)`", table) if "/" in place}
    assert len(named) >= 10
    assert [place for place in named if not (ROOT / place).exists()] == []
