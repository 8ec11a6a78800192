"""The token of a customer's link."""

from base64 import urlsafe_b64decode
from uuid import uuid4

from domain.quotes.link import new_nonce, token_hash, token_of


def test_a_token_can_be_shown_again() -> None:
    id, nonce = uuid4(), new_nonce()
    assert token_of(id, nonce, b"key") == token_of(id, nonce, b"key")


def test_a_token_has_at_least_128_bits() -> None:
    assert len(urlsafe_b64decode(token_of(uuid4(), new_nonce(), b"key"))) * 8 >= 128


def test_another_quote_nonce_or_key_gives_another_token() -> None:
    id, nonce = uuid4(), new_nonce()
    tokens = {
        token_of(id, nonce, b"key"),
        token_of(uuid4(), nonce, b"key"),
        token_of(id, new_nonce(), b"key"),
        token_of(id, nonce, b"another key"),
    }
    assert len(tokens) == 4


def test_the_stored_mark_does_not_tell_the_token() -> None:
    token = token_of(uuid4(), new_nonce(), b"key")
    assert token not in token_hash(token)
