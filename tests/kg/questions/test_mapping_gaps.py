"""Each cell of a gap map has the one state that its claims give it, and nothing turns silence into a finding."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import LimitExceeded
from kg.evidence import EvidenceClaim, EvidenceFloor
from kg.questions.gap_map import Cell, CellState, GapMap, gap_map
from tests.made_evidence import FACTORS, MAKES_LINKS, WEIGHED, code, made_claim, made_evidence

PAIR = ("method", "stress")
ROWS, COLUMNS = frozenset({"method", "branch", "leaf"}), frozenset({"stress", "health"})
BROADER = {"leaf": ["branch"], "branch": ["method"], "stress": ["health"]}


def state(*claims: EvidenceClaim) -> CellState:
    found = gap_map(made_evidence(claims, BROADER).whole, frozenset({"method"}), frozenset({"stress"}))
    return found.rows[0].cells[0].state


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        (["increases"], CellState.EFFECT_REPORTED),
        (["decreases", "decreases"], CellState.EFFECT_REPORTED),
        (["no-change"], CellState.NULL_REPORTED),
        (["increases", "decreases"], CellState.MIXED),
        (["increases", "no-change"], CellState.MIXED),
        (["mixed"], CellState.MIXED),
        (["undirected"], CellState.EFFECT_REPORTED),
        (["unknown"], CellState.STATED_UNKNOWN),
        (["undirected", "unknown"], CellState.STATED_UNKNOWN),
        (["decreases", "unknown"], CellState.EFFECT_REPORTED),
    ],
)
def test_what_weighed_claims_report_is_the_state(signs: list[str], expected: CellState) -> None:
    assert state(*(made_claim(f"{n}", PAIR, sign) for n, sign in enumerate(signs))) is expected


def test_an_undirected_claim_whose_text_is_missing_is_no_effect() -> None:
    assert state(made_claim("a", PAIR, "undirected", rests_on_missing_part=True)) is CellState.TEXT_MISSING


@pytest.mark.parametrize("kind", ["opinion", "comment", "norm", "description"])
def test_what_has_no_weight_is_listed_but_addresses_nothing(kind: str) -> None:
    evidence = made_evidence([made_claim("a", PAIR, kind=kind)])
    (row,) = gap_map(evidence.whole, frozenset({"method"}), frozenset({"stress"})).rows
    assert (row.cells[0].state, row.totals.claim_count) == (CellState.NOT_ADDRESSED, 1)


@pytest.mark.parametrize(
    ("kind", "relation"), [("plan", "affects"), ("plan", "has-purpose"), ("opinion", "has-purpose")]
)
def test_a_plan_or_a_stated_aim_is_planned(kind: str, relation: str) -> None:
    assert state(made_claim("a", PAIR, "undirected", kind, relation)) is CellState.PLANNED


def test_an_observed_aim_is_planned_and_no_effect() -> None:
    assert state(made_claim("a", PAIR, "undirected", "observed", "has-purpose")) is CellState.PLANNED


def test_what_changes_an_effect_or_only_responds_to_it_is_counted_as_something_else() -> None:
    claims = [made_claim(name, PAIR, relation=name) for name in ("moderates", "responds-to")]
    claims.append(made_claim("back", ("stress", "method")))
    (row,) = gap_map(made_evidence(claims).whole, frozenset({"method"}), frozenset({"stress"})).rows
    assert (row.cells[0].state, row.cells[0].others) == (CellState.NOT_ADDRESSED, 3)


def test_claims_on_narrower_concepts_are_told_and_not_counted() -> None:
    claims = [made_claim("a", ("leaf", "stress")), made_claim("b", ("method", "stress"))]
    found = cells(gap_map(made_evidence(claims, BROADER).whole, ROWS, COLUMNS))
    assert {pair: cell.narrower for pair, cell in found.items()} == {
        ("method", "health"): 2, ("method", "stress"): 1, ("branch", "health"): 1, ("branch", "stress"): 1,
        ("leaf", "health"): 1, ("leaf", "stress"): 0,
    }  # fmt: skip
    assert found["branch", "stress"].state is CellState.NOT_ADDRESSED


def test_states_leave_out_rows_and_columns_but_no_cell_of_those_that_stay() -> None:
    evidence = made_evidence([made_claim("a", PAIR, "no-change")], BROADER)
    found = gap_map(evidence.whole, ROWS, COLUMNS, frozenset({CellState.NULL_REPORTED}))
    assert ([row.concept for row in found.rows], found.omitted_rows, found.omitted_columns) == (["method"], 2, 1)
    both = gap_map(evidence.whole, ROWS, COLUMNS, frozenset({CellState.NOT_ADDRESSED}))
    assert both.states == {CellState.NOT_ADDRESSED: 5, CellState.NULL_REPORTED: 1}


def test_a_level_keeps_away_what_weighs_too_little_and_tells_how_much() -> None:
    evidence = made_evidence([made_claim("a", PAIR), made_claim("b", PAIR, "unknown", "opinion")])
    level = evidence.assess(EvidenceFloor(min_level=code("support-level", "u1")))
    (row,) = gap_map(level, frozenset({"method"}), frozenset({"stress"})).rows
    assert (row.cells[0].state, row.cells[0].hidden) == (CellState.STATED_UNKNOWN, 1)


def test_a_map_that_would_be_too_large_is_refused() -> None:
    rows, columns = (frozenset(f"{name}{n}" for n in range(101)) for name in "ab")
    with pytest.raises(LimitExceeded, match="101 rows and 101 columns are 10201 cells; a gap map has at most 10000"):
        gap_map(made_evidence([]).whole, rows, columns)


CLAIMS = st.lists(
    st.builds(
        made_claim,
        name=st.uuids().map(str),
        pair=st.tuples(st.sampled_from(sorted(ROWS)), st.sampled_from(sorted(COLUMNS))),
        sign=st.sampled_from(sorted(FACTORS)),
        kind=st.sampled_from(sorted(WEIGHED | {"opinion", "plan"})),
        relation=st.sampled_from(["affects", "goes-with", "has-purpose", "requires", "moderates"]),
        rests_on_missing_part=st.booleans(),
        is_first_hand=st.booleans(),
    ),
    max_size=12,
)


def cells(found: GapMap) -> dict[tuple[str, str], Cell]:
    return {(row.concept, cell.end): cell for row in found.rows for cell in row.cells}


def naive(claims: list[EvidenceClaim], pair: tuple[str, str]) -> CellState:
    """The state of one pair, worked out from scratch by the rule's own words."""
    purpose, plan = code("relation", "has-purpose"), code("claim-kind", "plan")
    here = [each for each in claims if (each.start, each.end) == pair]
    linking = [each for each in here if each.relation in {code("relation", name) for name in MAKES_LINKS}]
    counted = [*linking, *(each for each in here if each.relation == purpose)]
    signs = {each.sign.rsplit("/", 1)[-1] for each in linking if each.weight}
    if "mixed" in signs or len(signs & {"increases", "decreases", "no-change"}) > 1:
        return CellState.MIXED
    if signs & {"increases", "decreases"}:
        return CellState.EFFECT_REPORTED
    if "no-change" in signs:
        return CellState.NULL_REPORTED
    if any(each.sign == code("sign", "unknown") for each in counted):
        return CellState.STATED_UNKNOWN
    if any(each.weight and each.rests_on_missing_part for each in linking):
        return CellState.TEXT_MISSING
    if any(each.weight for each in linking):
        return CellState.EFFECT_REPORTED
    is_planned = any(each.kind == plan or each.relation == purpose for each in counted)
    return CellState.PLANNED if is_planned else CellState.NOT_ADDRESSED


@given(CLAIMS)
def test_each_cell_is_what_working_it_out_alone_gives(claims: list[EvidenceClaim]) -> None:
    found = gap_map(made_evidence(claims, BROADER).whole, ROWS, COLUMNS)
    assert {pair: cell.state for pair, cell in cells(found).items()} == {
        (row, column): naive(claims, (row, column)) for row in ROWS for column in COLUMNS
    }


@given(CLAIMS)
def test_the_totals_add_up(claims: list[EvidenceClaim]) -> None:
    found = gap_map(made_evidence(claims, BROADER).whole, ROWS, COLUMNS)
    assert found.states.total() == len(ROWS) * len(COLUMNS)
    for lines in (found.rows, found.columns):
        assert sum((line.totals.states for line in lines), Counter()) == found.states
        assert sum(line.totals.claim_count for line in lines) == sum(len(cell.claims) for cell in cells(found).values())
        for line in lines:
            assert line.totals.kinds.total() == line.totals.claim_count


@given(CLAIMS, st.booleans(), st.sets(st.sampled_from(sorted(WEIGHED | {"plan"}))))
def test_a_floor_never_turns_silence_into_something(
    claims: list[EvidenceClaim], first_hand_only: bool, kinds: set[str]
) -> None:
    evidence = made_evidence(claims, BROADER)
    chosen = frozenset(code("claim-kind", kind) for kind in kinds)
    floor = EvidenceFloor(first_hand_only=first_hand_only, kinds=chosen)
    whole, part = (cells(gap_map(each, ROWS, COLUMNS)) for each in (evidence.whole, evidence.assess(floor)))
    for pair, cell in whole.items():
        assert len(cell.claims) == len(part[pair].claims) + part[pair].hidden
        if cell.state is CellState.NOT_ADDRESSED:
            assert part[pair].state is CellState.NOT_ADDRESSED
