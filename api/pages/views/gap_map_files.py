"""The gap map as files: what the page shows with the same filters, in the same order and language.

As CSV one row for each cell. As a workbook for Excel the map itself, the same rows as in the CSV, and the key.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from api.pages.page import Asked, Data, Download, codes
from api.pages.rendering import label_of
from api.pages.texts import interface
from api.pages.views.gap_map import SIDES, Cell, SeenMap, cell_addresses, classes_asked, parameters, questioned, seen

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a text for a formula."""

FILLS = {
    "EFFECT_REPORTED": "CFE7EA",
    "NULL_REPORTED": "DFE1F3",
    "MIXED": "F3D9EA",
    "STATED_UNKNOWN": "FBE5BD",
    "PLANNED": "E2ECD0",
    "TEXT_MISSING": "E4E4E4",
}
"""State → its colour, as pages have it in light (`theme.css`). The silent state has none."""

# Excel splits a file by the list separator of the computer's language: a semicolon where the decimal sign is a comma.
_SEPARATORS = {"sv": ";"}
_COLUMNS = ("from", "to", "state", "sign", "level", "lineageCount", "claimCount", "inWords")
_CODED = ("state", "sign")


def _variables(asked: Asked) -> Mapping[str, Any]:
    return {**questioned(asked), "sentences": True}


# --- what stands in both ---------------------------------------------------------------------------------------------


def _heading(asked: Asked) -> list[str]:
    """One name for each column: the ontology's words, then those for identifiers, codes and the cell's page."""
    text = interface(asked.language)
    words = {name: label_of(asked.ontology, f"GapMapCell.{name}", asked.language) for name in _COLUMNS}
    iris = [text("gap-map-iri-of", what=words[name]) for name in ("from", "to")]
    coded = [text("gap-map-code-of", what=words[name]) for name in _CODED]
    return [*words.values(), *iris, *coded, text("gap-map-address")]


def _row(cell: Cell, language: str, address: str) -> list[Value]:
    """One cell, in the columns of the heading. address: of its page."""
    return [
        cell.start["label"],
        cell.end["label"],
        cell.state.labels[language],
        cell.sign.readings[language] if cell.sign else "",
        cell.level,
        cell.told["lineageCount"],
        cell.told["claimCount"],
        cell.told["inWords"],
        cell.start["id"],
        cell.end["id"],
        cell.state.enum_name,
        cell.sign.enum_name if cell.sign else "",
        address,
    ]


def _rows(asked: Asked, shown: SeenMap) -> Iterator[list[Value]]:
    where = cell_addresses(asked)
    return (_row(cell, asked.language, asked.origin + where(cell)) for cell in shown.cells)


# --- CSV -------------------------------------------------------------------------------------------------------------


def write_csv(asked: Asked, data: Data) -> bytes:
    """UTF-8 with a byte-order mark, by which Excel reads å, ä and ö; a text that looks like a formula is marked as
    text by an apostrophe before it."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=_SEPARATORS.get(asked.language, ","))
    writer.writerow(_heading(asked))
    for row in _rows(asked, seen(asked, data)):
        writer.writerow([_harmless(value) for value in row])
    return file.getvalue().encode("utf-8-sig")


def _harmless(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_SIGNS) else value


# --- a workbook ------------------------------------------------------------------------------------------------------


def write_xlsx(asked: Asked, data: Data) -> bytes:
    """A workbook with three sheets: the map, its cells and the key. No text in it is a formula."""
    from openpyxl import Workbook

    text, shown = interface(asked.language), seen(asked, data)
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Evidensgraf"
    book.properties.title = text("gap-map-title")
    _write_map(_sheet(book, text("gap-map-sheet-map")), shown)
    _write_cells(_sheet(book, text("gap-map-sheet-cells")), [_heading(asked), *_rows(asked, shown)])
    _write_key(_sheet(book, text("gap-map-sheet-key")), asked, data)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _sheet(book: Workbook, title: str) -> Worksheet:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet: Worksheet = book.create_sheet(title)
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return sheet


def _write_map(sheet: Worksheet, shown: SeenMap) -> None:
    """The map as it is seen: colour and signs, level and number of claims in each cell."""
    from openpyxl.styles import Alignment, Font

    for column, concept in enumerate(shown.across, 2):
        head = _put(sheet, 1, column, concept["label"])
        head.font, head.alignment = Font(bold=True), Alignment(text_rotation=90, wrap_text=True, horizontal="center")
        sheet.column_dimensions[head.column_letter].width = 8
    for row, line in enumerate(shown.lines, 2):
        _put(sheet, row, 1, line.concept["label"]).font = Font(bold=True)
        for column, cell in enumerate(line.cells, 2):
            _colour(_put(sheet, row, column, in_short(cell)), cell.state.enum_name)
    sheet.column_dimensions["A"].width = 44
    sheet.row_dimensions[1].height = 190
    sheet.freeze_panes = "B2"
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"


def in_short(cell: Cell) -> str:
    """A cell's signs, its level and how many claims are on it."""
    count = cell.told["claimCount"]
    return " ".join(each for each in (cell.symbols, cell.level, f"({count})" if count else "") if each)


def _write_cells(sheet: Worksheet, rows: Sequence[Sequence[Value]]) -> None:
    """One row for each cell of the map, with a filter over them."""
    from openpyxl.styles import Font

    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            _put(sheet, number, column, value)
    for letter, width in zip("ABCDEFGHIJKLM", (38, 38, 22, 38, 9, 12, 12, 80, 40, 40, 20, 16, 60), strict=True):
        sheet[f"{letter}1"].font = Font(bold=True)
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions


def _write_key(sheet: Worksheet, asked: Asked, data: Data) -> None:
    """What the map is of, and what its states, signs and levels mean."""
    from openpyxl.styles import Alignment, Font

    for row, values in enumerate(_key(asked, data), 1):
        for column, value in enumerate(values, 1):
            cell = _put(sheet, row, column, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=len(values) == 1 or column == 2)
    for row, code in enumerate(codes(asked.ontology, "CellState"), 2):
        _colour(_put(sheet, row, 1, code.notation), code.enum_name)
    for letter, width in zip("ABCD", (8, 34, 90, 10), strict=True):
        sheet.column_dimensions[letter].width = width


def _key(asked: Asked, data: Data) -> Iterator[Sequence[Value]]:
    text, answer = interface(asked.language), data["gapMap"]
    counts = {each["state"]: each["count"] for each in answer["stateCounts"]}
    for name in ("CellState", "Sign", "SupportLevel"):
        yield (label_of(asked.ontology, name, asked.language),)
        for code in codes(asked.ontology, name):
            told = (code.notation, code.readings[asked.language], code.definitions[asked.language])
            yield (*told, counts.get(code.enum_name, 0)) if name == "CellState" else told
    yield (text("gap-map-filters"),)
    yield from (("", name, ", ".join(values)) for name, values in filters_in_words(asked, data) if values)
    yield ("", text("gap-map-title"), text("gap-map-shown", rows=len(answer["rows"]), columns=len(answer["columns"])))
    omitted = {"rows": answer["omittedRowCount"], "columns": answer["omittedColumnCount"]}
    if any(omitted.values()):
        yield ("", "", text("gap-map-omitted" if asked.all("state") else "gap-map-omitted-silent", **omitted))
    left_out = [f"{each['reasonLabel']} ({each['count']})" for each in answer["report"]["leftOut"]]
    if left_out:
        yield ("", text("gap-map-left-out"), ", ".join(left_out))
    yield ("", text("footer-version"), answer["report"]["dataVersion"])
    yield ("", text("gap-map-address"), asked.origin + asked.addresses.to("/gap-map", **parameters(asked)))
    yield ("", "", text("gap-map-note"))


def filters_in_words(asked: Asked, data: Data) -> Iterator[tuple[str, list[str]]]:
    """What was asked for: each filter's name with its values; no values where it is not set."""
    text, language = interface(asked.language), asked.language
    labels = {each["id"]: each["label"] for each in (*data["named"], *data["settings"]["nodes"])}
    for side in SIDES:
        concepts = [labels[asked.concept(name)] for name in asked.all(side)]
        classes = [label_of(asked.ontology, name, language) for name in classes_asked(asked, side)]
        yield label_of(asked.ontology, f"GapMap.{side}s", language), concepts or classes
    chosen = {"ClaimKind": asked.codes("ClaimKind", "kind"), "CellState": asked.codes("CellState", "state")}
    kinds, states = ([label_of(asked.ontology, f"{name}:{each}", language) for each in chosen[name]] for name in chosen)
    yield label_of(asked.ontology, "Claim.kind", language), kinds
    yield text("gap-map-at-least"), states
    yield label_of(asked.ontology, "Setting", language), [labels[asked.concept(each)] for each in asked.all("setting")]
    yield text("gap-map-level"), asked.all("level")
    switches = {"first-hand": "gap-map-first-hand", "narrower": "gap-map-narrower", "all": "gap-map-all"}
    yield text("gap-map-filters"), [text(name) for each, name in switches.items() if asked.switched_on(each)]


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> SheetCell:
    """Writes a value. A text stays a text, also when somebody opens its cell to change it."""
    cell: SheetCell = sheet.cell(row, column, value)
    if isinstance(value, str) and value.startswith(FORMULA_SIGNS):
        cell.data_type = "s"
        cell.quotePrefix = True
    return cell


def _colour(cell: SheetCell, state: str) -> None:
    from openpyxl.styles import Alignment, PatternFill

    cell.alignment = Alignment(horizontal="center", vertical="center")
    if state in FILLS:
        cell.fill = PatternFill("solid", start_color=FILLS[state])


CSV_FILE = Download("gap-map", "/gap-map.csv", "text/csv; charset=utf-8", "gap-map.csv", write_csv, _variables)
XLSX_FILE = Download(
    "gap-map",
    "/gap-map.xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "gap-map.xlsx",
    write_xlsx,
    _variables,
)
