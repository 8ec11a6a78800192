"""The HTTP server of `throughline serve`."""

import errno
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import typer
import uvicorn
from fastapi import FastAPI

from api.app import create_app
from api.cli.installation import clock
from api.cli.refusals import CannotDo
from api.cli.stopping import SIGNALS
from api.settings import Settings
from domain.calendar import Moment
from domain.users import SYSTEM
from domain.workspace import WorkspaceRepository

LAST_WORDS = 20
"""Seconds that requests in hand get to end."""


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """The port, ours as long as the block lasts; refused in plain words where it cannot be had."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        opened = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise CannotDo(_why(error, host, port)) from error
    with opened:
        yield opened


def run(settings: Settings, at: socket.socket) -> None:
    """Serve until stopped, then let requests in hand end."""
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="warning" if settings.log_level == "info" else settings.log_level,
        access_log=settings.log_level == "debug",
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=settings.trusted_proxies or None,
        server_header=False,
        timeout_graceful_shutdown=LAST_WORDS,
    )
    # The server repeats the signal that stopped it; by then it has done what it asked for.
    for number in SIGNALS:
        signal.signal(number, lambda given, frame: None)
    _Announced(config, app).run(sockets=[at])


class _Announced(uvicorn.Server):
    """A server that says where it serves once it does."""

    def __init__(self, config: uvicorn.Config, app: FastAPI) -> None:
        super().__init__(config)
        self.app = app

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve, and say so."""
        await super().startup(sockets)
        if self.started:
            typer.echo("\n".join(_greeting(self.app)), err=True)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams of events, which would never end by themselves, and then the rest."""
        self.app.state.feed.close()
        await super().shutdown(sockets)


def _greeting(app: FastAPI) -> list[str]:
    settings: Settings = app.state.settings
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)
    lines = [f"Throughline serves http://{host}:{settings.port} – stop it with Ctrl+C."]
    with app.state.database.reading(SYSTEM, Moment(clock(), "UTC")) as session:
        if WorkspaceRepository(session).found() is None:
            lines.append("It is not set up yet: open it, or run `throughline setup` elsewhere.")
    return lines


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8000
        return (
            f"Port {port} is taken by another program. Stop that one, or choose another port: "
            f"throughline serve --port {other}"
        )
    if error.errno == errno.EACCES:
        return f"You may not listen on port {port}. Choose one above 1023."
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return f"{host} is not an address of this machine."
    return f"{host}:{port} cannot be listened on: {error.strerror or error}."
