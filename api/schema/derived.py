"""What is known of a derived schema beside its types; it travels with the GraphQL schema as an extension."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from graphql import GraphQLSchema

from api.limits import Limits
from api.schema.blueprint import Blueprint
from api.schema.meaning import Meanings
from api.schema.questions import Question

_EXTENSION = "evidensgraf"


@dataclass(frozen=True)
class Derived:
    """default_page_size: items on a page whose query gives neither `first` nor `last`."""

    blueprint: Blueprint
    meanings: Meanings
    questions: Mapping[str, Question]
    default_page_size: int = Limits().default_page_size


def attach(schema: GraphQLSchema, derived: Derived) -> None:
    """Lets the schema carry what it was derived from."""
    schema.extensions = {**(schema.extensions or {}), _EXTENSION: derived}


def derived_of(schema: GraphQLSchema) -> Derived:
    """What `attach` let the schema carry. Raises KeyError for a schema that was made otherwise."""
    return cast(Derived, (schema.extensions or {})[_EXTENSION])
