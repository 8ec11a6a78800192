"""What browsers get besides the API: the built app, the API documentation and their assets."""

import secrets
from pathlib import Path, PurePosixPath

import orjson
from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from api.settings import ROOT

BUILT = ROOT / "frontend" / "dist"
DOCUMENTATION = "/api/docs"
DOCUMENT = "/api/openapi.json"
NONCE = "CSP_NONCE"
UNBUILT = "The app is not built yet: run `make run`. The API is at /api/v1 and works without it.\n"
FOREVER = "public, max-age=31536000, immutable"


def install(app: FastAPI, built: Path = BUILT) -> None:
    """Serve the app at `/`, the API documentation at `/api/docs`, and the files of both.

    Whatever no operation answers is looked for here; unknown addresses get the app, which knows
    its own, but unknown ones below `/api` and files that do not exist are not found.
    """
    pages = Pages(app, built)
    app.router.default = pages


class Pages:
    """The built front end as the last resort of the router."""

    def __init__(self, app: FastAPI, built: Path) -> None:
        self.app, self.built = app, built
        self.files = StaticFiles(directory=built, check_dir=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app.router.not_found(scope, receive, send)
            return
        response = await self._found(scope["path"], scope)
        await response(scope, receive, send)

    async def _found(self, path: str, scope: Scope) -> Response:
        if path == DOCUMENT:
            return Response(orjson.dumps(self.app.openapi()), media_type="application/json")
        if path == DOCUMENTATION:
            return self._page("docs.html", Request(scope))
        if path == "/api" or path.startswith("/api/"):
            raise HTTPException(404)
        if PurePosixPath(path).suffix and path != "/index.html":
            return await self._file(path, scope)
        return self._page("index.html", Request(scope))

    async def _file(self, path: str, scope: Scope) -> Response:
        response = await self.files.get_response(path.lstrip("/"), scope)
        is_hashed = path.startswith("/assets/") and response.status_code < 400
        response.headers["Cache-Control"] = FOREVER if is_hashed else "no-cache"
        return response

    def _page(self, name: str, request: Request) -> Response:
        """A page with a fresh nonce, which its scripts and styles must carry to be run."""
        page = self.built / name
        if not page.is_file():
            return PlainTextResponse(UNBUILT, 503)
        nonce = secrets.token_urlsafe(16)
        headers = {"Cache-Control": "no-cache", "Content-Security-Policy": _policy(nonce)}
        return HTMLResponse(page.read_text("utf-8").replace(NONCE, nonce), headers=headers)


def _policy(nonce: str) -> str:
    """Nothing from elsewhere; scripts and styles of ours alone; no other site's frames."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'nonce-{nonce}'",
            f"style-src 'self' 'nonce-{nonce}'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            # PDFs that the app fetched are shown inside its pages.
            "frame-src blob:",
            "object-src blob:",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )
