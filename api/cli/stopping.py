"""Waiting for somebody to stop a command: Ctrl+C, or the signal of whoever runs it."""

import signal
from queue import SimpleQueue

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stop:
    """Takes the signals that end a program; the program ends when it is ready."""

    def __init__(self) -> None:
        # Unlike an event, this queue may be filled by the very thread that waits on it.
        self._asked: SimpleQueue[int] = SimpleQueue()
        for number in SIGNALS:
            signal.signal(number, lambda given, frame: self._asked.put(given))

    def wait(self) -> None:
        """Sleep until somebody asks."""
        self._asked.get()
