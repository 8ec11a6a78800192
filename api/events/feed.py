"""Who listens in this process, and waking them when something was committed."""

import asyncio
import logging
import threading
import time
from contextlib import closing, suppress
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary, WeakSet

from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from api.database import Database
from api.events.watching import watched
from domain.errors import TooMany

log = logging.getLogger("throughline.events")
MOST = 20
"""So many streams one user may have open in one process."""
AFTER_TROUBLE = 5.0


class Place:
    """Where one stream waits; any thread may wake it."""

    def __init__(self, user_id: UUID | None) -> None:
        self.user_id = user_id
        self._woken = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def wake(self) -> None:
        """Let the stream look for new events."""
        if self._loop is not None:
            with suppress(RuntimeError):  # Its loop has ended, and the stream with it.
                self._loop.call_soon_threadsafe(self._woken.set)

    def begin(self) -> None:
        """From now on what happens wakes this place, also while its stream looks or speaks."""
        self._loop = asyncio.get_running_loop()

    async def wait(self, seconds: float) -> None:
        """Sleep until somebody wakes this place, or so many seconds."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), seconds)
        self._woken.clear()


class Feed:
    """Wakes the streams of this process; it watches the database as long as there are any."""

    def __init__(self, database: Database) -> None:
        self.is_closed = False
        self._database = database
        self._places: list[Place] = []
        self._watcher: threading.Thread | None = None
        self._lock = threading.Lock()
        if database.is_sqlite:
            _FEEDS.setdefault(database.engine, WeakSet()).add(self)

    def join(self, user_id: UUID | None) -> Place:
        """A place for one more stream; refused where its user has too many."""
        with self._lock:
            if sum(place.user_id == user_id for place in self._places) >= MOST:
                raise TooMany(
                    f"You have {MOST} streams of events open. Close one of them.", retry_after=60
                )
            place = Place(user_id)
            self._places.append(place)
        return place

    def watch(self) -> None:
        """Begin to watch the database, unless somebody does."""
        with self._lock:
            if self._watcher is None:
                self._watcher = threading.Thread(target=self._watch, name="events", daemon=True)
                self._watcher.start()

    def leave(self, place: Place) -> None:
        """A stream has ended."""
        with self._lock:
            self._places.remove(place)

    def wake(self) -> None:
        """Something was committed."""
        for place in tuple(self._places):
            place.wake()

    def close(self) -> None:
        """End all streams, since the process stops."""
        self.is_closed = True
        self.wake()

    def _watch(self) -> None:
        while True:
            try:
                with closing(watched(self._database)) as looks:
                    for has_happened in looks:
                        if has_happened:
                            self.wake()
                        if self._is_over():
                            return
            except Exception as error:
                if self._is_over():
                    return
                log.warning("Live events come late until the database can be watched: %s", error)
                time.sleep(AFTER_TROUBLE)

    def _is_over(self) -> bool:
        """Whether nobody listens any more; the next one will start another watcher."""
        with self._lock:
            if self._places and not self.is_closed:
                return False
            self._watcher = None
            return True


_FEEDS: WeakKeyDictionary[Engine, WeakSet[Feed]] = WeakKeyDictionary()


@event.listens_for(Session, "after_commit")
def _wake_for_events(session: Session) -> None:
    """What this process commits to a file it need not look for."""
    engine: Any = session.bind
    if session.info.pop("events_written", False):
        for feed in tuple(_FEEDS.get(engine, ())):
            feed.wake()
