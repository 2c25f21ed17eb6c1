"""GraphQL over HTTP, as the specification of that name says, for any schema.

Leaves what fields mean to the schema, what may be asked for to `api.limits`, and which address answers what to
`api.app`. With `api.app` and `api.pages` the only place that knows Starlette.
"""

from api.endpoint.assets import Assets
from api.endpoint.endpoint import GraphQLEndpoint
from api.endpoint.execution import MakeContext, Prepare, RequestFacts, failure
from api.endpoint.graphiql import GraphiQL
from api.endpoint.operations import Operations, Run
from api.endpoint.request import GraphQLRequest

__all__ = [
    "Assets",
    "GraphQLEndpoint",
    "GraphQLRequest",
    "GraphiQL",
    "MakeContext",
    "Operations",
    "Prepare",
    "RequestFacts",
    "Run",
    "failure",
]
