"""Which classes the individuals of a store may have, seen from a class that is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kg.ontology import Class, Ontology
from kg.terms import CODE


@lru_cache(maxsize=512)
def concrete_classes(ontology: Ontology, class_iri: str | None) -> tuple[Class, ...]:
    """The classes at or below a class (None: all) that stored individuals have, sorted by name.

    Left out: abstract and transient classes, and codes, which the ontology itself holds.
    """
    below = ontology.classes.values() if class_iri is None else ontology.descendants(class_iri)
    found = (each for each in below if _is_concrete(ontology, each))
    return tuple(sorted(found, key=lambda each: each.name))


def found_class(ontology: Ontology, class_iri: str | None, types: Iterable[str]) -> Class | None:
    """The most specific of an individual's types among the concrete classes asked for; None where it has none."""
    accepted = {each.iri for each in concrete_classes(ontology, class_iri)}
    return ontology.most_specific(accepted.intersection(types))


def _is_concrete(ontology: Ontology, each: Class) -> bool:
    return not (each.is_abstract or each.is_transient or str(CODE) in ontology.superclasses[each.iri])
