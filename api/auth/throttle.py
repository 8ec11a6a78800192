"""Slows down guessing of passwords."""

import threading
from collections import OrderedDict
from datetime import datetime, timedelta

from domain.errors import TooMany

WINDOW = timedelta(minutes=15)
ALONE = 10
"""How many times as many tries one address or one machine has in all."""


class Throttle:
    """So many tries for one account from one machine, and ten times as many for either alone.

    A try counts when it begins, so that many at once are counted too. After the last one counted
    comes a wait of 15 minutes. Kept in the memory of one process, bounded in size.
    """

    def __init__(self, failures: int, most: int = 20_000) -> None:
        self.failures, self.most = failures, most
        self._tries: OrderedDict[tuple[str, str], tuple[int, datetime]] = OrderedDict()
        self._lock = threading.Lock()

    def begin(self, account: str, machine: str, now: datetime) -> None:
        """Count a try; refused where there were too many already, until the wait is over."""
        with self._lock:
            bounds = self._bounds(account, machine)
            for key, most in bounds.items():
                count, until = self._present(key, now)
                if count >= most:
                    seconds = int((until - now).total_seconds()) + 1
                    raise TooMany(
                        f"Too many failed tries. Wait {-(-seconds // 60)} minutes and try again.",
                        retry_after=seconds,
                    )
            for key in bounds:
                self._set(key, self._present(key, now)[0] + 1, now)

    def succeeded(self, account: str, machine: str, now: datetime) -> None:
        """Take back a try that succeeded, and forget this account's failures from this machine."""
        with self._lock:
            self._tries.pop((account, machine), None)
            for key in ((account, ""), ("", machine)):
                if key in self._tries:
                    self._set(key, max(0, self._present(key, now)[0] - 1), now)

    def _bounds(self, account: str, machine: str) -> dict[tuple[str, str], int]:
        return {
            (account, machine): self.failures,
            (account, ""): self.failures * ALONE,
            ("", machine): self.failures * ALONE,
        }

    def _present(self, key: tuple[str, str], now: datetime) -> tuple[int, datetime]:
        count, until = self._tries.get(key, (0, now))
        return (count, until) if until > now else (0, now)

    def _set(self, key: tuple[str, str], count: int, now: datetime) -> None:
        self._tries.pop(key, None)
        self._tries[key] = (count, now + WINDOW)
        while len(self._tries) > self.most:
            self._tries.popitem(last=False)
