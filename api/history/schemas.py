"""Audit entries as they travel."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field
from sqlalchemy import Row
from typing_extensions import TypedDict

from api.schema import Named
from domain.calendar import Moment, zone


class AuditUser(TypedDict):
    """Who acted; the id is null where it was the system itself or a customer."""

    id: UUID | None
    name: str


class AuditActor(TypedDict):
    """The user who acted, and the API key where one was used."""

    user: AuditUser
    key: Named | None


class Audit(TypedDict):
    """One act on one record; `before` and `after` hold the fields that changed.

    `lead_title` is what the lead is called today.
    """

    id: UUID
    at: datetime
    at_local: Annotated[str, Field(examples=["2026-11-23T12:00:00+01:00"])]
    actor: AuditActor
    action: Annotated[str, Field(examples=["quote.sent"])]
    entity: Annotated[str, Field(examples=["quote"])]
    entity_id: UUID
    lead_id: UUID | None
    lead_title: Annotated[str | None, Field(examples=["CNC retrofit"])]
    before: dict[str, Any]
    after: dict[str, Any]
    details: dict[str, Any]


class AuditList(TypedDict):
    """A page of the audit log."""

    items: list[Audit]
    next_cursor: str | None
    total: int | None


def entry(row: Row[Any], lead_title: str | None, moment: Moment) -> Audit:
    """A row of the audit log, with its time by the workspace's clock."""
    key: Named | None = None
    if row.key_id is not None:
        key = {"id": row.key_id, "name": row.key_name or ""}
    return {
        "id": row.id,
        "at": row.at,
        "at_local": row.at.astimezone(zone(moment.zone_name)).isoformat(timespec="seconds"),
        "actor": {"user": {"id": row.actor_id, "name": row.actor_name}, "key": key},
        "action": row.action,
        "entity": row.entity,
        "entity_id": row.entity_id,
        "lead_id": row.lead_id,
        "lead_title": lead_title,
        "before": row.before,
        "after": row.after,
        "details": row.details,
    }
