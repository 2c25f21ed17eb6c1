"""`loops(contains, …)`: feedback loops, best first; `loopBreakers(contains, …)`: the links that most of them need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from api.schema.questions.chains import hops_answer, reservations_in_words, steps_in_words, weakest_in_words
from api.schema.questions.concepts import concept_sets_argument
from api.schema.questions.floor import FLOOR, RULE_INPUTS, assessed_for, remembered, report, search_limits
from api.schema.questions.paths import INCLUDE_UNWEIGHTED
from api.schema.questions.question import Argument, Asked, Listing, Paged, Question
from kg.ontology.codes import by_factor
from kg.terms import EG
from kg.wording import joined

if TYPE_CHECKING:
    from kg.network import Breaker, Chain, LoopQuestion, Loops
    from kg.ontology import Ontology
    from kg.questions import Assessed


def _loops(asked: Asked) -> Listing:
    assessed = assessed_for(asked)
    found = _found(asked, assessed)
    return Listing(
        found.loops,
        lambda loop: loop_answer(loop, assessed),
        report=report(asked, assessed, found.dropped, is_truncated=found.is_truncated),
    )


def _loop_breakers(asked: Asked) -> Listing:
    from kg.network import breakers

    assessed = assessed_for(asked)
    found = _found(asked, assessed)
    return Listing(
        breakers(found.loops),
        lambda breaker: _breaker_answer(breaker, len(found.loops), assessed),
        report=report(asked, assessed, found.dropped, is_truncated=found.is_truncated),
    )


def _found(asked: Asked, assessed: Assessed) -> Loops:
    from kg.network import find_loops

    question = _question(asked, assessed)
    return remembered(
        asked,
        "loops",
        question,
        assessed,
        lambda: find_loops(assessed.wide_network, question, search_limits(asked)),
        lambda loops: not loops.is_out_of_time,
    )


def _question(asked: Asked, assessed: Assessed) -> LoopQuestion:
    from kg.network import LoopQuestion

    wanted = asked.arguments.get("polarity")
    return LoopQuestion(
        contains=concept_sets_argument(asked, "contains", assessed.tree),
        max_length=asked.arguments["maxLength"],
        factor=next((factor for factor, code in _polarities(asked.ontology).items() if code == wanted), None),
        min_rank=assessed.min_rank,
        include_unweighted=bool(asked.arguments["includeUnweighted"]),
    )


def _polarities(ontology: Ontology) -> Mapping[int, str]:
    """Sign of a loop as a whole → its polarity."""
    return by_factor(ontology, str(EG.LoopPolarity))


def loop_answer(loop: Chain, assessed: Assessed) -> dict[str, Any]:
    """A mapping of the class FeedbackLoop."""
    changes = loop.scope_changes(assessed.tree, is_closed=True)
    return {
        "polarity": _polarities(assessed.evidence.ontology)[loop.factor],
        "hopCount": len(loop.links),
        "hops": hops_answer(loop, assessed, changes),
        "weakestLink": assessed.iri(loop.weakest),
        "level": loop.weakest.level,
        "levelNotation": assessed.speaker.notation(loop.weakest),
        "isAssembled": loop.is_assembled,
        "scopeChangeCount": sum(changes),
        "documents": sorted(loop.documents),
        "inWords": _in_words(loop, assessed, changes),
    }


def _in_words(loop: Chain, assessed: Assessed, changes: tuple[bool, ...]) -> dict[str, str]:
    say = assessed.speaker.sentences.say
    parts = [
        say(f"loop-{'reinforcing' if loop.factor > 0 else 'balancing'}", steps=steps_in_words(loop, assessed)),
        weakest_in_words(loop, assessed),
        say("loop-assembled" if loop.is_assembled else "chain-whole"),
        *reservations_in_words(loop, assessed, changes),
    ]
    return joined(parts)


def _breaker_answer(breaker: Breaker, total: int, assessed: Assessed) -> dict[str, Any]:
    start, end = breaker.pair
    link = assessed.wide_network.link(start, end)
    names = {"from_": assessed.tree.name(start), "to": assessed.tree.name(end)}
    counts = {"count": breaker.loop_count, "total": total}
    return {
        "link": assessed.iri(link),
        "from": start,
        "to": end,
        "sign": link.sign,
        "level": link.level,
        "levelNotation": assessed.speaker.notation(link),
        "loopCount": breaker.loop_count,
        "share": breaker.share,
        "inWords": assessed.speaker.sentences.say("loop-breaker", **names, **counts),
    }


_ARGUMENTS = {
    "contains": Argument(
        "[ID!]",
        "Only loops that pass all of these: concepts, or names of classes as StaffingOutcome, of each of which they"
        " pass at least one. A loop is then told from the first of them.",
        takes_classes=True,
    ),
    "maxLength": Argument("Int!", "The longest loop, in links, from 2 to 8.", 6),
    "polarity": Argument("LoopPolarity", "Only loops of this polarity."),
    "includeUnweighted": INCLUDE_UNWEIGHTED,
    **FLOOR,
}

LOOPS = Question(
    name="loops",
    answers=Paged("FeedbackLoop"),
    arguments=_ARGUMENTS,
    inputs=RULE_INPUTS,
    resolve=_loops,
    term=str(EG.loopsQuestion),
)

LOOP_BREAKERS = Question(
    name="loopBreakers",
    answers=Paged("LoopBreaker"),
    arguments=_ARGUMENTS,
    inputs=RULE_INPUTS,
    resolve=_loop_breakers,
    term=str(EG.loopBreakersQuestion),
)
