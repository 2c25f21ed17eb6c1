"""Builds the GraphQL schema of an ontology. The one place where the pieces of this package meet."""

from __future__ import annotations

from collections.abc import Iterable

import graphene  # type: ignore[import-untyped]  # it carries no types
from graphql import GraphQLSchema, validate_schema

from api.schema.blueprint import Blueprint
from api.schema.derived import Derived, attach
from api.schema.enums import define_enums
from api.schema.fields import FieldMaker
from api.schema.inputs import define_inputs
from api.schema.meaning import Meanings
from api.schema.outputs import OutputMaker
from api.schema.question_fields import question_field
from api.schema.questions import Question
from api.schema.registry import Registry
from api.schema.root import RootMaker
from kg.errors import OntologyError
from kg.ontology import Ontology


def build_schema(ontology: Ontology, questions: Iterable[Question] = ()) -> GraphQLSchema:
    """The schema of all that the ontology says can be asked, and of the hand-made questions.

    Raises OntologyError where the ontology's names or properties cannot stand together in one schema.
    """
    asked = {each.name: each for each in questions}
    blueprint, registry, meanings = Blueprint(ontology), Registry(), Meanings()
    define_enums(registry, blueprint)
    define_inputs(registry, blueprint)
    maker = FieldMaker(registry, blueprint)
    OutputMaker(registry, blueprint, maker, meanings).define()
    hand_made = {name: question_field(registry, blueprint, each) for name, each in asked.items()}
    query = RootMaker(registry, blueprint, maker, meanings).make(hand_made)
    schema: GraphQLSchema = graphene.Schema(
        query=query, types=[registry[name] for name in meanings.object_classes], auto_camelcase=False
    ).graphql_schema
    _refuse_faults(schema)
    attach(schema, Derived(blueprint, meanings, asked))
    return schema


def _refuse_faults(schema: GraphQLSchema) -> None:
    faults = validate_schema(schema)
    if faults:
        raise OntologyError(
            "the ontology makes no valid GraphQL schema: " + " ".join(fault.message for fault in faults),
            remedy="see that a property of a subclass agrees with the one that it restricts",
        )
