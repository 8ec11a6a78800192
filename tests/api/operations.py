"""Every operation of the OpenAPI document, and how a test calls it: no list by hand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from fastapi.testclient import TestClient
from httpx2 import Response

from api.app import create_app

NOBODY = "019ab5c4-0000-7000-8000-000000000000"
UNSAFE = ("post", "put", "patch", "delete")


@dataclass(frozen=True)
class Operation:
    """One operation as the document describes it."""

    name: str
    method: str
    path: str
    described: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.method.upper()} {self.path}"

    @property
    def is_unsafe(self) -> bool:
        """Whether it may change something."""
        return self.method in UNSAFE

    @property
    def is_open(self) -> bool:
        """Whether anybody may call it without signing in."""
        return self.described.get("security") == []

    @property
    def places(self) -> list[str]:
        """The names in braces in its path."""
        return re.findall(r"{(\w+)}", self.path)

    def address(self, **places: str) -> str:
        """Its path with places filled; an id that nobody has where none is given."""
        usual = {"key": "qualified", "month": "2026-11", **places}
        return self.path.format(**{name: usual.get(name, NOBODY) for name in self.places})

    def content(self) -> tuple[str, Any] | None:
        """The media type and example of its body."""
        for media_type, entry in self.described.get("requestBody", {}).get("content", {}).items():
            return media_type, entry.get("example")
        return None

    def body(self) -> dict[str, Any]:
        """The body that the document shows, as the arguments of a request."""
        shown = self.content()
        if shown is None:
            return {}
        media_type, example = shown
        if media_type == "application/json":
            return {"json": example}
        text = example if isinstance(example, str) else ""
        return {"content": text.encode(), "headers": {"Content-Type": media_type}}

    def call(
        self, client: TestClient, url: str, headers: Mapping[str, str] | None = None, **changed: Any
    ) -> Response:
        """Ask as the document shows it; `changed` replaces the body."""
        asked = {**self.body(), **changed}
        sent = {**asked.pop("headers", {}), **(headers or {})}
        return client.request(self.method.upper(), url, headers=sent, **asked)


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document, made once for all tests of a process."""
    return create_app().openapi()


@cache
def operations() -> list[Operation]:
    """All operations that the document describes."""
    return [
        Operation(described["operationId"], method, path, described)
        for path, methods in document()["paths"].items()
        for method, described in methods.items()
    ]
