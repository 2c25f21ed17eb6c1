"""Links made of the fewest claims that give them a sign and a level, for tests of networks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hypothesis import strategies as st

from kg.evidence import Basis, ConceptTree, EvidenceClaim
from kg.links import Judging, Link, Requirement, SupportRules, pool
from kg.network import Network, project

SIGNS = {1: "increases", -1: "decreases", 0: "no-change"}
RULES = SupportRules({"u0": (), "u1": (Requirement(1, 1),), "u2": (Requirement(2, 1),)}, tiers={"survey": (1, 1)})
JUDGING = Judging(RULES, ConceptTree(), "mixed", "undirected")


def claims(
    start: str, end: str, factor: int | None, studies: str, *, is_symmetric: bool = False
) -> list[EvidenceClaim]:
    """One claim for each study, each a letter and a lineage of its own; without any, one claim without weight."""
    return [
        EvidenceClaim(
            claim=f"{start}{end}{study}{factor}",
            start=start,
            end=end,
            sign="undirected" if factor is None else SIGNS[factor],
            factor=factor,
            kind="observed" if study else "opinion",
            weight=1 if study else 0,
            document=f"document {study}",
            is_symmetric=is_symmetric,
            lineages=frozenset({study} if study else ()),
            bases=(Basis(study, study, "survey", True, None),) if study else (),
        )
        for study in studies or [""]
    ]


def links(*stated: tuple[str, str, int | None, str]) -> list[Link]:
    """The links of some statements: start, end, factor and studies. Several on one pair become one link."""
    return pool((claim for each in stated for claim in claims(*each)), JUDGING)


def network(*stated: tuple[str, str, int | None, str]) -> Network:
    """The network of all directed links, those without weight included."""
    return network_of(links(*stated))


def network_of(made: Iterable[Link]) -> Network:
    """The network of all directed links, those without weight included."""
    return project(made, include_unweighted=True)


def statements(concepts: str, most: int) -> st.SearchStrategy[list[tuple[str, str, int | None, str]]]:
    """Random statements, several on one pair among them, that support, dispute and leave open."""
    pair = st.tuples(st.sampled_from(concepts), st.sampled_from(concepts)).filter(lambda each: each[0] != each[1])
    factor = st.sampled_from([1, 1, -1, -1, 0, None])
    studies = st.sampled_from(["", "x", "y", "xy"])
    one = st.tuples(pair, factor, studies).map(lambda each: (*each[0], each[1], each[2]))
    return st.lists(one, max_size=most, unique_by=lambda each: (*each[:3], bool(each[3])))


def by_pair(made: Network) -> Mapping[tuple[str, str], Link]:
    """Its links by their pairs."""
    return {link.pair: link for link in made.links}
