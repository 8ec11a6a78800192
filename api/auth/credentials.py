"""What a request shows of who it is from: an API key or the app's cookie."""

import hashlib
import secrets

from starlette.requests import Request
from starlette.responses import Response

from api.settings import Settings
from domain.users import SESSION_LIFE

COOKIE = "throughline_session"
KEY_PREFIX = "tl_"


def new_token(prefix: str = "") -> str:
    """An unguessable secret of 256 bits."""
    return prefix + secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def bearer_of(request: Request) -> str | None:
    """The API key that a request shows."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


def cookie_of(request: Request) -> str | None:
    """The session token that a browser shows."""
    return request.cookies.get(COOKIE) or None


def shows_credentials(request: Request) -> bool:
    """Whether a request says at all who it is from."""
    return "authorization" in request.headers or cookie_of(request) is not None


def give_cookie(response: Response, token: str, request: Request) -> None:
    """Let the browser keep a session's token, out of reach of scripts and of other sites."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(SESSION_LIFE.total_seconds()),
        path="/",
        secure=_is_behind_tls(request),
        httponly=True,
        samesite="lax",
    )


def take_cookie(response: Response, request: Request) -> None:
    """Let the browser forget the session's token."""
    response.delete_cookie(
        COOKIE, path="/", secure=_is_behind_tls(request), httponly=True, samesite="lax"
    )


def _is_behind_tls(request: Request) -> bool:
    settings: Settings = request.app.state.settings
    return settings.is_behind_tls or request.url.scheme == "https"
