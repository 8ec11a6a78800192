"""How a process learns that something was committed, by whatever process."""

import time
from collections.abc import Generator
from typing import Any

from api.database import Database
from domain.events import CHANNEL

TICK = 1.0
"""How many seconds a look, or waiting for a notification, lasts."""


def watched(database: Database) -> Generator[bool]:
    """Whether something may have been committed: at the start, at once when told, each second."""
    return _file(database) if database.is_sqlite else _server(database)


def _file(database: Database) -> Generator[bool]:
    """SQLite tells nobody, but a connection sees by a counter that others wrote to the file."""
    connection = database.reading_engine.raw_connection()
    try:
        cursor, seen = connection.cursor(), None
        while True:
            cursor.execute("PRAGMA data_version")
            found = cursor.fetchone()
            yield found != seen
            seen = found
            time.sleep(TICK)
    finally:
        connection.close()


def _server(database: Database) -> Generator[bool]:
    """PostgreSQL notifies with the commit; a connection of our own, outside the pool, listens."""
    connection = database.reading_engine.raw_connection()
    driver: Any = connection.driver_connection
    connection.detach()
    try:
        driver.autocommit = True
        driver.execute(f"LISTEN {CHANNEL}")
        yield True
        while True:
            yield bool(list(driver.notifies(timeout=TICK, stop_after=1)))
    finally:
        connection.close()
