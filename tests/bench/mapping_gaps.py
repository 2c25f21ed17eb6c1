"""A gap map of 100 × 100 over 1,000 made concepts and 4,000 links: python -m tests.bench.mapping_gaps"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from statistics import median

from kg.evidence import EvidenceClaim
from kg.questions.gap_map import gap_map
from tests.made_evidence import FACTORS, made_claim, made_evidence

CONCEPTS, LINKS, SIDE, TIMES = 1_000, 4_000, 100, 9


def main() -> None:
    chance = random.Random(1)
    claims, broader = made_claims(chance), {f"{n}": [f"{n // 10}"] for n in range(10, CONCEPTS)}
    assessed = made_evidence(claims, broader).whole
    rows, columns = (frozenset(map(str, chance.sample(range(CONCEPTS), SIDE))) for _ in range(2))
    assert len(assessed.links) == LINKS
    ours = _seconds(lambda: gap_map(assessed, rows, columns))
    by_pair = {(claim.start, claim.end): claim.sign for claim in claims}
    bare = _seconds(lambda: [by_pair.get((row, column)) for row in rows for column in columns])
    print(f"median {ours * 1000:.1f} ms; a plain loop of look-ups {bare * 1000:.1f} ms; ratio {ours / bare:.1f}")


def made_claims(chance: random.Random) -> list[EvidenceClaim]:
    """One claim on each of as many pairs as the constants say; the same for the same chance."""
    pairs: dict[tuple[str, str], str] = {}
    while len(pairs) < LINKS:
        start, end = map(str, chance.sample(range(CONCEPTS), 2))
        pairs[start, end] = chance.choice(sorted(FACTORS))
    kinds = ("observed", "cited", "opinion", "plan")
    return [made_claim(f"{n}", pair, sign, chance.choice(kinds)) for n, (pair, sign) in enumerate(pairs.items())]


def _seconds(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return median(taken)


if __name__ == "__main__":
    main()
