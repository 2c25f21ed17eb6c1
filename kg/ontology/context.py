"""The JSON-LD context of study files, derived from the shapes.

`ontology/context.jsonld` is the same context written out for tools that know nothing of this package; a test keeps
the two alike. Study files name individuals of a known class by their short name, since each such key carries the
class's namespace as the vocabulary of its values (JSON-LD 1.1, section 4.1.8, property-scoped contexts).
"""

from __future__ import annotations

from typing import Any

from rdflib import XSD

from kg.errors import OntologyError
from kg.ontology.model import Ontology
from kg.ontology.records import Property, ValueKind
from kg.terms import EG

ID_KEY, TYPE_KEY, RECORDS_KEY = "id", "type", "records"
"""Keys of every study file: a record's identifier, its class, and the further records that a file describes."""


def study_file_context(ontology: Ontology) -> dict[str, Any]:
    """The content of `@context`: every key that a study file may use, mapped to its term.

    Computed properties have no key. An inverse has one where its shape says that it is written inline; the property
    that it inverts then has none, so that there is one way to say it.
    Raises OntologyError where two properties claim the same key.
    """
    context: dict[str, Any] = {
        "@version": 1.1,
        "@vocab": str(EG),
        ID_KEY: "@id",
        TYPE_KEY: "@type",
        RECORDS_KEY: "@included",
    }
    properties = writable_properties(ontology)
    for key, each in sorted(properties.items()):
        context[key] = _definition(ontology, each, {*context, *properties})
    return context


def writable_properties(ontology: Ontology) -> dict[str, Property]:
    """Key → the property that study files write with it. Raises OntologyError where two claim the same key."""
    stated = [p for c in ontology.classes.values() for p in c.properties if not p.is_computed]
    inline = [p for p in stated if p.is_written_inline]
    inverted = {p.iri for p in inline}
    found: dict[str, Property] = {}
    for each in (*inline, *(p for p in stated if not p.is_inverse and p.iri not in inverted)):
        other = found.setdefault(each.key, each)
        if (other.iri, other.is_inverse) != (each.iri, each.is_inverse):
            raise OntologyError(
                f"the key {each.key!r} stands for both <{other.iri}> and <{each.iri}>",
                remedy="give one of them another eg:key",
            )
    return found


def _definition(ontology: Ontology, each: Property, keys: set[str]) -> dict[str, Any]:
    if each.is_inverse:
        return {"@reverse": each.iri, "@type": "@id"}
    if each.kind is ValueKind.TEXT:
        return {"@id": each.iri, "@container": "@language"}
    if each.kind is ValueKind.LITERAL or each.range is None:
        return {"@id": each.iri, "@type": each.datatype or str(XSD.string)}
    named = ontology.classes.get(each.range)
    if named is None or named.namespace is None:
        return {"@id": each.iri, "@type": "@id"}
    return {"@id": each.iri, "@type": "@vocab", "@context": _values_of(ontology, named.namespace, keys)}


def _values_of(ontology: Ontology, namespace: str, keys: set[str]) -> dict[str, str]:
    """How short names become individuals of a namespace. A name that is a key too is said in full: a term wins."""
    named = (iri.removeprefix(namespace) for iri in ontology.individuals if iri.startswith(namespace))
    return {"@vocab": namespace, **{name: namespace + name for name in sorted(keys.intersection(named))}}
