"""The OpenAPI document: generated from the code, with problems, security and examples declared once."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from api.auth import COOKIE
from api.errors import Problem

_SECURITY = {
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


def document(app: FastAPI) -> dict[str, Any]:
    """The description of the whole API, OpenAPI 3.1."""
    made = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        description=__doc__.partition(":")[0] if __doc__ else None,
        routes=app.routes,
    )
    schemas = made.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    problem = TypeAdapter(Problem).json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(problem.pop("$defs", {}))
    schemas["Problem"] = problem
    made["components"]["securitySchemes"] = _SECURITY
    made["security"] = [{"session": []}, {"key": []}]
    made["servers"] = [{"url": "/"}]
    return made


def install(app: FastAPI) -> None:
    """Make the application describe itself with this document, once."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = document(app)
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]


