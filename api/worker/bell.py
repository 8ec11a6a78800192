"""Wakes the worker of this process as soon as a mail was committed."""

import threading
from typing import Any
from weakref import WeakKeyDictionary, WeakSet

from sqlalchemy import Engine, event
from sqlalchemy.orm import Session, UOWTransaction

from domain.outbox import Delivery, Mail


class Bell:
    """Rings when this process commits a queued mail; for those of others the worker looks."""

    def __init__(self, engine: Engine) -> None:
        self._rung = threading.Event()
        _BELLS.setdefault(engine, WeakSet()).add(self)

    def ring(self) -> None:
        """Wake who waits, or who will wait next."""
        self._rung.set()

    def wait(self, seconds: float) -> None:
        """Sleep until the bell rings, or so many seconds."""
        self._rung.wait(seconds)

    def has_rung(self) -> bool:
        """Whether it rang since it was last hushed."""
        return self._rung.is_set()

    def hush(self) -> None:
        """Forget earlier rings, before looking for what they rang for."""
        self._rung.clear()


_BELLS: WeakKeyDictionary[Engine, WeakSet[Bell]] = WeakKeyDictionary()


@event.listens_for(Session, "after_flush")
def _notice_mails(session: Session, context: UOWTransaction) -> None:
    for record in (*session.new, *session.dirty):
        if isinstance(record, Mail) and record.status is Delivery.QUEUED:
            session.info["mail_queued"] = True


@event.listens_for(Session, "after_commit")
def _ring_for_mails(session: Session) -> None:
    engine: Any = session.bind
    if session.info.pop("mail_queued", False):
        for bell in tuple(_BELLS.get(engine, ())):
            bell.ring()
