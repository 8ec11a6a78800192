"""One row for each record and transaction that changed it; read by those who listen."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Integer
from sqlalchemy.orm import Mapped, mapped_column

from domain.entity import Entity

LIFE = timedelta(hours=48)
"""How long events are kept for those who come back."""
EVERYBODYS = ("pipeline", "product", "target", "user", "workspace")
"""Nouns whose records every user of the workspace may read."""


class Event(Entity):
    """A record that was written, or with neither id nor version many records of a noun at once.

    Ids rise in the order of the commits and are never used again. A record that was deleted has no
    version. What stands beside noun and id says who may be told: the deal or company that the
    record hangs on, the user whose own it is, and whether it is of the billing side.
    """

    __tablename__ = "events"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(  # type: ignore[assignment]
        BigInteger().with_variant(Integer, "sqlite"),
        Identity(),
        primary_key=True,
        init=False,
        sort_order=-100,
    )
    at: Mapped[datetime]
    noun: Mapped[str]
    record_id: Mapped[UUID | None]
    version: Mapped[int | None]
    lead_id: Mapped[UUID | None]
    company_id: Mapped[UUID | None]
    user_id: Mapped[UUID | None]
    of_billing: Mapped[bool]
