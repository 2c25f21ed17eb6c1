"""`plans(about, …)`: plans, what they are meant to lead to, and where that meets independent evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rdflib import URIRef

from api.schema.questions.floor import FLOOR, RULE_INPUTS, assessed_for, floor_in_words, report
from api.schema.questions.paths import INCLUDE_NARROWER
from api.schema.questions.question import Argument, Asked, Listing, Paged, Question
from api.schema.questions.reading import particulars_of, parties_of
from api.schema.questions.views import ABOUT, about_argument, beyond, claim_ids, link_views
from kg.ontology.graph_reading import integer
from kg.terms import EG
from kg.wording import joined

if TYPE_CHECKING:
    from kg.questions import Assessed
    from kg.questions.plans import PlannedEffect, PlanView


def _resolve(asked: Asked) -> Listing:
    from kg.evidence import LeftOut
    from kg.questions.plans import view_plans

    assessed = assessed_for(asked)
    found = view_plans(
        assessed,
        particulars_of(asked),
        parties_of(asked),
        about=about_argument(asked, assessed),
        kinds=frozenset(asked.arguments["planKinds"] or ()),
    )
    if asked.arguments["withoutOutcomeData"]:
        found = tuple(view for view in found if view.is_without_outcome_data)
    left_out = {LeftOut.BEYOND_LIMIT: beyond(each for view in found for each in (view.claims, view.evidence))}
    return Listing(found, lambda view: _answer(view, assessed), report=report(asked, assessed, left_out))


def _answer(view: PlanView, assessed: Assessed) -> dict[str, Any]:
    return {
        "concept": view.concept,
        "programmeTheory": [_effect(each, assessed) for each in view.theory],
        "members": list(view.members),
        "meetsEvidence": link_views(view.evidence, assessed),
        "withoutOutcomeData": view.is_without_outcome_data,
        "claims": claim_ids(view.claims),
        "agents": [each.iri for each in view.parties if not each.is_document],
        "interests": sorted({interest for each in view.parties for interest in each.interests}),
        "documents": [each.iri for each in view.parties if each.is_document],
        "inWords": joined([*_sentences(view, assessed), *floor_in_words(assessed)]),
    }


def _effect(effect: PlannedEffect, assessed: Assessed) -> dict[str, Any]:
    return {
        "from": effect.start,
        "to": effect.end,
        "sign": effect.sign,
        "objectPole": effect.pole,
        "claims": claim_ids(effect.claims),
        "weighedClaimCount": len(effect.weighed),
        "meetsEvidence": link_views(effect.evidence, assessed),
        "inWords": joined([*_effect_sentences(effect, assessed), *floor_in_words(assessed)]),
    }


def _aim(effect: PlannedEffect, assessed: Assessed) -> str:
    """Whether more or less of the end is aimed at: what the claims' sign says, else the pole that the text names."""
    graph = assessed.evidence.ontology.graph
    factor = integer(graph, URIRef(effect.sign), EG.factor)
    if factor is None and effect.pole is not None:
        factor = integer(graph, URIRef(effect.pole), EG.factor)
    return {1: "more", -1: "less"}.get(factor or 0, "other")


def _effect_sentences(effect: PlannedEffect, assessed: Assessed) -> Iterator[dict[str, str]]:
    say, name = assessed.speaker.sentences.say, assessed.tree.name
    yield say(f"plan-effect-{_aim(effect, assessed)}", from_=name(effect.start), to=name(effect.end))
    count = len(effect.weighed)
    key = {0: "plan-effect-no-data", 1: "plan-effect-data-one"}.get(count, "plan-effect-data")
    yield say(key, count=count)


def _sentences(view: PlanView, assessed: Assessed) -> Iterator[dict[str, str]]:
    say, name = assessed.speaker.sentences.say, assessed.tree.name
    if not view.theory:
        yield say("plan-no-aims", concept=name(view.concept))
        return
    yield say("plan-aims", concept=name(view.concept), aims=joined(_aims(view, assessed), ", "))
    known = sum(bool(effect.weighed) for effect in view.theory)
    yield say("plan-some-data" if known else "plan-no-data", count=known, total=len(view.theory))
    met = len(view.evidence)
    yield say({0: "plan-meets-none", 1: "plan-meets-one"}.get(met, "plan-meets"), count=met)


def _aims(view: PlanView, assessed: Assessed) -> Iterator[dict[str, str]]:
    for effect in view.theory:
        aim, end = _aim(effect, assessed), assessed.tree.name(effect.end)
        yield end if aim == "other" else assessed.speaker.sentences.say(f"plan-aim-{aim}", aim=end)


PLANS = Question(
    name="plans",
    answers=Paged("PlanView"),
    arguments={
        "about": ABOUT,
        "includeNarrower": INCLUDE_NARROWER,
        "planKinds": Argument("[ClaimKind!]", "Only what claims of these kinds plan or mean, as PLAN."),
        "withoutOutcomeData": Argument("Boolean!", "Only those without outcome data on what they aim at.", False),
        **FLOOR,
    },
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.plansQuestion),
)
