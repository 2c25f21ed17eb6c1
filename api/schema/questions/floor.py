"""The arguments that every question on evidence takes alike: the evidence floor and other rules; and the report.

To give a question the floor: `arguments={**…, **FLOOR}` and `inputs=RULE_INPUTS`; its resolver calls `assessed_for`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from api.schema.questions.question import Argument, Asked, InputObject
from kg.errors import InputError
from kg.ontology import Ontology
from kg.terms import EG

if TYPE_CHECKING:
    from kg.corpus.collection import Collection
    from kg.evidence import EvidenceFloor, LeftOut
    from kg.links import Requirement, SupportRules
    from kg.network import SearchLimits
    from kg.questions import Assessed

_Found = TypeVar("_Found")

_COUNTRY = re.compile("[A-Z]{2}")

_DESIGN_TIER = InputObject(
    "DesignTierInput",
    "Another tier for a study design, whether or not the number of participants is stated.",
    {"design": Argument("StudyDesign!", "The design."), "tier": Argument("Int!", "Its tier, from 0 to 4.")},
)
_FLAG_TIERS = InputObject(
    "SupportFlagInput",
    "Another number of tiers that a flag takes off.",
    {"flag": Argument("SupportFlag!", "The flag."), "tiersDown": Argument("Int!", "How many tiers; 0 for none.")},
)
_REQUIREMENT = InputObject(
    "RequirementInput",
    "So many lineages that each fulfil all that is given here.",
    {
        "level": Argument("SupportLevel!", "The level; its own requirements no longer hold."),
        "minimumCount": Argument("Int!", "How many lineages at least."),
        "minimumTier": Argument("Int!", "The lowest tier after flags."),
        "mustBeFirstHand": Argument("Boolean", "Whether only what is said first-hand counts."),
        "countries": Argument("[String!]", "Countries, as SE; the basis must come from one of them."),
        "settings": Argument("[ID!]", "Settings; the basis must come from one of them or one below."),
    },
)
_RULES = InputObject(
    "SupportRulesInput",
    "Rules in place of some of the ontology's own; see `requirements`, StudyDesign and SupportFlag for those.",
    {
        "tiers": Argument("[DesignTierInput!]", "Tiers of study designs."),
        "flags": Argument("[SupportFlagInput!]", "What flags take off."),
        "requirements": Argument("[RequirementInput!]", "Requirements; a level named here has only these."),
    },
)
RULE_INPUTS = (_DESIGN_TIER, _FLAG_TIERS, _REQUIREMENT, _RULES)

FLOOR: Mapping[str, Argument] = {
    "minLevel": Argument(
        "SupportLevel", "Leave out links below this support level, and the weighed claims that make them."
    ),
    "kinds": Argument("[ClaimKind!]", "Hear only claims of these kinds; those without weight still have none."),
    "contexts": Argument(
        "[ID!]",
        "Hear only claims on these contexts, or on these settings, groups and circumstances with all below them; of"
        " each sort that is given, one must fit.",
    ),
    "countries": Argument("[String!]", "Hear only claims on these countries, as SE."),
    "firstHandOnly": Argument("Boolean!", "Hear only what is said by those who found it.", False),
    "rules": Argument("SupportRulesInput", "Reckon support levels by other rules."),
}


def collection_of(asked: Asked) -> Collection:
    """The opened collection."""
    found: Collection = asked.services["collection"]
    return found


def assessed_for(asked: Asked) -> Assessed:
    """The evidence above the question's floor, by its rules.

    Raises InputError for a context that is not there and for rules that make no sense.
    """
    return collection_of(asked).assessed(floor_of(asked), rules_of(asked))


def floor_of(asked: Asked, **more: Any) -> EvidenceFloor | None:
    """The floor that the arguments state; None for none. more: further fields of the floor."""
    from kg.evidence import EvidenceFloor

    given = asked.arguments
    contexts = frozenset(given.get("contexts") or ())
    _check_contexts(asked, contexts)
    floor = EvidenceFloor(
        min_level=given.get("minLevel"),
        kinds=frozenset(given.get("kinds") or ()),
        contexts=contexts,
        countries=_countries(given),
        first_hand_only=bool(given.get("firstHandOnly")),
        **more,
    )
    return None if floor == EvidenceFloor() else floor


def rules_of(asked: Asked) -> SupportRules | None:
    """The rules that the arguments state; None for the ontology's own."""
    given = asked.arguments.get("rules")
    if not given:
        return None
    requirements: dict[str, tuple[Requirement, ...]] = {}
    for each in given.get("requirements") or ():
        requirements[each["level"]] = (*requirements.get(each["level"], ()), _requirement(asked, each))
    tiers = {each["design"]: _within("tier", each["tier"], 4) for each in given.get("tiers") or ()}
    down = {each["flag"]: _within("tiersDown", each["tiersDown"], 4) for each in given.get("flags") or ()}
    return collection_of(asked).evidence.judging.rules.changed(tiers=tiers, tiers_down=down, levels=requirements)


def report(
    asked: Asked, assessed: Assessed, left_out: Mapping[LeftOut, int] | None = None, *, is_truncated: bool = False
) -> dict[str, Any]:
    """What an answer says of itself. left_out: what the question itself dropped, beside what the floor hides.

    A reason that keeps away claims or links as well as what the question asked for counts all of them.
    """
    counts = assessed.hidden + Counter(left_out or {})
    return {
        "dataVersion": asked.store.version,
        "isTruncated": is_truncated,
        "changedLevelCount": assessed.changed_levels,
        "leftOut": [
            {"reason": code, "count": counts[reason]} for code, reason in _reasons(asked.ontology) if counts[reason]
        ],
    }


def floor_in_words(assessed: Assessed) -> list[dict[str, str]]:
    """That the question does not hear all of the collection, which else would sound like absence; empty if it does."""
    return [assessed.speaker.sentences.say("floor")] if assessed.hidden else []


def remembered(
    asked: Asked,
    name: str,
    key: Hashable,
    assessed: Assessed,
    make: Callable[[], _Found],
    is_settled: Callable[[_Found], bool] = lambda found: True,
) -> _Found:
    """What `make` finds, found once for the evidence above a floor.

    name: the question's. key: what beside the assessed evidence decides the answer. is_settled: whether the same would
    be found again; what time cut short is not kept, since another time more may be found.
    """
    return collection_of(asked).answer(assessed, (name, key), make, is_settled)


def search_limits(asked: Asked) -> SearchLimits:
    """Half of the time that the operation has left, so that what was found can still be told."""
    from kg.network import SearchLimits

    left = asked.time_left() if asked.time_left else None
    return SearchLimits() if left is None else SearchLimits(seconds=min(SearchLimits().seconds, left / 2))


def _reasons(ontology: Ontology) -> list[tuple[str, LeftOut]]:
    """The IRI of each reason and the reason, in the list's order."""
    from kg.evidence import LeftOut

    return [(code.iri, LeftOut(code.name)) for code in ontology.codes[str(EG.LeftOutReason)]]


def _requirement(asked: Asked, given: Mapping[str, Any]) -> Requirement:
    from kg.links import Requirement

    settings = frozenset(given.get("settings") or ())
    _check_contexts(asked, settings)
    return Requirement(
        minimum_count=_within("minimumCount", given["minimumCount"], 1_000),
        minimum_tier=_within("minimumTier", given["minimumTier"], 4),
        must_be_first_hand=bool(given.get("mustBeFirstHand")),
        countries=_countries(given),
        settings=settings,
    )


def _within(name: str, value: int, most: int) -> int:
    if not 0 <= value <= most:
        raise InputError(f"`{name}` is {value}", remedy=f"Give a number from 0 to {most}.")
    return value


def _countries(given: Mapping[str, Any]) -> frozenset[str]:
    """The countries that are given. Raises InputError for what is no code of a country."""
    countries = frozenset(given.get("countries") or ())
    for each in sorted(countries):
        if not _COUNTRY.fullmatch(each):
            raise InputError(f"{each!r} is no code of a country", remedy="Give two capital letters, as SE.")
    return countries


def _check_contexts(asked: Asked, given: frozenset[str]) -> None:
    """Raises InputError for an id that says nothing of where, when or among whom: nothing could fit it."""
    unknown = sorted(given - _contexts(asked)) if given else []
    if unknown:
        raise InputError(
            f"{asked.ontology.compact(unknown[0])} is no context, setting, group or circumstance of this collection",
            remedy="Look them up with contexts, settings, actorGroups and circumstances.",
        )


def _contexts(asked: Asked) -> frozenset[str]:
    """The contexts that claims or studies have, and the concepts that contexts may name."""
    evidence, ontology = collection_of(asked).evidence, asked.ontology
    scopes = [claim.scope for claim in evidence.claims]
    scopes += [basis.scope for claim in evidence.claims for basis in claim.bases]
    named = (each.range for each in ontology.properties_of(str(EG.Context)) if each.range in ontology.classes)
    classes = (below.iri for each in named for below in ontology.descendants(str(each)))
    return evidence.tree.of_classes(classes) | {scope.context for scope in scopes if scope}
