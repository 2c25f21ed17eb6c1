"""Keeps queries inside the house: SERVICE is refused, and FROM may name only graphs that are held here.

An engine follows SERVICE out on the network, and answers FROM of an unknown graph with silence. Both are recognised
in the raw text without parsing it, on the side of caution: a comment or a hand-written string in which such a clause
seems to stand is refused too. Text that `kg.store.sparql_text` has written never looks like a clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.errors import InputError

# A keyword needs no space around it for an engine without a separate lexer (`trueSERVICEex:a{…}` is a clause), but it
# is none as part of a variable, a prefixed name, a language tag or the path of an IRI.
_BEFORE = r"(?<![\w\-?$:@/#])[\w\-]*"
_NAME = r'[^\s<>"{}|^`\\()]*:'
_SERVICE = re.compile(rf"{_BEFORE}service\s*(?:silent|[#<?$]|{_NAME})", re.IGNORECASE)
_FROM = re.compile(rf"{_BEFORE}from\s*(?:named\s*)?(?:<(?P<graph>[^<>]*)>|#|{_NAME})", re.IGNORECASE)


def looks_like_clause(text: str) -> bool:
    """Whether `text`, standing inside a query, could be taken for a SERVICE or FROM clause."""
    folded = text.casefold()  # looking for the bare words first costs a tenth of the patterns
    return bool(("service" in folded and _SERVICE.search(text)) or ("from" in folded and _FROM.search(text)))


def refuse_service(query: str) -> None:
    """Raises InputError where the query has, or seems to have, a SERVICE clause."""
    if "service" in query.casefold() and _SERVICE.search(query):
        raise InputError(
            "the query asks another service (SERVICE), and this service never does so",
            remedy="Leave SERVICE out. If the word stands in a text or comment, write it as \\u0053ERVICE there.",
        )


def names_dataset(query: str, holds: Callable[[str], bool]) -> bool:
    """Whether the query names its own dataset with FROM.

    holds: says whether a graph with this name is in the store. Raises InputError where a graph is not held, or is not
    written in full in angle brackets.
    """
    if "from" not in query.casefold():
        return False
    found = False
    for clause in _FROM.finditer(query):
        graph = clause["graph"]
        if graph is None:
            raise InputError(
                "the query names a graph after FROM by a short name",
                remedy="Write the graph's IRI in full in angle brackets, or leave FROM out to ask all graphs.",
            )
        if not holds(graph):
            raise InputError(
                f"the query asks the graph <{graph}> (FROM), which is not held here; nothing is fetched from elsewhere",
                remedy="Leave FROM out to ask all graphs that are held here.",
            )
        found = True
    return found
