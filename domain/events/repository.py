"""Reading events, and forgetting old ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, literal, select
from sqlalchemy.orm import Session

from domain.events.model import LIFE, Event

MOST = 100
"""So many events are told one by one; of more than that only the nouns are."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The first and the last event that the database still has; zeros where it has none."""

    first: int
    last: int

    def continues(self, id: int) -> bool:
        """Whether somebody who has read up to an id can be told of everything since."""
        return self.first - 1 <= id <= self.last


class EventRepository:
    """The events that the viewer may be told of."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def kept(self) -> Kept:
        """What is there at all; for a session that sees everything."""
        # Each on its own, since SQLite finds only one end of an index at a time.
        ends = [select(end(Event.id)).scalar_subquery() for end in (func.min, func.max)]
        first, last = self.session.execute(select(*ends)).one()
        return Kept(first or 0, last or 0)

    def newest(self, up_to: int) -> int | None:
        """The viewer's last event, so that nobody counts what is hidden by the ids."""
        found = select(Event.id).where(Event.id <= up_to).order_by(Event.id.desc()).limit(1)
        return self.session.scalar(found)

    def between(self, after: int, up_to: int) -> Sequence[Any]:
        """Events in their order, with id, noun, record_id, version and lead_id.

        Where there are very many, one without a record for each noun.
        """
        these = (Event.id > after, Event.id <= up_to)
        one_by_one = (
            select(Event.id, Event.noun, Event.record_id, Event.version, Event.lead_id)
            .where(*these)
            .order_by(Event.id)
            .limit(MOST + 1)
        )
        rows = self.session.execute(one_by_one).all()
        if len(rows) <= MOST:
            return rows
        last = func.max(Event.id)
        nothing = [literal(None).label(name) for name in ("record_id", "version", "lead_id")]
        nouns = select(last.label("id"), Event.noun, *nothing).where(*these).group_by(Event.noun)
        return self.session.execute(nouns.order_by(last)).all()

    def forget(self, now: datetime) -> None:
        """Delete what is older than two days, but never the newest, which tells where it ended."""
        newest = select(func.max(Event.id)).scalar_subquery()
        self.session.execute(
            delete(Event).where(Event.at <= now - LIFE, Event.id < newest),
            execution_options={"history": False, "synchronize_session": False},
        )
