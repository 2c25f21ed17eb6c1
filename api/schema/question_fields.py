"""The graphene fields of hand-made questions."""

from __future__ import annotations

from typing import Any

import graphene  # type: ignore[import-untyped]  # it carries no types
from graphql import GraphQLError, ListTypeNode, NamedTypeNode, NonNullTypeNode, TypeNode, parse_type
from rdflib import SKOS, URIRef

from api.schema.answers import root
from api.schema.blueprint import Blueprint
from api.schema.descriptions import described, wrapped
from api.schema.fields import page_arguments
from api.schema.inputs import input_type
from api.schema.naming import attribute
from api.schema.questions import Argument, InputObject, Many, One, Question
from api.schema.registry import Registry
from kg.ontology.graph_reading import texts

_SCALARS = {
    each.__name__: each
    for each in (graphene.ID, graphene.String, graphene.Int, graphene.Float, graphene.Boolean, graphene.Date)
}


def question_field(registry: Registry, blueprint: Blueprint, question: Question) -> Any:
    """The root field of a question. Raises ValueError where it names a type that the schema has not."""
    cls = blueprint.ontology.class_named(question.answers.class_name)
    if cls is None:
        raise ValueError(f"the question {question.name} answers a class that is not there: {question.answers}")
    for given in question.inputs:
        _define_input(registry, question, given)
    arguments = {name: _argument(registry, question, each) for name, each in question.arguments.items()}
    definitions = cls.definitions
    if question.term is not None:
        definitions = texts(blueprint.ontology.graph, URIRef(question.term), SKOS.definition)
    if not isinstance(question.answers, One | Many):
        arguments |= page_arguments()
    return graphene.Field(
        _answered(registry, question, cls.name),
        args={attribute(name): each for name, each in arguments.items()},
        resolver=root,
        description=described({}, definitions),
    )


def _define_input(registry: Registry, question: Question, given: InputObject) -> None:
    """The input type, once for all questions that take it."""
    if given.name not in registry:
        registry.define(given.name, lambda: _input(registry, question, given))


def _input(registry: Registry, question: Question, given: InputObject) -> Any:
    fields = {
        name: graphene.InputField(_type_of(registry, parse_type(each.type)), description=wrapped(each.description))
        for name, each in given.fields.items()
    }
    return input_type(given.name, wrapped(given.description), fields)


def _answered(registry: Registry, question: Question, class_name: str) -> Any:
    if isinstance(question.answers, One):
        return registry.later(class_name)
    if isinstance(question.answers, Many):
        return graphene.NonNull(graphene.List(graphene.NonNull(registry.later(class_name))))
    return graphene.NonNull(registry.later(f"{class_name}Connection"))


def _argument(registry: Registry, question: Question, each: Argument) -> Any:
    try:
        of = _type_of(registry, parse_type(each.type))
    except (GraphQLError, KeyError) as error:
        raise ValueError(f"an argument of the question {question.name} has no such type: {each.type}") from error
    name = next(name for name, one in question.arguments.items() if one is each)
    default = {} if each.default is None else {"default_value": each.default}
    return graphene.Argument(of, name=name, description=wrapped(each.description), **default)


def _type_of(registry: Registry, node: TypeNode) -> Any:
    if isinstance(node, NonNullTypeNode):
        return graphene.NonNull(_type_of(registry, node.type))
    if isinstance(node, ListTypeNode):
        return graphene.List(_type_of(registry, node.type))
    assert isinstance(node, NamedTypeNode), "a type is a name, a list, or one of these required"
    name = node.name.value
    return _SCALARS[name] if name in _SCALARS else registry.later(_known(registry, name))


def _known(registry: Registry, name: str) -> str:
    if name not in registry:
        raise KeyError(name)
    return name
