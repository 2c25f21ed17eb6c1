"""`gapMap(rows, columns, …)`: concepts against concepts, each cell with what the collection knows of the pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from api.schema.questions.concepts import concepts_argument
from api.schema.questions.floor import FLOOR, RULE_INPUTS, assessed_for, report
from api.schema.questions.paths import INCLUDE_NARROWER
from api.schema.questions.question import Argument, Asked, One, Question
from kg.terms import EG
from kg.wording import joined

if TYPE_CHECKING:
    from kg.ontology import Ontology
    from kg.questions import Assessed
    from kg.questions.gap_map import Cell, CellState, Line, Totals


def _resolve(asked: Asked) -> dict[str, Any]:
    from kg.questions.gap_map import gap_map

    assessed = assessed_for(asked)
    narrower = bool(asked.arguments["includeNarrower"])
    rows = concepts_argument(asked, "rows", assessed.tree, narrower=narrower)
    columns = concepts_argument(asked, "columns", assessed.tree, narrower=narrower)
    found = gap_map(assessed, rows, columns, _states(asked))
    show = _Shown(assessed)
    return {
        "rows": [{**show.line(row), "cells": cache(partial(show.cells, row))} for row in found.rows],
        "columns": [show.line(column) for column in found.columns],
        "stateCounts": show.states(found.states),
        "omittedRowCount": found.omitted_rows,
        "omittedColumnCount": found.omitted_columns,
        "report": report(asked, assessed),
    }


def _states(asked: Asked) -> frozenset[CellState]:
    wanted = frozenset(asked.arguments.get("states") or ())
    return frozenset(state for state, code in state_codes(asked.ontology).items() if code in wanted)


def state_codes(ontology: Ontology) -> dict[CellState, str]:
    """State → its IRI, in the order of the ontology's list."""
    from kg.questions.gap_map import CellState

    return {CellState(code.name): code.iri for code in ontology.codes[str(EG.CellState)]}


class _Shown:
    """Turns lines and cells into the mappings of their classes."""

    def __init__(self, assessed: Assessed) -> None:
        from kg.questions.gap_map import read_meanings

        ontology = assessed.evidence.ontology
        self._assessed = assessed
        self._meanings = read_meanings(ontology)
        self._state_codes = state_codes(ontology)
        self._kinds = [code.iri for code in ontology.codes[str(EG.ClaimKind)]]

    def line(self, line: Line) -> dict[str, Any]:
        """What rows and columns have alike."""
        return {"concept": line.concept, **self._totals(line.totals)}

    def states(self, counts: Counter[CellState]) -> list[dict[str, Any]]:
        """Mappings of the class StateCount, in the list's order."""
        return [{"state": code, "count": counts[state]} for state, code in self._state_codes.items() if counts[state]]

    def cells(self, row: Line) -> list[dict[str, Any]]:
        """Mappings of the class GapMapCell, in the columns' order."""
        return [self.cell(cell) for cell in row.cells]

    def cell(self, cell: Cell) -> dict[str, Any]:
        """A mapping of the class GapMapCell."""
        link = cell.link
        return {
            "from": cell.start,
            "to": cell.end,
            "state": self._state_codes[cell.state],
            "sign": self._sign(cell),
            "level": link.level if link else None,
            "levelNotation": self._assessed.speaker.notation(link) if link else None,
            "isContested": bool(link and link.is_contested),
            "lineageCount": len(link.support) if link else 0,
            "claimCount": len(cell.claims),
            "kindCounts": lambda: self._kind_counts(claim.kind for claim in cell.claims),
            "claims": [claim.claim for claim in cell.claims],
            "link": self._assessed.iri(link) if link else None,
            "narrowerClaimCount": cell.narrower,
            "otherClaimCount": cell.others,
            "hiddenClaimCount": cell.hidden,
            "inWords": lambda: joined(self._words(cell)),
        }

    def _totals(self, totals: Totals) -> dict[str, Any]:
        return {
            "stateCounts": self.states(totals.states),
            "kindCounts": self._kind_counts(totals.kinds.elements()),
            "claimCount": totals.claim_count,
            "lineageCount": len(totals.lineages),
        }

    def _kind_counts(self, kinds: Iterable[str]) -> list[dict[str, Any]]:
        counts = Counter(kinds)
        return [{"kind": kind, "count": counts[kind]} for kind in self._kinds if counts[kind]] if counts else []

    def _sign(self, cell: Cell) -> str | None:
        """The sign of what the state reports; that of opinions and plans is none of the cell's."""
        from kg.questions.gap_map import CellState

        if cell.link and cell.has_direction:
            return cell.link.sign
        if cell.state is CellState.MIXED:
            return self._assessed.judging.mixed
        if cell.state in (CellState.EFFECT_REPORTED, CellState.TEXT_MISSING):
            return self._assessed.judging.undirected
        if cell.state is CellState.STATED_UNKNOWN:
            return next(claim.sign for claim in cell.claims if claim.sign in self._meanings.unknown)
        return None

    def _words(self, cell: Cell) -> Iterator[dict[str, str]]:
        say = self._assessed.speaker.sentences.say
        yield from self._state_words(cell)
        if cell.others:
            yield say("cell-other", count=cell.others)
        if cell.hidden:
            yield say("cell-hidden", count=cell.hidden)
        if cell.narrower:
            yield say("cell-narrower", count=cell.narrower)

    def _state_words(self, cell: Cell) -> Iterator[dict[str, str]]:
        from kg.questions.gap_map import CellState

        speaker = self._assessed.speaker
        ends = {"from_": self._assessed.tree.name(cell.start), "to": self._assessed.tree.name(cell.end)}
        if cell.state is CellState.NOT_ADDRESSED:
            yield speaker.sentences.say(_silence(cell), count=len(cell.claims), **ends)
        elif cell.link and cell.has_direction:
            if cell.state is CellState.MIXED:
                yield speaker.sentences.say("cell-mixed", **ends)
            yield speaker.link(cell.link)
        elif cell.state is CellState.EFFECT_REPORTED:
            yield speaker.sentences.say("cell-undirected", **ends)
        else:
            yield speaker.sentences.say(f"cell-{cell.state.value}", **ends)


def _silence(cell: Cell) -> str:
    """The wording of what is not addressed: nothing at all is said only where no claim of any sort is on the pair."""
    if cell.claims:
        return "cell-not-examined"
    if cell.hidden:
        return "cell-not-heard"
    return "cell-not-related" if cell.others else "cell-not-addressed"


GAP_MAP = Question(
    name="gapMap",
    answers=One("GapMap"),
    arguments={
        "rows": Argument("[ID!]!", "One side: concepts, or names of classes as Method.", takes_classes=True),
        "columns": Argument(
            "[ID!]!",
            "The other side: concepts, or names of classes as Outcome. Rows times columns are at most 10,000.",
            takes_classes=True,
        ),
        "states": Argument("[CellState!]", "Only rows and columns with a cell in one of these; their cells all stay."),
        "includeNarrower": INCLUDE_NARROWER,
        **FLOOR,
    },
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.gapMapQuestion),
)
