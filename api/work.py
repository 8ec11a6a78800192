"""What one request works with: its session, its caller, its moment, and promises of more."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import orjson
from fastapi import Request
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from starlette.responses import Response

from api import auth, idempotency
from api.database import Database, complete
from api.errors import NotReady
from domain import history, visibility
from domain.calendar import Moment
from domain.errors import NotSignedIn
from domain.users import CUSTOMER, SYSTEM, Viewer, caller_by_key, caller_by_session, lower_of

_IN_DOUBT = (
    "The connection to the database broke at the last moment. Look whether this was carried out "
    "before you send it again; under the same Idempotency-Key it is never done twice."
)


class Replayed(Exception):
    """The same request was answered while this one was preparing."""

    def __init__(self, response: Response) -> None:
        super().__init__()
        self.response = response


@dataclass
class Work:
    """What one request works with: its session, caller and moment, touched by one thread only."""

    request: Request
    database: Database
    writes: bool
    now: datetime = field(init=False)
    session: Session = field(init=False)
    viewer: Viewer = field(init=False, default=SYSTEM)
    moment: Moment = field(init=False)
    currency: str = field(init=False, default="")

    def __post_init__(self) -> None:
        self.now = self.request.app.state.clock()
        self.moment = Moment(self.now, "UTC")
        self._open(self.writes)

    def sign_in(self) -> None:
        """Find the caller by cookie or key; nobody is a refusal."""
        key, cookie = auth.bearer_of(self.request), auth.cookie_of(self.request)
        if key is not None:
            row = caller_by_key(self.session, auth.token_hash(key), self.now)
        elif cookie is not None:
            auth.refuse_foreign_origin(self.request)
            row = caller_by_session(self.session, auth.token_hash(cookie), self.now)
        else:
            row = None
        if row is None:
            raise NotSignedIn("Sign in, or send an API key as `Authorization: Bearer tl_…`.")
        self.act_as(
            Viewer(
                user_id=row.id,
                name=row.name,
                role=lower_of(row.role, row.key_role) if row.key_role else row.role,
                key_id=row.key_id,
                key_name=row.key_name,
                managers_see_private=row.managers_see_private,
                reps_edit_public=row.reps_edit_public,
            ),
            row.time_zone,
            row.currency,
        )
        self.request.app.state.last_seen.note(self.viewer, self.now)

    def act_as(self, viewer: Viewer, time_zone: str, currency: str) -> None:
        """Let the session see and sign as somebody, in the workspace's zone."""
        self.viewer, self.currency = viewer, currency
        self.moment = Moment(self.now, time_zone)
        visibility.see_as(self.session, viewer)
        history.attach(self.session, viewer, self.now, time_zone)

    def act_as_customer(self, time_zone: str, currency: str) -> None:
        """The caller is somebody behind a public link."""
        self.act_as(CUSTOMER, time_zone, currency)

    def start_writing(self) -> Session:
        """Leave the reading session and take the write lock: slow work is done by now."""
        self.session.close()
        self._open(True)
        replayed = idempotency.begin(self)
        if replayed is not None:
            raise Replayed(replayed)
        return self.session

    def stay_alone(self, name: str) -> None:
        """Let no other request do what has this name until this one is answered."""
        self._held.enter_context(self.database.alone(name))

    def finish(self) -> None:
        """Commit what was written; what may have been kept is not tried again."""
        if not self.session.info["writes"]:
            return
        try:
            complete(self.session)
        except OperationalError as error:
            if error.connection_invalidated:
                raise NotReady(_IN_DOUBT) from error
            raise

    def close(self) -> None:
        """Give the connection back; what was not committed is gone."""
        self.session.close()
        if self._turn is not None:
            self._turn.__exit__(None, None, None)
            self._turn = None
        self._held.close()

    _turn: Any = field(init=False, default=None)
    _held: ExitStack = field(init=False, default_factory=ExitStack)

    def _open(self, writes: bool) -> None:
        if writes and self._turn is None:
            self._turn = self.database.turn()
            self._turn.__enter__()
        self.session = self.database.session(self.viewer, self.moment, writes=writes)


class Later:
    """A dependency's promise: made in the endpoint's thread, once the caller is known.

    The route takes such parameters out of the signature that FastAPI sees: solving one costs it as
    much as a small query.
    """

    __slots__ = ("make", "query_model")

    def __init__(self, make: Callable[[Work], Any]) -> None:
        self.make = make
        self.query_model: Any = None


def later(make: Callable[[Work], Any]) -> Callable[[], Any]:
    """A FastAPI dependency that costs no thread hop: it is resolved where the endpoint runs."""
    promise = Later(make)

    async def dependency() -> Later:
        return promise

    dependency.promise = promise  # type: ignore[attr-defined]
    return dependency


F = TypeVar("F", bound=Callable[..., Any])


def reads_first(endpoint: F) -> F:
    """Begin without the write lock, for slow work (argon2, PDF, files).

    The endpoint calls `start_writing`.
    """
    endpoint.__reads_first__ = True  # type: ignore[attr-defined]
    return endpoint


def respond(content: Any, status: int) -> Response:
    """An endpoint's result as JSON, with the record's version as its ETag."""
    if isinstance(content, Response):
        return content
    if content is None:
        return Response(status_code=204 if status == 200 else status)
    headers = {}
    if isinstance(content, dict) and "version" in content:
        headers["ETag"] = f'"{content["version"]}"'
    return Response(orjson.dumps(content), status, headers, "application/json")
