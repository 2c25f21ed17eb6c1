"""Graph questions over links, on an in-memory projection of them. The only floor that knows networkx."""

from kg.network.paths import Chain, Hop, PathLimits, Paths, find_paths
from kg.network.projection import Network, NetworkLink, project

__all__ = ["Chain", "Hop", "Network", "NetworkLink", "PathLimits", "Paths", "find_paths", "project"]
