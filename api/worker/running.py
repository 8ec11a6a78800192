"""The worker's loop: it attends to its duties in turn, sleeps between, and never dies."""

import logging
import threading
from collections.abc import Sequence
from typing import Protocol

from sqlalchemy.exc import DBAPIError

from api.worker.bell import Bell

log = logging.getLogger("throughline.worker")
LONGEST_PAUSE = 60.0


class Duty(Protocol):
    """Something the worker looks after; `pause` is how many seconds it may be left alone."""

    pause: float

    def attend(self) -> bool:
        """Do the next piece of work in a transaction of its own; say whether there may be more."""

    def finish(self) -> None:
        """Put away what is still in hand, since the worker stops."""


class Worker:
    """Any number of them may run beside each other, in one process or in many."""

    def __init__(self, duties: Sequence[Duty], bell: Bell) -> None:
        self.duties, self.bell = duties, bell
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self.run, name="worker", daemon=True)
        self._troubles = 0

    def start(self) -> None:
        """Run in a thread of this process."""
        self._thread.start()

    def stop(self, wait: float = 30.0) -> None:
        """End after the piece of work in hand, or after so many seconds without it."""
        self._stopping.set()
        self.bell.ring()
        if self._thread.ident is not None and self._thread is not threading.current_thread():
            self._thread.join(wait)

    def run(self) -> None:
        """Work until told to stop."""
        while not self._stopping.is_set():
            self.bell.hush()
            if not self.round():
                self._sleep()
        for duty in self.duties:
            self._without_dying(duty.finish)

    def round(self) -> bool:
        """Attend to each duty once; say whether one of them has more to do."""
        answers = [self._without_dying(duty.attend) for duty in self.duties]
        return any(answers)

    def _sleep(self) -> None:
        pause = min((duty.pause for duty in self.duties), default=LONGEST_PAUSE)
        if not self._stopping.is_set():
            self.bell.wait(min(pause * 2**self._troubles, LONGEST_PAUSE))

    def _without_dying(self, act: "Act") -> bool:
        try:
            more = act()
        except DBAPIError as error:
            self._troubles = min(self._troubles + 1, 5)
            log.warning("The worker cannot use the database and tries again: %s", error.orig)
            return False
        except Exception:
            self._troubles = min(self._troubles + 1, 5)
            log.exception("A piece of the worker's work failed and will be tried again.")
            return False
        self._troubles = 0
        return bool(more)


class Act(Protocol):
    """A duty's act, with or without an answer."""

    def __call__(self) -> bool | None: ...
