"""Links and lists as the mappings of answers, and the bound on lists that are not paged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from api.schema.questions.concepts import concepts_argument
from api.schema.questions.question import Argument, Asked

if TYPE_CHECKING:
    from kg.evidence import EvidenceClaim
    from kg.links import Link
    from kg.questions import Assessed

MOST_LISTED = 200
"""Claims or links in one list of one part of an answer; what is beyond is counted in the report."""

ABOUT = Argument("[ID!]", "Only what is about these concepts, or about all of a class as Method.", takes_classes=True)


def about_argument(asked: Asked, assessed: Assessed) -> frozenset[str] | None:
    """The concepts of the argument `about`, with those below them if `includeNarrower` says so; None where not given.

    Raises InputError for what is neither a concept nor a class of concepts.
    """
    if asked.arguments.get("about") is None:
        return None
    narrower = bool(asked.arguments.get("includeNarrower"))
    return concepts_argument(asked, "about", assessed.tree, narrower=narrower)


def link_view(link: Link, assessed: Assessed) -> dict[str, Any]:
    """A mapping of the class LinkView. Its level and words are those of the question's floor."""
    from kg.network import behind

    return {
        "link": assessed.iri(link),
        "from": link.start,
        "to": link.end,
        "sign": link.sign,
        "level": link.level,
        "levelNotation": assessed.speaker.notation(link),
        "lineageCount": len(link.support),
        "disputingLineageCount": len(link.opposition),
        "claims": claim_ids(behind(link)),
        "usualLevelNotation": assessed.speaker.notation(assessed.usual(link)),
        "why": lambda: [{"rule": step.rule, "effect": step.effect} for step in assessed.speaker.why(link)],
        "inWords": lambda: assessed.speaker.link(link),
    }


def link_views(links: Sequence[Link], assessed: Assessed) -> list[dict[str, Any]]:
    """Mappings of the first links, as many as are listed."""
    return [link_view(link, assessed) for link in links[:MOST_LISTED]]


def claim_ids(claims: Sequence[EvidenceClaim]) -> list[str]:
    """The ids of the first claims, as many as are listed."""
    return [claim.claim for claim in claims[:MOST_LISTED]]


def beyond(lists: Iterable[Sequence[object]]) -> int:
    """How many items of the lists are not listed."""
    return sum(max(0, len(each) - MOST_LISTED) for each in lists)
