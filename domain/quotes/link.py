"""The customer's link: a token that can be shown again and recognised, but not guessed."""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from uuid import UUID

TOKEN_BYTES = 24


def new_nonce() -> str:
    """A fresh random part of 128 bits; replacing it revokes the links made with the former one."""
    return secrets.token_hex(16)


def token_of(quote_id: UUID, nonce: str, key: bytes) -> str:
    """The token of a quote, 192 bits of an HMAC, in letters that a link can carry."""
    mark = hmac.new(key, b"quote link" + quote_id.bytes + nonce.encode(), hashlib.sha256)
    return urlsafe_b64encode(mark.digest()[:TOKEN_BYTES]).decode()


def token_hash(token: str) -> str:
    """What is stored of a token, to find its quote by."""
    return hashlib.sha256(token.encode()).hexdigest()
