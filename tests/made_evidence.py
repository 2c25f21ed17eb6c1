"""Evidence made of given claims on concepts named by one word, without a store, judged by the shipped rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.evidence import ConceptTree, EvidenceClaim
from kg.links import Judging, read_rules
from kg.questions import Evidence
from kg.terms import BASE, EG, SIGN_MIXED, SIGN_UNDIRECTED
from tests.collection import shipped_ontology

FACTORS: Mapping[str, int | None] = {
    "increases": 1, "decreases": -1, "no-change": 0, "mixed": None, "undirected": None, "unknown": None,
}  # fmt: skip
WEIGHED = frozenset({"observed", "self-report", "cited", "survey-figure"})
MAKES_LINKS = frozenset({"affects", "goes-with"})
QUALIFIES = frozenset({"moderates", "mediates"})


def code(code_list: str, name: str) -> str:
    """The IRI of a code."""
    return f"{BASE}{code_list}/{name}"


def made_claim(
    name: str,
    pair: tuple[str, str],
    sign: str = "increases",
    kind: str = "observed",
    relation: str = "affects",
    **more: object,
) -> EvidenceClaim:
    """A claim with the codes' own meanings; of a lineage of its own where none is given."""
    values: dict[str, object] = {
        "claim": name,
        "start": pair[0],
        "end": pair[1],
        "sign": code("sign", sign),
        "factor": FACTORS.get(sign),
        "kind": code("claim-kind", kind),
        "weight": int(kind in WEIGHED),
        "relation": code("relation", relation),
        "is_pooled": relation in MAKES_LINKS,
        "is_qualifying": relation in QUALIFIES,
        "is_symmetric": relation == "goes-with",
        "document": "document",
        "lineages": frozenset({f"lineage of {name}"}),
    }
    return EvidenceClaim(**{**values, **more})  # type: ignore[arg-type]


def made_evidence(
    claims: Iterable[EvidenceClaim],
    broader: Mapping[str, Iterable[str]] | None = None,
    classes: Mapping[str, str] | None = None,
) -> Evidence:
    """The evidence that the claims are. broader: concept → the concepts right above it.

    classes: concept → name of its class; those not named are OrganisationalFactor.
    """
    claims, classes = tuple(claims), classes or {}
    above = {concept: frozenset(each) for concept, each in (broader or {}).items()}
    ends = {end for claim in claims for end in (claim.start, claim.end)}
    concepts = ends | above.keys() | frozenset().union(*above.values()) | classes.keys()
    of_class = {each: frozenset({str(EG[classes.get(each, "OrganisationalFactor")])}) for each in concepts}
    ontology = shipped_ontology()
    judging = Judging(read_rules(ontology), ConceptTree(of_class, above), str(SIGN_MIXED), str(SIGN_UNDIRECTED))
    signs = {factor: code("sign", name) for name, factor in FACTORS.items() if factor is not None}
    return Evidence(ontology, claims, judging, signs)
