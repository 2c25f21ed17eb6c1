"""`interests(…)`: what those say who have a stake in it; shown, never a weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from api.schema.questions.floor import FLOOR, RULE_INPUTS, assessed_for, report
from api.schema.questions.paths import INCLUDE_NARROWER
from api.schema.questions.question import Argument, Asked, Listing, Paged, Question
from api.schema.questions.reading import particulars_of, parties_of
from api.schema.questions.views import ABOUT, about_argument, beyond, claim_ids
from kg.terms import EG
from kg.wording import joined

if TYPE_CHECKING:
    from kg.questions import Assessed
    from kg.questions.interests import InterestedParty


def _resolve(asked: Asked) -> Listing:
    from kg.evidence import LeftOut
    from kg.questions.interests import interested_parties

    assessed = assessed_for(asked)
    found = interested_parties(
        assessed,
        parties_of(asked),
        particulars_of(asked),
        about=about_argument(asked, assessed),
        interests=frozenset(asked.arguments["interests"] or ()),
    )
    left_out = {LeftOut.BEYOND_LIMIT: beyond(each.claims for each in found)}
    return Listing(found, lambda each: _answer(each, assessed), report=report(asked, assessed, left_out))


def _answer(found: InterestedParty, assessed: Assessed) -> dict[str, Any]:
    party = found.party
    return {
        "agent": None if party.is_document else party.iri,
        "document": party.iri if party.is_document else None,
        "interests": _interests(found, assessed),
        "claimCount": len(found.claims),
        "weighedClaimCount": sum(claim.weight for claim in found.claims),
        "claims": claim_ids(found.claims),
        "documents": sorted({claim.document for claim in found.claims if claim.document}),
        "inWords": _in_words(found, assessed),
    }


def _interests(found: InterestedParty, assessed: Assessed) -> list[str]:
    """In the ontology's order."""
    codes = assessed.evidence.ontology.codes[str(EG.Interest)]
    return [code.iri for code in codes if code.iri in found.party.interests]


def _in_words(found: InterestedParty, assessed: Assessed) -> dict[str, str]:
    sentences = assessed.speaker.sentences
    told = sentences.say(
        "party-one" if len(found.claims) == 1 else "party",
        party=found.party.name,
        interests=joined(map(sentences.code, _interests(found, assessed)), ", "),
        count=len(found.claims),
        weighed=sum(claim.weight for claim in found.claims),
    )
    return joined([told, sentences.say("party-no-weight")])


INTERESTS = Question(
    name="interests",
    answers=Paged("InterestedParty"),
    arguments={
        "about": ABOUT,
        "includeNarrower": INCLUDE_NARROWER,
        "interests": Argument("[Interest!]", "Only parties with one of these stakes."),
        **FLOOR,
    },
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.interestsQuestion),
)
