"""Writing events: the last statement before the commit."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from domain.events.changes import Change, noted
from domain.events.model import Event

CHANNEL = "throughline_events"
"""The name under which PostgreSQL tells other processes that there are new events."""
_LOCK = 7_468_726_768


def write(session: Session, now: datetime) -> None:
    """Write what this transaction changed; called once, when nothing but the commit is left.

    Whoever has read up to an id must never miss a smaller one. So ids are drawn by one transaction
    at a time: the lock is taken before the first id is and ends with the commit, hence a
    transaction with a larger id began to draw after this one had become visible. No row is locked
    behind it, so it cannot be part of a deadlock, and nobody holds it longer than a commit takes.
    SQLite has one writer anyway.
    """
    changes = noted(session)
    if not changes:
        return
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK), func.pg_notify(CHANNEL, "")))
    connection.execute(insert(Event), [_row(change, now) for change in changes])
    session.info["events_written"] = True


def _row(change: Change, now: datetime) -> dict[str, Any]:
    return {
        "at": now,
        "noun": change.noun,
        "record_id": change.record_id,
        "version": change.version,
        "lead_id": change.lead_id,
        "company_id": change.company_id,
        "user_id": change.user_id,
        "of_billing": change.of_billing,
    }
