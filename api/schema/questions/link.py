"""`link(from, to)`: the one link from a concept to another, or null where no claim is on the pair."""

from __future__ import annotations

from api.schema.questions.concepts import concept_argument
from api.schema.questions.question import Argument, Asked, One, Question
from kg.links import link_iri
from kg.terms import EG


def _resolve(asked: Asked) -> str:
    return link_iri(asked.ontology, concept_argument(asked, "from"), concept_argument(asked, "to"))


LINK = Question(
    name="link",
    answers=One("Link"),
    arguments={
        "from": Argument("ID!", "The concept that the link starts from."),
        "to": Argument("ID!", "The concept that the link leads to."),
    },
    resolve=_resolve,
    term=str(EG.linkQuestion),
)
