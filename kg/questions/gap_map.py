"""Gap maps: concepts against concepts, and in each cell what the collection knows of the pair.

Source of the states and of their order: knowledge model, section 4; their definitions stand in the ontology's list.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from kg.errors import LimitExceeded
from kg.evidence import ConceptTree, EvidenceClaim
from kg.links import Link
from kg.ontology import Ontology
from kg.ontology.codes import flagged
from kg.questions.assessed import Assessed
from kg.terms import SIGN_MIXED

MOST_CELLS = 10_000
"""Rows times columns of the largest map."""

Pair = tuple[str, str]


class CellState(Enum):
    """What is known of a pair. The value is the name of the state in the ontology's list."""

    EFFECT_REPORTED = "effect-reported"
    NULL_REPORTED = "null-reported"
    MIXED = "mixed"
    STATED_UNKNOWN = "stated-unknown"
    PLANNED = "planned"
    NOT_ADDRESSED = "not-addressed"
    TEXT_MISSING = "text-missing"


@dataclass(frozen=True)
class Meanings:
    """What codes stand for. planned: relations and kinds that say what is intended. unknown: signs that say that it is
    not known. mixed: the sign of a claim that reports both directions."""

    planned: frozenset[str]
    unknown: frozenset[str]
    mixed: str = str(SIGN_MIXED)


@dataclass(frozen=True)
class Cell:
    """claims: those on exactly this pair that the question hears, by IRI. link: what they make, None where they make
    none. narrower: how many claims are on pairs below. others: how many are on this pair in another way, such as the
    other way round. hidden: how many on this pair, of those that would be counted, the question does not hear."""

    start: str
    end: str
    state: CellState
    claims: tuple[EvidenceClaim, ...] = ()
    link: Link | None = None
    narrower: int = 0
    others: int = 0
    hidden: int = 0

    @property
    def has_direction(self) -> bool:
        """Whether a weighed claim states a direction or that there is none."""
        return any(claim.is_weighed and claim.factor is not None for claim in self.claims)

    @property
    def lineages(self) -> frozenset[str]:
        """The lineages that support its link."""
        return frozenset(each.lineage for each in self.link.support) if self.link else frozenset()


@dataclass(frozen=True)
class Totals:
    """What some cells come to together. lineages: those that support a link of theirs."""

    states: Counter[CellState]
    kinds: Counter[str]
    claim_count: int
    lineages: frozenset[str]


@dataclass(frozen=True)
class Line:
    """A row or a column: its concept, its cells in the order of the other side, and their totals."""

    concept: str
    cells: tuple[Cell, ...]
    totals: Totals


@dataclass(frozen=True)
class GapMap:
    """rows, columns: by Swedish label. omitted_rows, omitted_columns: how many have no cell in the states asked for."""

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    states: Counter[CellState]
    omitted_rows: int = 0
    omitted_columns: int = 0


@dataclass(frozen=True)
class _Known:
    """What one pass over the claims finds: pair → its claims, and how many are below it, on it in another way, and not
    heard."""

    claims: Mapping[Pair, Sequence[EvidenceClaim]]
    narrower: Mapping[Pair, int]
    others: Mapping[Pair, int]
    hidden: Mapping[Pair, int]


def read_meanings(ontology: Ontology) -> Meanings:
    """What the ontology says of its codes."""
    return Meanings(
        planned=flagged(ontology, "Relation", "isPlanned") | flagged(ontology, "ClaimKind", "isPlanned"),
        unknown=flagged(ontology, "Sign", "isStatedUnknown"),
    )


def state_of(claims: Iterable[EvidenceClaim], meanings: Meanings) -> CellState:
    """The state of a pair on which are these claims and no others. The order of the claims does not matter."""
    claims = tuple(claims)
    weighed = [claim for claim in claims if claim.is_weighed]
    factors = {claim.factor for claim in weighed if claim.factor is not None}
    if len(factors) > 1 or any(claim.sign == meanings.mixed for claim in weighed):
        return CellState.MIXED
    if factors:
        return CellState.NULL_REPORTED if factors == {0} else CellState.EFFECT_REPORTED
    if any(claim.sign in meanings.unknown for claim in claims):
        return CellState.STATED_UNKNOWN
    if weighed:
        is_missing = any(claim.rests_on_missing_part for claim in weighed)
        return CellState.TEXT_MISSING if is_missing else CellState.EFFECT_REPORTED
    is_planned = any(claim.kind in meanings.planned or claim.relation in meanings.planned for claim in claims)
    return CellState.PLANNED if is_planned else CellState.NOT_ADDRESSED


def gap_map(
    assessed: Assessed,
    rows: frozenset[str],
    columns: frozenset[str],
    states: frozenset[CellState] = frozenset(),
) -> GapMap:
    """Each row's concept against each column's.

    Counted on a pair are the claims that make links or state an aim; one that says what changes an effect is not. Where
    a link is below the wanted level, the weighed claims that make it are not heard. states: leave out rows and columns
    without a cell in one of these; the cells of the others all stay. Raises LimitExceeded for more cells than a map
    may have.
    """
    if len(rows) * len(columns) > MOST_CELLS:
        raise LimitExceeded(
            f"{len(rows)} rows and {len(columns)} columns are {len(rows) * len(columns)} cells;"
            f" a gap map has at most {MOST_CELLS}",
            remedy="Ask for fewer concepts, such as a class or a branch instead of all.",
        )
    meanings = read_meanings(assessed.evidence.ontology)
    known = _known(assessed, rows, columns, meanings)
    ordered = assessed.tree.in_order(columns)
    table = {
        row: {column: _cell((row, column), known, assessed, meanings) for column in ordered}
        for row in assessed.tree.in_order(rows)
    }
    return _shown(table, ordered, states)


def cells_of(assessed: Assessed, pairs: Iterable[Pair]) -> dict[Pair, Cell]:
    """The cells of some pairs, as `gap_map` has them."""
    wanted = tuple(pairs)
    meanings = read_meanings(assessed.evidence.ontology)
    known = _known(assessed, frozenset(row for row, _ in wanted), frozenset(column for _, column in wanted), meanings)
    return {pair: _cell(pair, known, assessed, meanings) for pair in wanted}


def _shown(table: Mapping[str, Mapping[str, Cell]], columns: Sequence[str], states: frozenset[CellState]) -> GapMap:
    wanted = [cell for cells in table.values() for cell in cells.values() if not states or cell.state in states]
    kept_rows, kept_columns = {cell.start for cell in wanted}, {cell.end for cell in wanted}
    rows = [row for row in table if row in kept_rows]
    ordered = [column for column in columns if column in kept_columns]
    lines = tuple(_line(row, [table[row][column] for column in ordered]) for row in rows)
    return GapMap(
        rows=lines,
        columns=tuple(_line(column, [table[row][column] for row in rows]) for column in ordered),
        states=sum((line.totals.states for line in lines), Counter()),
        omitted_rows=len(table) - len(rows),
        omitted_columns=len(columns) - len(ordered),
    )


def _line(concept: str, cells: Sequence[Cell]) -> Line:
    spoken = [cell for cell in cells if cell.claims]
    totals = Totals(
        states=Counter(cell.state for cell in cells),
        kinds=Counter(claim.kind for cell in spoken for claim in cell.claims),
        claim_count=sum(len(cell.claims) for cell in spoken),
        lineages=frozenset(lineage for cell in spoken for lineage in cell.lineages),
    )
    return Line(concept, tuple(cells), totals)


def _cell(pair: Pair, known: _Known, assessed: Assessed, meanings: Meanings) -> Cell:
    told = known.narrower.get(pair, 0), known.others.get(pair, 0), known.hidden.get(pair, 0)
    if pair not in known.claims:
        return Cell(*pair, CellState.NOT_ADDRESSED, (), None, *told)
    claims = tuple(sorted(known.claims[pair], key=lambda each: each.claim))
    return Cell(*pair, state_of(claims, meanings), claims, assessed.links.get(pair), *told)


def _known(assessed: Assessed, rows: frozenset[str], columns: frozenset[str], meanings: Meanings) -> _Known:
    claims: dict[Pair, list[EvidenceClaim]] = defaultdict(list)
    others: Counter[Pair] = Counter()
    for claim in assessed.claims:
        others[claim.end, claim.start] += 1
        if not _is_counted(claim, meanings):
            others[claim.start, claim.end] += 1
    for claim in assessed.heard_claims:
        if _is_counted(claim, meanings):
            claims[claim.start, claim.end].append(claim)
    hidden = Counter((claim.start, claim.end) for claim in assessed.evidence.claims if _is_counted(claim, meanings))
    hidden.subtract({pair: len(members) for pair, members in claims.items()})
    return _Known(claims, _narrower(claims, rows, columns, assessed.tree), others, hidden)


def _narrower(
    claims: Mapping[Pair, Sequence[EvidenceClaim]], rows: frozenset[str], columns: frozenset[str], tree: ConceptTree
) -> Counter[Pair]:
    """For each cell, how many claims are on a pair that is not its own but within it."""
    found: Counter[Pair] = Counter()
    for (start, end), members in claims.items():
        for row in tree.around(start) & rows:
            for column in tree.around(end) & columns:
                found[row, column] += 0 if (row, column) == (start, end) else len(members)
    return found


def _is_counted(claim: EvidenceClaim, meanings: Meanings) -> bool:
    return not claim.is_qualifying and (claim.is_pooled or claim.relation in meanings.planned)
