"""What several questions read from the store beside the evidence itself, once per data version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from api.schema.questions.floor import collection_of
from api.schema.questions.question import Asked

if TYPE_CHECKING:
    from kg.questions.contradictions import Verdict
    from kg.questions.coverage import Match
    from kg.questions.figures import Figure
    from kg.questions.interests import Party
    from kg.questions.particulars import Particulars


def particulars_of(asked: Asked) -> Mapping[str, Particulars]:
    """Claim → what it states beside what decides its weight."""
    from kg.questions.particulars import read_particulars

    return collection_of(asked).read("particulars", lambda: read_particulars(asked.store))


def parties_of(asked: Asked) -> Mapping[str, Party]:
    """Agents and documents with their stakes, by IRI."""
    from kg.questions.interests import read_parties

    return collection_of(asked).read("parties", lambda: read_parties(asked.store, asked.ontology))


def matches_of(asked: Asked) -> tuple[Match, ...]:
    """Concepts and the dimensions of established schemes that they match."""
    from kg.questions.coverage import read_matches

    return collection_of(asked).read("matches", lambda: read_matches(asked.store))


def figures_of(asked: Asked) -> tuple[Figure, ...]:
    """The figures of all claims."""
    from kg.questions.figures import read_figures

    return collection_of(asked).read("figures", lambda: read_figures(asked.store))


def verdicts_of(asked: Asked) -> tuple[Verdict, ...]:
    """What readers stored on contradictions."""
    from kg.questions.contradictions import read_verdicts

    return collection_of(asked).read("verdicts", lambda: read_verdicts(asked.store))
