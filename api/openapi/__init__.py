"""The OpenAPI document: generated from the code; problems, security and examples declared once."""

import json
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.openapi.completion import complete
from api.openapi.texts import DESCRIPTION, TAGS

__all__ = ["as_text", "document", "install"]


def document(app: FastAPI) -> dict[str, Any]:
    """The description of the whole API, OpenAPI 3.1."""
    made = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        description=DESCRIPTION,
        routes=app.routes,
        tags=[{"name": name, "description": text} for name, text in TAGS.items()],
    )
    complete(made)
    return made


def as_text(made: dict[str, Any]) -> str:
    """A description as it is committed: one field per line, so that changes can be reviewed."""
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def install(app: FastAPI) -> None:
    """Make the application describe itself with this document, once."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = document(app)
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]
