"""Input types: one filter for each datatype and enum, one `…Where` and one `…OrderBy` for each class with properties.

They are shared wherever they fit, so that there are few. The operators come from `kg.retrieval.operators`.
"""

from __future__ import annotations

from typing import Any

import graphene  # type: ignore[import-untyped]  # it carries no types

from api.schema.blueprint import Blueprint
from api.schema.descriptions import wrapped
from api.schema.enums import DIRECTION, LANGUAGE
from api.schema.naming import NODE, attribute
from api.schema.registry import Registry
from api.schema.scalars import SCALARS
from kg.ontology import Class, Property, ValueKind
from kg.retrieval.operators import operators_of
from kg.retrieval.value_types import ValueType, value_type

IN_LANGUAGES = "inLanguages"
IS_A = "isA"


def define_inputs(registry: Registry, blueprint: Blueprint) -> None:
    """The filters of datatypes and enums, and the filter and order of each class."""
    for of in (each for each in ValueType if each is not ValueType.CODE):
        _define_value_filter(registry, f"{of.value}Filter", of, SCALARS[of])
    enums = {blueprint.enum_name(p) for each in blueprint.classes for p in each.properties if p.kind is ValueKind.CODE}
    for name in sorted(filter(None, enums)):
        _define_value_filter(registry, f"{name}Filter", ValueType.CODE, registry.later(name))
    registry.define(where_name(None), lambda: _where(registry, where_name(None), NODE, {}, has_kinds=True))
    for each in blueprint.stored:
        if blueprint.input_class(each) is each:
            _define_class_inputs(registry, blueprint, each)


def where_name(each: Class | None) -> str:
    """The filter type of a class that `Blueprint.input_class` names; of any individual for None."""
    return f"{NODE if each is None else each.name}Where"


def order_name(each: Class | None) -> str:
    """The order type of a class that `Blueprint.input_class` names; of any individual for None."""
    return f"{NODE if each is None else each.name}OrderBy"


def filter_name(blueprint: Blueprint, each: Property) -> str:
    """The input type that filters a property."""
    if each.kind is ValueKind.RESOURCE:
        target = blueprint.class_of(each.range)
        return where_name(None if target is None else blueprint.input_class(target))
    enum = blueprint.enum_name(each) if each.kind is ValueKind.CODE else None
    return f"{enum}Filter" if enum else f"{_filtered_as(each).value}Filter"


def can_order(each: Property) -> bool:
    """Whether lists can be ordered by the property: where an individual has one value of it."""
    return each.kind is not ValueKind.RESOURCE and not each.is_many


def orders_within(blueprint: Blueprint, each: Property) -> Class | None:
    """The class whose properties order the individuals too: of the one thing that an individual holds within itself."""
    if each.kind is not ValueKind.RESOURCE or each.is_many or each.is_computed:
        return None
    target = blueprint.class_of(each.range)
    return target if target is not None and target.namespace is None and target in blueprint.stored else None


def _filtered_as(each: Property) -> ValueType:
    """A code list without values cannot become an enum: its codes are then named by IRI."""
    return ValueType.ID if each.kind is ValueKind.CODE else value_type(each)


def _define_value_filter(registry: Registry, name: str, of: ValueType, scalar: Any) -> None:
    registry.define(name, lambda: _value_filter(registry, name, of, scalar))


def _value_filter(registry: Registry, name: str, of: ValueType, scalar: Any) -> Any:
    """Of the many filters of enums, which are all alike, only the types are described and not their fields."""
    is_code = of is ValueType.CODE
    fields: dict[str, Any] = {}
    for each in operators_of(of):
        given = graphene.List(graphene.NonNull(scalar)) if each.takes_list else scalar
        fields[each.name] = graphene.InputField(given, description=None if is_code else each.description)
    if of is ValueType.TEXT:
        language = registry.later(LANGUAGE)
        fields["language"] = graphene.InputField(language, description="Only texts in this language count.")
    for key, says in (("some", "Some value fulfils this; `{}`: has one."), ("none", "No value does; `{}`: has none.")):
        fields[key] = graphene.InputField(registry.later(name), description=None if is_code else says)
    return input_type(name, _VALUE_FILTER_SAYS, fields)


def _define_class_inputs(registry: Registry, blueprint: Blueprint, each: Class) -> None:
    properties = blueprint.properties(each)
    where = {p.key: registry.later(filter_name(blueprint, p)) for p in properties}
    has_kinds = blueprint.is_interface(each)
    registry.define(where_name(each), lambda: _where(registry, where_name(each), each.name, where, has_kinds=has_kinds))
    registry.define(order_name(each), lambda: _order(registry, blueprint, each.name, properties))


def _where(registry: Registry, name: str, of: str, filters: dict[str, Any], *, has_kinds: bool) -> Any:
    fields = {"id": graphene.InputField(registry.later("IDFilter"))}
    if has_kinds:
        named = graphene.List(graphene.NonNull(graphene.String))
        fields[IS_A] = graphene.InputField(named, description=_IS_A_SAYS)
    fields |= {key: graphene.InputField(filter_type) for key, filter_type in filters.items()}
    own = registry.later(name)
    for key, says in (("AND", "All of these hold."), ("OR", "At least one of these holds.")):
        fields[key] = graphene.InputField(graphene.List(graphene.NonNull(own)), description=says)
    fields["NOT"] = graphene.InputField(own, description="This does not hold.")
    fields["some"] = graphene.InputField(own, description="Some individual fulfils this; `{}`: there is one.")
    fields["none"] = graphene.InputField(own, description="No individual fulfils this; `{}`: there is none.")
    return input_type(name, wrapped(_WHERE_SAYS.format(of=of)), fields)


def _order(registry: Registry, blueprint: Blueprint, of: str, properties: tuple[Property, ...]) -> Any:
    direction = registry.later(DIRECTION)
    ordered = [each for each in properties if can_order(each)]
    fields = {"id": graphene.InputField(direction)}
    fields |= {each.key: graphene.InputField(direction) for each in ordered}
    for each in properties:
        within = orders_within(blueprint, each)
        if within is not None:
            fields[each.key] = graphene.InputField(registry.later(order_name(blueprint.input_class(within))))
    if any(each.kind is ValueKind.TEXT for each in ordered):
        languages = graphene.List(graphene.NonNull(registry.later(LANGUAGE)))
        fields[IN_LANGUAGES] = graphene.InputField(languages, description=_IN_LANGUAGES_SAYS)
    return input_type(f"{of}OrderBy", wrapped(_ORDER_SAYS.format(of=of)), fields)


def input_type(name: str, description: str, fields: dict[str, Any]) -> Any:
    """A graphene input type. Its values come as plain dicts whose keys are `naming.attribute` of the fields."""
    meta = type("Meta", (), {"name": name, "description": description, "container": dict})
    declared = {attribute(field): _named(value, field) for field, value in fields.items()}
    return type(name, (graphene.InputObjectType,), {"Meta": meta, **declared})


def _named(value: Any, field: str) -> Any:
    if attribute(field) != field:
        value.name = field
    return value


_VALUE_FILTER_SAYS = wrapped(
    "Holds if some one value fulfils everything that is given here. Without anything given it says nothing."
)
_WHERE_SAYS = (
    "What to find of {of}: everything that is given must hold. A property of an individual, or of the individuals that"
    " it leads to, holds if some one of them fulfils all that its filter gives."
)
_IS_A_SAYS = "Is of one of these types, by name; a type includes those below it."
_ORDER_SAYS = "By what to order {of}: one property in each object; further objects break ties."
_IN_LANGUAGES_SAYS = "Which language of a text counts: the first of these that it has, then any other."
