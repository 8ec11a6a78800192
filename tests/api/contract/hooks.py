"""What Schemathesis must know of this API beyond its description.

A request that fits the description may still break a rule of the business; such a refusal is right.
A refusal of the request's shape is right only where no schema could have told, which RULES lists.
"""

import json
import os
import re
from typing import Any

import schemathesis
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.openapi.checks import RejectedPositiveData

SHAPE = "Some fields cannot be taken as they are"
RULES = (
    # Two ways to say one thing, or one of two that must be said.
    r"not both\.$",
    r"^Give the contact a name or",
    r"^A refund has no surplus",
    # Numbers with check digits, and names from lists that others keep.
    r"^Give an ISO 4217 currency code",
    r"^Give the country as ISO 3166-1",
    r"^This is not an IBAN",
    r"^A BIC has",
    r"^Give a web address",
    r"^Write an e-mail address",
    r"time zone",
    # Records that a question must name.
    r"^There is no such pipeline",
    # In JSON Schema 41.0 is an integer; here a whole number is written without a point.
    r"^Input should be a valid integer",
)
TYPES = ("/problems/bad-cursor", "/problems/idempotency-key-reused")
"""A cursor and a key mean something only beside the request that they came from."""
TRUE = ("1", "1.0", "on", "t", "true", "y", "yes")


@schemathesis.hook
def filter_failure(context: Any, failure: Any, case: Any, response: Any) -> bool:
    """Whether a failure is one: not where a rule beyond the description was named."""
    if isinstance(failure, AcceptedNegativeData):  # Any request may carry headers of others.
        return "in header - object with unexpected properties" not in failure.message
    if not isinstance(failure, RejectedPositiveData) or response.status_code not in (400, 422):
        return True
    problem = response.json()
    if problem["type"] in TYPES or not problem["detail"].startswith(SHAPE):
        return False
    said = [error["message"] for error in problem["errors"]]
    return not all(any(re.search(rule, text) for rule in RULES) for text in said)


@schemathesis.hook
def filter_case(context: Any, case: Any) -> bool:
    """Leave the caller alone: without a role and a key every later answer would be 401."""
    named = set((case.path_parameters or {}).values())
    return not named & set(os.environ["CONTRACT_CALLER"].split())


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """Let the stream of events end after what there is: tests/api/events follow it further."""
    if case.path.endswith("/events"):
        query = case.query or {}
        if str(query.get("follow", True)).lower() in TRUE:
            case.query = {**query, "follow": "false"}


@schemathesis.hook
def map_path_parameters(context: Any, path_parameters: Any) -> Any:
    """Let half of the ids be those of real records, so that acts come further than 404."""
    real = json.loads(os.environ["CONTRACT_RECORDS"])
    noun = context.operation.path.removeprefix("/api/v1/").partition("/")[0]
    for name in {"id", "token"} & (path_parameters or {}).keys():
        drawn = str(path_parameters[name])
        if noun in real and len(drawn) > 1 and ord(drawn[1]) % 2:
            path_parameters[name] = real[noun][ord(drawn[0]) % len(real[noun])]
    return path_parameters
