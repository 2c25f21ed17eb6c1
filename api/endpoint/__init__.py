"""GraphQL over HTTP, as the specification of that name says, for any schema.

Leaves what fields mean to the schema, what may be asked for to `api.limits`, and which address answers what to
`api.app`. The only place, with `api.app`, that knows Starlette.
"""

from api.endpoint.endpoint import GraphQLEndpoint
from api.endpoint.execution import MakeContext, Prepare, RequestFacts
from api.endpoint.graphiql import GraphiQL

__all__ = ["GraphQLEndpoint", "GraphiQL", "MakeContext", "Prepare", "RequestFacts"]
