"""When users and keys were last seen: kept in memory and written once a minute, so that a GET never writes."""

import threading
from datetime import datetime
from uuid import UUID

from sqlalchemy import update

from api.database import Database
from domain.calendar import Moment
from domain.users import SYSTEM, ApiKey, User, Viewer


class LastSeen:
    """The instants of this process's latest callers."""

    def __init__(self) -> None:
        self._users: dict[UUID, datetime] = {}
        self._keys: dict[UUID, datetime] = {}
        self._lock = threading.Lock()

    def note(self, viewer: Viewer, now: datetime) -> None:
        """Remember that somebody called."""
        if viewer.user_id is not None:
            self._users[viewer.user_id] = now
        if viewer.key_id is not None:
            self._keys[viewer.key_id] = now

    def write(self, database: Database, moment: Moment) -> None:
        """Write what was remembered since the last time."""
        with self._lock:
            users, self._users = self._users, {}
            keys, self._keys = self._keys, {}
        if not users and not keys:
            return
        options = {"history": False, "synchronize_session": False}
        with database.writing(SYSTEM, moment) as session:
            for id, seen in users.items():
                session.execute(
                    update(User).where(User.id == id).values(last_seen_at=seen),
                    execution_options=options,
                )
            for id, seen in keys.items():
                session.execute(
                    update(ApiKey).where(ApiKey.id == id).values(last_used_at=seen),
                    execution_options=options,
                )
