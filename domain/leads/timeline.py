"""A lead's timeline, activities and recorded events in one order, and its moves."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import literal, select, union_all
from sqlalchemy.orm import Session

from domain.history import AuditEntry
from domain.leads.activity import Activity
from domain.leads.model import StageChange
from domain.repository import Page, Paging, Sort, every_column, keyset_page

_UNTOLD = (
    "activity.logged",
    "activity.planned",
    "activity.updated",
    "invoice.updated",
    "lead.updated",
    "mail.created",
    "quote.updated",
)


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """One page of a timeline: activities and audit entries, newest first."""

    entries: list[Activity | AuditEntry]
    next_cursor: str | None
    total: int | None


class TimelineRepository:
    """What happened on a lead, as its people read it; the audit log has every detail."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def of(self, lead_id: UUID, paging: Paging) -> TimelinePage:
        """One page of a lead's timeline."""
        both = union_all(
            select(
                Activity.id.label("id"),
                Activity.happened_at.label("at"),
                literal("a").label("kind"),
            ).where(Activity.lead_id == lead_id),
            select(
                AuditEntry.id.label("id"), AuditEntry.at.label("at"), literal("e").label("kind")
            ).where(AuditEntry.lead_id == lead_id, AuditEntry.action.not_in(_UNTOLD)),
        ).subquery()
        sort = Sort(both.c.at, descending=not paging.sort.startswith("happened"))
        page = keyset_page(
            self.session,
            select(both.c.id, both.c.kind),
            both.c.id,
            sort,
            paging,
            ("timeline", lead_id),
        )
        found = self._found(page.rows)
        return TimelinePage([found[row.id] for row in page.rows], page.next_cursor, page.total)

    def _found(self, rows: Any) -> dict[UUID, Activity | AuditEntry]:
        activities = [row.id for row in rows if row.kind == "a"]
        events = [row.id for row in rows if row.kind == "e"]
        found: dict[UUID, Activity | AuditEntry] = {}
        for activity in self.session.scalars(select(Activity).where(Activity.id.in_(activities))):
            found[activity.id] = activity
        for entry in self.session.scalars(select(AuditEntry).where(AuditEntry.id.in_(events))):
            found[entry.id] = entry
        return found


class MoveRepository:
    """The moves of leads through the pipeline, as they were when they happened."""

    sorts: Mapping[str, Sort] = {
        "at": Sort(StageChange.at),
        "-at": Sort(StageChange.at, descending=True),
    }

    def __init__(self, session: Session) -> None:
        self.session = session

    def listed(self, lead_id: UUID, paging: Paging) -> Page:
        """A lead's moves."""
        statement = select(*every_column(StageChange)).where(StageChange.lead_id == lead_id)
        sort = self.sorts[paging.sort]
        of_it = ("moves", lead_id)
        return keyset_page(self.session, statement, StageChange.id, sort, paging, of_it)
