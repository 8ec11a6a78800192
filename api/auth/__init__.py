"""Showing who one is: passwords, tokens, cookies, and the throttle of failed sign-ins."""

from api.auth.credentials import (
    COOKIE,
    KEY_PREFIX,
    bearer_of,
    cookie_of,
    give_cookie,
    new_token,
    shows_credentials,
    take_cookie,
    token_hash,
)
from api.auth.origin import UNSAFE, is_from_this_machine, machine_of, refuse_foreign_origin
from api.auth.passwords import hash_password, is_outdated, password_fits
from api.auth.throttle import Throttle

__all__ = [
    "COOKIE",
    "KEY_PREFIX",
    "UNSAFE",
    "Throttle",
    "bearer_of",
    "cookie_of",
    "give_cookie",
    "hash_password",
    "is_from_this_machine",
    "is_outdated",
    "machine_of",
    "new_token",
    "password_fits",
    "refuse_foreign_origin",
    "shows_credentials",
    "take_cookie",
    "token_hash",
]
