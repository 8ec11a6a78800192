"""The application.

Settings, database, problems, nouns, API documentation and the built front end, wired together.
"""

import logging
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from fastapi import APIRouter, FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.requests import Request
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import errors, nouns, openapi, pages, worker
from api.auth import Throttle
from api.database import Database
from api.events import Feed
from api.last_seen import LastSeen
from api.settings import Settings

log = logging.getLogger("throughline")


def create_app(settings: Settings | None = None) -> FastAPI:
    """The product as one ASGI application."""
    settings = settings or Settings()
    max_body = settings.max_body_mb * 1024 * 1024
    app = FastAPI(
        title="Throughline",
        version="1",
        summary="From first contact to paid invoice.",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=_lifespan,
        generate_unique_id_function=lambda route: route.name,
        separate_input_output_schemas=True,
    )
    app.state.settings = settings
    app.state.database = Database(settings.database)
    app.state.feed = Feed(app.state.database)
    app.state.clock = lambda: datetime.now(UTC)
    app.state.last_seen = LastSeen()
    app.state.throttle = Throttle(settings.login_failures)
    errors.install(app)
    app.router.redirect_slashes = False
    app.router.routes.extend(_routes_of(nouns.routers()))
    openapi.install(app)
    pages.install(app)
    app.add_middleware(RequestBodyLimitMiddleware, max_body_size=max_body)
    app.add_middleware(Envelope, max_body=max_body)
    return app


def _routes_of(routers: Iterable[APIRouter]) -> Iterator[BaseRoute]:
    """All operations in one flat list.

    Finding the route in nested routers costs ten times as much.
    """
    for router in routers:
        for route in router.routes:
            inner = getattr(route, "original_router", None)
            if inner is None:
                yield route
            else:
                yield from _routes_of([inner])


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    state = app.state
    works = state.settings.worker == "on"
    hired = worker.hired(state.settings, state.database, state.clock, state.last_seen, works=works)
    hired.start()
    yield
    state.feed.close()
    await run_in_threadpool(hired.stop)
    state.database.close()


SAFE = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
]


class Envelope:
    """Around every request: an id for its problems, and headers that keep browsers safe."""

    def __init__(self, app: ASGIApp, max_body: int) -> None:
        self.app, self.max_body = app, max_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope["request_id"] = str(uuid4())
        length = dict(scope["headers"]).get(b"content-length", b"0")
        app = _too_large if length.isdigit() and int(length) > self.max_body else self.app
        answer = Answer(send, scope["request_id"])
        try:
            await app(scope, receive, answer)
        except Exception as error:
            where = getattr(scope.get("route"), "path", "an unknown address")
            log.error("%s %s failed with %s: %r", scope["method"], where, answer.instance, error)
            if not answer.has_started:
                await errors.unexpected(Request(scope))(scope, receive, answer)
            raise


class Answer:
    """An answer on its way out; the operator finds `instance` in the log."""

    def __init__(self, send: Send, request_id: str) -> None:
        self.send, self.has_started = send, False
        self.instance = f"urn:uuid:{request_id}"
        self.headers = [*SAFE, (b"x-request-id", request_id.encode())]

    async def __call__(self, message: Message) -> None:
        """Send a part of the answer, headers first."""
        if message["type"] == "http.response.start":
            self.has_started = True
            message["headers"] = [*message["headers"], *self.headers]
        await self.send(message)


async def _too_large(scope: Scope, receive: Receive, send: Send) -> None:
    refusal = errors.TooLarge("The body is larger than this installation takes.")
    await errors.refused(Request(scope), refusal)(scope, receive, send)


def __getattr__(name: str) -> Any:
    """`uvicorn api.app:app` makes the application when it is asked for."""
    if name == "app":
        return create_app()
    raise AttributeError(name)
