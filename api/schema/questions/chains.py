"""Chains and loops of links as the mappings of their classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.wording import joined

if TYPE_CHECKING:
    from kg.links import Link
    from kg.network import Chain
    from kg.questions import Assessed


def chain_answer(chain: Chain, assessed: Assessed) -> dict[str, Any]:
    """A mapping of the class Chain."""
    changes = chain.scope_changes(assessed.tree)
    return {
        "from": chain.links[0].start,
        "to": chain.links[-1].end,
        "sign": assessed.evidence.signs[chain.factor],
        "hopCount": len(chain.links),
        "hops": hops_answer(chain, assessed, changes),
        "weakestLink": assessed.iri(chain.weakest),
        "level": chain.weakest.level,
        "levelNotation": assessed.speaker.notation(chain.weakest),
        "isAssembled": chain.is_assembled,
        "scopeChangeCount": sum(changes),
        "documents": sorted(chain.documents),
        "inWords": chain_in_words(chain, assessed, changes),
    }


def hops_answer(chain: Chain, assessed: Assessed, changes: tuple[bool, ...]) -> list[dict[str, Any]]:
    """The mappings of the class Hop, in order."""
    return [
        hop_answer(link, position, change, assessed)
        for position, (link, change) in enumerate(zip(chain.links, changes, strict=True), 1)
    ]


def hop_answer(link: Link, position: int, changes_scope: bool, assessed: Assessed) -> dict[str, Any]:
    """A mapping of the class Hop. Its level and words are those of the question's floor, the link's are the store's."""
    from kg.network import behind

    return {
        "position": position,
        "from": link.start,
        "to": link.end,
        "sign": link.sign,
        "link": assessed.iri(link),
        "level": link.level,
        "levelNotation": assessed.speaker.notation(link),
        "claims": [claim.claim for claim in behind(link)],
        "changesScope": changes_scope,
        "inWords": assessed.speaker.link(link),
    }


def steps_in_words(chain: Chain, assessed: Assessed) -> dict[str, str]:
    """The concepts on the way, joined by arrows."""
    return joined([assessed.tree.name(each) for each in chain.concepts], " → ")


def weakest_in_words(chain: Chain, assessed: Assessed) -> dict[str, str]:
    """Which link is the weakest, and its level."""
    weakest = chain.weakest
    return assessed.speaker.sentences.say(
        "chain-weakest",
        from_=assessed.tree.name(weakest.start),
        to=assessed.tree.name(weakest.end),
        level=assessed.speaker.notation(weakest),
    )


def reservations_in_words(chain: Chain, assessed: Assessed, changes: tuple[bool, ...]) -> list[dict[str, str]]:
    """What else the steps together cannot promise, for chains and loops alike."""
    say, links = assessed.speaker.sentences.say, chain.links
    unweighted = sum(not link.support for link in links)
    told = [say("chain-unweighted", count=unweighted, total=len(links))] if unweighted else []
    if any(link.is_contested for link in links):
        told.append(say("chain-contested"))
    return [*told, say("chain-scope")] if any(changes) else told


def chain_in_words(chain: Chain, assessed: Assessed, changes: tuple[bool, ...]) -> dict[str, str]:
    """What the chain says as a whole, and what it cannot promise. A chain of one link says what its link does."""
    if len(chain.links) == 1:
        return assessed.speaker.link(chain.links[0])
    say = assessed.speaker.sentences.say
    parts = [
        say(f"chain-{'increases' if chain.factor > 0 else 'decreases'}", steps=steps_in_words(chain, assessed)),
        weakest_in_words(chain, assessed),
        say("chain-assembled" if chain.is_assembled else "chain-whole"),
        *reservations_in_words(chain, assessed, changes),
    ]
    return joined(parts)
