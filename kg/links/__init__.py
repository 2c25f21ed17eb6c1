"""Links: all claims on one pair of concepts, pooled after poles are normalised, and how well they support it."""

from kg.links.computing import judging_of, link_iri, links_graph, refresh_computed
from kg.links.pooling import Judging, Link, Role, pool, pooled_link
from kg.links.rules import Requirement, SupportRules, read_rules
from kg.links.speaking import Speaker, Step, Words
from kg.links.support import LineageSupport, Standing

__all__ = [
    "Judging",
    "LineageSupport",
    "Link",
    "Requirement",
    "Role",
    "Speaker",
    "Standing",
    "Step",
    "SupportRules",
    "Words",
    "judging_of",
    "link_iri",
    "links_graph",
    "pool",
    "pooled_link",
    "read_rules",
    "refresh_computed",
]
