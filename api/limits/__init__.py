"""What one request may ask for, judged before anything runs.

Leaves reading HTTP to `api.endpoint` and the meaning of fields to `api.schema`; it knows GraphQL only.
"""

from api.limits.check import OperationCheck
from api.limits.limits import Limits
from api.limits.refusal import Refusal
from kg.store.deadline import Deadline

__all__ = ["Deadline", "Limits", "OperationCheck", "Refusal"]
