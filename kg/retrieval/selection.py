"""What is wanted, as a tree of plain records: no word of GraphQL, and none of a query language.

Records compare by identity: two places in a question may want the same and are still two places.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.ontology import Property
from kg.retrieval.ordering import BY_IRI, Ordering
from kg.retrieval.page import Page
from kg.retrieval.where import EVERYTHING, Where


@dataclass(frozen=True, eq=False)
class Selection:
    """What is wanted of each individual of a group.

    class_iri: individuals of another class count as not there; None takes those of every class.
    properties: their values are wanted as they are. follows: properties that lead to one individual of which more is
    wanted. connections: properties that lead to many.
    """

    class_iri: str | None
    properties: tuple[Property, ...] = ()
    follows: tuple[Follow, ...] = ()
    connections: tuple[Connection, ...] = ()


@dataclass(frozen=True, eq=False)
class Follow:
    """The one individual that a property leads to, and what is wanted of it."""

    property: Property
    selection: Selection


@dataclass(frozen=True, eq=False)
class Connection:
    """A page of many individuals: those of a class, or those that a property of each owner leads to.

    property: None for all individuals of the class. selections: what is wanted of each on the page; several where the
    page is shown in several ways. wants_items, wants_total: what to look up at all. wants_edges: whether it must be
    known exactly if more individuals stand before and after the page.
    """

    property: Property | None
    class_iri: str | None
    page: Page
    where: Where = EVERYTHING
    ordering: Ordering = BY_IRI
    selections: tuple[Selection, ...] = ()
    wants_items: bool = True
    wants_total: bool = False
    wants_edges: bool = False
