"""Claims on pairs of concepts, each with all that decides whether and how much it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from kg.store import Row, Store, text_of
from kg.terms import EG, FIRST_HAND


def _query(name: str) -> str:
    return files("kg.evidence").joinpath(f"{name}.rq").read_text(encoding="utf-8")


_CLAIMS, _BASES, _FLAGS, _CONTEXTS = map(_query, ("claims", "bases", "flags", "contexts"))


@dataclass(frozen=True)
class Scope:
    """Where, when and among whom: a context's values. Empty where the context does not say.

    settings, groups, circumstances: IRIs of concepts. years: first and last, None where not stated.
    """

    context: str
    countries: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    circumstances: frozenset[str] = frozenset()
    place: str | None = None
    years: tuple[int | None, int | None] = (None, None)


@dataclass(frozen=True)
class Basis:
    """A study that a claim rests on. lineage, design: IRIs, None where not stated. has_sample_size: whether its number
    of participants is stated. scope: that of the study."""

    study: str
    lineage: str | None
    design: str | None
    has_sample_size: bool
    scope: Scope | None


@dataclass(frozen=True)
class EvidenceClaim:
    """One claim. start, end: its pair; for a claim on what changes an effect, the pair that the effect is on.

    sign: its normalised sign's IRI. factor: that sign as 1, -1 or 0; None where it has no direction. weight: 1 where
    its kind counts, else 0. is_pooled: whether its relation makes links. is_qualifying: whether it says what changes
    the effect rather than that effect itself. is_symmetric: whether it only says that the two go together.
    is_conditional: whether the text sets conditions for it.
    lineages: those that it counts with. flags: reasons to count its basis lower. rests_on_missing_part: whether the
    text that would show its basis is missing.
    """

    claim: str
    start: str
    end: str
    sign: str
    factor: int | None
    kind: str
    weight: int
    relation: str = ""
    document: str | None = None
    is_first_hand: bool = True
    is_pooled: bool = True
    is_qualifying: bool = False
    is_symmetric: bool = False
    is_conditional: bool = False
    rests_on_missing_part: bool = False
    lineages: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    bases: tuple[Basis, ...] = ()
    scope: Scope | None = None

    @property
    def is_weighed(self) -> bool:
        """Whether it counts on a link: of a kind with weight, and on the effect itself."""
        return bool(self.weight) and self.is_pooled and not self.is_qualifying

    @property
    def studies(self) -> frozenset[str]:
        """The studies that it rests on."""
        return frozenset(basis.study for basis in self.bases)


def read_claims(store: Store) -> tuple[EvidenceClaim, ...]:
    """All claims of the store that say something of two concepts, by their IRIs. Raises what the store raises."""
    scopes = _scopes(store.select(_CONTEXTS))
    bases = _bases(store.select(_BASES), scopes)
    flags: dict[str, set[str]] = defaultdict(set)
    for claim, flag in store.select(_FLAGS):
        flags[str(claim)].add(str(flag))
    return tuple(
        _claim(rows, bases.get(claim, ()), frozenset(flags.get(claim, ())), scopes)
        for (claim, _), rows in _by(store.select(_CLAIMS)).items()
    )


def _by(rows: Iterable[Row]) -> Mapping[tuple[str, str], list[Row]]:
    """Consecutive rows of one claim on one pair."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        found.setdefault((str(row[0]), str(row[1])), []).append(row)
    return found


def _claim(rows: list[Row], bases: tuple[Basis, ...], flags: frozenset[str], scopes: dict[str, Scope]) -> EvidenceClaim:
    claim, start, end, sign, factor, kind, weight, document, directness, context, missing, relation = rows[0][:12]
    pooled, qualifying, symmetric, conditional = (_is_true(value) for value in rows[0][12:16])
    return EvidenceClaim(
        claim=str(claim),
        start=str(start),
        end=str(end),
        sign=str(sign),
        factor=None if factor is None else int(text_of(factor)),
        kind=str(kind),
        weight=int(text_of(weight)),
        relation=str(relation),
        document=None if document is None else str(document),
        is_first_hand=directness is None or str(directness) == FIRST_HAND,
        is_pooled=pooled,
        is_qualifying=qualifying,
        is_symmetric=symmetric,
        is_conditional=conditional,
        rests_on_missing_part=_is_true(missing),
        lineages=frozenset(str(row[16]) for row in rows if row[16] is not None),
        flags=flags,
        bases=bases,
        scope=None if context is None else scopes.get(str(context)),
    )


def _is_true(value: object) -> bool:
    return value is not None and text_of(value) == "true"  # type: ignore[arg-type]  # a term of the row


def _bases(rows: Iterable[Row], scopes: dict[str, Scope]) -> dict[str, tuple[Basis, ...]]:
    found: dict[str, dict[str, Basis]] = defaultdict(dict)
    for claim, study, lineage, design, size, context in rows:
        found[str(claim)][str(study)] = Basis(
            study=str(study),
            lineage=None if lineage is None else str(lineage),
            design=None if design is None else str(design),
            has_sample_size=size is not None,
            scope=None if context is None else scopes.get(str(context)),
        )
    return {claim: tuple(each.values()) for claim, each in found.items()}


@dataclass
class _Values:
    """The values of one context while its rows are gathered."""

    of: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def several(self, property_name: str) -> frozenset[str]:
        return frozenset(self.of[str(EG[property_name])])

    def one(self, property_name: str) -> str | None:
        return next(iter(self.of[str(EG[property_name])]), None)

    def year(self, property_name: str) -> int | None:
        found = self.one(property_name)
        return None if found is None else int(found)


def _scopes(rows: Iterable[Row]) -> dict[str, Scope]:
    found: dict[str, _Values] = defaultdict(_Values)
    for context, name, value in rows:
        found[str(context)].of[str(name)].append(text_of(value))
    return {context: _scope(context, values) for context, values in found.items()}


def _scope(context: str, values: _Values) -> Scope:
    return Scope(
        context=context,
        countries=values.several("country"),
        settings=values.several("hasSetting"),
        groups=values.several("hasGroup"),
        circumstances=values.several("hasCircumstance"),
        place=values.one("place"),
        years=(values.year("startYear"), values.year("endYear")),
    )
