"""How far long work has come, on stderr: one line that changes, or now and then a new one."""

import sys
import time
from types import TracebackType
from typing import Self

SECONDS_BETWEEN_LINES = 5.0
SECONDS_BETWEEN_CHANGES = 0.1


class Progress:
    """Told where the work is, it says so at a pace that people can read."""

    def __init__(self, what: str = "") -> None:
        self.what = what
        self._in_place = sys.stderr.isatty()
        self._last = time.monotonic()
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown and self._in_place:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def __call__(self, done: int) -> None:
        """Say how many are done."""
        self.say(f"{done:,} {self.what} …")

    def say(self, text: str) -> None:
        """Say where the work is, unless something was said just now."""
        pause = SECONDS_BETWEEN_CHANGES if self._in_place else SECONDS_BETWEEN_LINES
        if time.monotonic() - self._last < pause:
            return
        self._last, self._shown = time.monotonic(), True
        sys.stderr.write(f"\r{text}\x1b[K" if self._in_place else f"{text}\n")
        sys.stderr.flush()
