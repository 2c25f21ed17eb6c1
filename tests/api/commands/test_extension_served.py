"""A class with two properties and a closed list, added in one Turtle file, is read, judged, served and filtered."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import httpx

from tests.collection import ROOT

EXTENSION = ROOT / "tests" / "extension"
COMMAND = [sys.executable, "-c", "from api.commands import main; main()"]
QUESTION = """{
  reforms(where: {adoptedYear: {gte: 2000}, NOT: {reach: {eq: LOCAL}}}, orderBy: [{adoptedYear: DESC}]) {
    totalCount nodes { id adoptedYear reach reachLabel }
  }
  reform(id: "reform:opening-hours") { reach reachLabel(language: [EN]) }
  __type(name: "Reach") { enumValues { name description } }
}"""


def test_the_service_answers_about_a_class_that_no_python_knows(tmp_path: Path) -> None:
    shutil.copytree(EXTENSION / "data", tmp_path / "data")
    options = ["--port", "0", "--ontology", str(EXTENSION / "ontology"), "--data", str(tmp_path / "data")]
    process = subprocess.Popen([*COMMAND, "serve", *options], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process.stdout as told:
        address = next(line for line in told if line.startswith("Ask at"))
        answer = httpx.post(address.split()[2], json={"query": QUESTION}).json()
        process.terminate()
        process.wait(20)
    base = "https://w3id.org/evidensgraf/reform/"
    assert answer["data"]["reforms"] == {
        "totalCount": 2,
        "nodes": [
            {"id": base + "supervision", "adoptedYear": 2011, "reach": None, "reachLabel": None},
            {"id": base + "case-limits", "adoptedYear": 2004, "reach": "NATION_WIDE", "reachLabel": "rikstäckande"},
        ],
    }
    assert answer["data"]["reform"] == {"reach": "LOCAL", "reachLabel": "local"}
    assert [value["name"] for value in answer["data"]["__type"]["enumValues"]] == ["LOCAL", "NATION_WIDE"]


def test_a_study_file_is_judged_by_the_added_shape(tmp_path: Path) -> None:
    text = (EXTENSION / "data" / "studies" / "reforms.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "reforms.yaml"
    broken.write_text(text.replace("reach: nation-wide", "reach: nationwide"), encoding="utf-8")
    checked = subprocess.run(
        [*COMMAND, "check", "--ontology", str(EXTENSION / "ontology"), str(broken)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 1
    assert f"{broken}:26:12  records[3].reach" in checked.stdout
    assert "nearest: nation-wide" in checked.stdout
