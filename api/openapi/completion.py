"""What the generated document lacks: the problem's shape, headers, examples, security, order."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from pydantic import TypeAdapter

from api.auth import COOKIE
from api.errors import Problem
from api.idempotency import takes_key
from api.openapi.examples import Examples

JSON = "application/json"
STREAM = "text/event-stream"
SECURITY = {
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": COOKIE,
        "description": "The app's cookie, from `POST /auth/login`.",
    },
    "key": {
        "type": "http",
        "scheme": "bearer",
        "description": "An API key, `tl_…`, from `POST /api-keys`.",
    },
}
KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same key with the same body is carried out once in 24 hours; a repetition "
    "gets the first answer again.",
    "schema": {"type": "string", "pattern": "^[!-~]{1,255}$"},
}
ETAG = {
    "description": "The record's version, for `If-Match`.",
    "schema": {"type": "string", "examples": ['"3"']},
}
RETRY_AFTER = {
    "description": "In how many seconds to try again.",
    "schema": {"type": "integer", "minimum": 1, "examples": [120]},
}
PROBLEM = {
    "type": "/problems/invalid",
    "title": "Invalid",
    "status": 422,
    "detail": "Some fields cannot be taken as they are: email: This field is missing.",
    "instance": "urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e",
    "errors": [{"field": "email", "message": "This field is missing."}],
}


def complete(document: dict[str, Any]) -> None:
    """Fill in a generated document, in place."""
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    problem = TypeAdapter(Problem).json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(problem.pop("$defs", {}))
    schemas["Problem"] = {**problem, "examples": [PROBLEM]}
    document["components"]["schemas"] = dict(sorted(schemas.items()))
    document["components"]["securitySchemes"] = SECURITY
    document["components"]["parameters"] = {"IdempotencyKey": KEY}
    document["security"] = [{"session": []}, {"key": []}]
    document["servers"] = [{"url": "/", "description": "This installation."}]
    used = {tag for _, _, operation in _operations(document) for tag in operation["tags"]}
    document["tags"] = [tag for tag in document["tags"] if tag["name"] in used]
    examples = Examples(schemas)
    for path, method, operation in _operations(document):
        _complete_operation(path, method, operation, examples)


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def _complete_operation(
    path: str, method: str, operation: dict[str, Any], examples: Examples
) -> None:
    if method == "post" and takes_key(path) and operation.get("security") != []:
        operation.setdefault("parameters", []).append(
            {"$ref": "#/components/parameters/IdempotencyKey"}
        )
    _show(operation.get("requestBody", {}).get("content", {}), examples, asks=True)
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            _complete_answer(int(status), response, examples)
        elif status == "429":
            response.setdefault("headers", {})["Retry-After"] = RETRY_AFTER


def _complete_answer(status: int, response: dict[str, Any], examples: Examples) -> None:
    if response["description"] == "Successful Response":
        response["description"] = HTTPStatus(status).phrase
    content = response.get("content", {})
    if STREAM in content:
        content[STREAM]["schema"] = _events_with({"$ref": content[STREAM]["schema"]["$ref"]})
    _show(content, examples, asks=False)
    shown = content.get(JSON, {}).get("example")
    if isinstance(shown, dict) and "version" in shown:
        response.setdefault("headers", {})["ETag"] = ETAG


def _events_with(data: dict[str, Any]) -> dict[str, Any]:
    """What one server-sent event may be, by which OpenAPI 3.1 describes a stream."""
    nothing = {"type": "object", "maxProperties": 0}
    return {"oneOf": [_event("change", data), _event("reset", nothing)]}


def _event(name: str, data: dict[str, Any]) -> dict[str, Any]:
    text = {"type": "string", "contentMediaType": JSON, "contentSchema": data}
    return {
        "type": "object",
        "required": ["id", "event", "data"],
        "properties": {
            "id": {"type": "string", "pattern": "^[0-9]+$"},
            "event": {"const": name},
            "data": text,
            "retry": {"type": "integer"},
        },
    }


def _show(content: dict[str, Any], examples: Examples, *, asks: bool) -> None:
    """Give each media type an example that has none and can have one."""
    for media_type, entry in content.items():
        if "example" in entry or "examples" in entry:
            continue
        schema = entry.get("schema", {})
        if media_type == JSON:
            entry["example"] = examples.question(schema) if asks else examples.answer(schema)
        elif media_type.startswith("text/") and schema.get("format") != "binary":
            entry["example"] = examples.text(media_type)
