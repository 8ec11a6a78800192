"""`Idempotency-Key`.

The answer of a request is kept in the transaction of its effect and replayed for 24 hours.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import timedelta
from typing import TYPE_CHECKING

import orjson
from sqlalchemy import delete, select
from starlette.responses import Response

from api.errors import Malformed
from domain.errors import Invalid
from domain.users import AnsweredRequest

if TYPE_CHECKING:
    from api.work import Work

LIFE = timedelta(hours=24)
_KEY = re.compile(r"[!-~]{1,255}")
_KEPT_HEADERS = ("etag", "location")
_WITHOUT = re.compile(r"/(auth/[^/]+|setup|api-keys)$")


def takes_key(path: str) -> bool:
    """Whether a POST to this address is kept under its key; answers with secrets are not."""
    return _WITHOUT.search(path) is None


class IdempotencyKeyReused(Invalid):
    """This key was used with another body."""

    def __init__(self) -> None:
        super().__init__(
            "Idempotency-Key",
            "This key was used with another body. Use a new key for a new request.",
        )


def begin(work: Work) -> Response | None:
    """Take the key for this request, or give the answer that it got before."""
    key = work.request.headers.get("idempotency-key")
    if key is None or work.request.method != "POST" or not takes_key(work.request.url.path):
        return None
    if not _KEY.fullmatch(key):
        raise Malformed("An Idempotency-Key has 1 to 255 printable ASCII characters, no blanks.")
    known = _known(work, key)
    if known is not None and known.created_at > work.now - LIFE:
        return _replayed(known, body_hash(work))
    if work.session.info["writes"]:
        _take(work, key, known)
    return None


def keep(work: Work, response: Response) -> None:
    """Keep a successful answer under the request's key."""
    taken: AnsweredRequest | None = work.session.info.get("answered_request")
    if taken is None or not 200 <= response.status_code < 300:
        return
    taken.status, taken.body = response.status_code, bytes(response.body)
    taken.headers = orjson.dumps(
        {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
    ).decode()


def body_hash(work: Work) -> str:
    """A mark of the request's body that says nothing of it (some bodies carry a password).

    A body that was streamed into a file was digested on its way.
    """
    digest = getattr(work.request.state, "body_digest", None)
    body = digest or getattr(work.request, "_body", b"") or b""
    return hmac.new(work.request.app.state.settings.signing_key, body, hashlib.sha256).hexdigest()


def _known(work: Work, key: str) -> AnsweredRequest | None:
    return work.session.scalars(
        select(AnsweredRequest).where(
            AnsweredRequest.caller == _caller(work),
            AnsweredRequest.route == work.request.url.path,
            AnsweredRequest.key == key,
        )
    ).one_or_none()


def _take(work: Work, key: str, outlived: AnsweredRequest | None) -> None:
    if outlived is not None:
        work.session.execute(
            delete(AnsweredRequest).where(AnsweredRequest.id == outlived.id),
            execution_options={"history": False, "synchronize_session": False},
        )
        work.session.expunge(outlived)
    taken = AnsweredRequest(
        caller=_caller(work),
        route=work.request.url.path,
        key=key,
        body_hash=body_hash(work),
        created_at=work.now,
    )
    work.session.add(taken)
    work.session.flush()
    work.session.info["answered_request"] = taken


def _replayed(known: AnsweredRequest, mark: str) -> Response:
    if known.body_hash != mark:
        raise IdempotencyKeyReused
    headers = {**orjson.loads(known.headers), "Idempotent-Replayed": "true"}
    media_type = "application/json" if known.body else None
    return Response(known.body, known.status, headers, media_type)


def _caller(work: Work) -> str:
    return str(work.viewer.key_id or work.viewer.user_id)
