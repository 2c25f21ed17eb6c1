"""The order in which a reader meets the classes: the one with most to say first, then what it leads to.

A class is followed by its subclasses. What is computed while answering comes last.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from kg.ontology import Class, Ontology


def in_reading_order(ontology: Ontology, classes: Iterable[Class]) -> tuple[Class, ...]:
    """The given classes, each once."""
    wanted = {each.iri: each for each in classes}
    found: dict[str, Class] = {}
    starts = sorted(wanted.values(), key=lambda each: (each.is_transient, -len(each.properties), each.name))
    for start in starts:
        waiting = deque([start.iri])
        while waiting:
            family = [each for each in _family(ontology, wanted, waiting.popleft()) if each.iri not in found]
            found.update((each.iri, each) for each in family)
            waiting.extend(one.range for each in family for one in each.properties if one.range in wanted)
    return tuple(found.values())


def _family(ontology: Ontology, wanted: dict[str, Class], iri: str) -> list[Class]:
    """The uppermost class above this one, and everything below that."""
    top = wanted[iri]
    while parents := [wanted[up] for up in top.parents if up in wanted]:
        top = parents[0]
    return _with_subclasses(ontology, wanted, top)


def _with_subclasses(ontology: Ontology, wanted: dict[str, Class], top: Class) -> list[Class]:
    below = (each for each in ontology.direct_subclasses(top.iri) if each.iri in wanted)
    return [top, *(one for each in below for one in _with_subclasses(ontology, wanted, each))]
