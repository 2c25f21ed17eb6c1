"""Who says what with a stake in it. A stake is shown and never changes a weight (knowledge model, section 2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from kg.evidence import EvidenceClaim
from kg.ontology import Ontology
from kg.ontology.codes import flagged
from kg.questions.assessed import Assessed
from kg.questions.particulars import NOTHING_STATED, Particulars, is_about
from kg.store import Literal, Store, Term, text_of
from kg.terms import DOCUMENT, EG

_PARTIES = files("kg.questions").joinpath("parties.rq").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Party:
    """An agent or a document. names: language → name, "" for one that is the same in every language.

    interests: IRIs of its stakes, without the code that says that none was seen. lineages: IRIs.
    """

    iri: str
    is_document: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    interests: frozenset[str] = frozenset()
    lineages: frozenset[str] = frozenset()

    def name(self, language: str) -> str:
        """What it is called in the language, else in another one, else its IRI's last part."""
        named = self.names.get(language) or self.names.get("") or next(iter(self.names.values()), "")
        return named or self.iri.rsplit("/", 1)[-1]


@dataclass(frozen=True)
class InterestedParty:
    """A party with a stake and its claims above the floor, by IRI; never empty."""

    party: Party
    claims: tuple[EvidenceClaim, ...]


def read_parties(store: Store, ontology: Ontology) -> Mapping[str, Party]:
    """All agents and documents of the store, by IRI. Raises what the store raises."""
    found: dict[tuple[str, bool], dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for party, class_iri, name, value in store.select(_PARTIES):
        if value is not None:
            found[str(party), str(class_iri) == str(DOCUMENT)][str(name)].append(value)
    none_seen = flagged(ontology, "Interest", "isNone")
    return {iri: _party(iri, is_document, values, none_seen) for (iri, is_document), values in found.items()}


def interested_parties(
    assessed: Assessed,
    parties: Mapping[str, Party],
    stated: Mapping[str, Particulars],
    *,
    about: frozenset[str] | None = None,
    interests: frozenset[str] = frozenset(),
) -> tuple[InterestedParty, ...]:
    """The parties with a stake that say something, those with most claims first.

    about: only claims on one of these concepts. interests: only parties with one of these; none given, all.
    """
    found: dict[str, list[EvidenceClaim]] = defaultdict(list)
    for claim in assessed.heard_claims:
        if about is None or is_about(claim, about, stated):
            for party in voices_of(claim, stated):
                found[party].append(claim)
    wanted = (
        InterestedParty(parties[iri], tuple(claims))
        for iri, claims in found.items()
        if iri in parties and parties[iri].interests and (not interests or parties[iri].interests & interests)
    )
    return tuple(sorted(wanted, key=lambda each: (-len(each.claims), each.party.iri)))


def voices_of(claim: EvidenceClaim, stated: Mapping[str, Particulars]) -> frozenset[str]:
    """The agents that say it and the document that it stands in."""
    agents = stated.get(claim.claim, NOTHING_STATED).agents
    return agents | ({claim.document} if claim.document else frozenset())


def _party(iri: str, is_document: bool, values: Mapping[str, list[Term]], none_seen: frozenset[str]) -> Party:
    named = (each for name, found in values.items() if name not in _CODED for each in found)
    return Party(
        iri=iri,
        is_document=is_document,
        names={(each.language if isinstance(each, Literal) else None) or "": text_of(each) for each in named},
        interests=frozenset(map(str, values.get(str(EG.hasInterest), ()))) - none_seen,
        lineages=frozenset(map(str, values.get(str(EG.hasLineage), ()))),
    )


_CODED = frozenset({str(EG.hasInterest), str(EG.hasLineage)})
