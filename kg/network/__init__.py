"""Graph questions over links, on an in-memory projection of them. The only floor that knows networkx."""

from kg.network.bridges import MOST_PROPOSALS, Bridges, Hypotheses, Proposal, find_bridges, is_symmetric, loosened
from kg.network.centrality import Centralities, Centrality, Measure, centralities
from kg.network.chains import Chain, behind, best_first, standing, supporting_studies
from kg.network.independence import independent_chains, voices
from kg.network.loops import LONGEST_LOOP, Breaker, LoopQuestion, Loops, breakers, find_loops
from kg.network.paths import PathQuestion, Paths, SearchLimits, check_hops, distances, find_paths
from kg.network.projection import Network, project
from kg.network.touched import chains_through, loops_through

__all__ = [
    "LONGEST_LOOP",
    "MOST_PROPOSALS",
    "Breaker",
    "Bridges",
    "Centralities",
    "Centrality",
    "Chain",
    "Hypotheses",
    "LoopQuestion",
    "Loops",
    "Measure",
    "Network",
    "PathQuestion",
    "Paths",
    "Proposal",
    "SearchLimits",
    "behind",
    "best_first",
    "breakers",
    "centralities",
    "chains_through",
    "check_hops",
    "distances",
    "find_bridges",
    "find_loops",
    "find_paths",
    "independent_chains",
    "is_symmetric",
    "loops_through",
    "loosened",
    "project",
    "standing",
    "supporting_studies",
    "voices",
]
