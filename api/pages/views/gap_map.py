"""The gap map: concepts against concepts, and in each cell what the collection knows of the pair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from api.pages.page import Asked, BadAddress, Data, Page, codes
from api.pages.texts import interface
from api.pages.views.hearing import heard, hearing_parameters
from api.pages.views.ways import leaves_of
from kg.ontology import Code
from kg.retrieval.texts import swedish_key

SILENT = "NOT_ADDRESSED"
"""The state of a cell of which nothing is known, in the ontology's list."""

SIDES = ("row", "column")
ARRANGEMENTS = ("table", "list")
MOST_IN_WORDS = 3
"""The number of columns up to which a cell has room for words beside its signs."""

_WAYS_OF_SIDES = {"row": ("methods", "factors"), "column": ("outcomes", "factors")}
_KEPT = ("row", "column", "rows", "columns", "state", "narrower", "all")


def questioned(asked: Asked) -> dict[str, Any]:
    """The variables of the map's question, without whether sentences are wanted. Raises BadAddress and NotThere."""
    named = [iri for side in SIDES for iri in _named(asked, side)]
    return {
        "rows": _named(asked, "row") or classes_asked(asked, "row"),
        "columns": _named(asked, "column") or classes_asked(asked, "column"),
        "named": named,
        "states": _states(asked, bool(named)),
        "includeNarrower": asked.switched_on("narrower"),
        **heard(asked),
    }


def classes_asked(asked: Asked, side: str) -> list[str]:
    """The classes of a side that the address names; else those of the way in that the side is for."""
    offered = [name for way in _WAYS_OF_SIDES[side] for name in leaves_of(asked.ontology, way)]
    given = asked.all(f"{side}s")
    for name in given:
        if name not in offered:
            raise BadAddress("bad-value", name=f"{side}s", value=name, known=", ".join(offered))
    return given or leaves_of(asked.ontology, _WAYS_OF_SIDES[side][0])


def parameters(asked: Asked, *without: str, **changed: Any) -> dict[str, Any]:
    """What the address asks for, as parameters of another. without: names to leave out. changed: values put in then."""
    given = {name: asked.all(name) for name in _KEPT if asked.all(name)} | dict(hearing_parameters(asked))
    return {name: value for name, value in given.items() if name not in without} | changed


def _named(asked: Asked, side: str) -> list[str]:
    return [asked.concept(name) for name in asked.all(side)]


def _states(asked: Asked, is_named: bool) -> list[str] | None:
    """Where nobody says otherwise only lines that say something, but all of what a concept is set against."""
    given = asked.codes("CellState", "state")
    if asked.switched_on("all"):
        return None
    if given or is_named:
        return given or None
    return [code.enum_name for code in codes(asked.ontology, "CellState") if code.enum_name != SILENT]


def _variables(asked: Asked) -> Mapping[str, Any]:
    return {**questioned(asked), "sentences": not asked.switched_on("all")}


# --- what is seen ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cell:
    """One cell as it is seen. start, end: its concepts. told: the API's answer. state, sign: their codes; sign None
    for none. level: in short; "" where no relation is reported."""

    start: Mapping[str, Any]
    end: Mapping[str, Any]
    told: Mapping[str, Any]
    state: Code
    sign: Code | None
    level: str

    @property
    def symbols(self) -> str:
        """The signs of its state and of the relation, the same only once."""
        signs = [self.state.notation, self.sign.notation if self.sign else ""]
        return " ".join(dict.fromkeys(each for each in signs if each))

    @property
    def sentence(self) -> str:
        """What it says, where it says something and sentences were asked for."""
        return "" if self.is_silent else self.told.get("inWords", "")

    @property
    def is_silent(self) -> bool:
        """Whether nothing is known of the pair, though opinions may mention it."""
        return self.state.enum_name == SILENT


@dataclass(frozen=True)
class Line:
    """A concept of the side that stands one below the other, and its cells."""

    concept: Mapping[str, Any]
    cells: Sequence[Cell]

    @property
    def spoken(self) -> list[Cell]:
        """The cells that say something."""
        return [cell for cell in self.cells if not cell.is_silent]


@dataclass(frozen=True)
class SeenMap:
    """The map in the order in which it is seen: by class, then by label. is_turned: whether the rows of the question
    stand side by side, as a single one does, since it would be too long for a page the other way."""

    lines: Sequence[Line]
    across: Sequence[Mapping[str, Any]]
    is_turned: bool

    @cached_property
    def line_groups(self) -> list[tuple[str, list[Line]]]:
        """The lines of each class."""
        return [(name, list(each)) for name, each in groupby(self.lines, lambda line: _class_of(line.concept))]

    @cached_property
    def across_groups(self) -> list[tuple[str, int]]:
        """How many concepts of each class stand side by side."""
        return [(name, len(list(each))) for name, each in groupby(self.across, _class_of)]

    @property
    def cells(self) -> Iterator[Cell]:
        """Every cell in the order of reading."""
        return (cell for line in self.lines for cell in line.cells)


def seen(asked: Asked, data: Data) -> SeenMap:
    """The answer as it is shown and saved."""
    answer = data["gapMap"]
    rows = [each["concept"] for each in answer["rows"]]
    columns = [each["concept"] for each in answer["columns"]]
    cells = _cells(asked, answer["rows"], columns)
    is_turned = len(asked.all("row")) == 1 and not asked.switched_on("narrower") and len(columns) > 1
    down, across = (columns, rows) if is_turned else (rows, columns)
    across = _in_order(across)
    pairs = {line["id"]: [(line["id"], each["id"])[:: -1 if is_turned else 1] for each in across] for line in down}
    lines = [Line(line, [cells[pair] for pair in pairs[line["id"]]]) for line in _in_order(down)]
    return SeenMap(lines, across, is_turned)


def _cells(
    asked: Asked, rows: Iterable[Mapping[str, Any]], columns: Sequence[Mapping[str, Any]]
) -> dict[tuple[str, str], Cell]:
    states = {code.enum_name: code for code in codes(asked.ontology, "CellState")}
    signs = {code.enum_name: code for code in codes(asked.ontology, "Sign")}
    found = {}
    for row in rows:
        for column, told in zip(columns, row["cells"], strict=True):
            sign = signs[told["sign"]] if told["sign"] else None
            level = told["levelNotation"] or "" if sign else ""
            cell = Cell(row["concept"], column, told, states[told["state"]], sign, level)
            found[cell.start["id"], cell.end["id"]] = cell
    return found


def _in_order(concepts: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return sorted(concepts, key=lambda each: (_class_of(each), swedish_key(each["label"])))


def _class_of(concept: Mapping[str, Any]) -> str:
    return str(concept["__typename"])


# --- the page --------------------------------------------------------------------------------------------------------


def _view(asked: Asked, data: Data) -> Mapping[str, Any]:
    shown = seen(asked, data)
    arrangement = asked.one("as")
    if arrangement and arrangement not in ARRANGEMENTS:
        raise BadAddress("bad-value", name="as", value=arrangement, known=", ".join(ARRANGEMENTS))
    return {
        "map": shown,
        "has_words": len(shown.across) <= MOST_IN_WORDS,
        "arrangement": arrangement,
        "counts": {each["state"]: each["count"] for each in data["gapMap"]["stateCounts"]},
        "silent": SILENT,
        "sides": [_side(asked, side, data["named"]) for side in SIDES],
        "hearing": hearing_parameters(asked),
        "kept": parameters(asked),
        "changed": lambda *without, **changed: parameters(asked, *without, **changed),
        "spoken_name": _spoken_name(asked),
        "where": cell_addresses(asked),
        "shows_all": asked.switched_on("all"),
        "is_narrowed": bool(parameters(asked, *SIDES, "all")),
    }


def _side(asked: Asked, side: str, named: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What the form offers for a side: the classes by way in, or the concepts that the address names."""
    ontology, chosen = asked.ontology, classes_asked(asked, side)
    wanted = set(_named(asked, side))
    return {
        "name": side,
        "named": [each for each in named if each["id"] in wanted],
        "ways": [(way, leaves_of(ontology, way)) for way in _WAYS_OF_SIDES[side]],
        "chosen": chosen,
    }


def cell_addresses(asked: Asked) -> Callable[[Cell], str]:
    """The address of a cell's page, with the same filters."""
    hearing = hearing_parameters(asked)
    return lambda cell: asked.addresses.cell(cell.start["id"], cell.end["id"], **hearing)


def _spoken_name(asked: Asked) -> Callable[[Cell], str]:
    """What a cell is called when it is heard: row, column, state, sign, level and number of claims."""
    text = interface(asked.language)
    counts: dict[int, str] = {}

    def name(cell: Cell) -> str:
        number = cell.told["claimCount"]
        if number and number not in counts:
            counts[number] = text("claim-count", count=number)
        said = [
            cell.state.labels[asked.language],
            cell.sign.readings[asked.language] if cell.sign else "",
            cell.level,
            counts.get(number, ""),
        ]
        return f"{cell.start['label']} – {cell.end['label']}: {', '.join(each for each in said if each)}"

    return name


GAP_MAP = Page("gap-map", "/gap-map", _variables, _view)
