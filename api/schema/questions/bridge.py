"""`bridge(from, to, …)`: why no chain leads from some concepts to others, and which links would make one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from api.schema.questions.concepts import concepts_argument
from api.schema.questions.floor import (
    FLOOR,
    RULE_INPUTS,
    assessed_for,
    floor_in_words,
    remembered,
    report,
    search_limits,
)
from api.schema.questions.paths import INCLUDE_NARROWER, INCLUDE_UNWEIGHTED
from api.schema.questions.question import Argument, Asked, One, Question
from kg.errors import InputError
from kg.terms import EG
from kg.wording import joined

if TYPE_CHECKING:
    from kg.network import PathQuestion, Paths, Proposal
    from kg.questions import Assessed
    from kg.questions.bridge import Bridge

_MOST_ENDS = 50


def _resolve(asked: Asked) -> dict[str, Any]:
    from kg.questions.bridge import find_bridge

    assessed = assessed_for(asked)
    question, shown = _question(asked, assessed), _shown(asked)
    bridge = remembered(
        asked,
        "bridge",
        question,
        assessed,
        lambda: find_bridge(assessed, question, search_limits(asked)),
        lambda found: not found.is_truncated,
    )
    return {
        **_counts(bridge),
        "reachedFrom": _ends(bridge.bridges.reached, assessed),
        "leadingTo": _ends(bridge.bridges.leading, assessed),
        "proposals": [
            _proposal(proposal, rank, assessed) for rank, proposal in enumerate(bridge.bridges.proposals[:shown], 1)
        ],
        "inWords": joined([*_sentences(bridge, question, assessed), *floor_in_words(assessed)]),
        "report": report(asked, assessed, bridge.paths.dropped, is_truncated=bridge.is_truncated),
    }


def _question(asked: Asked, assessed: Assessed) -> PathQuestion:
    from kg.network import PathQuestion

    narrower = bool(asked.arguments["includeNarrower"])
    return PathQuestion(
        starts=concepts_argument(asked, "from", assessed.tree, narrower=narrower),
        ends=concepts_argument(asked, "to", assessed.tree, narrower=narrower),
        max_hops=asked.arguments["maxHops"],
        min_rank=assessed.min_rank,
        include_unweighted=bool(asked.arguments["includeUnweighted"]),
    )


def _shown(asked: Asked) -> int:
    from kg.network import MOST_PROPOSALS

    first: int = asked.arguments["first"]
    if not 0 <= first <= MOST_PROPOSALS:
        raise InputError(f"`first` is {first}", remedy=f"Give a number from 0 to {MOST_PROPOSALS}.")
    return first


def _counts(bridge: Bridge) -> dict[str, Any]:
    return {
        "hasChain": bool(bridge.paths.chains),
        "chainCount": len(bridge.paths.chains),
        "unweightedChainCount": None if bridge.unweighted is None else len(bridge.unweighted.chains),
        "undirectedChainCount": None if bridge.undirected is None else len(bridge.undirected.chains),
        "pairCount": bridge.bridges.pair_count,
        "openPairCount": bridge.bridges.open_pair_count,
        "reachedCount": len(bridge.bridges.reached),
        "leadingCount": len(bridge.bridges.leading),
    }


def _ends(hops: Mapping[str, int], assessed: Assessed) -> list[dict[str, Any]]:
    """Mappings of the class BridgeEnd, those farthest away first, then by label."""
    farthest = sorted(assessed.tree.in_order(hops), key=lambda concept: -hops[concept])
    return [{"concept": concept, "hopCount": hops[concept]} for concept in farthest[:_MOST_ENDS]]


def _proposal(proposal: Proposal, rank: int, assessed: Assessed) -> dict[str, Any]:
    """A mapping of the class BridgeProposal."""
    return {
        "rank": rank,
        "from": proposal.pair[0],
        "to": proposal.pair[1],
        "newPairCount": proposal.new_pair_count,
        "hopCount": proposal.hop_count,
        "openClaims": list(proposal.claims),
        "link": None if proposal.link is None else assessed.iri(proposal.link),
        "inWords": _proposal_in_words(proposal, assessed),
    }


def _proposal_in_words(proposal: Proposal, assessed: Assessed) -> dict[str, str]:
    """What the link would do, and what is said of the pair already."""
    say = assessed.speaker.sentences.say
    key = "bridge-proposal"
    if proposal.new_pair_count == 1:
        key = "bridge-proposal-direct" if proposal.hop_count == 1 else "bridge-proposal-one"
    start, end = (assessed.tree.name(each) for each in proposal.pair)
    would = say(key, from_=start, to=end, count=proposal.new_pair_count, hops=proposal.hop_count)
    if proposal.link is not None:
        return joined([would, assessed.speaker.link(proposal.link)])
    return would if proposal.claims else joined([would, say("bridge-unknown-pair")])


def _sentences(bridge: Bridge, question: PathQuestion, assessed: Assessed) -> list[dict[str, str]]:
    """Whether there are chains; where there are none, why not."""
    say, between = assessed.speaker.sentences.say, bridge.bridges
    if bridge.paths.chains:
        count = _count(bridge.paths, assessed)
        told = [say("bridge-chains", hops=question.max_hops, count=count)]
    else:
        told = [say("bridge-none", hops=question.max_hops)]
        told += _apart(bridge, assessed)
        told += _otherwise(bridge, question, assessed)
    if between.pair_count > 1 and between.open_pair_count:
        told.append(say("bridge-open-pairs", pairs=between.pair_count, open=between.open_pair_count))
    return told


def _apart(bridge: Bridge, assessed: Assessed) -> list[dict[str, str]]:
    say, between = assessed.speaker.sentences.say, bridge.bridges
    if between.longer is not None:
        return [say("bridge-longer", hops=between.longer)]
    told = [] if between.reached else [say("bridge-no-start")]
    told += [] if between.leading else [say("bridge-no-end")]
    return told or [say("bridge-apart", reached=len(between.reached), leading=len(between.leading))]


def _otherwise(bridge: Bridge, question: PathQuestion, assessed: Assessed) -> list[dict[str, str]]:
    """Whether links that the question does not follow would make a chain."""
    say, told = assessed.speaker.sentences.say, []
    unweighted, undirected = bridge.unweighted, bridge.undirected
    if unweighted is not None and unweighted.chains:
        key = "bridge-unweighted" if question.min_rank else "bridge-opinions"
        told.append(say(key, count=_count(unweighted, assessed)))
    if undirected is not None and len(undirected.chains) > (len(unweighted.chains) if unweighted else 0):
        told.append(say("bridge-undirected", count=_count(undirected, assessed)))
    return told or [say("bridge-not-even")]


def _count(paths: Paths, assessed: Assessed) -> str | dict[str, str]:
    count = str(len(paths.chains))
    return assessed.speaker.sentences.say("bridge-at-least", count=count) if paths.is_truncated else count


BRIDGE = Question(
    name="bridge",
    answers=One("Bridge"),
    arguments={
        "from": Argument("[ID!]!", "Where chains start: concepts, or names of classes as Method.", takes_classes=True),
        "to": Argument("[ID!]!", "Where chains lead: concepts, or names of classes as Outcome.", takes_classes=True),
        "maxHops": Argument("Int!", "The longest chain, in links, at most 6.", 4),
        "first": Argument("Int!", "How many proposals to show, at most 100.", 20),
        "includeNarrower": INCLUDE_NARROWER,
        "includeUnweighted": INCLUDE_UNWEIGHTED,
        **FLOOR,
    },
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.bridgeQuestion),
)
