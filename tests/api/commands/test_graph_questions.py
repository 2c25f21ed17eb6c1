"""The graph questions on the command line: the same answers as GraphQL gives, readable and as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from api.commands.program import main, program
from kg.corpus.collection import Collection
from tests.collection import ROOT, ask, shipped_collection, shipped_ontology, shipped_schema

OPERATIONS = ROOT / "api" / "commands" / "operations"

FLOOR: dict[str, Any] = {"firstHandOnly": False, "language": ["SV"]}
ASKED: dict[str, tuple[tuple[str, ...], str, dict[str, Any]]] = {
    "path": (
        ("path", "OrganisationalMeasure", "stress", "--max-hops", "3", "--sign", "decreases"),
        "path",
        {
            "from": ["OrganisationalMeasure"],
            "to": ["concept:stress"],
            "maxHops": 3,
            "sign": "DECREASES",
            "includeNarrower": False,
            "includeUnweighted": False,
            "first": 10,
        },
    ),
    "loops": (
        ("loops", "turnover", "--include-unweighted", "--polarity", "reinforcing"),
        "loops",
        {
            "contains": ["concept:turnover"],
            "maxLength": 6,
            "polarity": "REINFORCING",
            "includeUnweighted": True,
            "first": 10,
        },
    ),
    "gap-map": (
        ("gap-map", "--row", "six-hour-day", "--column", "WorkEnvironmentOutcome", "--state", "stated-unknown"),
        "gap-map",
        {
            "rows": ["concept:six-hour-day"],
            "columns": ["WorkEnvironmentOutcome"],
            "states": ["STATED_UNKNOWN"],
            "includeNarrower": False,
        },
    ),
    "contradictions": (
        ("contradictions", "voice", "--kind", "self-report", "--kind", "comment"),
        "contradictions",
        {"about": ["concept:voice"], "kinds": ["SELF_REPORT", "COMMENT"], "includeNarrower": False, "first": 20},
    ),
    "without": (
        ("without", "study:kim-stoner-2008", "--country", "US"),
        "without",
        {"studies": ["study:kim-stoner-2008"], "countries": ["US"]},
    ),
    "without any source": (
        ("without", "--first", "3", "--min-level", "U1"),
        "load-bearing",
        {"first": 3, "minLevel": "U1"},
    ),
}


@pytest.fixture
def opened_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands ask the collection that the tests have open: opening it for each would take most of the time."""
    monkeypatch.setattr("kg.ontology.load_ontology", lambda folder: shipped_ontology())
    monkeypatch.setattr("kg.corpus.collection.open_collection", lambda ontology, data: shipped_collection())
    monkeypatch.setattr("api.service.service_schema", lambda ontology: shipped_schema())
    monkeypatch.setattr(Collection, "close", lambda self: None)


def evidensgraf(*arguments: str) -> str:
    told = CliRunner().invoke(program, arguments)
    assert told.exit_code == 0, told.exception
    return told.stdout


def words(*arguments: str) -> str:
    """What is printed, whatever the terminal's width."""
    return " ".join(evidensgraf(*arguments).split())


@pytest.mark.usefixtures("opened_once")
@pytest.mark.parametrize("name", ASKED)
def test_the_command_answers_as_json_what_graphql_answers(name: str) -> None:
    arguments, operation, variables = ASKED[name]
    told = evidensgraf(*arguments, "--json")
    question = (OPERATIONS / f"{operation}.graphql").read_text(encoding="utf-8")
    assert json.loads(told) == ask(question, **FLOOR, **variables)


def test_a_chain_is_told_in_words_with_its_steps_and_what_was_left_out() -> None:
    text = words("path", "administrative-staffing", "stress", "--language", "en", "--first", "1")
    assert "1. Administrative staffing → workload → stress: if every step holds" in text
    assert "2. Workload and stress are said to go together" in text
    assert "en-utsatt-position-p05-014 p. 5" in text
    assert "chains: 2, 1 shown" in text


@pytest.mark.usefixtures("opened_once")
def test_a_loop_is_told_with_what_would_break_it() -> None:
    text = words("loops", "--include-unweighted")
    assert "om alla steg håller förstärker kretsen sig själv" in text
    assert "Så många bryts om länken faller bort." in text
    assert "loops: 1" in text


@pytest.mark.usefixtures("opened_once")
def test_a_gap_map_says_what_is_unknown_and_how_much_is_silent() -> None:
    text = words("gap-map", "--row", "six-hour-day", "--column", "WorkEnvironmentOutcome")
    assert "sex timmars arbetsdag (15 of 16 cells without a claim)" in text
    assert "sjukfrånvaro: sagt vara okänt." in text


@pytest.mark.usefixtures("opened_once")
def test_a_contradiction_shows_both_sides() -> None:
    text = evidensgraf("contradictions", "voice")
    assert "   + Den som tar upp problem får själv skulden" in text
    assert "   − När bara enstaka handläggare säger ifrån" in text


@pytest.mark.usefixtures("opened_once")
def test_a_withdrawal_tells_the_links_that_are_lost() -> None:
    text = words("without", "study:kim-stoner-2008")
    assert "Påståenden som faller bort ur denna samling: 6." in text
    assert "Socialt stöd → personalomsättning, i denna samling: länken försvinner" in text


@pytest.mark.usefixtures("opened_once")
def test_without_any_source_those_that_bear_most_are_told() -> None:
    text = words("without", "--first", "1")
    assert "1. Påståenden som berörs om ”En utsatt position" in text
    assert "sources: 39, 1 shown" in text


@pytest.mark.usefixtures("opened_once")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("path", "nowhere", "stress"), "concept:nowhere is not a concept of this collection"),
        (("path", "Method", "stress", "--min-level", "U9"), "Value 'U9' does not exist in 'SupportLevel' enum"),
        (("path", "Method", "stress", "--max-hops", "9"), "maxHops is 9; from 1 to 6 can be asked for"),
        (("gap-map", "--row", "Concept", "--column", "Concept"), "a gap map has at most 10000"),
        (("without", "nonsense"), "nonsense: give document:NAME, study:NAME or lineage:NAME"),
        (("without", "study:nobody-1999"), "study:nobody-1999 is none of the studies of this collection"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(
    arguments: tuple[str, ...], message: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["evidensgraf", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert message in " ".join(capsys.readouterr().err.split())
