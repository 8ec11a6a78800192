"""Leads, activities, timelines and moves as they travel."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, model_validator
from sqlalchemy import Row
from typing_extensions import TypedDict

from api.schema import (
    AmountText,
    Country,
    Currency,
    Day,
    Instant,
    Line,
    Named,
    OptionalEmail,
    OptionalLine,
    OptionalProse,
    Question,
)
from domain.calendar import Moment
from domain.history import AuditEntry
from domain.leads import Activity as ActivityRecord
from domain.leads import (
    ActivityKind,
    ContactOutcome,
    Direction,
    LostReason,
    StageChange,
    Visibility,
    is_cold,
    is_stalled,
)
from domain.money import amount_text

FollowUp = Literal["overdue", "today", "upcoming"]


class LeadContact(TypedDict):
    """The person of a lead."""

    id: UUID
    name: str
    email: str | None
    phone: str | None


class Lead(TypedDict):
    """One possible sale; `value` is net in `currency`, days are in the workspace's zone."""

    id: UUID
    title: str
    contact: LeadContact | None
    company: Named | None
    owner: Named
    pipeline: UUID
    stage: str
    outcome: Literal["open", "won", "lost"]
    source: str | None
    value: Annotated[str, Field(examples=["1250.00"])]
    currency: str
    expected_close_on: date | None
    next_follow_up_on: date | None
    follow_up: FollowUp | None
    cold: bool
    stalled: bool
    last_contacted_at: datetime | None
    attempts: int
    visibility: Literal["public", "private"]
    shared_with: list[UUID]
    tags: list[str]
    external_id: str | None
    created_at: datetime
    stage_entered_on: date
    closed_at: datetime | None
    lost_reason: LostReason | None
    lost_note: str | None
    archived_at: datetime | None
    version: int


class LeadList(TypedDict):
    """A page of leads."""

    items: list[Lead]
    next_cursor: str | None
    total: int | None


class AddressDraft(Question):
    """A postal address; `country` is an ISO 3166-1 alpha-2 code."""

    line1: OptionalLine = None
    line2: OptionalLine = None
    postcode: OptionalLine = None
    city: OptionalLine = None
    region: OptionalLine = None
    country: Country | None = None


class LeadContactDraft(Question):
    """The person to sell to: found by e-mail among what you may see, or made."""

    name: OptionalLine = None
    email: OptionalEmail = None
    phone: OptionalLine = None

    @model_validator(mode="after")
    def _has_a_name(self) -> "LeadContactDraft":
        if not (self.name or self.email):
            raise ValueError("Give the contact a name or an e-mail address.")
        return self


class LeadCompanyDraft(Question):
    """The organisation to sell to: found by name among what you may see, or made."""

    name: Line
    legal_name: OptionalLine = None
    address: AddressDraft | None = None
    vat_id: OptionalLine = None
    tax_number: OptionalLine = None
    billing_email: OptionalEmail = None
    payment_days: Annotated[int | None, Field(ge=0, le=365)] = None


Tags = Annotated[list[Annotated[Line, Field(max_length=64)]], Field(max_length=50)]


class LeadFields(Question):
    """What may be said of a lead when it is made and when it is changed."""

    contact: LeadContactDraft | None = None
    contact_id: UUID | None = None
    company: LeadCompanyDraft | None = None
    company_id: UUID | None = None
    owner_id: UUID | None = None
    stage: Annotated[str | None, Field(max_length=64, examples=["qualified"])] = None
    source: OptionalLine = None
    value: AmountText | None = None
    currency: Currency | None = None
    expected_close_on: Day | None = None
    next_follow_up_on: Day | None = None
    visibility: Visibility | None = None
    tags: Tags | None = None
    external_id: OptionalLine = None
    lost_reason: LostReason | None = None
    lost_note: OptionalProse = None

    @model_validator(mode="after")
    def _one_way_to_name_the_customer(self) -> "LeadFields":
        if self.contact and self.contact_id:
            raise ValueError("Send contact or contact_id, not both.")
        if self.company and self.company_id:
            raise ValueError("Send company or company_id, not both.")
        return self


class LeadDraft(LeadFields):
    """A new lead: by default the caller's, in the first stage, with the stage's usual follow-up."""

    title: OptionalLine = None
    note: OptionalProse = None
    created_at: Instant | None = None
    closed_at: Instant | None = None


class LeadChange(LeadFields):
    """What changes; a field that is not sent stays, null empties it where it may be empty."""

    title: Line | None = None


class BulkChange(Question):
    """One change for many leads."""

    owner_id: UUID | None = None
    stage: Annotated[str | None, Field(max_length=64)] = None
    next_follow_up_on: Day | None = None
    expected_close_on: Day | None = None
    source: OptionalLine = None
    visibility: Visibility | None = None
    tags: Tags | None = None
    lost_reason: LostReason | None = None
    lost_note: OptionalProse = None
    archived: bool | None = None


class LeadBulk(Question):
    """Which leads to change, and how: all or nothing."""

    ids: Annotated[list[UUID], Field(min_length=1, max_length=1000)]
    change: BulkChange


class Shares(Question):
    """The people who may see a private lead besides its owner."""

    user_ids: Annotated[list[UUID], Field(max_length=200)]


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
    """A note, contact or task to add; a contact counts as an attempt and may carry the next follow-up."""

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
    """An activity, or a recorded event such as `quote.sent`; newest first."""

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
    """One move through the pipeline; `stayed` is in seconds, value and owner are those at the move."""

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
    """A lead's moves, oldest first."""

    items: list[Move]
    next_cursor: str | None
    total: int | None


class LeadBulkResult(TypedDict):
    """How many leads were changed."""

    changed: int


def lead(row: Row[Any], moment: Moment) -> Lead:
    """A row of the list as a lead."""
    today = moment.today
    next_on, is_open = row.next_follow_up_on, row.outcome == "open"
    follow_up = _follow_up(next_on, today)
    return {
        "id": row.id,
        "title": row.title,
        "contact": _contact(row),
        "company": {"id": row.company_id, "name": row.company_name} if row.company_id else None,
        "owner": {"id": row.owner_id, "name": row.owner_name},
        "pipeline": row.pipeline_id,
        "stage": row.stage,
        "outcome": row.outcome.value,
        "source": row.source,
        "value": amount_text(row.value, row.currency),
        "currency": row.currency,
        "expected_close_on": row.expected_close_on,
        "next_follow_up_on": next_on,
        "follow_up": follow_up,
        "cold": is_open
        and is_cold(
            overdue=follow_up == "overdue",
            contacted_on=row.last_contacted_on or row.created_on,
            next_on=next_on,
            limit=row.stalled_days,
            today=today,
        ),
        "stalled": is_open
        and is_stalled(entered_on=row.stage_entered_on, limit=row.stalled_days, today=today),
        "last_contacted_at": row.last_contacted_at,
        "attempts": row.attempts,
        "visibility": row.visibility.value,
        "shared_with": row.shared_with,
        "tags": row.tags,
        "external_id": row.external_id,
        "created_at": row.created_at,
        "stage_entered_on": row.stage_entered_on,
        "closed_at": row.closed_at,
        "lost_reason": row.lost_reason,
        "lost_note": row.lost_note,
        "archived_at": row.archived_at,
        "version": row.version,
    }


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


def timeline_entry(entry: ActivityRecord | AuditEntry) -> TimelineEntry:
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
        "details": entry.details,
    }


def moves(changes: Sequence[StageChange], keys: dict[UUID, str]) -> MoveList:
    """A lead's moves with the stages' keys."""
    items: list[Move] = [
        {
            "id": change.id,
            "at": change.at,
            "from_stage": keys[change.from_stage_id] if change.from_stage_id else None,
            "to_stage": keys[change.to_stage_id],
            "by": change.by_name,
            "stayed": change.stayed,
            "value": amount_text(change.value, change.currency),
            "currency": change.currency,
            "owner_id": change.owner_id,
            "source": change.source,
            "lost_reason": change.lost_reason,
        }
        for change in changes
    ]
    return {"items": items, "next_cursor": None, "total": len(items)}


def _contact(row: Row[Any]) -> LeadContact | None:
    if row.contact_id is None:
        return None
    return {
        "id": row.contact_id,
        "name": row.contact_name,
        "email": row.contact_email,
        "phone": row.contact_phone,
    }


def _follow_up(day: date | None, today: date) -> FollowUp | None:
    if day is None:
        return None
    return "overdue" if day < today else "today" if day == today else "upcoming"
