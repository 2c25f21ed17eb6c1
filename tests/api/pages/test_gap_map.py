"""The gap map: one map on the page, in the API and in both files; and the way from an empty cell to what is near."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Callable, Mapping
from functools import cache
from html.parser import HTMLParser
from typing import Any, NamedTuple

import httpx
import pytest
from openpyxl import load_workbook

from api.pages.addresses import Addresses
from api.pages.page import Asked, codes
from api.pages.questions import question
from api.pages.views.gap_map_files import CSV_FILE, write_csv, write_xlsx
from kg.ontology import Code
from tests.api.pages.browsing import LANGUAGE_PREFIXES, WIDTHS, Visitor, press_until
from tests.collection import shipped_ontology

CONCEPT = "https://w3id.org/evidensgraf/concept/"
METHODS, OUTCOMES = ["Method", "OrganisationalMeasure"], ["Outcome"]
SPOKEN = ["EFFECT_REPORTED", "NULL_REPORTED", "MIXED", "STATED_UNKNOWN", "PLANNED", "TEXT_MISSING"]

MAPS: Mapping[str, Mapping[str, Any]] = {
    "": {"states": SPOKEN},
    "?all=1&columns=StaffingOutcome": {"columns": ["StaffingOutcome"]},
    "?kind=CITED&kind=PLAN&first-hand=1": {"states": SPOKEN, "kinds": ["CITED", "PLAN"], "firstHandOnly": True},
    "?level=U1&setting=economic-assistance": {
        "states": SPOKEN,
        "minLevel": "U1",
        "contexts": ["concept:economic-assistance"],
    },
    "?state=STATED_UNKNOWN&state=NULL_REPORTED": {"states": ["STATED_UNKNOWN", "NULL_REPORTED"]},
    "?rows=OrganisationalFactor&columns=StaffingOutcome": {
        "rows": ["OrganisationalFactor"],
        "columns": ["StaffingOutcome"],
        "states": SPOKEN,
    },
    "?row=motivational-interviewing": {"rows": ["concept:motivational-interviewing"]},
    "?column=stress&narrower=1": {"columns": ["concept:stress"], "includeNarrower": True},
}
QUESTION = """
query ($rows: [ID!]!, $columns: [ID!]!, $states: [CellState!], $includeNarrower: Boolean! = false, $kinds: [ClaimKind!]
  $contexts: [ID!], $minLevel: SupportLevel, $firstHandOnly: Boolean! = false, $language: [Language!]) {
  gapMap(rows: $rows, columns: $columns, states: $states, includeNarrower: $includeNarrower, kinds: $kinds
    contexts: $contexts, minLevel: $minLevel, firstHandOnly: $firstHandOnly) {
    rows { cells {
      from { id label(language: $language) } to { id label(language: $language) } state stateLabel(language: $language)
      sign levelNotation lineageCount claimCount inWords(language: $language)
    } }
    stateCounts { state count }
    omittedRowCount
    omittedColumnCount
  }
}
"""


def asked(site: str, language: str, variables: Mapping[str, Any]) -> Mapping[str, Any]:
    """The API's answer over HTTP."""
    given = {"rows": METHODS, "columns": OUTCOMES, "language": [language.upper()], **variables}
    answer = httpx.post(f"{site}/graphql", json={"query": QUESTION, "variables": given}, timeout=60).json()
    assert "errors" not in answer
    found: Mapping[str, Any] = answer["data"]["gapMap"]
    return found


def cells_of(answer: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [cell for row in answer["rows"] for cell in row["cells"]]


def level_of(cell: Mapping[str, Any]) -> str:
    return str(cell["levelNotation"] or "") if cell["sign"] else ""


class SeenCell(NamedTuple):
    row: str
    column: str
    address: str
    state: str
    name: str
    text: str


class _Table(HTMLParser):
    """Reads the cells of the page's map: the concepts of their address, their state, their name and what is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[SeenCell] = []
        self.is_open = False
        self._state = ""
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "table":
            self.is_open = "gap-map" in given.get("class", "")
        elif self.is_open and tag == "td" and "data-value" in given:
            self._state = given["data-value"]
        elif self.is_open and tag == "a" and self._state:
            row, column = given["href"].partition("?")[0].rsplit("/", 2)[1:]
            self.cells.append(SeenCell(row, column, given["href"], self._state, given["aria-label"], ""))
            self._text = []

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._text is not None:
            self.cells[-1] = self.cells[-1]._replace(text=" ".join("".join(self._text).split()))
            self._text = None
            self._state = ""


def get(site: str, address: str) -> httpx.Response:
    response = httpx.get(site + address, timeout=60)
    assert response.status_code == 200, address
    return response


def squeezed(text: object) -> str:
    return "".join(str(text).split())


@cache
def values_of(class_name: str) -> Mapping[str, Code]:
    """The values of a closed list, by what GraphQL calls them."""
    return {code.enum_name: code for code in codes(shipped_ontology(), class_name)}


def signs_of(cell: Mapping[str, Any]) -> str:
    """What a cell shows: the symbols of its state and sign, the same only once, its level and how many claims."""
    signs = [values_of("CellState")[cell["state"]].notation]
    signs += [values_of("Sign")[cell["sign"]].notation] if cell["sign"] else []
    count = f"({cell['claimCount']})" if cell["claimCount"] else ""
    return "".join(dict.fromkeys(signs)) + squeezed(level_of(cell)) + count


def name_of(cell: Mapping[str, Any], language: str) -> str:
    """What a cell is called when it is heard, but for the number of claims."""
    said = [cell["stateLabel"], reading_of(cell, language), level_of(cell)]
    return f"{cell['from']['label']} – {cell['to']['label']}: {', '.join(each for each in said if each)}"


def reading_of(cell: Mapping[str, Any], language: str) -> str:
    """How the sign is read on a pair; "" where there is none."""
    return values_of("Sign")[cell["sign"]].readings[language] if cell["sign"] else ""


def row_of(cell: Mapping[str, Any], language: str) -> list[str | int]:
    """One cell as both files list it, but for the address of its page."""
    return [
        cell["from"]["label"],
        cell["to"]["label"],
        cell["stateLabel"],
        reading_of(cell, language),
        level_of(cell),
        cell["lineageCount"],
        cell["claimCount"],
        cell["inWords"],
        cell["from"]["id"],
        cell["to"]["id"],
        cell["state"],
        cell["sign"] or "",
    ]


def seen_on(site: str, address: str) -> list[SeenCell]:
    """The cells of the page's table, in order."""
    table = _Table()
    table.feed(get(site, address).text)
    return table.cells


# --- one map, four times ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGE_PREFIXES)
@pytest.mark.parametrize("filters", MAPS)
def test_page_api_csv_and_workbook_are_equal_cell_by_cell(site: str, language: str, filters: str) -> None:
    prefix = LANGUAGE_PREFIXES[language]
    told = {(each["from"]["id"], each["to"]["id"]): each for each in cells_of(asked(site, language, MAPS[filters]))}
    seen = seen_on(site, f"{prefix}/gap-map{filters}")
    pairs = [(CONCEPT + each.row, CONCEPT + each.column) for each in seen]
    in_order = [told[pair] for pair in pairs]
    text = get(site, f"{prefix}/gap-map.csv{filters}").content.decode("utf-8-sig")
    _, *lines = csv.reader(io.StringIO(text, newline=""), delimiter=";" if language == "sv" else ",")
    matrix, (_, *listed) = sheets(site, f"{prefix}/gap-map.xlsx{filters}")

    assert told
    assert sorted(pairs) == sorted(told)
    for cell, known in zip(seen, in_order, strict=True):
        assert cell.state == known["state"]
        assert re.sub(r", \d+ \w+$", "", cell.name) == name_of(known, language)
        assert squeezed(cell.text).partition(squeezed(known["stateLabel"].capitalize()))[0] == signs_of(known)
    assert [line[:-1] for line in lines] == [[str(value) for value in row_of(cell, language)] for cell in in_order]
    assert [row[:-1] for row in listed] == [row_of(cell, language) for cell in in_order]
    assert [row[-1] for row in listed] == [line[-1] for line in lines] == [site + cell.address for cell in seen]
    assert [squeezed(text) for _, *cells in matrix[1:] for text in cells] == [signs_of(cell) for cell in in_order]


def sheets(site: str, address: str) -> list[list[list[Any]]]:
    """The values of the workbook's map and of its list, read back; an empty cell is ""."""
    book = load_workbook(io.BytesIO(get(site, address).content))
    return [
        [["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book.worksheets[:2]
    ]


def test_a_sign_that_a_spreadsheet_would_take_for_a_formula_stays_a_text(site: str) -> None:
    book = load_workbook(io.BytesIO(get(site, "/gap-map.xlsx").content))
    formula_like = [cell for row in book.worksheets[0].iter_rows() for cell in row if str(cell.value).startswith("=")]

    assert formula_like
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in formula_like)


@pytest.mark.parametrize("label", ["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_a_label_that_looks_like_a_formula_is_no_formula_in_either_file(site: str, label: str) -> None:
    address = Asked(shipped_ontology(), "sv", Addresses(shipped_ontology(), "sv"), "/gap-map")
    variables = {**CSV_FILE.variables(address), "language": ["SV", "EN"]}
    answer = httpx.post(f"{site}/graphql", json={"query": question("gap-map"), "variables": variables}, timeout=60)
    data = answer.json()["data"]
    data["gapMap"]["rows"][0]["concept"]["label"] = label
    lines = list(csv.reader(io.StringIO(write_csv(address, data).decode("utf-8-sig"), newline=""), delimiter=";"))
    book = load_workbook(io.BytesIO(write_xlsx(address, data)))
    written = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == label]

    assert f"'{label}" in {line[0] for line in lines}
    assert label not in {line[0] for line in lines}
    assert written
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in written)


# --- what a map leaves out, and how large it may be ------------------------------------------------------------------


def test_a_map_says_how_many_rows_and_columns_it_leaves_out_and_shows_them_all_when_asked(site: str) -> None:
    short, whole = asked(site, "en", MAPS[""]), asked(site, "en", {})
    page = get(site, "/en/gap-map").text
    rows, columns = len(whole["rows"]), len(whole["rows"][0]["cells"])

    assert f"{short['omittedRowCount']} rows and {short['omittedColumnCount']} columns are left out" in page
    assert f'href="/en/gap-map?all=1">Show all {rows} × {columns}</a>' in page
    assert len(seen_on(site, "/en/gap-map?all=1")) == rows * columns


def test_the_whole_map_is_light_enough_for_one_page(site: str) -> None:
    with httpx.stream("GET", f"{site}/gap-map?all=1", timeout=60) as response:
        assert sum(len(part) for part in response.iter_raw()) < 100_000


def test_the_key_counts_the_cells_of_each_state(site: str) -> None:
    page = get(site, "/gap-map").text
    counts = {each["state"]: each["count"] for each in asked(site, "sv", MAPS[""])["stateCounts"]}

    for code in values_of("CellState").values():
        found = re.search(f'<li data-value="{code.enum_name}">.*<b>([0-9]+)</b></li>', page)
        assert found
        assert int(found[1]) == counts.get(code.enum_name, 0)
        assert html.escape(code.definitions["sv"], quote=False) in page


def test_a_filter_says_what_it_keeps_away_and_goes_with_the_reader_into_the_cell(site: str) -> None:
    page = get(site, "/gap-map?kind=OPINION&all=1").text

    assert "Filtren håller borta: annat slag (" in page
    assert 'href="/cell/introduction/stress?kind=OPINION"' in page


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/gap-map?kind=GOSSIP", 400),
        ("/gap-map?rows=Document", 400),
        ("/gap-map?as=cake", 400),
        ("/gap-map?row=no-such-concept", 404),
        ("/cell/stress/no-such-concept", 404),
        ("/cell/no-such-concept/stress", 404),
    ],
)
def test_a_map_or_a_cell_of_what_is_not_there_is_refused(site: str, address: str, status: int) -> None:
    assert httpx.get(site + address, timeout=30).status_code == status


# --- a cell ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ("professional-supervision/stress", "No claim in the collection is on a relation"),
        ("six-hour-day/workplace-attractiveness", "Nobody has examined it."),
        ("six-hour-day/sickness-absence", "A document says explicitly that it is not known."),
        ("motivational-interviewing/client-empowerment", "Nothing in the collection says how it went."),
        ("globen-model/psychosocial-work-environment", "is not in what was read:"),
        ("new-public-management/psychosocial-work-environment", "not the same as having shown that there is none"),
        ("labour-market-intervention/client-outcome", "2 claims are on narrower concepts."),
        ("change-oriented-social-work/client-trust", "1 claim is on the pair the other way round or in another way"),
        ("introduction/stress?kind=OPINION", "The filters keep away 1 claim on the pair."),
    ],
)
def test_a_cell_says_why_no_more_is_known(site: str, pair: str, said: str) -> None:
    page = get(site, f"/en/cell/{pair}").text

    assert said in re.split('id="nearest"', page)[0]


def test_a_cell_whose_claims_are_filtered_away_does_not_say_that_the_collection_is_silent(site: str) -> None:
    page = get(site, "/en/cell/introduction/stress?kind=OPINION").text

    assert "No claim in the collection" not in page
    assert 'href="/en/cell/introduction/stress">Remove the filters</a>' in page


def test_a_cell_names_the_best_supported_cells_near_it_first(site: str) -> None:
    question = """{ gapMap(
      rows: ["Method", "OrganisationalMeasure"]
      columns: ["concept:psychosocial-work-environment"]
    ) { rows { cells { from { id } level lineageCount claimCount state } } } }"""
    answer = httpx.post(f"{site}/graphql", json={"query": question}, timeout=30).json()["data"]["gapMap"]
    said = [cell for row in answer["rows"] for cell in row["cells"] if cell["state"] != "NOT_ADDRESSED"]
    best = max(said, key=lambda each: (each["level"] or "", each["lineageCount"], each["claimCount"]))
    nearest = get(site, "/cell/professional-supervision/psychosocial-work-environment").text.partition('id="nearest"')[
        2
    ]
    named = re.findall('href="/cell/([a-z0-9-]+)/psychosocial-work-environment"', nearest)

    assert len(set(named)) == len(said)
    assert named[0] == best["from"]["id"].removeprefix(CONCEPT)


def test_a_cell_shows_the_chains_from_the_one_to_the_other(site: str) -> None:
    question = """{ paths(from: ["OrganisationalFactor"], to: ["Outcome"], first: 100) {
      nodes { from { id } to { id } hopCount inWords } } }"""
    chains = httpx.post(f"{site}/graphql", json={"query": question}, timeout=30).json()["data"]["paths"]["nodes"]
    chain = next(each for each in chains if each["hopCount"] > 1)
    names = [chain[end]["id"].removeprefix(CONCEPT) for end in ("from", "to")]

    assert html.escape(chain["inWords"], quote=False) in get(site, f"/cell/{'/'.join(names)}").text


# --- the way of a reader ---------------------------------------------------------------------------------------------

WORDS = {
    "sv": ("handledning – stress: inte behandlat", "Varför inget är känt", "Introduktion av nyanställda"),
    "en": ("professional supervision – stress: not addressed", "Why nothing is known", "Introduction of new staff"),
}


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGE_PREFIXES)
def test_from_an_empty_cell_to_why_and_to_what_is_near(
    visit: Callable[..., Visitor], language: str, width: int, scripts: bool
) -> None:
    empty, why, near = WORDS[language]
    page = visit(width=width, scripts=scripts).open(f"{LANGUAGE_PREFIXES[language]}/gap-map")
    if width < 640:
        row = empty.partition(" – ")[0]
        page.locator(".map-lines > li", has_text=row).locator(".silent a").first.click()
    page.get_by_role("link", name=empty, exact=True).click()

    page.get_by_role("heading", name=why).wait_for()
    page.locator("#nearest ~ .lines a").filter(has_text=near).click()
    page.get_by_role("heading", level=1).filter(has_text=near).wait_for()


@pytest.mark.parametrize("language", LANGUAGE_PREFIXES)
def test_the_keyboard_is_enough_from_an_empty_cell_to_what_is_near(
    visit: Callable[..., Visitor], language: str
) -> None:
    empty, why, near = WORDS[language]
    page = visit().open(f"{LANGUAGE_PREFIXES[language]}/gap-map")
    row, _, column = empty.partition(" – ")

    press_until(page, "Tab", "focused => focused.matches('td > a')")
    press_until(page, "ArrowDown", f"focused => focused.ariaLabel.startsWith('{row} – ')")
    press_until(page, "ArrowRight", f"focused => focused.ariaLabel.includes(' – {column.partition(':')[0]}:')")
    assert page.evaluate("document.activeElement.ariaLabel") == empty
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=why).wait_for()
    press_until(page, "Tab", f"focused => focused.matches('a') && focused.innerText.includes('{near}')")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1).filter(has_text=near).wait_for()
