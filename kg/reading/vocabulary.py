"""Which keys and classes a study file may use, derived once from the ontology."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kg.ontology import Class, Ontology, Property
from kg.ontology.context import study_file_context, writable_properties
from kg.terms import BASE, CODE, CODE_LIST


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The words of study files.

    context: what the JSON-LD parser is given. keys: class IRI → key → property, for what files write.
    derived: class IRI → keys that the service fills in. owners: key → names of the classes that have it.
    writable: name → class whose individuals a file may describe.
    """

    ontology: Ontology
    context: Mapping[str, Any]
    keys: Mapping[str, Mapping[str, Property]]
    derived: Mapping[str, frozenset[str]]
    owners: Mapping[str, tuple[str, ...]]
    writable: Mapping[str, Class]

    def class_of_id(self, local: str) -> Class | None:
        """The one class that an id's namespace belongs to (`study/x` → Study), or None where several or none do."""
        prefix = BASE + local.partition("/")[0] + "/"
        fitting = [each for each in self.writable.values() if each.namespace == prefix]
        return fitting[0] if len(fitting) == 1 else None

    def is_named(self, class_iri: str) -> bool:
        """Whether individuals of the class, or of one below it, have an id of their own."""
        known = class_iri in self.ontology.classes
        return not known or any(each.namespace for each in self.ontology.descendants(class_iri))


@lru_cache(maxsize=4)
def vocabulary_of(ontology: Ontology) -> Vocabulary:
    """The vocabulary of an ontology. Raises OntologyError where two properties claim the same key."""
    written = writable_properties(ontology)
    keys = {iri: _written_keys(ontology, iri, written) for iri in ontology.classes}
    writable = {each.name: each for each in ontology.classes.values() if _is_writable(ontology, each)}
    return Vocabulary(
        ontology=ontology,
        context={name: _plain(definition) for name, definition in study_file_context(ontology).items()},
        keys=keys,
        derived={
            iri: frozenset(p.key for p in ontology.properties_of(iri)) - set(keys[iri]) for iri in ontology.classes
        },
        owners={key: tuple(sorted(c.name for c in writable.values() if key in keys[c.iri])) for key in written},
        writable=writable,
    )


def _written_keys(ontology: Ontology, class_iri: str, written: Mapping[str, Property]) -> dict[str, Property]:
    found = {}
    for each in ontology.properties_of(class_iri):
        meant = written.get(each.key)
        if meant and not each.is_computed and (meant.iri, meant.is_inverse) == (each.iri, each.is_inverse):
            found[each.key] = each
    return found


def _is_writable(ontology: Ontology, each: Class) -> bool:
    is_code = not {str(CODE), str(CODE_LIST)}.isdisjoint(ontology.superclasses[each.iri])
    return not (each.is_abstract or each.is_computed or each.is_transient or is_code)


def _plain(definition: Any) -> Any:
    """A key's definition without the vocabulary of its values, which reading has written out by then.

    Left in, it would take a value that is also a key (`gaps: [question]`) for that key's property.
    """
    if not isinstance(definition, dict) or "@context" not in definition:
        return definition
    return {"@id": definition["@id"], "@type": "@id"}
