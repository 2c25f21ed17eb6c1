"""What of the collection can be searched: every text whose property has a search field in the ontology."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.ontology import Ontology
from kg.search import SearchRecord
from kg.store import Literal, Store
from kg.terms import CODE, EG, LANGUAGES


def search_records(store: Store, ontology: Ontology) -> Iterator[SearchRecord]:
    """One record per individual that has an identifier of its own and at least one text to search, sorted by IRI.

    A text without language (a name, a short citation) is found in every language.
    """
    fields = {str(each): str(field) for each, field in ontology.graph.subject_objects(EG.searchField)}
    texts: dict[tuple[str, str], dict[str, dict[str, list[str]]]] = defaultdict(lambda: defaultdict(dict))
    for resource, class_iri, property_iri, text in store.select(_query(ontology, fields)):
        if isinstance(text, Literal):
            for language in (text.language,) if text.language else LANGUAGES:
                of_field = texts[str(resource), str(class_iri)][language].setdefault(fields[str(property_iri)], [])
                of_field.append(text.text)
    for (found, of_class), by_language in sorted(texts.items()):
        yield SearchRecord(found, ontology.classes[of_class].name, by_language)


def searchable_classes(ontology: Ontology) -> tuple[str, ...]:
    """The names of the classes whose individuals can be found, sorted."""
    return tuple(ontology.classes[iri].name for iri in _searched(ontology))


def _searched(ontology: Ontology) -> list[str]:
    return sorted(
        each.iri
        for each in ontology.classes.values()
        if each.namespace
        and not each.is_transient
        and not each.is_computed
        and str(CODE) not in ontology.superclasses[each.iri]
    )


def _query(ontology: Ontology, fields: dict[str, str]) -> str:
    classes = " ".join(f"<{iri}>" for iri in _searched(ontology))
    properties = " ".join(f"<{iri}>" for iri in sorted(fields))
    return (
        f"SELECT DISTINCT ?resource ?class ?property ?text WHERE {{ VALUES ?class {{ {classes} }} "
        f"VALUES ?property {{ {properties} }} ?resource a ?class ; ?property ?text }} "
        "ORDER BY ?resource ?property ?text"
    )
