"""Questions that are asked of assessed evidence: gap map, contradictions, withdrawals and the like, one module each.

What a module answers are plain records; what GraphQL makes of them is left to `api.schema.questions`.
"""

from kg.questions.assessed import Assessed, Evidence, read_evidence
from kg.questions.changeable import changeable_concepts, outcome_concepts
from kg.questions.leverage import Lever, Levers, leverage, levers_of
from kg.questions.load_bearing import LoadBearing, LoadBearings, SourceKind, load_bearing
from kg.questions.withdrawal import LinkChange, Withdrawal, changed_links, withdrawal

__all__ = [
    "Assessed",
    "Evidence",
    "Lever",
    "Levers",
    "LinkChange",
    "LoadBearing",
    "LoadBearings",
    "SourceKind",
    "Withdrawal",
    "changeable_concepts",
    "changed_links",
    "leverage",
    "levers_of",
    "load_bearing",
    "outcome_concepts",
    "read_evidence",
    "withdrawal",
]
