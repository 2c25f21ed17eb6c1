"""What the shapes say and GraphQL's types cannot: by class, key and constraint, with the reason. Nothing is dropped.

Study files are held to all of it by validation; only the types that clients see do not tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

from api.schema.blueprint import Blueprint
from api.schema.build import build_schema
from api.schema.derived import derived_of
from kg.ontology import Class, Ontology, Property, ValueKind
from kg.ontology.graph_reading import local_name
from kg.retrieval.value_types import has_own_type
from kg.terms import RESOURCE


@dataclass(frozen=True, order=True)
class Unsaid:
    """One constraint that the schema does not tell. key: "" for one on the class as a whole."""

    class_name: str
    key: str
    constraint: str
    reason: str


def schema_report(ontology: Ontology) -> list[Unsaid]:
    """Every constraint of a shape that the schema does not tell, sorted by class, key and constraint.

    Raises OntologyError where there can be no schema at all.
    """
    derived = derived_of(build_schema(ontology))
    blueprint = derived.blueprint
    found = [
        unsaid
        for each in blueprint.classes
        for unsaid in (*_about_class(ontology.graph, each), *_about_properties(blueprint, each))
    ]
    found += [Unsaid(name, key, field, _TAKEN.format(field=field)) for name, key, field in derived.meanings.omitted]
    return sorted(found)


def _about_class(graph: Graph, each: Class) -> Iterator[Unsaid]:
    for shape in graph.subjects(SH.targetClass, URIRef(each.iri)):
        for constraint in sorted(_constraints(graph, shape)):
            yield Unsaid(each.name, "", constraint, _reason(constraint))


def _constraints(graph: Graph, shape: Node) -> set[str]:
    return {local_name(str(predicate)) for predicate in graph.predicates(shape) if predicate not in _NO_CONSTRAINTS}


def _about_properties(blueprint: Blueprint, each: Class) -> Iterator[Unsaid]:
    for one in each.properties:
        for constraint in one.underivable:
            yield Unsaid(each.name, one.key, constraint, _reason(constraint))
        for constraint, reason in (*_about_counts(one), *_about_values(blueprint, one)):
            yield Unsaid(each.name, one.key, constraint, reason)


def _about_counts(one: Property) -> Iterator[tuple[str, str]]:
    if one.kind is ValueKind.TEXT and not one.is_many:
        if one.min_count > 1:
            yield (
                "minCount",
                "A field serves one text; that there must be one in each language is not seen.",
            )
    elif one.is_many:
        if one.min_count:
            yield "minCount", "A list type cannot say that the list is never empty."
        if one.max_count is not None:
            yield "maxCount", "A list type has no largest length."


def _about_values(blueprint: Blueprint, one: Property) -> Iterator[tuple[str, str]]:
    if one.languages:
        yield "languageIn", "Text is String whatever its language; the enum Language lists what may be asked for."
    if one.kind is ValueKind.LITERAL and not has_own_type(one.datatype):
        yield "datatype", f"There is no scalar for {local_name(one.datatype or '')}; its text is served as String."
    if one.kind is ValueKind.CODE and blueprint.enum_name(one) is None:
        yield "class", "The list has no values and so cannot become an enum; codes are served as IRIs."
    if one.kind is ValueKind.CODE and one.range is not None and one.allowed:
        yield "in", "The enum has all values of the list; that only some may stand here is not seen in the type."
    if one.kind is ValueKind.RESOURCE and blueprint.class_of(one.range) is None and one.range != str(RESOURCE):
        yield "class", f"{one.range} is no class of the ontology; the field is of the type Node."


def _reason(constraint: str) -> str:
    return _REASONS.get(constraint, f"GraphQL's types have no word for sh:{constraint}.")


_NO_CONSTRAINTS = frozenset(
    {RDF.type, SH.targetClass, SH.property, SH.message, SH.name, SH.description, SH.severity, SH.order}
)
_TAKEN = "The field {field} would tell of this property, but another property has that key."
_REASONS = {
    "pattern": "String takes any text; a pattern would need a scalar of its own for each property.",
    "flags": "It belongs to a pattern, and String takes any text.",
    "minLength": "String takes a text of any length.",
    "maxLength": "String takes a text of any length.",
    "minInclusive": "Int and Float have no smallest value.",
    "minExclusive": "Int and Float have no smallest value.",
    "maxInclusive": "Int and Float have no largest value of their own.",
    "maxExclusive": "Int and Float have no largest value of their own.",
    "lessThan": "A type cannot compare two fields.",
    "lessThanOrEquals": "A type cannot compare two fields.",
    "equals": "A type cannot compare two fields.",
    "disjoint": "A type cannot compare two fields.",
    "hasValue": "A type cannot say that one certain value is among the others.",
    "or": "A field has one type; alternatives between properties or datatypes are not seen in it.",
    "xone": "A field has one type; alternatives between properties or datatypes are not seen in it.",
    "and": "The shapes that are joined are not taken apart.",
    "not": "A type says what is there, not what may not be.",
    "node": "What another shape says of the values is not seen in the field's type.",
    "qualifiedValueShape": "A list type cannot count those of its values that fulfil something more.",
    "qualifiedMinCount": "A list type cannot count those of its values that fulfil something more.",
    "qualifiedMaxCount": "A list type cannot count those of its values that fulfil something more.",
    "closed": "An object type lists what can be asked; that the data hold nothing else is not seen in it.",
    "ignoredProperties": "It belongs to sh:closed.",
    "sparql": "A rule in SPARQL is about data, not about types.",
    "deactivated": "The shape is switched off, and its properties are served all the same.",
}
