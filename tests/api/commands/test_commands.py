"""The command line, run as a user runs it: what it prints, and the exit code that scripts read."""

from __future__ import annotations

import json
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from kg.corpus.files import collection_files
from tests.collection import DOCUMENTS, ROOT, shipped_ontology

needs_documents = pytest.mark.skipif(
    not DOCUMENTS.is_dir(), reason=f"no documents beside the project in {DOCUMENTS.name}"
)
COMMANDS = (
    "serve",
    "check",
    "passage",
    "verify",
    "path",
    "loops",
    "gap-map",
    "contradictions",
    "without",
    "coverage",
    "stats",
    "export",
    "schema",
)
COMMAND = [sys.executable, "-c", "from api.commands import main; main()"]


def evidensgraf(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, timeout=120)


def test_the_help_names_every_command() -> None:
    shown = evidensgraf("--help").stdout
    assert [name for name in COMMANDS if name not in shown] == []


# --- check ----------------------------------------------------------------------------------------------------------


def test_sound_files_leave_with_0() -> None:
    checked = evidensgraf("check", *collection_files(None))
    assert (checked.returncode, checked.stdout) == (0, f"{len(collection_files(None))} files checked, no faults\n")


def test_every_fault_of_every_file_is_listed_with_its_place_and_its_cure(tmp_path: Path) -> None:
    text = collection_files(None)[1].read_text(encoding="utf-8")
    broken = tmp_path / "broken.yaml"
    lines = text.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("    subject: "))
    lines[at], lines[at + 1] = "    subject: sjukskrivning", "    subjectPol: more"
    broken.write_text("\n".join(lines), encoding="utf-8")
    checked = evidensgraf("check", broken)
    assert checked.returncode == 1
    assert f"{broken}:{at + 1}:14" in checked.stdout
    assert "sickness-absence" in checked.stdout
    assert f"{broken}:{at + 2}:5" in checked.stdout
    assert "nearest: subjectPole" in checked.stdout
    assert "Traceback" not in checked.stderr
    faults = json.loads(evidensgraf("check", "--json", broken).stdout)
    assert {fault["line"] for fault in faults} >= {at + 1, at + 2}


def test_a_file_that_is_not_there_is_one_clear_line() -> None:
    checked = evidensgraf("check", "nowhere.yaml")
    assert checked.returncode == 1
    assert "nowhere.yaml" in checked.stdout
    assert "Traceback" not in checked.stderr


# --- passage and verify ---------------------------------------------------------------------------------------------


def test_a_passage_is_printed_ready_to_paste_without_its_words(tmp_path: Path) -> None:
    document = tmp_path / "text.txt"
    document.write_text("Först något annat. Stödet från chefen är viktigt för alla.", encoding="utf-8")
    found = evidensgraf("passage", document, "Stödet från … alla.")
    assert found.stdout.splitlines()[:3] == ["passage:", "  start: 19", "  end: 58"]
    assert "Stödet" not in found.stdout
    missed = evidensgraf("passage", document, "Stödet till … alla.")
    assert (missed.returncode, missed.stdout) == (2, "")
    assert "Traceback" not in missed.stderr


def test_what_is_printed_of_a_passage_has_the_keys_of_a_study_file(tmp_path: Path) -> None:
    titles = {1: "Inledning", 2: "Metod", 3: "Resultat"}
    contents = " ".join(f"{number} {title} ..... {number}" for number, title in titles.items())
    pages = "".join(f"{number} {title} säger ord. Slut {number}\n\n" for number, title in titles.items())
    document = tmp_path / "text.txt"
    document.write_text(f"{contents} .\n\n{pages}", encoding="utf-8")
    found = json.loads(evidensgraf("passage", document, "Metod säger ord.", "--json").stdout)
    passage = shipped_ontology().class_named("Passage")
    assert passage is not None
    assert set(found) == {each.key for each in passage.properties if not each.is_computed}


@needs_documents
def test_all_passages_of_the_collection_are_verified() -> None:
    verified = evidensgraf("verify", "--library", DOCUMENTS)
    assert verified.returncode == 0, verified.stdout
    total, rest = verified.stdout.strip().split(" passages: ")
    assert rest == f"{total} VERIFIED"


@needs_documents
def test_an_altered_document_is_not_the_one_that_was_read(tmp_path: Path) -> None:
    for text in DOCUMENTS.glob("004*"):
        shutil.copy(text, tmp_path)
    only_one = evidensgraf("verify", "--library", tmp_path, "--json")
    counts = json.loads(only_one.stdout)["counts"]
    assert only_one.returncode == 3
    assert set(counts) == {"VERIFIED", "DOCUMENT_UNAVAILABLE"}


# --- coverage and stats ---------------------------------------------------------------------------------------------


@needs_documents
def test_every_document_is_accounted_for_to_the_last_character() -> None:
    covered = evidensgraf("coverage", "--library", DOCUMENTS, "--json")
    assert covered.returncode == 0, covered.stdout
    reports = json.loads(covered.stdout)
    assert len(reports) == len(collection_files(None))
    for report in reports:
        assert (report["isAvailable"], report["unaccounted"], report["open"]) == (True, 0, [])
        counted = report["claimed"] + report["betweenWords"] + sum(report["declared"].values())
        assert counted == report["characters"]


def test_a_document_that_the_library_lacks_is_told_and_not_called_covered(tmp_path: Path) -> None:
    covered = evidensgraf("coverage", "--library", tmp_path)
    assert covered.returncode == 3
    assert "the library does not hold its text" in covered.stdout


@needs_documents
def test_letters_that_nobody_accounts_for_are_told_with_their_place(tmp_path: Path) -> None:
    studies = tmp_path / "studies"
    studies.mkdir()
    shipped = next(file for file in collection_files(None) if file.name.startswith("kommunerna"))
    lines = shipped.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if "noClaimReason" in line)
    start, end = re.findall(r"(?:start|end): (\d+)", lines[at])
    (studies / shipped.name).write_text("".join(lines[:at] + lines[at + 1 :]), encoding="utf-8")
    covered = evidensgraf("coverage", "--library", DOCUMENTS, "--data", tmp_path)
    assert covered.returncode == 1
    place = f"document:{shipped.stem}: characters {start} to {end}"
    assert f"{place}: neither a claim nor declared" in covered.stdout


def test_the_counts_of_kinds_add_up_to_the_claims() -> None:
    told = json.loads(evidensgraf("stats", "--json").stdout)
    for counts in told["documents"]:
        assert sum(counts["kinds"].values()) == counts["claims"] >= counts["onLinks"]
    assert len(told["documents"]) == len(collection_files(None))
    assert told["unusedConcepts"] == []


def test_each_documents_readings_add_up_to_its_claims_and_are_shown_with_their_agreement() -> None:
    for report in json.loads(evidensgraf("stats", "--readings", "--json").stdout):
        found = report["foundByBoth"] + sum(report["foundByOne"].values())
        assert report["readingStatus"]["reconciled"] == found
        assert set(report["readingStatus"]) <= {"reconciled", "machine-read"}
        for agreement in report["agreement"].values():
            assert 0 <= agreement["same"] <= agreement["compared"] == report["foundByBoth"]
    shown = evidensgraf("stats", "--readings").stdout
    assert [
        told for told in ("found by both", "same concepts", "same kind", "same normalised sign") if told not in shown
    ] == []


# --- export ---------------------------------------------------------------------------------------------------------


def test_the_collection_is_exported_with_a_graph_for_each_document() -> None:
    exported = evidensgraf("export", "--format", "nquads")
    assert exported.returncode == 0
    graphs = {line.rsplit(" ", 2)[-2] for line in exported.stdout.splitlines() if line}
    base = "https://w3id.org/evidensgraf/document/"
    assert {graph[1:-1].removeprefix(base) for graph in graphs} == {file.stem for file in collection_files(None)}
    refused = evidensgraf("export", "--format", "docx")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "formats: trig, nquads, json-ld" in refused.stderr


# --- schema ---------------------------------------------------------------------------------------------------------


def test_the_printed_schema_is_the_committed_one() -> None:
    assert evidensgraf("schema", "print").stdout == (ROOT / "api" / "schema.graphql").read_text(encoding="utf-8")


def test_the_printed_context_is_the_committed_one() -> None:
    assert evidensgraf("schema", "context").stdout == (ROOT / "ontology" / "context.jsonld").read_text(encoding="utf-8")


def test_the_report_names_what_graphql_cannot_say_and_why() -> None:
    rows = json.loads(evidensgraf("schema", "report", "--json").stdout)
    assert {row["constraint"] for row in rows} >= {"pattern", "lessThan", "minInclusive"}
    assert all(row["reason"] for row in rows)


# --- serve ----------------------------------------------------------------------------------------------------------


def test_the_service_answers_over_http_and_stops_in_good_order(tmp_path: Path) -> None:
    command = [*COMMAND, "serve", "--port", "0", "--data", str(tmp_path / "data")]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        loaded, notes, _, address = (process.stdout.readline() for _ in range(4))
        assert f"{len(collection_files(None))} documents" in loaded
        assert notes == f"Data folder {tmp_path / 'data'}: 0 study files of your own in studies/.\n"
        url = address.split()[2]
        answer = httpx.post(url, json={"query": '{ concept(id: "concept:stress") { label(language: [SV]) } }'})
        assert answer.json() == {"data": {"concept": {"label": "stress"}}}
    finally:
        process.send_signal(signal.SIGTERM)
        rest, errors = process.communicate(timeout=20)
    assert (process.returncode, rest, errors) == (0, "Stopped.\n", "")


def test_a_taken_port_is_one_clear_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = evidensgraf("serve", "--port", str(port))
    assert refused.returncode == 3
    assert f"cannot listen on 127.0.0.1 port {port}: Address already in use" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("option", "told"), [("--library", "the folder of texts"), ("--ontology", "the ontology folder")]
)
def test_a_bad_folder_is_one_clear_line(option: str, told: str) -> None:
    refused = evidensgraf("serve", "--port", "0", option, "nowhere")
    assert refused.returncode == 2
    assert told in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_study_file_with_a_fault_stops_the_start_and_says_where(tmp_path: Path) -> None:
    (tmp_path / "studies").mkdir()
    (tmp_path / "studies" / "broken.yaml").write_text("id: document/x\ntype: Documnet\n", encoding="utf-8")
    refused = evidensgraf("serve", "--port", "0", "--data", tmp_path)
    assert refused.returncode == 1
    assert "broken.yaml:2:7" in refused.stderr
    assert "nearest: Document" in refused.stderr
