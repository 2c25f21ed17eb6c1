"""Makes claims with their bases for tests of links: by hand in few words, and at random by the dozen.

They are judged by the rules that the ontology states, on a small tree of settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, product
from typing import TypeAlias

from hypothesis import strategies as st
from rdflib import URIRef

from kg.evidence import Basis, ConceptTree, EvidenceClaim, Scope
from kg.links import Judging, Link, SupportRules, pool, read_rules
from kg.ontology.graph_reading import integer, local_name
from kg.terms import BASE, EG, SIGN_MIXED, SIGN_UNDIRECTED
from tests.collection import shipped_ontology


def named(kind: str, name: str) -> str:
    """The IRI of a code or concept."""
    return f"{BASE}{kind}/{name}"


Claims: TypeAlias = tuple[EvidenceClaim, ...]

TREE = ConceptTree(
    broader={
        named("concept", "social-services"): frozenset({named("concept", "social-work")}),
        named("concept", "municipal"): frozenset({named("concept", "social-services")}),
        named("concept", "hospital"): frozenset({named("concept", "social-work")}),
    }
)
"""Social work, in it the social services and hospitals, in the social services those of municipalities."""

SIGNS = {1: "increases", -1: "decreases", 0: "no-change"}


@cache
def rules() -> SupportRules:
    """The ontology's own."""
    return read_rules(shipped_ontology())


@cache
def judging() -> Judging:
    """By the ontology's own rules, on the small tree."""
    return Judging(rules(), TREE, str(SIGN_MIXED), str(SIGN_UNDIRECTED))


def scope(*countries: str, setting: str = "", group: str = "", years: tuple[int, int] | None = None) -> Scope:
    """A context; what is not given, it does not say."""
    return Scope(
        context=f"{countries} {setting} {group} {years}",
        countries=frozenset(countries),
        settings=frozenset({named("concept", setting)} if setting else ()),
        groups=frozenset({named("concept", group)} if group else ()),
        years=years or (None, None),
    )


def study(
    name: str,
    design: str = "qualitative-study",
    *,
    lineage: str | None = None,
    has_size: bool = True,
    where: Scope | None = None,
) -> Basis:
    """A study; without a lineage given it is of one of its own."""
    return Basis(name, lineage or f"lineage of {name}", named("study-design", design), has_size, where)


def claim(
    name: str, factor: int | None = -1, *bases: Basis, kind: str = "observed", flags: Iterable[str] = (), **more: object
) -> EvidenceClaim:
    """A claim on support and stress. Without bases it counts with its document, of whose study nothing is known."""
    code = named("claim-kind", kind)
    made = EvidenceClaim(
        claim=name,
        start="support",
        end="stress",
        sign=named("sign", "undirected" if factor is None else SIGNS[factor]),
        factor=factor,
        kind=code,
        weight=_weight(code),
        document=f"document of {name}",
        lineages=frozenset(filter(None, (basis.lineage for basis in bases))) or frozenset({f"document of {name}"}),
        flags=frozenset(named("support-flag", flag) for flag in flags),
        bases=bases,
    )
    return replace(made, **more)  # type: ignore[arg-type]


@cache
def _weight(kind: str) -> int:
    return integer(shipped_ontology().graph, URIRef(kind), EG.weight) or 0


def only_link(*claims: EvidenceClaim) -> Link:
    """The link of claims that are all on one pair."""
    (link,) = pool(claims, judging())
    return link


def level(*claims: EvidenceClaim) -> str:
    """The level of their link in short, with ± where it is contested."""
    link = only_link(*claims)
    return local_name(link.level).upper() + ("±" if link.is_contested else "")


def verdict(link: Link) -> tuple[object, ...]:
    """All that a link says, apart from which claims it was gathered from."""
    sides = (link.support, link.opposition)
    profile = [sorted((each.lineage, each.tier, each.is_first_hand) for each in side) for side in sides]
    return link.sign, link.factor, link.level, link.is_contested, *profile


def by_pair(claims: Iterable[EvidenceClaim]) -> dict[tuple[str, str], Link]:
    """The links of claims."""
    return {link.pair: link for link in pool(claims, judging())}


CONCEPTS = ("support", "workload", "stress")
LINEAGES = ("a", "b", "c", "d")
STUDIES = tuple(f"study {number}" for number in range(5))
KINDS = ("observed", "self-report", "cited", "survey-figure", "opinion", "plan", "comment", "norm", "description")
DESIGNS = (
    "controlled-trial",
    "systematic-review",
    "adjusted-cross-sectional-survey",
    "mixed-methods",
    "poll",
    "unknown",
)
FLAGS = ("second-hand", "construct-mismatch", "paragraph-attribution")
SCOPES = (
    None,
    scope("SE", setting="municipal"),
    scope("SE", setting="social-services", group="newcomers"),
    scope("ES", setting="hospital"),
    scope("GB", years=(2001, 2003)),
)


@dataclass(frozen=True)
class _Drawn:
    """What is drawn of a claim before the studies are known that it rests on."""

    pair: tuple[str, str]
    factor: int | None
    rests_on: tuple[int, ...]
    kind: str
    flags: tuple[str, ...]
    document: str
    scope: Scope | None
    is_first_hand: bool
    manner: str

    def on(self, name: str, studies: tuple[Basis, ...]) -> EvidenceClaim:
        start, end = self.pair
        made = claim(
            name,
            self.factor,
            *(studies[number] for number in self.rests_on),
            kind=self.kind,
            flags=self.flags,
            start=start,
            end=end,
            document=self.document,
            scope=self.scope,
            is_first_hand=self.is_first_hand,
            is_symmetric=self.manner == "symmetric",
            is_qualifying=self.manner == "qualifying",
        )
        if self.factor is None and self.manner == "open":
            made = replace(made, sign=named("sign", "unknown"))
        return made if self.rests_on else replace(made, lineages=frozenset({f"voice of {self.document}"}))


_CLAIMS = st.builds(
    _Drawn,
    pair=st.sampled_from([("support", "workload"), ("workload", "stress"), ("support", "stress")]),
    factor=st.sampled_from([-1, -1, -1, 1, 0, None]),
    rests_on=st.sampled_from([(), *((each,) for each in range(5)), *combinations(range(5), 2)]),
    kind=st.sampled_from(KINDS),
    flags=st.sampled_from([(), (), *((each,) for each in FLAGS), FLAGS]),
    document=st.sampled_from(["document 1", "document 2", "document 3"]),
    scope=st.sampled_from(SCOPES),
    is_first_hand=st.booleans(),
    manner=st.sampled_from(["plain", "plain", "open", "symmetric", "qualifying"]),
)
_BASES = tuple(product(DESIGNS, LINEAGES, (True, False), SCOPES))


def _collection(drawn: list[_Drawn], bases: tuple[tuple[str, str, bool, Scope | None], ...]) -> Claims:
    studies = tuple(
        study(name, design, lineage=lineage, has_size=has_size, where=where)
        for name, (design, lineage, has_size, where) in zip(STUDIES, bases, strict=True)
    )
    return tuple(each.on(f"claim {number:02}", studies) for number, each in enumerate(drawn))


def collections(most: int = 10) -> st.SearchStrategy[Claims]:
    """Claims on pairs of few concepts, by their names; several rest on the same few studies of few lineages."""
    return st.builds(
        _collection, st.lists(_CLAIMS, max_size=most), st.tuples(*(st.sampled_from(_BASES) for _ in STUDIES))
    )


def strong_link(design: str = "controlled-trial") -> Iterator[EvidenceClaim]:
    """Claims that together reach the highest level; with another design than a controlled one, the one below it."""
    here = scope("SE", setting="municipal")
    yield claim("a", -1, study("local", design, where=here))
    yield claim("b", -1, study("interviews"))
    yield claim("c", -1, study("survey", "cross-sectional-survey"))
