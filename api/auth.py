"""Showing who one is: passwords, tokens, cookies, and the throttle of failed sign-ins."""

import hashlib
import secrets
import threading
import time
from collections import OrderedDict
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from starlette.requests import Request

from domain.errors import NotAllowed, TooMany

COOKIE = "throughline_session"
KEY_PREFIX = "tl_"
SESSION_LIFE = timedelta(days=14)
INVITATION_LIFE = timedelta(days=7)
UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})

_hasher = PasswordHasher()
_NOBODY = _hasher.hash(secrets.token_urlsafe())


def hash_password(password: str) -> str:
    """An argon2id hash with its parameters and salt."""
    return _hasher.hash(password)


def password_fits(password: str, hashed: str | None) -> bool:
    """Whether a password is the one; takes the same time where there is none to compare with."""
    try:
        return _hasher.verify(hashed or _NOBODY, password) and hashed is not None
    except (VerificationError, InvalidHashError):
        return False


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
    return request.cookies.get(COOKIE)


def shows_credentials(request: Request) -> bool:
    """Whether a request says at all who it is from."""
    return "authorization" in request.headers or cookie_of(request) is not None


def refuse_foreign_origin(request: Request) -> None:
    """With a cookie, unsafe methods must come from our own pages (CSRF)."""
    if request.method not in UNSAFE:
        return
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        raise NotAllowed("This request came from another site's page, so it was not carried out.")
    if site is None and origin is not None and _host(origin) != request.headers.get("host"):
        raise NotAllowed("This request came from another site's page, so it was not carried out.")
    if site is None and origin is None and cookie_of(request) is not None:
        raise NotAllowed("A request with a session cookie must say its Origin.")


def _host(origin: str) -> str:
    return origin.partition("://")[2]


class Throttle:
    """Slows down guessing: after some failures for one address or from one machine, wait.

    Kept in the memory of one process, bounded in size; an hour without failures forgets them.
    """

    def __init__(self, failures: int, window: float = 900.0, most: int = 10_000) -> None:
        self.failures, self.window, self.most = failures, window, most
        self._seen: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._lock = threading.Lock()

    def check(self, *keys: str) -> None:
        """Refuse another try while one of the keys has failed too often."""
        now = time.monotonic()
        with self._lock:
            for key in keys:
                count, until = self._seen.get(key, (0, 0.0))
                if count >= self.failures and until > now:
                    raise TooMany(
                        "Too many failed sign-ins. Wait a few minutes and try again.",
                        retry_after=int(until - now) + 1,
                    )

    def failed(self, *keys: str) -> None:
        """Count a failure."""
        now = time.monotonic()
        with self._lock:
            for key in keys:
                count, until = self._seen.pop(key, (0, 0.0))
                self._seen[key] = (1 if until < now else count + 1, now + self.window)
            while len(self._seen) > self.most:
                self._seen.popitem(last=False)

    def succeeded(self, *keys: str) -> None:
        """Forget the failures of these keys."""
        with self._lock:
            for key in keys:
                self._seen.pop(key, None)
