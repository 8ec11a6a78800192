"""The one place that makes engines, opens sessions, flushes and commits."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import Any
from weakref import WeakValueDictionary

import orjson
from sqlalchemy import Connection, Engine, create_engine, event, func, select
from sqlalchemy.orm import Session

from api import failures
from domain import events, history, visibility
from domain.calendar import Moment
from domain.errors import Refusal
from domain.users import Viewer

LOCK_WAIT = 10
POOL = 40


class Database:
    """The engines of one database address.

    Reads do not open a transaction, writes take the lock first.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        self.engine, self.reading_engine = _sqlite(url) if self.is_sqlite else _postgresql(url)
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
            complete(session)

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
            raise failures.Busy("Another request holds these records. Try again in a moment.")
        try:
            yield
        finally:
            self._lock.release()


def complete(session: Session) -> None:
    """Settle, tell of it, and commit."""
    settle(session)
    events.write(session, session.info["recorder"].now)
    session.commit()


def settle(session: Session) -> None:
    """Flush, so that broken constraints become refusals, and write the history."""
    session.flush()
    history.write(session)


def _as_json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _sqlite(url: str) -> tuple[Engine, Engine]:
    """The engines that write and read one file."""
    engine = create_engine(
        url,
        connect_args={"check_same_thread": False, "timeout": 30, "cached_statements": 512},
        pool_size=POOL,
        max_overflow=POOL,
        json_serializer=_as_json,
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

    return engine, engine.execution_options(throughline_reads=True)


def _postgresql(url: str) -> tuple[Engine, Engine]:
    """The engines that write and read one database, with one pool of connections.

    A connection is as reading wants it, since most requests read: switching it to and fro, and
    rolling back what never began, costs each of them as much as finding its caller.
    """
    reading = create_engine(
        url,
        isolation_level="AUTOCOMMIT",
        skip_autocommit_rollback=True,
        pool_size=POOL,
        max_overflow=POOL,
        pool_pre_ping=False,
        pool_recycle=1800,
        json_serializer=_as_json,
        json_deserializer=orjson.loads,
        connect_args={
            "options": f"-c timezone=UTC -c lock_timeout={LOCK_WAIT}s -c jit=off",
            "application_name": "throughline",
        },
    )
    return reading.execution_options(isolation_level="READ COMMITTED"), reading


def refusal_of(error: Exception) -> Refusal | None:
    """For the worker and imports: what a failing statement means, where it is not our fault."""
    return error if isinstance(error, Refusal) else failures.from_database(error)
