"""What counts as evidence: claims on pairs of concepts with their bases, and the floor below which they are left out.

Read from the store once per version of the data. What claims on a pair amount to is left to `kg.links`.
"""

from kg.evidence.claims import Basis, EvidenceClaim, Scope, read_claims
from kg.evidence.concepts import ConceptTree, read_concepts
from kg.evidence.floor import NO_FLOOR, EvidenceFloor, LeftOut, above_floor, remaining

__all__ = [
    "NO_FLOOR",
    "Basis",
    "ConceptTree",
    "EvidenceClaim",
    "EvidenceFloor",
    "LeftOut",
    "Scope",
    "above_floor",
    "read_claims",
    "read_concepts",
    "remaining",
]
