"""The one place that opens sessions, flushes and commits.

`Database` owns the engines. `UnitOfWork` is a route class: in one thread hop it opens the session,
finds the caller, runs the endpoint, flushes, writes the history, serialises and commits; only then
the answer leaves.
"""

import functools
import inspect
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import Any, TypeVar
from weakref import WeakValueDictionary

import orjson
from fastapi import Request
from fastapi.routing import APIRoute
from sqlalchemy import Connection, Engine, create_engine, event, func, select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from starlette.responses import Response

from api import auth, errors, idempotency
from domain import history, visibility
from domain.calendar import Moment
from domain.errors import NotSignedIn, Refusal
from domain.users import CUSTOMER, SYSTEM, Viewer, caller_by_key, caller_by_session, lower_of

T = TypeVar("T")
LOCK_WAIT = 10
POOL = 40
TRIES = 3


class Database:
    """The engines of one database address.

    Reads do not open a transaction, writes take the lock first.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        self.engine = _sqlite_engine(url) if self.is_sqlite else _postgresql_engine(url)
        self.reading_engine = self.engine.execution_options(
            **({"throughline_reads": True} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"})
        )
        self._writing = threading.Lock() if self.is_sqlite else None
        self._named: WeakValueDictionary[str, _NamedLock] = WeakValueDictionary()
        self._naming = threading.Lock()

    def session(self, viewer: Viewer, moment: Moment, *, writes: bool) -> Session:
        """A session of one viewer at one moment; the caller closes it."""
        session = Session(self.engine if writes else self.reading_engine, expire_on_commit=False)
        session.info["writes"] = writes
        visibility.see_as(session, viewer)
        history.attach(session, viewer, moment.now, moment.zone_name)
        return session

    @contextmanager
    def reading(self, viewer: Viewer, moment: Moment) -> Iterator[Session]:
        """A session that only reads."""
        with self.session(viewer, moment, writes=False) as session:
            yield session

    @contextmanager
    def writing(self, viewer: Viewer, moment: Moment) -> Iterator[Session]:
        """A transaction that is committed with its history at the end, or leaves nothing behind."""
        with self.turn(), self.session(viewer, moment, writes=True) as session:
            yield session
            settle(session)
            session.commit()

    @contextmanager
    def trying(self, viewer: Viewer, moment: Moment) -> Iterator[Session]:
        """A transaction that is written like any other and then leaves nothing behind."""
        with self.turn(), self.session(viewer, moment, writes=True) as session:
            yield session
            settle(session)
            session.rollback()

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """Let one at a time, in all processes, do what has this name; others wait ten seconds.

        A SQLite file is served by one process, so there its threads wait for each other.
        """
        if self.is_sqlite:
            with self._naming:
                lock = self._named.setdefault(name, _NamedLock())
            with lock.held():
                yield
            return
        number = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), signed=True)
        with self.reading_engine.connect() as connection:
            connection.execute(select(func.pg_advisory_lock(number)))
            try:
                yield
            finally:
                connection.execute(select(func.pg_advisory_unlock(number)))

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for this process's turn to write.

        SQLite has one writer, and a queue is fairer than polling.
        """
        if self._writing is None:
            yield
            return
        with self._writing:
            yield

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


class _NamedLock:
    """A lock that others wait for, but not for ever."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    @contextmanager
    def held(self) -> Iterator[None]:
        if not self._lock.acquire(timeout=LOCK_WAIT):
            raise errors.Busy("Another request holds these records. Try again in a moment.")
        try:
            yield
        finally:
            self._lock.release()


def settle(session: Session) -> None:
    """Flush, so that broken constraints become refusals, and write the history."""
    session.flush()
    history.write(session)


def _sqlite_engine(url: str) -> Engine:
    engine = create_engine(
        url,
        connect_args={"check_same_thread": False, "timeout": 30, "cached_statements": 512},
        pool_size=POOL,
        max_overflow=POOL,
        json_deserializer=orjson.loads,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "busy_timeout=30000",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get("throughline_reads")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def _postgresql_engine(url: str) -> Engine:
    return create_engine(
        url,
        pool_size=POOL,
        max_overflow=POOL,
        pool_pre_ping=False,
        pool_recycle=1800,
        json_deserializer=orjson.loads,
        connect_args={
            "options": f"-c timezone=UTC -c lock_timeout={LOCK_WAIT}s -c jit=off",
            "application_name": "throughline",
        },
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
                role=lower_of(row.role, row.key_role) if key else row.role,
                key_id=row.key_id if key else None,
                key_name=row.key_name if key else None,
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
        """Commit what was written."""
        if self.session.info["writes"]:
            settle(self.session)
            self.session.commit()

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


class UnitOfWork(APIRoute):
    """Runs an endpoint as one unit of work for a caller who is signed in."""

    needs_caller = True

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        methods = set(options.get("methods") or {"GET"})
        options["responses"] = {
            **self._shared(path, methods, options),
            **(options.get("responses") or {}),
        }
        options["openapi_extra"] = _with_query_models(endpoint, options.get("openapi_extra"))
        wrapped = _wrapped(endpoint, type(self), options.get("status_code") or 200)
        super().__init__(path, wrapped, **options)

    @classmethod
    def _shared(cls, path: str, methods: set[str], options: Any) -> dict[int, dict[str, Any]]:
        statuses = {400, 422}
        statuses |= {401, 403} if cls.needs_caller else set()
        statuses |= {404} if "{" in path else set()
        if methods - {"GET"}:
            statuses |= {403, 409, 413, 415}
        if methods & {"PATCH", "DELETE"}:
            statuses |= {412, 428}
        return {status: errors.declared(status) for status in sorted(statuses)}


class OpenRoute(UnitOfWork):
    """Runs an endpoint for anybody: setup, sign-in, health, and the customer's link."""

    needs_caller = False

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        options["openapi_extra"] = {"security": [], **(options.get("openapi_extra") or {})}
        super().__init__(path, endpoint, **options)


def _wrapped(
    endpoint: Callable[..., Any], route: type[UnitOfWork], status: int
) -> Callable[..., Any]:
    if inspect.iscoroutinefunction(endpoint):
        return endpoint
    signature = inspect.signature(endpoint, eval_str=True)
    promises = _promises_of(endpoint)
    asked = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in signature.parameters.items()
        if name not in promises
    ]
    request_parameter = inspect.Parameter(
        "request_", inspect.Parameter.KEYWORD_ONLY, annotation=Request
    )

    @functools.wraps(endpoint)
    def run(*, request_: Request, **arguments: Any) -> Response:
        return _perform(endpoint, route, status, request_, {**arguments, **promises})

    del run.__wrapped__
    run.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=[*asked, request_parameter]
    )
    return run


def _promises_of(endpoint: Callable[..., Any]) -> dict[str, Later]:
    parameters = inspect.signature(endpoint, eval_str=True).parameters
    found = {name: _promise_of(parameter) for name, parameter in parameters.items()}
    return {name: promise for name, promise in found.items() if promise is not None}


def _with_query_models(
    endpoint: Callable[..., Any], extra: dict[str, Any] | None
) -> dict[str, Any] | None:
    """Document the query models of an endpoint, since FastAPI does not see them."""
    models = [promise.query_model for promise in _promises_of(endpoint).values()]
    parameters = [
        parameter for model in models if model is not None for parameter in query_parameters(model)
    ]
    if not parameters:
        return extra
    return {**(extra or {}), "parameters": [*(extra or {}).get("parameters", []), *parameters]}


def query_parameters(model: Any) -> list[dict[str, Any]]:
    """The parameters that a query model reads, as OpenAPI describes them."""
    described = model.model_json_schema()
    named = described.get("$defs", {})
    parameters = []
    for name, schema in described["properties"].items():
        plain = _inlined(schema, named)
        parameter = {"name": name, "in": "query", "required": False, "schema": plain}
        if "description" in plain:
            parameter["description"] = plain.pop("description")
        parameters.append(parameter)
    return parameters


def _inlined(schema: Any, named: dict[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_inlined(item, named) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _inlined(named[schema["$ref"].rpartition("/")[2]], named)
    return {key: _inlined(value, named) for key, value in schema.items() if key != "title"}


def _promise_of(parameter: inspect.Parameter) -> Later | None:
    for note in getattr(parameter.annotation, "__metadata__", ()):
        promise = getattr(getattr(note, "dependency", None), "promise", None)
        if isinstance(promise, Later):
            return promise
    return None


def _perform(
    endpoint: Callable[..., Any],
    route: type[UnitOfWork],
    status: int,
    request: Request,
    arguments: dict[str, Any],
) -> Response:
    for attempt in range(1, TRIES + 1):
        try:
            return _once(endpoint, route, status, request, arguments)
        except (IntegrityError, OperationalError, StaleDataError) as error:
            refusal = errors.from_database(error)
            if refusal is None:
                raise
            if attempt == TRIES or not isinstance(refusal, errors.Passing):
                raise refusal from error
            time.sleep(0.01 * attempt)
    raise AssertionError("unreachable")


def _once(
    endpoint: Callable[..., Any],
    route: type[UnitOfWork],
    status: int,
    request: Request,
    arguments: dict[str, Any],
) -> Response:
    is_safe = request.method in ("GET", "HEAD")
    writes = not is_safe and not hasattr(endpoint, "__reads_first__")
    work = Work(request, request.app.state.database, writes)
    try:
        if route.needs_caller:
            work.sign_in()
        elif not is_safe:
            auth.refuse_foreign_origin(request)
        replayed = idempotency.begin(work) if route.needs_caller and not is_safe else None
        if replayed is not None:
            return replayed
        made = {
            name: value.make(work) if isinstance(value, Later) else value
            for name, value in arguments.items()
        }
        response = respond(endpoint(**made), status)
        idempotency.keep(work, response)
        work.finish()
        return response
    except Replayed as replay:
        return replay.response
    finally:
        work.close()


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


def refusal_of(error: Exception) -> Refusal | None:
    """For the worker and imports: what a failing statement means, where it is not our fault."""
    return error if isinstance(error, Refusal) else errors.from_database(error)
