"""Retrieval: from a selection of individuals to SPARQL 1.1 and back, one query for each level.

Knows neither GraphQL nor any engine. The operators of filters are in `kg.retrieval.operators`.
"""

from kg.retrieval.classes import concrete_classes
from kg.retrieval.individuals import FoundPage, Individual, predicate_of
from kg.retrieval.ordering import BY_IRI, OrderBy, Ordering
from kg.retrieval.page import Page, read_page
from kg.retrieval.retriever import Retrieved, TimeLeft, retrieve
from kg.retrieval.selection import Connection, Follow, Selection
from kg.retrieval.texts import chosen_text, texts_in

__all__ = [
    "BY_IRI",
    "Connection",
    "Follow",
    "FoundPage",
    "Individual",
    "OrderBy",
    "Ordering",
    "Page",
    "Retrieved",
    "Selection",
    "TimeLeft",
    "chosen_text",
    "concrete_classes",
    "predicate_of",
    "read_page",
    "retrieve",
    "texts_in",
]
