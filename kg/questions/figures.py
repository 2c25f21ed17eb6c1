"""Figures with how many they rest on and what is not stated of them.

The gaps are those that the reader noted in the study file; none are inferred here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from kg.evidence import EvidenceClaim
from kg.questions.assessed import Assessed
from kg.questions.particulars import Particulars, is_about
from kg.store import Literal, Store, Term, text_of
from kg.terms import EG, LABEL

_FIGURES = files("kg.questions").joinpath("figures.rq").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Figure:
    """One figure of a claim. Numbers and dates are as the study file writes them, None where it does not.

    label, unit: language → text. study_sizes: the sample sizes that the claim's studies state. gaps: IRIs of what is
    not stated.
    """

    figure: str
    claim: str
    label: Mapping[str, str] = field(default_factory=dict)
    value: str = ""
    upper_value: str | None = None
    unit: Mapping[str, str] = field(default_factory=dict)
    denominator: int | None = None
    study_sizes: frozenset[int] = frozenset()
    collected: tuple[str | None, str | None] = (None, None)
    margins: tuple[str | None, str | None] = (None, None)
    gaps: frozenset[str] = frozenset()

    @property
    def sample_size(self) -> int | None:
        """The one sample size that its claim's studies state; None where they state none, or several."""
        return next(iter(self.study_sizes)) if len(self.study_sizes) == 1 else None


@dataclass(frozen=True)
class FigureInClaim:
    """A figure and its claim as evidence."""

    figure: Figure
    claim: EvidenceClaim


def read_figures(store: Store) -> tuple[Figure, ...]:
    """All figures of the store's claims, by claim and figure. Raises what the store raises."""
    found: dict[tuple[str, str], dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for figure, claim, name, value in store.select(_FIGURES):
        if value is not None:
            found[str(claim), str(figure)][str(name)].append(value)
    return tuple(_figure(claim, figure, values) for (claim, figure), values in found.items())


def figures_above_floor(
    figures: Iterable[Figure],
    assessed: Assessed,
    stated: Mapping[str, Particulars],
    *,
    about: frozenset[str] | None = None,
    lacking: frozenset[str] = frozenset(),
) -> tuple[FigureInClaim, ...]:
    """The figures of the claims above the floor. about: only of claims on one of these concepts.

    lacking: only figures that lack at least one of these; none given, all.
    """
    claims = {each.claim: each for each in assessed.heard_claims if about is None or is_about(each, about, stated)}
    return tuple(
        FigureInClaim(each, claims[each.claim])
        for each in figures
        if each.claim in claims and (not lacking or each.gaps & lacking)
    )


def _figure(claim: str, figure: str, values: Mapping[str, list[Term]]) -> Figure:
    def one(name: str) -> str | None:
        return next(map(text_of, values.get(str(EG[name]), ())), None)

    denominator = one("denominator")
    return Figure(
        figure=figure,
        claim=claim,
        label=_in_languages(values.get(str(LABEL), ())),
        value=one("value") or "",
        upper_value=one("upperValue"),
        unit=_in_languages(values.get(str(EG.unit), ())),
        denominator=None if denominator is None else int(denominator),
        study_sizes=frozenset(int(text_of(each)) for each in values.get(str(EG.sampleSize), ())),
        collected=(one("collectedFrom"), one("collectedTo")),
        margins=(one("lowerMargin"), one("upperMargin")),
        gaps=frozenset(map(str, values.get(str(EG.hasGap), ()))),
    )


def _in_languages(terms: Iterable[Term]) -> dict[str, str]:
    return {each.language: each.text for each in terms if isinstance(each, Literal) and each.language}
