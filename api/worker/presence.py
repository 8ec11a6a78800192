"""Writes down once a minute who was last seen when, from the memory of the process that serves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from api.database import Database
from api.last_seen import LastSeen
from domain.calendar import Moment

INTERVAL = timedelta(minutes=1)


@dataclass
class Presence:
    """The duty of writing down the latest callers of this process."""

    database: Database
    last_seen: LastSeen
    clock: Callable[[], datetime]
    pause: float = INTERVAL.total_seconds()
    _written_at: datetime | None = None

    def attend(self) -> bool:
        """Write, where the last time is a minute ago."""
        now = self.clock()
        if self._written_at is None or now - self._written_at >= INTERVAL:
            self._written_at = now
            self.last_seen.write(self.database, Moment(now, "UTC"))
        return False

    def finish(self) -> None:
        """Write what came in since, before the process ends."""
        self.last_seen.write(self.database, Moment(self.clock(), "UTC"))
