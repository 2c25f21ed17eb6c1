"""The GraphQL schema, derived from the ontology's records while the service starts. The one place of graphene."""

from api.schema.answers import Context
from api.schema.build import build_schema
from api.schema.prepare import execute, prepare
from api.schema.printing import REFRESH, print_derived_schema
from api.schema.report import Unsaid, schema_report

__all__ = [
    "REFRESH",
    "Context",
    "Unsaid",
    "build_schema",
    "execute",
    "prepare",
    "print_derived_schema",
    "schema_report",
]
