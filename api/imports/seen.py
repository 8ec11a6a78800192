"""What an import has seen of its file, kept beside the memory.

So a long file needs no more of it than a short one.
"""

import sqlite3
from collections.abc import Iterable
from types import TracebackType
from typing import Self

_TABLES = """
    CREATE TABLE counted (fingerprint TEXT PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE taken_in (key TEXT PRIMARY KEY, mark TEXT NOT NULL, line INTEGER NOT NULL)
        WITHOUT ROWID;
"""
_COUNT = """
    INSERT INTO counted VALUES (?, 1)
    ON CONFLICT (fingerprint) DO UPDATE SET times = times + 1 RETURNING times
"""


class Seen:
    """The rows of one file so far, in a scratch file that nobody else sees."""

    def __init__(self) -> None:
        self._scratch = sqlite3.connect("", isolation_level=None)
        self._scratch.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES} BEGIN;"
        )

    def count(self, fingerprint: str) -> int:
        """How often a row stood in the file by now."""
        times: int = self._scratch.execute(_COUNT, (fingerprint,)).fetchone()[0]
        return times

    def earlier(self, keys: Iterable[str]) -> dict[str, tuple[str, int]]:
        """The mark and the line of each row that was taken in under one of these keys."""
        wanted = list(keys)
        places = ", ".join("?" * len(wanted))
        found = self._scratch.execute(
            f"SELECT key, mark, line FROM taken_in WHERE key IN ({places})", wanted
        )
        return {key: (mark, line) for key, mark, line in found}

    def take(self, rows: Iterable[tuple[str, str, int]]) -> None:
        """Remember rows that were taken in: key, mark and line."""
        self._scratch.executemany("INSERT OR IGNORE INTO taken_in VALUES (?, ?, ?)", rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._scratch.close()
