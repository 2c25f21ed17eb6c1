"""`contradictions(about, …)`: what claims say against one another, and what sets the sides apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from api.schema.questions.concepts import concepts_argument
from api.schema.questions.floor import FLOOR, RULE_INPUTS, assessed_for, remembered, report
from api.schema.questions.paths import INCLUDE_NARROWER
from api.schema.questions.question import Argument, Asked, Listing, Paged, Question
from api.schema.questions.reading import verdicts_of
from kg.terms import EG
from kg.wording import joined

if TYPE_CHECKING:
    from kg.questions import Assessed
    from kg.questions.contradictions import Contradiction

_WEIGHED_SIDES = ("contradiction-weighed-none", "contradiction-weighed-one", "contradiction-weighed-both")


def _resolve(asked: Asked) -> Listing:
    from kg.questions.contradictions import find_contradictions

    assessed = assessed_for(asked)
    about = concepts_argument(asked, "about", assessed.tree, narrower=bool(asked.arguments["includeNarrower"]))
    wanted = about if asked.arguments.get("about") is not None else None
    verdicts = verdicts_of(asked)
    found = remembered(
        asked,
        "contradictions",
        wanted,
        assessed,
        lambda: find_contradictions(assessed, verdicts, wanted),
    )
    return Listing(found, lambda each: _answer(each, assessed), report=report(asked, assessed))


def _answer(found: Contradiction, assessed: Assessed) -> dict[str, Any]:
    """A mapping of the class Contradiction."""
    from kg.questions.contradictions import Opposition

    ontology = assessed.evidence.ontology
    codes = {
        name: {code.name: code.iri for code in ontology.codes[str(EG[name])]}
        for name in ("Opposition", "ContradictionDifference")
    }
    is_on_a_pair = found.opposition is not Opposition.SEEN_BY_READER
    return {
        "from": found.concepts[0] if is_on_a_pair else None,
        "to": found.concepts[1] if is_on_a_pair else None,
        "concepts": list(found.concepts),
        "link": assessed.iri(found.link) if found.link else None,
        "opposition": codes["Opposition"][found.opposition.value],
        "claims": [claim.claim for claim in found.one_side],
        "opposingClaims": [claim.claim for claim in found.other_side],
        "differences": [codes["ContradictionDifference"][each.value] for each in found.differences],
        "isWeighed": found.weighed_sides == 2,
        "verdicts": [verdict.iri for verdict in found.verdicts],
        "inWords": _in_words(found, assessed),
    }


def _in_words(found: Contradiction, assessed: Assessed) -> dict[str, str]:
    """How the sides oppose each other, whether they weigh, what sets them apart, and what readers say of it."""
    say = assessed.speaker.sentences.say
    names = [assessed.tree.name(concept) for concept in found.concepts]
    parts = [
        say(
            f"contradiction-{found.opposition.value}",
            from_=names[0],
            to=names[-1],
            concepts=joined(names, ", "),
            count=len(found.one_side),
            opposing=len(found.other_side),
        ),
        say(_WEIGHED_SIDES[found.weighed_sides]),
        _differences_in_words(found, assessed),
        *(say("contradiction-verdict", verdict=verdict.text) for verdict in found.verdicts),
    ]
    return joined(parts)


def _differences_in_words(found: Contradiction, assessed: Assessed) -> dict[str, str]:
    from kg.questions.contradictions import Difference

    sentences = assessed.speaker.sentences
    if Difference.GENUINE in found.differences:
        return sentences.say("contradiction-genuine")
    codes = {code.name: code.labels for code in assessed.evidence.ontology.codes[str(EG.ContradictionDifference)]}
    told = [codes[each.value] for each in found.differences]
    return sentences.say("contradiction-differences", differences=joined(told, ", "))


CONTRADICTIONS = Question(
    name="contradictions",
    answers=Paged("Contradiction"),
    arguments={
        "about": Argument(
            "[ID!]",
            "Only contradictions on one of these: concepts, or names of classes as Outcome. Not given: all.",
            takes_classes=True,
        ),
        "includeNarrower": INCLUDE_NARROWER,
        **FLOOR,
    },
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.contradictionsQuestion),
)
