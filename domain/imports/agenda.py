"""Follow-ups without a date are spread over the coming working days of their owner."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain.calendar import add_working_days
from domain.leads import Lead

A_DAY = 20


@dataclass
class Agenda:
    """How many follow-ups each owner has on each coming working day; kept from batch to batch."""

    today: date
    _planned: dict[UUID, Counter[date]] = field(default_factory=dict)
    _first_free: dict[UUID, date] = field(default_factory=dict)

    def load(self, session: Session, owners: Collection[UUID]) -> None:
        """Read what owners have planned already, once for each."""
        new = [owner for owner in owners if owner not in self._planned]
        if not new:
            return
        self._planned.update((owner, Counter()) for owner in new)
        statement = (
            select(Lead.owner_id, Lead.next_follow_up_on, func.count())
            .where(
                Lead.owner_id.in_(new),
                Lead.next_follow_up_on > self.today,
                Lead.archived_at.is_(None),
            )
            .group_by(Lead.owner_id, Lead.next_follow_up_on)
        )
        for owner, day, count in session.execute(statement):
            if day is not None:
                self._planned[owner][day] = count

    def forget(self) -> None:
        """What was planned in the last batch is not there."""
        self._planned.clear()
        self._first_free.clear()

    def next_free_day(self, owner: UUID) -> date:
        """The owner's next working day with fewer than 20 follow-ups, which has one more now."""
        planned = self._planned.setdefault(owner, Counter())
        day = self._first_free.get(owner) or add_working_days(self.today, 1)
        while planned[day] >= A_DAY:
            day = add_working_days(day, 1)
        planned[day] += 1
        self._first_free[owner] = day
        return day
