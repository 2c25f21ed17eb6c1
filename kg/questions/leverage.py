"""Which factors reach an outcome, by how many chains that stand apart, at what level, and with which sign."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from kg.evidence import ConceptTree, LeftOut
from kg.network import Chain, PathQuestion, SearchLimits, best_first, find_paths, independent_chains, standing
from kg.questions.assessed import Assessed


@dataclass(frozen=True)
class Lever:
    """A factor that reaches an outcome. chains: all chains from the one to the other, best first; never empty."""

    factor: str
    outcome: str
    chains: tuple[Chain, ...]

    @property
    def best(self) -> Chain:
        """The chain that its level is that of."""
        return self.chains[0]

    @property
    def sign_factor(self) -> int | None:
        """1 or -1 where all chains have that sign, None where they differ."""
        factors = {chain.factor for chain in self.chains}
        return factors.pop() if len(factors) == 1 else None

    @cached_property
    def independent(self) -> tuple[Chain, ...]:
        """Of the chains, best first, those that share no link and no lineage with those before them."""
        return independent_chains(self.chains)

    @property
    def shortest_hop_count(self) -> int:
        """How many links the shortest chain has."""
        return min(len(chain.links) for chain in self.chains)


@dataclass(frozen=True)
class Levers:
    """found: best level first, then most independent chains, then fewest links, then by their labels. dropped: why →
    how many candidate chains were not what was asked for. is_truncated: whether a limit ended the search."""

    found: tuple[Lever, ...]
    dropped: Counter[LeftOut] = field(default_factory=Counter)
    is_truncated: bool = False


def leverage(assessed: Assessed, question: PathQuestion, limits: SearchLimits | None = None) -> Levers:
    """The starts of the question that reach its ends. Raises LimitExceeded as `find_paths` does."""
    paths = find_paths(assessed.wide_network, question, limits)
    return Levers(levers_of(paths.chains, assessed.tree), paths.dropped, paths.is_truncated)


def levers_of(chains: Iterable[Chain], tree: ConceptTree) -> tuple[Lever, ...]:
    """The chains gathered by where they start and end, in the order of `Levers`."""
    by_ends: dict[tuple[str, str], list[Chain]] = defaultdict(list)
    for chain in chains:
        by_ends[chain.concepts[0], chain.concepts[-1]].append(chain)
    found = (Lever(factor, outcome, best_first(each)) for (factor, outcome), each in by_ends.items())
    return tuple(sorted(found, key=lambda lever: _order(lever, tree)))


def _order(lever: Lever, tree: ConceptTree) -> tuple[int, bool, int, int, list[str], str, str]:
    rank, is_uncontested, _ = standing(lever.best.weakest)
    labels = [tree.label(each, "sv").casefold() for each in (lever.factor, lever.outcome)]
    count = len(lever.independent)
    return -rank, not is_uncontested, -count, lever.shortest_hop_count, labels, lever.factor, lever.outcome
