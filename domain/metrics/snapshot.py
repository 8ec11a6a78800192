"""The forecast as it stands each morning, kept because nobody can work it out afterwards."""

from datetime import timedelta
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from domain.calendar import Moment, Month
from domain.entity import new_id
from domain.leads import Lead
from domain.metrics.counted import expected_leads
from domain.metrics.model import ForecastDay, ForecastSnapshot
from domain.pipelines import Stage

KEPT_DAYS = 7
BATCH = 1000


def take(session: Session, moment: Moment) -> bool:
    """Keep the open, dated leads of this morning; a second time on the same day does nothing.

    The session must see everything. Mornings of the first of a month stay for ever, others a week.
    """
    today = moment.today
    if session.scalar(select(ForecastDay.id).where(ForecastDay.taken_on == today)) is not None:
        return False
    session.add(ForecastDay(taken_on=today))
    session.flush()
    _keep_leads(session, moment)
    _forget(session, moment)
    return True


def _keep_leads(session: Session, moment: Moment) -> None:
    today, present = moment.today, Month.of(moment.today)
    columns: tuple[Any, ...] = (
        Lead.id.label("lead_id"),
        Lead.stage_id,
        Lead.value,
        Lead.currency,
        Stage.probability,
        Lead.owner_id,
        Lead.source_key,
        Lead.expected_close_on,
    )
    dated = (
        select(*columns)
        .join(Stage, Stage.id == Lead.stage_id)
        .where(expected_leads(), Lead.expected_close_on.is_not(None))
        .order_by(Lead.id)
    )
    for rows in session.execute(dated).partitions(BATCH):
        session.execute(
            insert(ForecastSnapshot),
            [
                {
                    **{name: value for name, value in row._mapping.items() if name in _COPIED},
                    "id": new_id(),
                    "taken_on": today,
                    "month": max(Month.of(row.expected_close_on), present).first,
                    "slipped": row.expected_close_on < today,
                }
                for row in rows
            ],
        )


def _forget(session: Session, moment: Moment) -> None:
    old = select(ForecastDay.taken_on).where(
        ForecastDay.taken_on < moment.today - timedelta(days=KEPT_DAYS)
    )
    days = [day for day in session.scalars(old) if day.day != 1]
    for entity in (ForecastSnapshot, ForecastDay):
        session.execute(
            delete(entity).where(entity.taken_on.in_(days)),
            execution_options={"history": False, "synchronize_session": False},
        )


_COPIED = frozenset(
    ("lead_id", "stage_id", "value", "currency", "probability", "owner_id", "source_key")
)
