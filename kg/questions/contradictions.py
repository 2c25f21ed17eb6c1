"""Contradictions: sides of claims that speak against each other, and what sets them apart. Classified, never averaged.

Source of the rules: knowledge model, section 6; the definitions of Opposition and ContradictionDifference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from importlib.resources import files

from rdflib import URIRef

from kg.evidence import ConceptTree, EvidenceClaim
from kg.links import Link
from kg.links.support import same_setting, same_time
from kg.ontology import Ontology
from kg.ontology.graph_reading import iris
from kg.questions.assessed import Assessed
from kg.questions.gap_map import read_meanings
from kg.store import Literal, Store, text_of
from kg.terms import EG

_VERDICTS = files("kg.questions").joinpath("verdicts.rq").read_text(encoding="utf-8")

Side = tuple[EvidenceClaim, ...]


class Opposition(Enum):
    """How two sides speak against each other. The value is the name in the ontology's list, in whose order they are."""

    OPPOSITE_SIGNS = "opposite-signs"
    EFFECT_AND_NO_DIFFERENCE = "effect-and-no-difference"
    EFFECT_AND_STATED_UNKNOWN = "effect-and-stated-unknown"
    SEEN_BY_READER = "seen-by-reader"


class Difference(Enum):
    """What sets two sides apart. The value is the name in the ontology's list, in whose order they are."""

    SCOPE = "scope"
    CONSTRUCT = "construct"
    TIME = "time"
    MECHANISM = "mechanism"
    GENUINE = "genuine"


@dataclass(frozen=True)
class Verdict:
    """What a reader stored. about: concepts. one_side, other_side: claims. text: language → the reader's words."""

    iri: str
    about: frozenset[str]
    one_side: frozenset[str]
    other_side: frozenset[str]
    differences: frozenset[Difference]
    text: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Contradiction:
    """concepts: those it is on. link: that of its pair, None where the sides are not on one pair. one_side, other_side:
    never empty, by IRI. differences: in the order of their list, never empty. verdicts: those that stand by it."""

    opposition: Opposition
    concepts: tuple[str, ...]
    one_side: Side
    other_side: Side
    differences: tuple[Difference, ...]
    link: Link | None = None
    verdicts: tuple[Verdict, ...] = ()

    @property
    def weighed_sides(self) -> int:
        """How many of the two sides have a claim with weight."""
        return sum(any(claim.weight for claim in side) for side in (self.one_side, self.other_side))


def read_verdicts(store: Store) -> tuple[Verdict, ...]:
    """All verdicts of the store, by IRI. Raises what the store raises."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for verdict, name, value in store.select(_VERDICTS):
        if isinstance(value, Literal):
            texts[str(verdict)][value.language or ""] = text_of(value)
        else:
            found[str(verdict)][str(name)].add(str(value))
    return tuple(_verdict(iri, values, texts[iri]) for iri, values in found.items())


def find_contradictions(
    assessed: Assessed, verdicts: Sequence[Verdict] = (), about: frozenset[str] | None = None
) -> tuple[Contradiction, ...]:
    """Those that the claims show and those that readers saw; weighed on both sides first, then by label.

    A verdict whose sides are those of a computed contradiction, or some of them, stands by it. Only claims that the
    question hears make sides; with a wanted level, only those on links of that level. about: only on these concepts.
    """
    heard = [claim for claim in assessed.claims if assessed.min_rank == 0 or claim_pair(claim) in assessed.links]
    computed = list(_computed(heard, assessed))
    told = [_with_verdicts(each, verdicts) for each in computed]
    placed = {verdict.iri for each in told for verdict in each.verdicts}
    claims = {claim.claim: claim for claim in heard}
    seen = (_seen(verdict, claims, assessed.tree) for verdict in verdicts if verdict.iri not in placed)
    found = [*told, *(each for each in seen if each is not None)]
    wanted = (each for each in found if about is None or about & frozenset(each.concepts))
    return tuple(sorted(wanted, key=lambda each: _rank(each, assessed.tree)))


def claim_pair(claim: EvidenceClaim) -> tuple[str, str]:
    """The pair that a claim is on."""
    return claim.start, claim.end


def _computed(heard: Sequence[EvidenceClaim], assessed: Assessed) -> Iterator[Contradiction]:
    unknown = read_meanings(assessed.evidence.ontology).unknown
    flags = _telling_flags(assessed.evidence.ontology)
    by_pair: dict[tuple[str, str], list[EvidenceClaim]] = defaultdict(list)
    for claim in heard:
        if claim.is_pooled and not claim.is_qualifying and (claim.factor is not None or claim.sign in unknown):
            by_pair[claim_pair(claim)].append(claim)
    for pair, members in by_pair.items():
        for opposition, one, other in _opposed(members, unknown):
            yield Contradiction(
                opposition, pair, one, other, _differences(one, other, flags, assessed.tree), assessed.links.get(pair)
            )


def _opposed(members: Sequence[EvidenceClaim], unknown: frozenset[str]) -> Iterator[tuple[Opposition, Side, Side]]:
    more, less, none = (_side(claim for claim in members if claim.factor == factor) for factor in (1, -1, 0))
    open_ = _side(claim for claim in members if claim.sign in unknown)
    effect = _side((*more, *less))
    for opposition, one, other in (
        (Opposition.OPPOSITE_SIGNS, more, less),
        (Opposition.EFFECT_AND_NO_DIFFERENCE, effect, none),
        (Opposition.EFFECT_AND_STATED_UNKNOWN, effect, open_),
    ):
        if one and other:
            yield opposition, one, other


def _side(claims: Iterator[EvidenceClaim] | Side) -> Side:
    return tuple(sorted(claims, key=lambda each: each.claim))


def _differences(
    one: Side, other: Side, flags: Mapping[Difference, frozenset[str]], tree: ConceptTree
) -> tuple[Difference, ...]:
    """What separates the sides altogether; what only some of their claims differ in explains nothing."""
    across = [(mine, theirs) for mine in one for theirs in other]
    found = {difference for difference, telling in flags.items() if _flag_separates(one, other, telling)}
    if not any(same_setting(mine, theirs, tree) for mine, theirs in across):
        found.add(Difference.SCOPE)
    if not any(same_time(mine, theirs) for mine, theirs in across):
        found.add(Difference.TIME)
    return tuple(each for each in Difference if each in found) or (Difference.GENUINE,)


def _flag_separates(one: Side, other: Side, flags: frozenset[str]) -> bool:
    mine, theirs = ([bool(claim.flags & flags) for claim in side] for side in (one, other))
    return (all(mine) and not any(theirs)) or (all(theirs) and not any(mine))


def _telling_flags(ontology: Ontology) -> dict[Difference, frozenset[str]]:
    """Difference → the flags that tell of it, where there are any."""
    codes = ontology.codes[str(EG.ContradictionDifference)]
    told = {Difference(code.name): iris(ontology.graph, URIRef(code.iri), EG.isToldByFlag) for code in codes}
    return {difference: frozenset(flags) for difference, flags in told.items() if flags}


def _with_verdicts(found: Contradiction, verdicts: Sequence[Verdict]) -> Contradiction:
    """The contradiction with the verdicts on it. What readers saw is added to what the claims show; where they saw
    something, nothing is called genuine."""
    by_it = tuple(verdict for verdict in verdicts if _stands_by(verdict, found))
    if not by_it:
        return found
    seen = {*found.differences, *(difference for verdict in by_it for difference in verdict.differences)}
    explained = seen - {Difference.GENUINE}
    differences = tuple(each for each in Difference if each in (explained or seen))
    return Contradiction(
        found.opposition, found.concepts, found.one_side, found.other_side, differences, found.link, by_it
    )


def _stands_by(verdict: Verdict, found: Contradiction) -> bool:
    one, other = (frozenset(claim.claim for claim in side) for side in (found.one_side, found.other_side))
    return (verdict.one_side <= one and verdict.other_side <= other) or (
        verdict.one_side <= other and verdict.other_side <= one
    )


def _seen(verdict: Verdict, claims: Mapping[str, EvidenceClaim], tree: ConceptTree) -> Contradiction | None:
    """What a reader saw across pairs; None where a side has no claim that the question hears."""
    one, other = (
        _side(tuple(claims[each] for each in side if each in claims)) for side in (verdict.one_side, verdict.other_side)
    )
    if not one or not other:
        return None
    differences = tuple(each for each in Difference if each in verdict.differences)
    concepts = tuple(tree.in_order(verdict.about))
    return Contradiction(Opposition.SEEN_BY_READER, concepts, one, other, differences, verdicts=(verdict,))


def _verdict(iri: str, values: Mapping[str, set[str]], text: Mapping[str, str]) -> Verdict:
    def of(name: str) -> frozenset[str]:
        return frozenset(values.get(str(EG[name]), ()))

    differences = frozenset(Difference(each.rsplit("/", 1)[-1]) for each in of("seesDifference"))
    return Verdict(iri, of("isAbout"), of("setsClaim"), of("againstClaim"), differences, text)


def _rank(each: Contradiction, tree: ConceptTree) -> tuple[int, list[str], tuple[str, ...], int, str]:
    labels = [tree.label(concept, "sv").casefold() for concept in each.concepts]
    place = list(Opposition).index(each.opposition)
    return -each.weighed_sides, labels, each.concepts, place, each.verdicts[0].iri if each.verdicts else ""
