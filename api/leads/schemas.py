"""Leads, activities, timelines and moves as they travel."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, model_validator
from typing_extensions import TypedDict

from api.addresses import AddressDraft
from api.lead_shape import FollowUp as FollowUp
from api.lead_shape import Lead as Lead
from api.lead_shape import LeadList as LeadList
from api.lead_shape import lead as lead
from api.lead_shape import lead_list as lead_list
from api.schema import (
    AmountText,
    Currency,
    Day,
    Instant,
    Line,
    OptionalEmail,
    OptionalLine,
    OptionalProse,
    Question,
)
from domain.history import AuditEntry
from domain.leads import Activity as ActivityRecord
from domain.leads import (
    ActivityKind,
    ContactOutcome,
    Direction,
    LostReason,
    OpenOffers,
    StageChange,
    Visibility,
)
from domain.money import amount_text


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
    """What changes; a field that is not sent stays, null empties it where it may be empty.

    Winning a lead that has an open quote is refused until `open_quotes` says what becomes of it.
    """

    title: Line | None = None
    open_quotes: OpenOffers | None = None


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
    open_quotes: OpenOffers | None = None
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
