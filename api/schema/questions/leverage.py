"""`leverage(outcome, …)`: which factors that an employer can change reach an outcome, and how well."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from api.schema.questions.chains import chain_answer
from api.schema.questions.concepts import concept_argument, concepts_argument
from api.schema.questions.floor import FLOOR, RULE_INPUTS, assessed_for, remembered, report, search_limits
from api.schema.questions.paths import INCLUDE_NARROWER, INCLUDE_UNWEIGHTED
from api.schema.questions.question import Argument, Asked, Listing, Paged, Question
from kg.errors import InputError
from kg.terms import EG
from kg.wording import joined

if TYPE_CHECKING:
    from kg.network import PathQuestion
    from kg.questions import Assessed, Lever, Levers


def _resolve(asked: Asked) -> Listing:
    from kg.questions import leverage

    assessed = assessed_for(asked)
    question, sign = _question(asked, assessed), _sign(asked, assessed)
    found = remembered(
        asked,
        "leverage",
        question,
        assessed,
        lambda: leverage(assessed, question, search_limits(asked)),
        lambda levers: not levers.is_truncated,
    )
    found = _of_sign(found, sign, assessed)
    told = report(asked, assessed, found.dropped, is_truncated=found.is_truncated)
    return Listing(found.found, lambda lever: _answer(lever, assessed), report=told)


def _question(asked: Asked, assessed: Assessed) -> PathQuestion:
    from kg.network import PathQuestion
    from kg.questions import changeable_concepts

    outcome = concept_argument(asked, "outcome")
    given = asked.arguments.get("from")
    return PathQuestion(
        starts=concepts_argument(asked, "from", assessed.tree) if given else changeable_concepts(assessed.evidence),
        ends=assessed.tree.within(outcome) if asked.arguments["includeNarrower"] else frozenset({outcome}),
        max_hops=asked.arguments["maxHops"],
        min_rank=assessed.min_rank,
        include_unweighted=bool(asked.arguments["includeUnweighted"]),
    )


def _sign(asked: Asked, assessed: Assessed) -> str | None:
    """The sign that is asked for. Raises InputError for one that no factor has towards an outcome."""
    given = asked.arguments.get("sign")
    possible = {sign for factor, sign in assessed.evidence.signs.items() if factor} | {assessed.judging.mixed}
    if given is not None and given not in possible:
        names = [code.enum_name for code in asked.ontology.codes[str(EG.Sign)] if code.iri in possible]
        raise InputError("no chains have that sign together", remedy=f"Signs of levers: {', '.join(names)}.")
    return None if given is None else str(given)


def _of_sign(levers: Levers, sign: str | None, assessed: Assessed) -> Levers:
    """The levers of the sign; the chains of all others count as dropped."""
    from kg.evidence import LeftOut

    if sign is None:
        return levers
    kept = tuple(lever for lever in levers.found if _sign_of(lever, assessed) == sign)
    others = sum(len(lever.chains) for lever in levers.found) - sum(len(lever.chains) for lever in kept)
    return replace(levers, found=kept, dropped=levers.dropped + Counter({LeftOut.OTHER_SIGN: others}))


def _sign_of(lever: Lever, assessed: Assessed) -> str:
    return assessed.judging.mixed if lever.sign_factor is None else assessed.evidence.signs[lever.sign_factor]


def _answer(lever: Lever, assessed: Assessed) -> dict[str, Any]:
    """A mapping of the class Lever."""
    weakest = lever.best.weakest
    return {
        "factor": lever.factor,
        "to": lever.outcome,
        "sign": _sign_of(lever, assessed),
        "chainCount": len(lever.chains),
        "independentChainCount": len(lever.independent),
        "level": weakest.level,
        "levelNotation": assessed.speaker.notation(weakest),
        "bestChain": chain_answer(lever.best, assessed),
        "shortestHopCount": lever.shortest_hop_count,
        "inWords": _in_words(lever, assessed),
    }


def _in_words(lever: Lever, assessed: Assessed) -> dict[str, str]:
    say = assessed.speaker.sentences.say
    is_one = len(lever.chains) == 1
    direction = {1: "lever-increases", -1: "lever-decreases", None: "lever-mixed"}[lever.sign_factor]
    counted = say(
        "lever-one" if is_one else "lever",
        factor=assessed.tree.name(lever.factor),
        to=assessed.tree.name(lever.outcome),
        count=len(lever.chains),
        independent=len(lever.independent),
    )
    level = assessed.speaker.notation(lever.best.weakest)
    return joined([counted, say(direction), say("lever-level" if is_one else "lever-best", level=level)])


LEVERAGE = Question(
    name="leverage",
    answers=Paged("Lever"),
    arguments={
        "outcome": Argument("ID!", "The outcome, or any other concept, that is to be reached."),
        "from": Argument(
            "[ID!]",
            "In place of all that an employer can change: concepts, or names of classes as Method.",
            takes_classes=True,
        ),
        "maxHops": Argument("Int!", "The longest chain, in links, at most 6.", 4),
        "sign": Argument("Sign", "Only factors all of whose chains have this sign; MIXED for those that differ."),
        "includeNarrower": INCLUDE_NARROWER,
        "includeUnweighted": INCLUDE_UNWEIGHTED,
        **FLOOR,
    },
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.leverageQuestion),
)
