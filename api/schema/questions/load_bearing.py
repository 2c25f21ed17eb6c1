"""`loadBearing(…)`: the documents, studies and lineages whose withdrawal changes most."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from api.schema.questions.floor import FLOOR, RULE_INPUTS, assessed_for, remembered, report, search_limits
from api.schema.questions.question import Argument, Asked, Listing, Paged, Question
from kg.terms import EG

if TYPE_CHECKING:
    from kg.questions import Assessed, LoadBearing, SourceKind


def _resolve(asked: Asked) -> Listing:
    from kg.evidence import LeftOut
    from kg.questions import load_bearing

    assessed = assessed_for(asked)
    kinds = _kinds(asked)
    found = remembered(
        asked,
        "loadBearing",
        kinds,
        assessed,
        lambda: load_bearing(assessed, kinds, search_limits(asked).seconds),
        lambda each: not each.is_truncated,
    )
    left_out = Counter({LeftOut.CHANGES_NOTHING: found.without_effect})
    told = report(asked, assessed, left_out, is_truncated=found.is_truncated)
    codes = {code.name: code.iri for code in asked.ontology.codes[str(EG.SourceKind)]}
    return Listing(found.sources, lambda each: _answer(each, codes[each.kind.value], assessed), report=told)


def _kinds(asked: Asked) -> frozenset[SourceKind]:
    from kg.questions import SourceKind

    wanted = asked.arguments.get("of") or [code.iri for code in asked.ontology.codes[str(EG.SourceKind)]]
    return frozenset(SourceKind(asked.ontology.codes_by_iri[each].name) for each in wanted)


def _answer(each: LoadBearing, kind: str, assessed: Assessed) -> dict[str, Any]:
    """A mapping of the class LoadBearing."""
    return {
        "source": each.source,
        "sourceKind": kind,
        "claimCount": each.claim_count,
        "changedLinkCount": each.changed_count,
        "lostLinkCount": each.lost_count,
        "loweredLinkCount": each.lowered_count,
        "inWords": assessed.speaker.sentences.say(
            "load-bearing",
            source=assessed.tree.name(each.source),
            claims=each.claim_count,
            changed=each.changed_count,
            lost=each.lost_count,
            lowered=each.lowered_count,
        ),
    }


LOAD_BEARING = Question(
    name="loadBearing",
    answers=Paged("LoadBearing"),
    arguments={"of": Argument("[SourceKind!]", "Only sources of these kinds."), **FLOOR},
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.loadBearingQuestion),
)
