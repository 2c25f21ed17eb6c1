"""Small made collections: five concepts, six studies of four lineages, and rules that ask for a place."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from kg.evidence import Basis, ConceptTree, EvidenceClaim, Scope
from kg.links import Judging, Requirement, SupportRules
from kg.questions import Evidence
from kg.terms import EG
from tests.collection import shipped_ontology

SIGNS = {1: "increases", -1: "decreases", 0: "no-change"}
RULES = SupportRules(
    levels={
        "u0": (),
        "u1": (Requirement(1, 1),),
        "u2": (Requirement(2, 1), Requirement(1, 2)),
        "u3": (Requirement(2, 1), Requirement(1, 1, countries=frozenset({"SE"})), Requirement(1, 1, True)),
    },
    tiers={"poll": (1, 0), "interviews": (2, 2), "survey": (3, 1), "trial": (4, 4)},
    tiers_down={"second-hand": 1},
)
TREE = ConceptTree(
    classes={
        "measure": frozenset({str(EG.OrganisationalMeasure)}),
        "factor": frozenset({str(EG.OrganisationalFactor)}),
        "task": frozenset({str(EG.TaskFactor)}),
        "stress": frozenset({str(EG.WorkEnvironmentOutcome)}),
        "turnover": frozenset({str(EG.StaffingOutcome)}),
    }
)
CONCEPTS = sorted(TREE.classes)


def _study(study: str, lineage: str, design: str, country: str | None) -> Basis:
    scope = None if country is None else Scope(f"context of {study}", frozenset({country}))
    return Basis(study, lineage, design, has_sample_size=True, scope=scope)


STUDIES = {
    each.study: each
    for each in (
        _study("s1", "north", "trial", "GB"),
        _study("s2", "north", "poll", "SE"),
        _study("s3", "south", "survey", "SE"),
        _study("s4", "east", "interviews", None),
        _study("s5", "east", "survey", "GB"),
        _study("s6", "west", "unknown", "SE"),
    )
}


def claim(name: str, start: str, end: str, factor: int | None = 1, **given: object) -> EvidenceClaim:
    """A claim that counts; by default in one document, of a study of its own lineage."""
    studies = given.pop("studies", ("s3",))
    assert isinstance(studies, tuple)
    bases = tuple(STUDIES[each] for each in studies)
    values: dict[str, object] = {
        "claim": name,
        "start": start,
        "end": end,
        "sign": "undirected" if factor is None else SIGNS[factor],
        "factor": factor,
        "kind": "self-report",
        "weight": 1,
        "document": "d1",
        "bases": bases,
        "lineages": frozenset(each.lineage for each in bases) or frozenset({"voice"}),
    }
    return EvidenceClaim(**{**values, **given})  # type: ignore[arg-type]


def evidence(claims: Iterable[EvidenceClaim]) -> Evidence:
    """The claims as the evidence of one version of the data."""
    return Evidence(shipped_ontology(), tuple(claims), Judging(RULES, TREE, "mixed", "undirected"), SIGNS)


PAIRS = st.sampled_from(
    [
        ("measure", "task"),
        ("task", "measure"),
        ("measure", "stress"),
        ("task", "stress"),
        ("factor", "task"),
        ("factor", "stress"),
        ("stress", "turnover"),
        ("turnover", "factor"),
        ("stress", "factor"),
    ]
)
"""Few enough that several claims on a pair, chains and loops are common."""

CLAIMS = st.builds(
    lambda name, pair, factor, **given: claim(name, *pair, factor, **given),
    st.uuids(version=4).map(str),
    PAIRS,
    st.sampled_from([1, 1, -1, 0, None]),
    studies=st.lists(st.sampled_from(sorted(STUDIES)), max_size=2, unique=True).map(tuple),
    weight=st.sampled_from([1, 1, 1, 0]),
    document=st.sampled_from(["d1", "d2", "d3"]),
    is_first_hand=st.booleans(),
    is_qualifying=st.sampled_from([False, False, False, True]),
    flags=st.sampled_from([frozenset(), frozenset({"second-hand"})]),
)
COLLECTIONS = st.lists(CLAIMS, max_size=25, unique_by=lambda each: each.claim)
