"""The store: named graphs behind SPARQL 1.1, and the only floor that knows an engine.

What is asked of it is composed with `kg.store.sparql_text`; what the answers mean is left to the floors above.
"""

from kg.store.door import Observer, Store, StoreCall
from kg.store.embedded import EmbeddedStore
from kg.store.terms import Change, DropGraph, Iri, Literal, ReplaceGraph, Row, Term, text_of

__all__ = [
    "Change",
    "DropGraph",
    "EmbeddedStore",
    "Iri",
    "Literal",
    "Observer",
    "ReplaceGraph",
    "Row",
    "Store",
    "StoreCall",
    "Term",
    "text_of",
]
