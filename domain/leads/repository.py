"""Finding leads: the list with its filters, one lead, its timeline and its moves."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from domain import search
from domain.calendar import Moment
from domain.errors import NotFound
from domain.leads.activity import Activity
from domain.leads.listing import LISTING, LeadRow
from domain.leads.model import (
    Lead,
    LeadTag,
    StageChange,
    earliest_first,
    latest_first,
)
from domain.pipelines import Pipeline, Stage
from domain.repository import MAX_PAGE, Page, Paging, Repository, Sort, every_column
from domain.search import folded

_EQUAL = {
    "owner": Lead.owner_id,
    "visibility": Lead.visibility,
    "pipeline": Lead.pipeline_id,
    "outcome": Lead.outcome,
    "contact": Lead.contact_id,
    "company": Lead.company_id,
    "external_id": Lead.external_id,
}
_RANGES = {
    "created_from": (Lead.created_on, "ge"),
    "created_to": (Lead.created_on, "le"),
    "closed_from": (Lead.closed_on, "ge"),
    "closed_to": (Lead.closed_on, "le"),
    "expected_close_from": (Lead.expected_close_on, "ge"),
    "expected_close_to": (Lead.expected_close_on, "le"),
    "value_min": (Lead.value, "ge"),
    "value_max": (Lead.value, "le"),
}


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
        page = self.page(self.filtered(LISTING, filters, moment.today), paging, filters)
        return replace(page, rows=[LeadRow(*row) for row in page.rows])

    def row(self, id: UUID) -> LeadRow:
        """One lead as the list shows it."""
        found = self.session.execute(LISTING.where(Lead.id == id)).one_or_none()
        if found is None:
            raise NotFound("lead")
        return LeadRow(*found)

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

    def moves(self, lead_id: UUID) -> list[StageChange]:
        """The moves of a lead, oldest first."""
        return list(
            self.session.scalars(
                select(StageChange)
                .where(StageChange.lead_id == lead_id)
                .order_by(StageChange.at, StageChange.id)
            )
        )

    def filtered(
        self, statement: Select[Any], filters: Mapping[str, Any], today: date
    ) -> Select[Any]:
        """A statement over leads, narrowed by the filters of the list."""
        given = {name: value for name, value in filters.items() if value is not None}
        for name, value in given.items():
            if name in _EQUAL:
                statement = statement.where(_EQUAL[name] == value)
            elif name in _RANGES:
                column, way = _RANGES[name]
                statement = statement.where(column >= value if way == "ge" else column <= value)
        if not given.get("archived"):
            statement = statement.where(Lead.archived_at.is_(None))
        else:
            statement = statement.where(Lead.archived_at.is_not(None))
        return _by_words(_by_follow_up(statement, given.get("follow_up"), today), given)


class ActivityRepository(Repository[Activity]):
    """Activities on leads that the viewer may see."""

    entity = Activity
    sorts = {
        "-happened_at": Sort(Activity.happened_at, descending=True),
        "happened_at": Sort(Activity.happened_at),
    }

    def listed(self, lead_id: UUID, paging: Paging) -> Page:
        """A lead's activities."""
        statement = select(*every_column(Activity)).where(Activity.lead_id == lead_id)
        return self.page(statement, paging, {"lead": str(lead_id)})


def _pipeline(id: UUID | None) -> Any:
    """The named pipeline, else the default one.

    A single value, so that the stage's index serves.
    """
    if id is not None:
        return id
    return select(Pipeline.id).where(Pipeline.is_default).scalar_subquery()


def _by_follow_up(statement: Select[Any], wanted: str | None, today: date) -> Select[Any]:
    day = Lead.next_follow_up_on
    if wanted == "overdue":
        return statement.where(day < today)
    if wanted == "today":
        return statement.where(day == today)
    if wanted == "upcoming":
        return statement.where(day > today)
    return statement


def _by_words(statement: Select[Any], given: Mapping[str, Any]) -> Select[Any]:
    if "q" in given:
        statement = statement.where(Lead.id.in_(search.found("lead", given["q"])))
    if "stage" in given:
        stage = select(Stage.id).where(
            Stage.key == given["stage"], Stage.pipeline_id == _pipeline(given.get("pipeline"))
        )
        statement = statement.where(Lead.stage_id == stage.scalar_subquery())
    if "source" in given:
        statement = statement.where(Lead.source_key == folded(given["source"]))
    if "tag" in given:
        tagged = select(LeadTag.lead_id).where(LeadTag.tag == folded(given["tag"]))
        statement = statement.where(Lead.id.in_(tagged))
    return statement
