"""When users and keys were last seen: kept in memory, written once a minute; a GET never writes."""

import threading
from datetime import datetime
from uuid import UUID

from sqlalchemy import Update, or_, update

from api.database import Database
from domain.calendar import Moment
from domain.users import SYSTEM, ApiKey, User, Viewer

_UNRECORDED = {"history": False, "synchronize_session": False}


class LastSeen:
    """The instants of this process's latest callers."""

    def __init__(self) -> None:
        self._users: dict[UUID, datetime] = {}
        self._keys: dict[UUID, datetime] = {}
        self._lock = threading.Lock()

    def note(self, viewer: Viewer, now: datetime) -> None:
        """Remember that somebody called."""
        with self._lock:
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
        with database.writing(SYSTEM, moment) as session:
            # Always in the order of their ids, so that two processes never wait for each other.
            for id, seen in sorted(users.items()):
                session.execute(_seen_user(id, seen), execution_options=_UNRECORDED)
            for id, seen in sorted(keys.items()):
                session.execute(_used_key(id, seen), execution_options=_UNRECORDED)


def _seen_user(id: UUID, seen: datetime) -> Update:
    is_later = or_(User.last_seen_at.is_(None), User.last_seen_at < seen)
    return update(User).where(User.id == id, is_later).values(last_seen_at=seen)


def _used_key(id: UUID, seen: datetime) -> Update:
    is_later = or_(ApiKey.last_used_at.is_(None), ApiKey.last_used_at < seen)
    return update(ApiKey).where(ApiKey.id == id, is_later).values(last_used_at=seen)
