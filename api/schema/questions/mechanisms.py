"""`sharedMechanisms(…)`: pairs of which research and lay voices both speak, side by side and never added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from api.schema.questions.floor import FLOOR, RULE_INPUTS, assessed_for, report
from api.schema.questions.paths import INCLUDE_NARROWER
from api.schema.questions.question import Argument, Asked, Listing, Paged, Question
from api.schema.questions.views import ABOUT, about_argument, beyond, claim_ids
from kg.errors import InputError
from kg.terms import EG
from kg.wording import joined

if TYPE_CHECKING:
    from kg.questions import Assessed
    from kg.questions.mechanisms import SharedMechanism


def _resolve(asked: Asked) -> Listing:
    from kg.evidence import LeftOut
    from kg.questions.mechanisms import shared_mechanisms

    assessed = assessed_for(asked)
    found = shared_mechanisms(assessed, _kinds(asked, assessed), about=about_argument(asked, assessed))
    left_out = {LeftOut.BEYOND_LIMIT: beyond(claims for each in found for claims in (each.weighed, each.lay))}
    return Listing(found, lambda each: _answer(each, assessed), report=report(asked, assessed, left_out))


def _kinds(asked: Asked, assessed: Assessed) -> frozenset[str]:
    """The lay kinds that are wanted. Raises InputError for a kind that is no lay view."""
    from kg.questions.mechanisms import lay_kinds

    possible = lay_kinds(assessed)
    given = frozenset(asked.arguments["layKinds"] or possible)
    if given - possible:
        names = [code.enum_name for code in asked.ontology.codes[str(EG.ClaimKind)] if code.iri in possible]
        raise InputError("`layKinds` names a kind that is no lay view", remedy=f"Kinds: {', '.join(names)}.")
    return given


def _answer(found: SharedMechanism, assessed: Assessed) -> dict[str, Any]:
    link = found.link
    return {
        "from": link.start,
        "to": link.end,
        "link": assessed.iri(link),
        "sign": link.sign,
        "level": link.level,
        "levelNotation": assessed.speaker.notation(link),
        "weighedClaims": claim_ids(found.weighed),
        "layClaims": claim_ids(found.lay),
        "sameDirection": found.is_same_direction,
        "inWords": _in_words(found, assessed),
    }


def _in_words(found: SharedMechanism, assessed: Assessed) -> dict[str, str]:
    key = {True: "shared-same", False: "shared-other", None: "shared-unclear"}[found.is_same_direction]
    count = len(found.lay)
    beside = assessed.speaker.sentences.say(f"{key}-one" if count == 1 else key, count=count)
    return joined([assessed.speaker.link(found.link), beside])


SHARED_MECHANISMS = Question(
    name="sharedMechanisms",
    answers=Paged("SharedMechanism"),
    arguments={
        "about": ABOUT,
        "includeNarrower": INCLUDE_NARROWER,
        "layKinds": Argument("[ClaimKind!]", "Lay voices of these kinds, COMMENT or OPINION; both where not given."),
        **FLOOR,
    },
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.sharedMechanismsQuestion),
)
