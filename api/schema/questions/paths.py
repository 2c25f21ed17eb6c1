"""`paths(from, to, …)`: signed chains of links from some concepts to others, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.schema.questions.chains import chain_answer
from api.schema.questions.concepts import concepts_argument
from api.schema.questions.floor import FLOOR, RULE_INPUTS, assessed_for, remembered, report, search_limits
from api.schema.questions.question import Argument, Asked, Listing, Paged, Question
from kg.errors import InputError
from kg.terms import EG

if TYPE_CHECKING:
    from kg.network import PathQuestion
    from kg.questions import Assessed


def _resolve(asked: Asked) -> Listing:
    from kg.network import find_paths

    assessed = assessed_for(asked)
    question = _question(asked, assessed)
    found = remembered(
        asked,
        "paths",
        question,
        assessed,
        lambda: find_paths(assessed.wide_network, question, search_limits(asked)),
        lambda paths: not paths.is_truncated,
    )
    told = report(asked, assessed, found.dropped, is_truncated=found.is_truncated)
    return Listing(found.chains, lambda chain: chain_answer(chain, assessed), report=told)


def _question(asked: Asked, assessed: Assessed) -> PathQuestion:
    from kg.network import PathQuestion

    narrower = bool(asked.arguments["includeNarrower"])
    return PathQuestion(
        starts=concepts_argument(asked, "from", assessed.tree, narrower=narrower),
        ends=concepts_argument(asked, "to", assessed.tree, narrower=narrower),
        max_hops=asked.arguments["maxHops"],
        factor=factor_argument(asked, assessed),
        min_rank=assessed.min_rank,
        include_unweighted=bool(asked.arguments["includeUnweighted"]),
        through=concepts_argument(asked, "through", assessed.tree),
        avoiding=concepts_argument(asked, "avoiding", assessed.tree),
    )


def factor_argument(asked: Asked, assessed: Assessed) -> int | None:
    """The factor of the sign that is asked for; None where none is. Raises InputError for a sign that no chain has."""
    given = asked.arguments.get("sign")
    if given is None:
        return None
    factors = {sign: factor for factor, sign in assessed.evidence.signs.items() if factor}
    if given not in factors:
        names = [code.enum_name for code in asked.ontology.codes[str(EG.Sign)] if code.iri in factors]
        raise InputError("no chain has that sign as a whole", remedy=f"Signs of chains: {', '.join(names)}.")
    return factors[given]


INCLUDE_UNWEIGHTED = Argument(
    "Boolean!", "Whether to follow links that only opinions, plans, comments, norms or descriptions state.", False
)
INCLUDE_NARROWER = Argument("Boolean!", "Whether a concept named by id stands for all below it too.", False)

PATHS = Question(
    name="paths",
    answers=Paged("Chain"),
    arguments={
        "from": Argument("[ID!]!", "Where chains start: concepts, or names of classes as Method.", takes_classes=True),
        "to": Argument("[ID!]!", "Where chains lead: concepts, or names of classes as Outcome.", takes_classes=True),
        "sign": Argument("Sign", "Only chains that have this sign as a whole."),
        "maxHops": Argument("Int!", "The longest chain, in links, at most 6.", 4),
        "through": Argument("[ID!]", "Only chains that pass all of these concepts."),
        "avoiding": Argument("[ID!]", "Only chains that touch none of these concepts."),
        "includeNarrower": INCLUDE_NARROWER,
        "includeUnweighted": INCLUDE_UNWEIGHTED,
        **FLOOR,
    },
    inputs=RULE_INPUTS,
    resolve=_resolve,
    term=str(EG.pathsQuestion),
)
