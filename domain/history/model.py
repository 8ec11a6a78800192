"""The audit log: who did what to which record, when, before and after; append-only."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from domain.entity import Entity, json_column


class AuditEntry(Entity):
    """One act on one record; `action` is the word that webhooks use too (`quote.sent`)."""

    __tablename__ = "audit_entries"
    __table_args__ = (
        Index(None, "lead_id", "at"),
        Index(None, "entity", "entity_id", "at"),
        Index(None, "action", "at"),
        Index(None, "actor_id", "at"),
        Index(None, "at", "id"),
    )

    at: Mapped[datetime]
    on_day: Mapped[date] = mapped_column(index=True)
    actor_id: Mapped[UUID | None]
    actor_name: Mapped[str]
    key_id: Mapped[UUID | None]
    key_name: Mapped[str | None]
    action: Mapped[str]
    entity: Mapped[str]
    entity_id: Mapped[UUID]
    lead_id: Mapped[UUID | None]
    before: Mapped[dict[str, Any]] = mapped_column(json_column(), default_factory=dict)
    after: Mapped[dict[str, Any]] = mapped_column(json_column(), default_factory=dict)
    details: Mapped[dict[str, Any]] = mapped_column(json_column(), default_factory=dict)
