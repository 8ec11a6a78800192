"""Passwords: hashed with argon2id, compared in the same time whether or not there is one."""

import secrets
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from domain.errors import TooMany

# Each computation takes 64 MiB and four threads: a flood of sign-ins must not take the machine.
_AT_ONCE = threading.BoundedSemaphore(4)
_WAIT = 10.0

_hasher = PasswordHasher()
_NOBODY = _hasher.hash(secrets.token_urlsafe())


def hash_password(password: str) -> str:
    """An argon2id hash with its parameters and salt; slow, so before any lock is taken."""
    with _turn():
        return _hasher.hash(_normal(password))


def password_fits(password: str, hashed: str | None) -> bool:
    """Whether a password is the one; takes the same time where there is none to compare with."""
    try:
        with _turn():
            _hasher.verify(hashed or _NOBODY, _normal(password))
    except (VerificationError, InvalidHashError):
        return False
    return hashed is not None


def is_outdated(hashed: str) -> bool:
    """Whether a hash was made with other parameters than today's, so that it is made anew."""
    return _hasher.check_needs_rehash(hashed)


def _normal(password: str) -> str:
    """The same characters, however a keyboard composes them."""
    return unicodedata.normalize("NFKC", password)


@contextmanager
def _turn() -> Iterator[None]:
    if not _AT_ONCE.acquire(timeout=_WAIT):
        raise TooMany("Many people are signing in right now. Try again in a moment.", retry_after=5)
    try:
        yield
    finally:
        _AT_ONCE.release()
