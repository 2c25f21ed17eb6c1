"""`assessedLinks(from, to, …)`: links as they stand above a floor and by other rules than the ontology's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.schema.questions.concepts import concepts_argument
from api.schema.questions.floor import FLOOR, RULE_INPUTS, assessed_for, report
from api.schema.questions.paths import INCLUDE_NARROWER
from api.schema.questions.question import Argument, Asked, Listing, Paged, Question
from api.schema.questions.views import link_view
from kg.terms import EG

if TYPE_CHECKING:
    from kg.links import Link
    from kg.questions import Assessed


def _resolve(asked: Asked) -> Listing:
    from kg.questions.linking import best_supported_first

    assessed = assessed_for(asked)
    found = best_supported_first(_wanted(asked, assessed))
    return Listing(found, lambda link: link_view(link, assessed), report=report(asked, assessed))


def _wanted(asked: Asked, assessed: Assessed) -> list[Link]:
    ends = [_end(asked, name, assessed) for name in ("from", "to")]
    return [
        link
        for link in assessed.links.values()
        if all(wanted is None or end in wanted for wanted, end in zip(ends, link.pair, strict=True))
        and (not asked.arguments["changedOnly"] or assessed.is_changed(link))
    ]


def _end(asked: Asked, name: str, assessed: Assessed) -> frozenset[str] | None:
    """The concepts that the argument names; None where it is not given."""
    if asked.arguments.get(name) is None:
        return None
    return concepts_argument(asked, name, assessed.tree, narrower=bool(asked.arguments["includeNarrower"]))


ASSESSED_LINKS = Question(
    name="assessedLinks",
    answers=Paged("LinkView"),
    arguments={
        "from": Argument("[ID!]", "Only links from these concepts, or from all of a class.", takes_classes=True),
        "to": Argument("[ID!]", "Only links to these concepts, or to all of a class.", takes_classes=True),
        "changedOnly": Argument(
            "Boolean!", "Only links whose level is another than without a floor and by the ontology's own rules.", False
        ),
        "includeNarrower": INCLUDE_NARROWER,
        **FLOOR,
    },
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.assessedLinksQuestion),
)
