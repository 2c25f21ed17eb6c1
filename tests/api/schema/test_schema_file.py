"""The committed schema is the derived one, and says of each property what its shape says."""

from __future__ import annotations

from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    build_ast_schema,
    get_named_type,
    is_object_type,
    lexicographic_sort_schema,
    parse,
    print_schema,
)

from api.schema import REFRESH, print_derived_schema
from api.service import service_schema
from kg.ontology import Ontology, ValueKind
from kg.retrieval.operators import OPERATORS
from kg.terms import CODE

FILE = Path(__file__).parents[3] / "api" / "schema.graphql"


def test_the_committed_schema_is_fresh(ontology: Ontology) -> None:
    derived = print_derived_schema(service_schema(ontology))

    assert FILE.read_text(encoding="utf-8") == derived, f"the schema has changed; refresh the file: {REFRESH}"


def test_the_printed_schema_leaves_nothing_out(schema: GraphQLSchema) -> None:
    def without_descriptions(of: GraphQLSchema) -> str:
        lines = print_schema(lexicographic_sort_schema(of)).split('"""')
        return "\n".join("".join(lines[::2]).split())

    printed = build_ast_schema(parse(print_derived_schema(schema)))
    assert without_descriptions(printed) == without_descriptions(schema)


def test_shapes_and_schema_agree_on_what_is_required_and_repeated(schema: GraphQLSchema, ontology: Ontology) -> None:
    compared = 0
    for each in ontology.classes.values():
        if str(CODE) in ontology.superclasses[each.iri]:
            continue
        fields = schema.type_map[each.name].fields  # type: ignore[attr-defined]
        for one in ontology.properties_of(each.iri):
            served = fields[one.key].type
            is_list = isinstance(getattr(served, "of_type", served), GraphQLList)
            is_page = get_named_type(served).name.endswith("Connection")
            assert (is_list or is_page) == one.is_many, f"{each.name}.{one.key}"
            if not one.is_many:
                assert isinstance(served, GraphQLNonNull) == one.is_required, f"{each.name}.{one.key}"
            compared += 1
    assert compared > 100


def test_a_closed_list_and_its_enum_have_the_same_values_in_the_same_order(
    schema: GraphQLSchema, ontology: Ontology
) -> None:
    used = {p.range for c in ontology.classes.values() for p in c.properties if p.kind is ValueKind.CODE and p.range}
    for iri in used:
        enum = schema.type_map[ontology.classes[iri].name]
        assert isinstance(enum, GraphQLEnumType)
        assert list(enum.values) == [code.enum_name for code in ontology.codes[iri]]


def test_every_class_and_property_of_the_ontology_is_described(schema: GraphQLSchema, ontology: Ontology) -> None:
    for each in ontology.classes.values():
        if str(CODE) not in ontology.superclasses[each.iri]:
            assert schema.type_map[each.name].description
            fields = schema.type_map[each.name].fields  # type: ignore[attr-defined]
            assert all(fields[one.key].description for one in ontology.properties_of(each.iri))


def test_every_operator_of_the_table_is_in_some_filter(schema: GraphQLSchema) -> None:
    filters = [
        each
        for name, each in schema.type_map.items()
        if isinstance(each, GraphQLInputObjectType) and name.endswith("Filter")
    ]
    assert set(OPERATORS) <= {field for each in filters for field in each.fields}


def test_classes_without_properties_of_their_own_share_input_types(schema: GraphQLSchema, ontology: Ontology) -> None:
    inputs = {name for name in schema.type_map if name.endswith(("Where", "OrderBy"))}
    own = {each.name for each in ontology.classes.values() if each.properties}
    assert {name.removesuffix("Where").removesuffix("OrderBy") for name in inputs} <= own | {"Node"}


@pytest.mark.parametrize("pages", ["ClaimConnection", "ConceptConnection"])
def test_every_list_says_how_many_there_are(schema: GraphQLSchema, pages: str) -> None:
    connection = schema.type_map[pages]
    assert is_object_type(connection)
    assert str(connection.fields["totalCount"].type) == "Int!"  # type: ignore[attr-defined]
