"""Finding leads: the list with its filters, one lead, its timeline and its moves."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select

from domain.calendar import Moment
from domain.errors import NotFound
from domain.leads.activity import Activity, ActivityKind
from domain.leads.filters import narrowed, shape_of, values_of
from domain.leads.listing import LISTING, ONE, LeadRow, page_of
from domain.leads.model import (
    Lead,
    StageChange,
    earliest_first,
    latest_first,
)
from domain.repository import (
    MAX_PAGE,
    Page,
    Paging,
    Repository,
    Sort,
    Turn,
    counted,
    every_column,
)


class LeadRepository(Repository[Lead]):
    """The leads that the viewer may see."""

    entity = Lead
    sorts = {
        "created_at": Sort(Lead.created_at),
        "-created_at": Sort(Lead.created_at, descending=True),
        "value": Sort(Lead.value),
        "-value": Sort(Lead.value, descending=True),
        "title": Sort(Lead.title),
        "-title": Sort(Lead.title, descending=True),
        "stage_entered_at": Sort(Lead.stage_entered_at),
        "-stage_entered_at": Sort(Lead.stage_entered_at, descending=True),
        "next_follow_up_on": Sort(earliest_first(Lead.next_follow_up_on)),
        "-next_follow_up_on": Sort(latest_first(Lead.next_follow_up_on), descending=True),
        "expected_close_on": Sort(earliest_first(Lead.expected_close_on)),
        "-expected_close_on": Sort(latest_first(Lead.expected_close_on), descending=True),
        "last_contacted_at": Sort(earliest_first(Lead.last_contacted_at)),
        "-last_contacted_at": Sort(latest_first(Lead.last_contacted_at), descending=True),
    }

    def listed(self, filters: Mapping[str, Any], paging: Paging, moment: Moment) -> Page:
        """One page of leads as rows, with the names that a reader needs."""
        turn, shape = Turn.of(paging, (Lead.noun, filters)), shape_of(filters)
        values = values_of(filters, moment.today)
        question = page_of(shape, self.sorts[paging.sort], goes_on=turn.goes_on)
        rows = question.ask(self.session, {**values, **turn.values})
        total = None
        if paging.count:
            total = counted(self.session, narrowed(LISTING, shape), Lead.id, values)
        return turn.page(rows, total)

    def row(self, id: UUID) -> LeadRow:
        """One lead as the list shows it."""
        for found in ONE.ask(self.session, {"lead_id": id}):
            return found
        raise NotFound("lead")

    def rows(self, filters: Mapping[str, Any], moment: Moment) -> Iterator[LeadRow]:
        """Every lead of a filter, oldest first, read in pages so that any number is no burden."""
        cursor: str | None = None
        while True:
            paging = Paging(limit=MAX_PAGE, cursor=cursor, sort="created_at")
            page = self.listed(filters, paging, moment)
            yield from page.rows
            cursor = page.next_cursor
            if cursor is None:
                return

    def with_external_id(self, external_id: str) -> Lead | None:
        """The lead with an id from another system."""
        return self.session.scalars(
            select(Lead).where(Lead.external_id == external_id)
        ).one_or_none()

    def claim_all(self, ids: list[UUID]) -> list[Lead]:
        """Several leads for changing them together, locked in the order of their ids.

        All or nothing.
        """
        statement = (
            select(Lead)
            .where(Lead.id.in_(ids))
            .order_by(Lead.id)
            .with_for_update(of=Lead)
            .execution_options(populate_existing=True)
        )
        found = list(self.session.scalars(statement))
        if len(found) != len(set(ids)):
            raise NotFound("lead")
        return found

    def in_stage(self, stage_id: UUID) -> list[Lead]:
        """Every lead that stands in a stage, archived ones too, for moving them elsewhere."""
        return list(
            self.session.scalars(
                select(Lead).where(Lead.stage_id == stage_id).order_by(Lead.id).with_for_update()
            )
        )

    def titles(self, ids: Collection[UUID]) -> dict[UUID, str]:
        """What leads are called, those of them that the viewer may see."""
        if not ids:
            return {}
        found = self.session.execute(select(Lead.id, Lead.title).where(Lead.id.in_(ids)))
        return {row.id: row.title for row in found}

    def moves(self, lead_id: UUID) -> list[StageChange]:
        """The moves of a lead, oldest first."""
        return list(
            self.session.scalars(
                select(StageChange)
                .where(StageChange.lead_id == lead_id)
                .order_by(StageChange.at, StageChange.id)
            )
        )


class ActivityRepository(Repository[Activity]):
    """Activities on leads that the viewer may see."""

    entity = Activity
    sorts = {
        "-happened_at": Sort(Activity.happened_at, descending=True),
        "happened_at": Sort(Activity.happened_at),
    }

    def listed(self, lead_id: UUID, filters: Mapping[str, Any], paging: Paging) -> Page:
        """A lead's activities of a `kind`, and tasks that are `done` or not."""
        statement = select(*every_column(Activity)).where(Activity.lead_id == lead_id)
        if "kind" in filters:
            statement = statement.where(Activity.kind == filters["kind"])
        if "done" in filters:
            is_open = and_(Activity.kind == ActivityKind.TASK, Activity.done_at.is_(None))
            is_done = Activity.done_at.is_not(None)
            statement = statement.where(is_done if filters["done"] else is_open)
        return self.page(statement, paging, {"lead": str(lead_id), **filters})
