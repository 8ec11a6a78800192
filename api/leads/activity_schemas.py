"""Activities, timelines and moves of leads as they travel."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from typing_extensions import TypedDict

from api.schema import Day, Instant, OptionalProse, Question
from domain.history import AuditEntry
from domain.leads import Activity as ActivityRecord
from domain.leads import ActivityKind, ContactOutcome, Direction, LostReason
from domain.money import amount_text


class Activity(TypedDict):
    """Something that was done on a lead, or is to be done."""

    id: UUID
    lead_id: UUID
    kind: ActivityKind
    direction: Direction | None
    outcome: ContactOutcome | None
    body: str
    happened_at: datetime
    by: str
    by_id: UUID | None
    due_on: date | None
    assignee_id: UUID | None
    done_at: datetime | None
    version: int


class ActivityList(TypedDict):
    """A page of activities, newest first."""

    items: list[Activity]
    next_cursor: str | None
    total: int | None


class ActivityDraft(Question):
    """A note, contact or task to add.

    A contact counts as an attempt and may carry the next follow-up.
    """

    kind: ActivityKind
    body: OptionalProse = None
    direction: Direction | None = None
    outcome: ContactOutcome | None = None
    happened_at: Instant | None = None
    due_on: Day | None = None
    assignee_id: UUID | None = None
    done_at: Instant | None = None
    next_follow_up_on: Day | None = None


class ActivityChange(Question):
    """What changes in an activity; kind, direction and outcome stay, since they have counted."""

    body: OptionalProse = None
    due_on: Day | None = None
    assignee_id: UUID | None = None
    done_at: Instant | None = None


class TimelineEntry(TypedDict):
    """An activity, or a recorded event such as `quote.sent`.

    `details` of an event depend on it: `from` and `to` of a move are stages' keys, and what happens
    to a quote, invoice, credit note or payment tells the document's `number`.
    """

    at: datetime
    kind: Literal["activity", "event"]
    action: str
    by: str
    activity: Activity | None
    entity: str | None
    entity_id: UUID | None
    details: dict[str, Any]


class Timeline(TypedDict):
    """A page of a lead's timeline."""

    items: list[TimelineEntry]
    next_cursor: str | None
    total: int | None


class Move(TypedDict):
    """One move through the pipeline.

    `stayed` is in seconds, value and owner are those at the move.
    """

    id: UUID
    at: datetime
    from_stage: str | None
    to_stage: str
    by: str
    stayed: int | None
    value: str
    currency: str
    owner_id: UUID
    source: str | None
    lost_reason: LostReason | None


class MoveList(TypedDict):
    """A page of a lead's moves, oldest first."""

    items: list[Move]
    next_cursor: str | None
    total: int | None


def activity(row: Any) -> Activity:
    """An activity, from its row or entity."""
    return {
        "id": row.id,
        "lead_id": row.lead_id,
        "kind": row.kind,
        "direction": row.direction,
        "outcome": row.outcome,
        "body": row.body,
        "happened_at": row.happened_at,
        "by": row.by_name,
        "by_id": row.by_id,
        "due_on": row.due_on,
        "assignee_id": row.assignee_id,
        "done_at": row.done_at,
        "version": row.version,
    }


def timeline_entry(
    entry: ActivityRecord | AuditEntry, named: Mapping[UUID, dict[str, Any]]
) -> TimelineEntry:
    """An activity or a recorded event, told in the same shape."""
    if isinstance(entry, ActivityRecord):
        return {
            "at": entry.happened_at,
            "kind": "activity",
            "action": f"activity.{entry.kind.value}",
            "by": entry.by_name,
            "activity": activity(entry),
            "entity": "activity",
            "entity_id": entry.id,
            "details": {},
        }
    return {
        "at": entry.at,
        "kind": "event",
        "action": entry.action,
        "by": entry.actor_name,
        "activity": None,
        "entity": entry.entity,
        "entity_id": entry.entity_id,
        "details": {**named.get(entry.entity_id, {}), **_lost_reason(entry), **entry.details},
    }


def _lost_reason(entry: AuditEntry) -> dict[str, Any]:
    reason = entry.after.get("lost_reason") if entry.action == "lead.lost" else None
    return {"lost_reason": reason} if reason else {}


def move(row: Any, keys: Mapping[UUID, str]) -> Move:
    """One move with the stages' keys."""
    return {
        "id": row.id,
        "at": row.at,
        "from_stage": keys[row.from_stage_id] if row.from_stage_id else None,
        "to_stage": keys[row.to_stage_id],
        "by": row.by_name,
        "stayed": row.stayed,
        "value": amount_text(row.value, row.currency),
        "currency": row.currency,
        "owner_id": row.owner_id,
        "source": row.source,
        "lost_reason": row.lost_reason,
    }
