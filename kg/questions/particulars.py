"""What claims state beside what decides their weight: who says it, of which question, of which use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from kg.evidence import EvidenceClaim
from kg.store import Store
from kg.terms import EG

_PARTICULARS = files("kg.questions").joinpath("particulars.rq").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Particulars:
    """IRIs; None or empty where the claim does not say.

    subject: the claim's own subject, which for a claim on what changes an effect is not the start of its pair.
    question, sense: which question an evidence status is about, and in which sense. use_mode: as meant, or as used.
    agents: those who say it.
    """

    subject: str | None = None
    object_pole: str | None = None
    question: str | None = None
    sense: str | None = None
    use_mode: str | None = None
    agents: frozenset[str] = frozenset()


NOTHING_STATED = Particulars()


def read_particulars(store: Store) -> Mapping[str, Particulars]:
    """Claim → what it states, for claims that state any of it. Raises what the store raises."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim, name, value in store.select(_PARTICULARS):
        found[str(claim)][str(name)].append(str(value))
    return {claim: _particulars(values) for claim, values in found.items()}


def is_about(claim: EvidenceClaim, concepts: frozenset[str], stated: Mapping[str, Particulars]) -> bool:
    """Whether a claim says something of one of the concepts: as subject, object, or factor whose effect is changed."""
    subject = stated.get(claim.claim, NOTHING_STATED).subject
    return claim.start in concepts or claim.end in concepts or subject in concepts


def _particulars(values: Mapping[str, list[str]]) -> Particulars:
    def one(name: str) -> str | None:
        return next(iter(values.get(str(EG[name]), ())), None)

    return Particulars(
        subject=one("hasSubject"),
        object_pole=one("hasObjectPole"),
        question=one("hasEvidenceQuestion"),
        sense=one("hasEvidenceSense"),
        use_mode=one("hasUseMode"),
        agents=frozenset(values.get(str(EG.isStatedBy), ())),
    )
