"""A lead as lists answer it: the list of leads, and the leads behind a figure."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field
from typing_extensions import TypedDict

from api.schema import Named
from domain.calendar import Moment
from domain.leads import LeadAct, LeadRow, LostReason, Visibility, is_cold, is_stalled, permitted
from domain.money import amount_text
from domain.pipelines import Outcome
from domain.repository import Page
from domain.users import Viewer

FollowUp = Literal["overdue", "today", "upcoming"]


class LeadContact(TypedDict):
    """The person of a lead."""

    id: UUID
    name: str
    email: str | None
    phone: str | None


class Lead(TypedDict):
    """One possible sale; `value` is net in `currency`, days are in the workspace's zone.

    `acts` are what its reader may do: `edit` it, and `plan` follow-ups, activities and quotes.
    """

    id: UUID
    title: str
    contact: LeadContact | None
    company: Named | None
    owner: Named
    pipeline: UUID
    stage: str
    outcome: Outcome
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
    visibility: Visibility
    shared_with: list[UUID]
    tags: list[str]
    external_id: str | None
    created_at: datetime
    stage_entered_on: date
    closed_at: datetime | None
    lost_reason: LostReason | None
    lost_note: str | None
    archived_at: datetime | None
    acts: Annotated[Sequence[LeadAct], Field(examples=[["edit", "plan"]])]
    version: int


class LeadList(TypedDict):
    """A page of leads."""

    items: list[Lead]
    next_cursor: str | None
    total: int | None


def lead_list(page: Page, moment: Moment, viewer: Viewer) -> LeadList:
    """A page of rows as a page of leads."""
    today = moment.today
    return {
        "items": [_lead(row, today, viewer) for row in page.rows],
        "next_cursor": page.next_cursor,
        "total": page.total,
    }


def lead(row: LeadRow, moment: Moment, viewer: Viewer) -> Lead:
    """A row of the list as a lead."""
    return _lead(row, moment.today, viewer)


def _lead(row: LeadRow, today: date, viewer: Viewer) -> Lead:
    next_on, is_open = row.next_follow_up_on, row.outcome is Outcome.OPEN
    follow_up = _follow_up(next_on, today)
    return {
        "id": row.id,
        "title": row.title,
        "contact": _contact(row),
        "company": {"id": row.company_id, "name": row.company_name} if row.company_id else None,
        "owner": {"id": row.owner_id, "name": row.owner_name},
        "pipeline": row.pipeline_id,
        "stage": row.stage,
        "outcome": row.outcome,
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
        "visibility": row.visibility,
        "shared_with": row.shared_with,
        "tags": row.tags,
        "external_id": row.external_id,
        "created_at": row.created_at,
        "stage_entered_on": row.stage_entered_on,
        "closed_at": row.closed_at,
        "lost_reason": row.lost_reason,
        "lost_note": row.lost_note,
        "archived_at": row.archived_at,
        "acts": permitted(row.owner_id, row.visibility, viewer),
        "version": row.version,
    }


def _contact(row: LeadRow) -> LeadContact | None:
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
