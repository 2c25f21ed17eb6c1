"""Resolvers of derived fields. Everything was fetched before execution: they only pick.

Sources are individuals (`kg.retrieval.Individual`) and pages; where a field leads to is told by the answers that the
planner left in the context.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graphql import GraphQLResolveInfo

from api.schema.answers import Computed, Edge, PageView, answers_of
from api.schema.enums import enum_values
from api.schema.meaning import Meaning, Role
from api.schema.scalars import python_value
from kg.ontology import Ontology, Property, ValueKind
from kg.retrieval import Follow, Individual, chosen_text, texts_in
from kg.retrieval.texts import swedish_key
from kg.store import Literal

Resolver = Callable[..., Any]


def resolver_of(meaning: Meaning, ontology: Ontology, codes: tuple[str, ...]) -> Resolver:
    """The resolver of a field. codes: for a code property, the values of its list in order."""
    one = meaning.property
    if meaning.role is Role.ID or one is None:
        return lambda source, info: source.iri
    if meaning.role is Role.VALUE:
        return _value_resolver(one, codes)
    if meaning.role is Role.LANGUAGE:
        return _language_resolver(one)
    if meaning.role is Role.CODE_LABEL:
        return _code_label_resolver(one, codes, ontology)
    return _LEADING[meaning.role]


def _value_resolver(one: Property, codes: tuple[str, ...]) -> Resolver:
    if one.kind is ValueKind.CODE:
        return _only_or_all(one, lambda source: in_list_order(source, one, codes))
    if one.kind is ValueKind.LITERAL:
        return _only_or_all(one, lambda source: _values_in_order(source, one))
    if one.is_many:
        return lambda source, info, language=None: texts_in(source.literals(one), _tags(language))
    return lambda source, info, language=None: _text_of(chosen_text(source.literals(one), _tags(language)))


def _language_resolver(one: Property) -> Resolver:
    def resolve(source: Individual, info: GraphQLResolveInfo, language: Any = None) -> str | None:
        chosen = chosen_text(source.literals(one), _tags(language))
        known = info.schema.type_map["Language"].graphene_type._meta.enum  # type: ignore[attr-defined]  # graphene's
        tags = {member.value for member in known}
        return chosen.language if chosen is not None and chosen.language in tags else None

    return resolve


def _code_label_resolver(one: Property, codes: tuple[str, ...], ontology: Ontology) -> Resolver:
    def label(code: str, language: Any) -> str:
        known = ontology.codes_by_iri.get(code)
        labels = [Literal(text, language=tag) for tag, text in known.labels.items()] if known else []
        chosen = chosen_text(labels, _tags(language))
        return chosen.text if chosen else code

    def resolve(source: Individual, info: GraphQLResolveInfo, language: Any = None) -> Any:
        labels = [label(code, language) for code in in_list_order(source, one, codes)]
        return labels if one.is_many else next(iter(labels), None)

    return resolve


def in_list_order(source: Individual, one: Property, codes: tuple[str, ...]) -> list[str]:
    """The codes that an individual has, as their closed list orders them; unknown ones last."""
    found = {value.text if isinstance(value, Literal) else str(value) for value in source.terms(one)}
    return sorted(found, key=lambda code: (codes.index(code) if code in codes else len(codes), code))


def _values_in_order(source: Individual, one: Property) -> list[Any]:
    literals = source.literals(one)
    if len(literals) < 2:  # nearly always, and there is nothing to sort
        return [python_value(one, literal) for literal in literals]
    values = {python_value(one, literal) for literal in literals}
    return sorted(values, key=lambda value: (swedish_key(value), value) if isinstance(value, str) else value)


def _only_or_all(one: Property, values: Callable[[Individual], list[Any]]) -> Resolver:
    if one.is_many:
        return lambda source, info: values(source)
    return lambda source, info: next(iter(values(source)), None)


def _follow(source: Individual, info: GraphQLResolveInfo) -> Individual | None:
    child = answers_of(info).child(source.selection, info.parent_type.name, info.path.key)
    assert isinstance(child, Follow), "the planner follows what the schema says is followed"
    return source.followed(child)


def _list(source: Computed, info: GraphQLResolveInfo) -> list[Individual | None]:
    child = answers_of(info).child(source.selection, info.parent_type.name, info.path.key)
    return source.lists[child]


def _connection(source: Individual, info: GraphQLResolveInfo, **_arguments: Any) -> PageView:
    child = answers_of(info).child(source.selection, info.parent_type.name, info.path.key)
    return PageView(child, source.pages[child])


def nodes(source: PageView, info: GraphQLResolveInfo) -> list[Individual]:
    """The individuals on a page."""
    return source.page.items[answers_of(info).child(source.key, "nodes", info.path.key)]


def report(source: PageView, info: GraphQLResolveInfo) -> Individual:
    """What the list says of itself."""
    return source.reports[answers_of(info).child(source.key, "report", info.path.key)]


def edges(source: PageView, info: GraphQLResolveInfo) -> list[Edge]:
    """The individuals on a page, each with its cursor. Whichever way they are shown, they are as many as cursors."""
    return [Edge(source, str(info.path.key), place) for place in range(len(source.page.cursors))]


def edge_node(source: Edge, info: GraphQLResolveInfo) -> Individual:
    """The individual at an edge."""
    selection = answers_of(info).child(source.view.key, source.edges_key, info.path.key)
    return source.view.page.items[selection][source.place]


_LEADING: dict[Role, Resolver] = {Role.FOLLOW: _follow, Role.CONNECTION: _connection, Role.LIST: _list}


def _text_of(text: Literal | None) -> str | None:
    return None if text is None else text.text


def _tags(language: Any) -> list[str]:
    return list(enum_values(language or []))
