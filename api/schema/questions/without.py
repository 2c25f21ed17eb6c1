"""`without(documents, studies, lineages, …)`: what changes if these are withdrawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from api.schema.questions.chains import chain_answer
from api.schema.questions.concepts import stored
from api.schema.questions.floor import (
    FLOOR,
    RULE_INPUTS,
    assessed_for,
    collection_of,
    floor_of,
    remembered,
    report,
    rules_of,
    search_limits,
)
from api.schema.questions.gap_map import state_codes
from api.schema.questions.loops import loop_answer
from api.schema.questions.question import Argument, Asked, One, Question
from kg.errors import InputError
from kg.terms import EG
from kg.wording import joined

if TYPE_CHECKING:
    from kg.links import Link
    from kg.questions import Assessed, LinkChange, Withdrawal
    from kg.questions.withdrawal import CellChange

_MOST_LINKS = 200
_MOST_CHAINS = 50
"""How many changed links, and how many lost chains and loops, one answer shows."""

_SOURCES = {"documents": "Document", "studies": "Study", "lineages": "Lineage"}


def _resolve(asked: Asked) -> dict[str, Any]:
    from kg.questions import withdrawal

    taken = {name: _sources(asked, name, class_name) for name, class_name in _SOURCES.items()}
    if not any(taken.values()):
        raise InputError(
            "without needs something to withdraw", remedy="Give at least one of documents, studies and lineages."
        )
    before = assessed_for(asked)
    floor = floor_of(asked, **{f"without_{name}": iris for name, iris in taken.items()})
    after = collection_of(asked).assessed(floor, rules_of(asked))
    found = remembered(
        asked,
        "without",
        tuple(taken.values()),
        before,
        lambda: withdrawal(before, after, search_limits(asked)),
        lambda each: not each.is_truncated,
    )
    return _answer(asked, found, before, after)


def _sources(asked: Asked, name: str, class_name: str) -> frozenset[str]:
    """What the argument names. Raises InputError for what the collection does not have: nothing would be withdrawn."""
    given = frozenset(asked.arguments.get(name) or ())
    unknown = sorted(given - stored(asked, given, [str(EG[class_name])]))
    if unknown:
        raise InputError(
            f"{asked.ontology.compact(unknown[0])} is none of the {name} of this collection",
            remedy=f"Look it up with {name} or search(text: …).",
        )
    return given


def _answer(asked: Asked, found: Withdrawal, before: Assessed, after: Assessed) -> dict[str, Any]:
    from kg.evidence import LeftOut

    shown = (
        (found.changes, _MOST_LINKS),
        (found.lost_chains, _MOST_CHAINS),
        (found.lost_loops, _MOST_CHAINS),
        (found.changed_cells, _MOST_LINKS),
    )
    beyond = sum(max(0, len(each) - most) for each, most in shown)
    left_out = Counter({LeftOut.BEYOND_LIMIT: beyond})
    return {
        "withdrawnClaimCount": found.claim_count,
        "changedLinkCount": len(found.changes),
        "lostLinkCount": sum(change.is_lost for change in found.changes),
        "loweredLinkCount": sum(change.is_lowered for change in found.changes),
        "changedLinks": [_change(change, before) for change in found.changes[:_MOST_LINKS]],
        "lostChainCount": len(found.lost_chains),
        "lostChains": [chain_answer(chain, before) for chain in found.lost_chains[:_MOST_CHAINS]],
        "gainedChainCount": found.gained_chain_count,
        "lostLoopCount": len(found.lost_loops),
        "lostLoops": [loop_answer(loop, before) for loop in found.lost_loops[:_MOST_CHAINS]],
        "changedCellCount": len(found.changed_cells),
        "changedCells": [_cell_change(change, before) for change in found.changed_cells[:_MOST_LINKS]],
        "inWords": _in_words(found, before),
        "report": report(asked, after, left_out, is_truncated=found.is_truncated),
    }


def _in_words(found: Withdrawal, assessed: Assessed) -> dict[str, str]:
    say = assessed.speaker.sentences.say
    parts = [
        say(
            "withdrawal",
            claims=found.claim_count,
            changed=len(found.changes),
            lost=sum(change.is_lost for change in found.changes),
            lowered=sum(change.is_lowered for change in found.changes),
            chains=len(found.lost_chains),
            loops=len(found.lost_loops),
        )
        if found.changes
        else say("withdrawal-nothing")
    ]
    if found.gained_chain_count:
        parts.append(say("withdrawal-gained", gained=found.gained_chain_count))
    return joined(parts)


def _cell_change(change: CellChange, assessed: Assessed) -> dict[str, Any]:
    """A mapping of the class CellChange."""
    before, after = change.before, change.after
    codes = state_codes(assessed.evidence.ontology)
    notations = [assessed.speaker.notation(cell.link) if cell.link else None for cell in (before, after)]
    return {
        "from": before.start,
        "to": before.end,
        "stateBefore": codes[before.state],
        "stateAfter": codes[after.state],
        "notationBefore": notations[0],
        "notationAfter": notations[1],
        "inWords": assessed.speaker.sentences.say(
            "cell-change",
            from_=assessed.tree.name(before.start),
            to=assessed.tree.name(before.end),
            before=assessed.speaker.sentences.code(codes[before.state]),
            after=assessed.speaker.sentences.code(codes[after.state]),
        ),
    }


def _change(change: LinkChange, assessed: Assessed) -> dict[str, Any]:
    """A mapping of the class LinkChange."""
    before, after = change.before, change.after
    return {
        "link": assessed.iri(before),
        "from": before.start,
        "to": before.end,
        "levelBefore": before.level,
        "levelAfter": None if after is None else after.level,
        "notationBefore": assessed.speaker.notation(before),
        "notationAfter": None if after is None else assessed.speaker.notation(after),
        "signBefore": before.sign,
        "signAfter": None if after is None else after.sign,
        "isLost": change.is_lost,
        "lineageCountBefore": len(before.support),
        "lineageCountAfter": 0 if after is None else len(after.support),
        "inWords": assessed.speaker.sentences.say(
            "change",
            from_=assessed.tree.name(before.start),
            to=assessed.tree.name(before.end),
            changes=joined(_changes_in_words(change, assessed), "; "),
        ),
    }


def _changes_in_words(change: LinkChange, assessed: Assessed) -> list[dict[str, str]]:
    """What of the link is another than before, the most important first."""
    before, after = change.before, change.after
    say = assessed.speaker.sentences.say
    if after is None:
        return [say("change-gone", before=assessed.speaker.notation(before))]
    told = [say("change-below")] if change.is_lost else []
    if before.sign != after.sign:
        code = assessed.speaker.sentences.code
        told.append(say("change-sign", before=code(before.sign), after=code(after.sign)))
    return [*told, _level_in_words(before, after, assessed), *_lineages_in_words(before, after, assessed)]


def _level_in_words(before: Link, after: Link, assessed: Assessed) -> dict[str, str]:
    notations = [assessed.speaker.notation(link) for link in (before, after)]
    if notations[0] == notations[1]:
        return assessed.speaker.sentences.say("change-same-level", level=notations[0])
    return assessed.speaker.sentences.say("change-level", before=notations[0], after=notations[1])


def _lineages_in_words(before: Link, after: Link, assessed: Assessed) -> Sequence[dict[str, str]]:
    sides = {
        "change-support": (len(before.support), len(after.support)),
        "change-opposition": (len(before.opposition), len(after.opposition)),
    }
    say = assessed.speaker.sentences.say
    return [say(key, before=counts[0], after=counts[1]) for key, counts in sides.items() if counts[0] != counts[1]]


WITHOUT = Question(
    name="without",
    answers=One("Withdrawal"),
    arguments={
        "documents": Argument("[ID!]", "Documents to withdraw, with all that they state."),
        "studies": Argument("[ID!]", "Studies to withdraw; a claim that rests on another one too stays."),
        "lineages": Argument("[ID!]", "Lineages to withdraw; a claim that rests on another one too stays."),
        **FLOOR,
    },
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.withoutQuestion),
)
