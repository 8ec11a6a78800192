"""The route class that makes each request one unit of work.

In one thread hop it opens the session, finds the caller, runs the endpoint, flushes, writes the
history, serialises and commits; only then the answer leaves.
"""

import functools
import inspect
import time
from collections.abc import Callable
from typing import Any

from fastapi import Request
from fastapi.dependencies.utils import get_flat_params
from fastapi.params import Query
from fastapi.routing import APIRoute
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import Scope

from api import auth, errors, failures, idempotency
from api.schema import ONE_LINE
from api.work import Later, Replayed, Work, respond
from domain.errors import FieldProblem, Invalid

TRIES = 3


class UnitOfWork(APIRoute):
    """Runs an endpoint as one unit of work for a caller who is signed in."""

    needs_caller = True

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        methods = set(options.get("methods") or {"GET"})
        options["responses"] = {
            **self._shared(path, methods, options),
            **(options.get("responses") or {}),
        }
        options["openapi_extra"] = _with_query_models(endpoint, options.get("openapi_extra"))
        self.known_parameters: frozenset[str] = frozenset()
        wrapped = _wrapped(endpoint, self, options.get("status_code") or 200)
        # Ids are UUIDs, so that `/users/import` is never taken for a user's page.
        super().__init__(path.replace("{id}", "{id:uuid}"), wrapped, **options)
        self._begins = path.partition("{")[0]
        documented = (options["openapi_extra"] or {}).get("parameters", ())
        self.known_parameters = frozenset(
            [parameter["name"] for parameter in documented if parameter["in"] == "query"]
            + [
                field.alias
                for field in get_flat_params(self.dependant)
                if isinstance(field.field_info, Query)
            ]
        )

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether a request is for this route; that most are not, their beginning tells soonest."""
        if scope["path"].startswith(self._begins) or scope.get("root_path"):
            return super().matches(scope)
        return Match.NONE, {}

    @classmethod
    def _shared(cls, path: str, methods: set[str], options: Any) -> dict[int, dict[str, Any]]:
        statuses = {400, 422}
        statuses |= {401, 403} if cls.needs_caller else set()
        statuses |= {404} if "{" in path else set()
        if methods - {"GET"}:
            statuses |= {403, 409, 413, 415}
        if methods & {"PATCH", "DELETE"}:
            statuses |= {412, 428}
        return {status: errors.declared(status) for status in sorted(statuses)}


class OpenRoute(UnitOfWork):
    """Runs an endpoint for anybody: setup, sign-in, health, and the customer's link."""

    needs_caller = False

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        options["openapi_extra"] = {"security": [], **(options.get("openapi_extra") or {})}
        super().__init__(path, endpoint, **options)


def _wrapped(endpoint: Callable[..., Any], route: UnitOfWork, status: int) -> Callable[..., Any]:
    if inspect.iscoroutinefunction(endpoint):
        return endpoint
    signature = inspect.signature(endpoint, eval_str=True)
    promises = _promises_of(endpoint)
    asked = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in signature.parameters.items()
        if name not in promises
    ]
    request_parameter = inspect.Parameter(
        "request_", inspect.Parameter.KEYWORD_ONLY, annotation=Request
    )

    @functools.wraps(endpoint)
    def run(*, request_: Request, **arguments: Any) -> Response:
        if route.include_in_schema:
            _refuse_unknown(request_, route.known_parameters)
        return _perform(endpoint, route, status, request_, {**arguments, **promises})

    del run.__wrapped__
    run.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=[*asked, request_parameter]
    )
    return run


def _refuse_unknown(request: Request, known: frozenset[str]) -> None:
    """Refuse what nobody would heed: a misspelled `dry_run` must not write a file.

    Pages are asked for with whatever marks a mail program adds to their links, and bear them.
    """
    if not request.query_params:
        return
    names = [name for name, _ in request.query_params.multi_items()]
    problems = [
        FieldProblem(name, "This is said twice; give it once.")
        if name in names[:position]
        else FieldProblem(name, f"There is no such parameter here. {_known(known)}")
        for position, name in enumerate(names)
        if name in names[:position] or name.partition("[")[0] not in known
    ]
    if problems:
        raise Invalid(problems=tuple(problems))


def _known(names: frozenset[str]) -> str:
    return f"Known are: {', '.join(sorted(names))}." if names else "None is known."


def _promises_of(endpoint: Callable[..., Any]) -> dict[str, Later]:
    parameters = inspect.signature(endpoint, eval_str=True).parameters
    found = {name: _promise_of(parameter) for name, parameter in parameters.items()}
    return {name: promise for name, promise in found.items() if promise is not None}


def _with_query_models(
    endpoint: Callable[..., Any], extra: dict[str, Any] | None
) -> dict[str, Any] | None:
    """Document the query models of an endpoint, since FastAPI does not see them."""
    models = [promise.query_model for promise in _promises_of(endpoint).values()]
    parameters = [
        parameter for model in models if model is not None for parameter in query_parameters(model)
    ]
    if not parameters:
        return extra
    return {**(extra or {}), "parameters": [*(extra or {}).get("parameters", []), *parameters]}


def query_parameters(model: Any) -> list[dict[str, Any]]:
    """The parameters that a query model reads, as OpenAPI describes them."""
    described = model.model_json_schema()
    named, needed = described.get("$defs", {}), described.get("required", ())
    parameters = []
    for name, schema in described["properties"].items():
        plain = _inlined(schema, named)
        parameter = {"name": name, "in": "query", "required": name in needed, "schema": plain}
        if "description" in plain:
            parameter["description"] = plain.pop("description")
        parameters.append(parameter)
    return parameters


def _inlined(schema: Any, named: dict[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_inlined(item, named) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _inlined(named[schema["$ref"].rpartition("/")[2]], named)
    plain = {key: _inlined(value, named) for key, value in schema.items() if key != "title"}
    is_free = plain.get("type") == "string" and not {"enum", "format", "pattern"} & plain.keys()
    # `Filters` takes one line of text and nothing else.
    return {**plain, "pattern": ONE_LINE} if is_free else plain


def _promise_of(parameter: inspect.Parameter) -> Later | None:
    for note in getattr(parameter.annotation, "__metadata__", ()):
        promise = getattr(getattr(note, "dependency", None), "promise", None)
        if isinstance(promise, Later):
            return promise
    return None


def _perform(
    endpoint: Callable[..., Any],
    route: UnitOfWork,
    status: int,
    request: Request,
    arguments: dict[str, Any],
) -> Response:
    for attempt in range(1, TRIES + 1):
        try:
            return _once(endpoint, route, status, request, arguments)
        except (IntegrityError, OperationalError, StaleDataError) as error:
            refusal = failures.from_database(error)
            if refusal is None:
                raise
            if attempt == TRIES or not isinstance(refusal, failures.Passing):
                raise refusal from error
            time.sleep(0.01 * attempt)
    raise AssertionError("unreachable")


def _once(
    endpoint: Callable[..., Any],
    route: UnitOfWork,
    status: int,
    request: Request,
    arguments: dict[str, Any],
) -> Response:
    is_safe = request.method in ("GET", "HEAD")
    writes = not is_safe and not hasattr(endpoint, "__reads_first__")
    work = Work(request, request.app.state.database, writes)
    try:
        if route.needs_caller:
            work.sign_in()
        elif not is_safe:
            auth.refuse_foreign_origin(request)
        replayed = idempotency.begin(work) if route.needs_caller and not is_safe else None
        if replayed is not None:
            return replayed
        made = {
            name: value.make(work) if isinstance(value, Later) else value
            for name, value in arguments.items()
        }
        response = respond(endpoint(**made), status)
        idempotency.keep(work, response)
        work.finish()
        return response
    except Replayed as replay:
        return replay.response
    finally:
        work.close()
