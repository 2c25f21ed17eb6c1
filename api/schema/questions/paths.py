"""`paths(from, to, maxHops)`: chains of links from one concept to another, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from api.schema.questions.concepts import concept_argument
from api.schema.questions.question import Argument, Asked, Paged, Question
from kg.terms import EG

if TYPE_CHECKING:
    from kg.network import Chain, Hop, Network, PathLimits


def _resolve(asked: Asked) -> list[dict[str, Any]]:
    from kg.network import find_paths

    network: Network = asked.services["collection"].network
    start, end = concept_argument(asked, "from"), concept_argument(asked, "to")
    found = find_paths(
        network,
        start,
        end,
        max_hops=asked.arguments["maxHops"],
        include_unweighted=asked.arguments["includeUnweighted"],
        limits=_limits(asked),
    )
    if found.is_truncated:
        asked.extensions.setdefault("truncated", []).append("paths")
    return [_chain(chain, network) for chain in found.chains]


def _limits(asked: Asked) -> PathLimits:
    """Half of the time that the operation has left, so that what was found can still be told."""
    from kg.network import PathLimits

    left = asked.time_left() if asked.time_left else None
    return PathLimits() if left is None else PathLimits(seconds=min(PathLimits().seconds, left / 2))


def _chain(chain: Chain, network: Network) -> dict[str, Any]:
    return {
        "from": chain.hops[0].link.start,
        "to": chain.hops[-1].link.end,
        "sign": network.signs[chain.factor],
        "hopCount": len(chain.hops),
        "hops": [_hop(hop) for hop in chain.hops],
        "weakestLink": chain.weakest.iri,
        "isAssembled": chain.is_assembled,
    }


def _hop(hop: Hop) -> dict[str, Any]:
    link = hop.link
    return {"position": hop.position, "from": link.start, "to": link.end, "sign": link.sign, "link": link.iri}


PATHS = Question(
    name="paths",
    answers=Paged("Chain"),
    arguments={
        "from": Argument("ID!", "The concept that the chains start from."),
        "to": Argument("ID!", "The concept that the chains lead to."),
        "maxHops": Argument("Int!", "The longest chain, in links, at most 6.", 4),
        "includeUnweighted": Argument(
            "Boolean!",
            "Whether to follow links that only opinions, plans, comments, norms or descriptions state.",
            False,
        ),
    },
    resolve=_resolve,
    term=str(EG.pathsQuestion),
)
