"""Refusals become problems (RFC 9457) here, and nowhere else."""

import re
from http import HTTPStatus
from typing import Any, NotRequired

import orjson
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Match
from typing_extensions import TypedDict

from api.failures import Unreachable
from domain.errors import (
    FieldProblem,
    Invalid,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Refusal,
    RuleViolation,
    Stale,
    TooMany,
)
from domain.repository import BadCursor


class MissingIfMatch(Refusal):
    """Quotes and invoices are changed only by those who say which version they read."""

    def __init__(self) -> None:
        super().__init__("Send If-Match with the ETag you last read, or * to change any version.")


class Malformed(Refusal):
    """The request cannot be read at all."""


class WrongType(Refusal):
    """The body is not of a type that this operation reads."""


class TooLarge(Refusal):
    """The body is larger than this installation takes."""


class NotReady(Refusal):
    """The installation cannot work at present; the detail says what the operator can do."""


class FieldError(TypedDict):
    """One field that cannot be taken; `field` is a dotted path."""

    field: str
    message: str


class Problem(TypedDict):
    """An error as RFC 9457 has it; `detail` says what to do, `instance` is the request's id."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: NotRequired[list[FieldError]]


STATUS: dict[type[Refusal], int] = {
    Malformed: 400,
    BadCursor: 400,
    NotSignedIn: 401,
    NotAllowed: 403,
    NotFound: 404,
    RuleViolation: 409,
    Stale: 412,
    TooLarge: 413,
    WrongType: 415,
    Invalid: 422,
    MissingIfMatch: 428,
    TooMany: 429,
    NotReady: 503,
    Unreachable: 503,
}
MEDIA_TYPE = "application/problem+json"


def status_of(refusal: type[Refusal]) -> int:
    """The HTTP status of a refusal: that of the nearest ancestor in the table."""
    return next(STATUS[ancestor] for ancestor in refusal.__mro__ if ancestor in STATUS)


def kebab(name: str) -> str:
    """`QuoteExpired` → `quote-expired`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()


def problems(*refusals: type[Refusal]) -> dict[int | str, dict[str, Any]]:
    """Document the refusals of an operation."""
    declared: dict[int | str, dict[str, Any]] = {}
    for refusal in refusals:
        status = status_of(refusal)
        entry = declared.setdefault(status, _declaration(status))
        said = " ".join((refusal.__doc__ or "").split())
        entry["description"] += f"\n\n`/problems/{kebab(refusal.__name__)}`: {said}"
    return declared


def _declaration(status: int) -> dict[str, Any]:
    return {
        "description": HTTPStatus(status).phrase,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def declared(status: int) -> dict[str, Any]:
    """Document a status that many operations share."""
    return _declaration(status)


def answer(
    request: Request,
    status: int,
    kind: str,
    detail: str,
    *,
    errors: list[FieldError] | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    """One problem as a response."""
    problem: Problem = {
        "type": f"/problems/{kind}",
        "title": kind.replace("-", " ").capitalize(),
        "status": status,
        "detail": detail,
        "instance": f"urn:uuid:{request.scope.get('request_id', '')}",
    }
    if errors is not None:
        problem["errors"] = errors
    return Response(orjson.dumps(problem), status, headers, MEDIA_TYPE)


def refused(request: Request, refusal: Refusal) -> Response:
    """The answer to a refusal of the domain or the edge."""
    headers = {}
    if isinstance(refusal, TooMany):
        headers["Retry-After"] = str(refusal.retry_after)
    if isinstance(refusal, NotSignedIn):
        headers["WWW-Authenticate"] = "Bearer"
    errors = _fields(refusal.problems) if isinstance(refusal, Invalid) else None
    kind = kebab(type(refusal).__name__)
    status = status_of(type(refusal))
    return answer(request, status, kind, refusal.detail, errors=errors, headers=headers)


def _fields(found: tuple[FieldProblem, ...]) -> list[FieldError]:
    return [{"field": problem.field, "message": problem.message} for problem in found]


def _invalid(request: Request, error: RequestValidationError) -> Response:
    found = error.errors()
    if any(item["type"] == "json_invalid" for item in found):
        return refused(request, Malformed("The body is not valid JSON."))
    of_body = any(item["loc"][:1] == ("body",) for item in found)
    if of_body and _has_body(request) and not _is_json(request.headers.get("content-type", "")):
        return refused(request, WrongType("Send the body as Content-Type: application/json."))
    fields = tuple(FieldProblem(_path(item["loc"]), _sentence(item)) for item in found)
    detail = "Some fields cannot be taken as they are: " + "; ".join(
        f"{field.field}: {field.message}" if field.field else field.message for field in fields[:5]
    )
    errors = _fields(fields)
    return answer(request, 422, "invalid", detail, errors=errors)


def _has_body(request: Request) -> bool:
    return request.headers.get("content-length", "0") != "0" or (
        "transfer-encoding" in request.headers
    )


def _is_json(content_type: str) -> bool:
    bare = content_type.partition(";")[0].strip().lower()
    return bare == "application/json" or (
        bare.startswith("application/") and bare.endswith("+json")
    )


def _path(location: tuple[int | str, ...]) -> str:
    inside = (
        location[1:]
        if location and location[0] in ("body", "query", "path", "header")
        else location
    )
    return ".".join(str(part) for part in inside)


def _sentence(item: dict[str, Any]) -> str:
    if item["type"] == "missing":
        return "This field is missing."
    if item["type"] == "extra_forbidden":
        return "There is no such field here."
    message = str(item["msg"]).removeprefix("Value error, ")
    return message if message.endswith(".") else f"{message}."


def _http(request: Request, error: HTTPException) -> Response:
    kinds = {404: "not-found", 405: "method-not-allowed", 413: "too-large", 400: "malformed"}
    details = {
        404: "There is nothing at this address.",
        405: "This address does not take that method.",
        400: "The request cannot be read.",
        413: "The body is larger than this installation takes.",
    }
    status = error.status_code
    kind = kinds.get(status, kebab(HTTPStatus(status).phrase.replace(" ", "")))
    headers = dict(error.headers) if error.headers else {}
    if status == 405:
        headers["Allow"] = ", ".join(sorted(_methods_of(request)))
    return answer(request, status, kind, details.get(status, str(error.detail)), headers=headers)


def _methods_of(request: Request) -> set[str]:
    """What the request's address takes: each of its methods is a route of its own."""
    routes: list[Any] = request.app.router.routes
    matching = [route for route in routes if route.matches(request.scope)[0] is not Match.NONE]
    return {method for route in matching for method in getattr(route, "methods", None) or ()}


def unexpected(request: Request) -> Response:
    """The answer where something failed that nobody foresaw."""
    return answer(
        request,
        500,
        "unexpected",
        "Something went wrong on our side and nothing was changed. Try again; if it stays, send "
        "the operator the instance of this answer.",
    )


def install(app: FastAPI) -> None:
    """Answer every error of an application as a problem."""
    app.add_exception_handler(Refusal, refused)  # type: ignore[arg-type]
    app.add_exception_handler(RequestValidationError, _invalid)  # type: ignore[arg-type]
    app.add_exception_handler(HTTPException, _http)  # type: ignore[arg-type]
