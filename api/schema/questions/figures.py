"""`figures(about, lacking, …)`: every figure with what is needed to understand it, and what is not stated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from api.schema.questions.floor import FLOOR, RULE_INPUTS, assessed_for, report
from api.schema.questions.paths import INCLUDE_NARROWER
from api.schema.questions.question import Argument, Asked, Listing, Paged, Question
from api.schema.questions.reading import figures_of, particulars_of
from api.schema.questions.views import ABOUT, about_argument
from kg.terms import EG
from kg.wording import joined

if TYPE_CHECKING:
    from kg.questions import Assessed
    from kg.questions.figures import Figure, FigureInClaim


def _resolve(asked: Asked) -> Listing:
    from kg.questions.figures import figures_above_floor

    assessed = assessed_for(asked)
    found = figures_above_floor(
        figures_of(asked),
        assessed,
        particulars_of(asked),
        about=about_argument(asked, assessed),
        lacking=frozenset(asked.arguments["lacking"] or ()),
    )
    return Listing(found, lambda each: _answer(each, assessed), report=report(asked, assessed))


def _answer(found: FigureInClaim, assessed: Assessed) -> dict[str, Any]:
    claim = found.claim
    return {
        "figure": found.figure.figure,
        "claim": claim.claim,
        "denominator": found.figure.denominator,
        "sampleSize": found.figure.sample_size,
        "gaps": _gaps(found.figure, assessed),
        "isComplete": not found.figure.gaps,
        "context": claim.scope.context if claim.scope else None,
        "document": claim.document,
        "studies": sorted(claim.studies),
        "inWords": joined(_sentences(found.figure, assessed)),
    }


def _gaps(figure: Figure, assessed: Assessed) -> list[str]:
    """In the ontology's order."""
    codes = assessed.evidence.ontology.codes[str(EG.FigureGap)]
    return [code.iri for code in codes if code.iri in figure.gaps]


def _sentences(figure: Figure, assessed: Assessed) -> Iterator[dict[str, str]]:
    sentences = assessed.speaker.sentences
    value = _between((figure.value, figure.upper_value))
    yield sentences.say("figure", label=figure.label, value=_number(value), unit=figure.unit)
    if figure.denominator is not None:
        yield sentences.say("figure-denominator", count=figure.denominator)
    if figure.sample_size is not None:
        yield sentences.say("figure-sample", count=figure.sample_size)
    if any(figure.collected):
        yield sentences.say("figure-date", date=_between(figure.collected))
    if any(figure.margins):
        yield sentences.say("figure-margin", margin=_number(_between(figure.margins)))
    if figure.gaps:
        yield sentences.say("figure-gaps", gaps=joined(map(sentences.code, _gaps(figure, assessed)), ", "))


def _between(ends: tuple[str | None, str | None]) -> str:
    """One value, or the first and the last."""
    return "–".join(dict.fromkeys(end for end in ends if end is not None))


def _number(text: str) -> dict[str, str]:
    """A number as each language writes it."""
    return {"sv": text.replace(".", ","), "en": text}


FIGURES = Question(
    name="figures",
    answers=Paged("FigureInClaim"),
    arguments={
        "about": ABOUT,
        "includeNarrower": INCLUDE_NARROWER,
        "lacking": Argument("[FigureGap!]", "Only figures that lack at least one of these."),
        **FLOOR,
    },
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.figuresQuestion),
)
