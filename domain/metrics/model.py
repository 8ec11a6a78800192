"""What the figures need besides the records themselves: targets and kept forecasts."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from domain.entity import Amount, Entity, Root


class Target(Root):
    """Net value to win in a month: of the workspace where `user_id` is None, else of one user.

    `month` is the month's first day.
    """

    __tablename__ = "targets"
    __table_args__ = (UniqueConstraint("month", "user_id", postgresql_nulls_not_distinct=True),)
    noun: ClassVar[str] = "target"

    month: Mapped[date]
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"), default=None)
    amount: Mapped[Amount]
    currency: Mapped[str]


class ForecastDay(Entity):
    """A morning on which the open leads were kept, be it that there were none."""

    __tablename__ = "forecast_days"

    taken_on: Mapped[date] = mapped_column(unique=True)


class ForecastSnapshot(Entity):
    """One open lead as it stood on the morning of `taken_on`, expected to close in `month`.

    `month` is a first day; slipped leads count in the month of `taken_on`.
    """

    __tablename__ = "forecast_snapshots"
    __table_args__ = (
        UniqueConstraint("taken_on", "lead_id"),
        Index(None, "month", "taken_on"),
    )

    taken_on: Mapped[date]
    month: Mapped[date]
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("leads.id"), index=True)
    stage_id: Mapped[UUID] = mapped_column(ForeignKey("stages.id"))
    value: Mapped[Amount]
    currency: Mapped[str]
    probability: Mapped[int]
    owner_id: Mapped[UUID]
    source_key: Mapped[str]
    slipped: Mapped[bool]
