"""Links: all claims on one pair of concepts, pooled after poles are normalised. Support levels stand on these."""

from kg.links.computing import link_iri, links_graph, refresh_computed
from kg.links.pooling import Link, PooledClaim, pool

__all__ = ["Link", "PooledClaim", "link_iri", "links_graph", "pool", "refresh_computed"]
