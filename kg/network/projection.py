"""Links as a networkx graph: those that have a direction and say what acts on what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import networkx as nx

from kg.links import Link
from kg.network.chains import behind


@dataclass(frozen=True)
class Network:
    """Concepts as nodes, links as edges (attribute `link`: kg.links.Link).

    Links whose sign is mixed, null or not stated are left out, and those of which it is only said that the two go
    together: a chain through them would say more than is known.
    """

    graph: nx.DiGraph[str] = field(default_factory=nx.DiGraph)

    def link(self, start: str, end: str) -> Link:
        """The link from one concept to another. Raises KeyError where there is none."""
        found: Link = self.graph.edges[start, end]["link"]
        return found

    @property
    def links(self) -> list[Link]:
        """All its links."""
        return [self.link(*pair) for pair in self.graph.edges]

    def followed(self, min_rank: int = 0, *, include_unweighted: bool = False) -> nx.DiGraph[str]:
        """The concepts and pairs of the links that have at least the rank and, unless unweighted ones are included, a
        weighed claim in support. Their order is that of the concepts' IRIs."""
        links = (each for each in self.links if each.rank >= min_rank and (include_unweighted or each.support))
        followed: nx.DiGraph[str] = nx.DiGraph(sorted(link.pair for link in links))
        return followed


def project(links: Iterable[Link], *, include_unweighted: bool = False) -> Network:
    """The network of the links.

    include_unweighted: also links that only opinions, plans, comments, norms or descriptions speak for.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    for link in links:
        if _is_directed(link) and (link.support or include_unweighted):
            graph.add_edge(link.start, link.end, link=link)
    return Network(graph)


def _is_directed(link: Link) -> bool:
    """Whether the link has a direction, and a claim behind that direction says that the one acts on the other."""
    return bool(link.factor) and any(not claim.is_symmetric for claim in behind(link))
