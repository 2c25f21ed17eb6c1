"""A made collection of 1,000 concepts and 4,000 links, for benches of graph questions: the same for the same seed."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from statistics import quantiles

from kg.evidence import Basis, ConceptTree, EvidenceClaim, Scope
from kg.links import Judging, read_rules
from kg.ontology import Ontology, load_ontology
from kg.questions import Evidence
from kg.terms import BASE, EG, SIGN_MIXED, SIGN_UNDIRECTED

CONCEPTS, LINKS = 1_000, 4_000

_CLASSES = ("Method", "OrganisationalMeasure", "OrganisationalFactor", "WorkEnvironmentOutcome", "StaffingOutcome")
_DESIGNS = ("controlled-trial", "systematic-review", "qualitative-study", "cross-sectional-survey", "unknown")
_SIGNS = {1: "increases", -1: "decreases", 0: "no-change"}
_SCOPES = (
    None,
    Scope("context/here", frozenset({"SE"}), frozenset({BASE + "concept/social-services"})),
    Scope("context/there", frozenset({"GB"})),
)


def made_evidence(
    concepts: int = CONCEPTS, links: int = LINKS, *, seed: int = 1, ontology: Ontology | None = None
) -> Evidence:
    """Evidence on so many pairs of so many concepts, judged by the ontology's own rules.

    Each pair has from one to three claims, each with a direction, of one to two studies of one of 60 lineages; one pair
    in ten has only claims without weight. The concepts are of five classes in turn, the first fifth above the others.
    """
    ontology, chance = ontology or load_ontology(), random.Random(seed)
    names = [f"{BASE}concept/made-{number:04}" for number in range(concepts)]
    tree = ConceptTree(
        classes={name: frozenset({str(EG[_CLASSES[place % 5]])}) for place, name in enumerate(names)},
        broader={name: frozenset({names[place % (concepts // 5)]}) for place, name in enumerate(names)},
        labels={name: {"sv": f"begrepp {place}", "en": f"concept {place}"} for place, name in enumerate(names)},
    )
    pairs: dict[tuple[str, str], None] = {}
    while len(pairs) < links:
        start, end = chance.sample(names, 2)
        pairs[start, end] = None
    claims = [claim for place, pair in enumerate(pairs) for claim in _claims(pair, place, chance)]
    judging = Judging(read_rules(ontology), tree, str(SIGN_MIXED), str(SIGN_UNDIRECTED))
    return Evidence(ontology, tuple(claims), judging, {factor: _code("sign", name) for factor, name in _SIGNS.items()})


def _claims(pair: tuple[str, str], place: int, chance: random.Random) -> list[EvidenceClaim]:
    main, has_weight = chance.choice([1, -1]), place % 10 > 0
    return [_claim(pair, f"{place:05}-{number}", main, has_weight, chance) for number in range(chance.randint(1, 3))]


def _claim(pair: tuple[str, str], name: str, main: int, has_weight: bool, chance: random.Random) -> EvidenceClaim:
    factor = main if chance.random() < 0.9 else -main
    bases = tuple(_study(chance) for _ in range(chance.randint(1, 2)))
    return EvidenceClaim(
        claim=f"{BASE}claim/made-{name}",
        start=pair[0],
        end=pair[1],
        sign=_code("sign", _SIGNS[factor]),
        factor=factor,
        kind=_code("claim-kind", "observed" if has_weight else "opinion"),
        weight=int(has_weight),
        relation=_code("relation", "affects"),
        document=f"{BASE}document/made-{chance.randrange(50)}",
        is_first_hand=chance.random() < 0.5,
        lineages=frozenset(basis.lineage for basis in bases if basis.lineage),
        bases=bases,
    )


def _study(chance: random.Random) -> Basis:
    number = chance.randrange(200)
    return Basis(
        f"{BASE}study/made-{number}",
        f"{BASE}lineage/made-{number % 60}",
        _code("study-design", _DESIGNS[number % len(_DESIGNS)]),
        number % 3 > 0,
        _SCOPES[number % len(_SCOPES)],
    )


def _code(kind: str, name: str) -> str:
    return f"{BASE}{kind}/{name}"


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def p95(values: list[float]) -> float:
    """What nineteen in twenty of the values are below."""
    return quantiles(values, n=20)[-1]
