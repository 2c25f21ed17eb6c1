"""How far two readers who did not see each other's work found and coded the same claims in each document.

Leaves to others: what readings are (the ontology's class Reading) and which of their properties can be compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from kg.ontology import Ontology, Property
from kg.store import Store, text_of
from kg.terms import CONCEPT, EG

_READINGS = files("kg.corpus").joinpath("readings.rq").read_text(encoding="utf-8")
_READING_STATUS = (
    f"SELECT ?document ?status (COUNT(DISTINCT ?claim) AS ?count) WHERE {{ ?claim <{EG.isStatedIn}> ?document ; "
    f"<{EG.hasReadingStatus}> ?status }} GROUP BY ?document ?status ORDER BY ?document ?status"
)

Coding = Mapping[str, str]
"""Property IRI → the value that one reader gave it."""


@dataclass(frozen=True)
class Agreement:
    """How often two readers gave one property the same value.

    same, compared: numbers of claims. kappa: Cohen's κ, the agreement beyond what the readers' own frequencies would
    give by chance; None where nothing was compared or chance alone would make all agree.
    """

    same: int
    compared: int
    kappa: float | None

    @property
    def share(self) -> float | None:
        """Same of compared, from 0 to 1; None where nothing was compared."""
        return self.same / self.compared if self.compared else None


@dataclass(frozen=True)
class ReadingReport:
    """The readings of one document.

    document: IRI. statuses: IRI of a reading status → number of claims. found_by_both, found_by_one: claims of the
    collection that both readers found, and IRI of a reader → claims that only that one found. set_aside: readings that
    did not become claims. concepts: agreement on all concepts of a claim together. properties: key of each other coded
    property, in the order of its shape → agreement on it, over the claims that both found.
    """

    document: str
    statuses: Mapping[str, int]
    found_by_both: int
    found_by_one: Mapping[str, int]
    set_aside: int
    concepts: Agreement
    properties: Mapping[str, Agreement]


def reading_reports(store: Store, ontology: Ontology) -> list[ReadingReport]:
    """A report for each document that has claims, by its IRI. Raises what the store raises."""
    coded = _codings(store)
    statuses: dict[str, dict[str, int]] = defaultdict(dict)
    for row in store.select(_READING_STATUS):
        document, status, count = map(text_of, row)
        statuses[document][status] = int(count)
    properties = _compared(ontology)
    return [_report(each, statuses[each], coded[each], properties) for each in sorted(statuses)]


def agreement_on(pairs: Sequence[tuple[object, object]]) -> Agreement:
    """The agreement of two readers. pairs: for each claim what the one and what the other coded.

    Source of κ = (pₒ − pₑ) / (1 − pₑ): J. Cohen, A coefficient of agreement for nominal scales, 1960.
    """
    compared = len(pairs)
    same = sum(one == other for one, other in pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(first[value] * second[value] for value in first)
    room = compared**2 - by_chance
    return Agreement(same, compared, (same * compared - by_chance) / room if room else None)


def _codings(store: Store) -> dict[str, dict[str, dict[str, dict[str, str]]]]:
    """Document → claim → reader → coding."""
    found: dict[str, dict[str, dict[str, dict[str, str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(dict)))
    for row in store.select(_READINGS):
        document, claim, reader, each, value = map(text_of, row)
        found[document][claim][reader][each] = value
    return found


def _compared(ontology: Ontology) -> tuple[Property, ...]:
    """What can be compared: every property of a reading whose value is a code or a concept."""
    reading = ontology.classes[str(EG.Reading)]
    return tuple(each for each in reading.properties if each.iri != str(EG.isReadBy))


def _report(
    document: str,
    statuses: Mapping[str, int],
    coded: Mapping[str, Mapping[str, Coding]],
    properties: Sequence[Property],
) -> ReadingReport:
    kept = {claim: readers for claim, readers in coded.items() if "#" not in claim}
    pairs = [_pair(readers) for readers in kept.values() if len(readers) > 1]
    concepts = [each.iri for each in properties if each.range == str(CONCEPT)]
    return ReadingReport(
        document=document,
        statuses=statuses,
        found_by_both=len(pairs),
        found_by_one=Counter(reader for readers in kept.values() if len(readers) == 1 for reader in readers),
        set_aside=len(coded) - len(kept),
        concepts=agreement_on([(_values(one, concepts), _values(other, concepts)) for one, other in pairs]),
        properties={
            each.key: agreement_on([(one.get(each.iri), other.get(each.iri)) for one, other in pairs])
            for each in properties
            if each.iri not in concepts
        },
    )


def _pair(readers: Mapping[str, Coding]) -> tuple[Coding, Coding]:
    """The codings of the first two readers by their IRIs, so that each always stands on the same side."""
    first, second = sorted(readers)[:2]
    return readers[first], readers[second]


def _values(coding: Coding, properties: Sequence[str]) -> tuple[str | None, ...]:
    return tuple(coding.get(each) for each in properties)
