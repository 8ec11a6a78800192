"""Deals played in the product and, beside it, in plain Python; the figures must agree."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from api.database import Database
from domain.calendar import Month
from domain.history import AuditEntry
from domain.leads import (
    Lead,
    LeadActs,
    LeadChanges,
    LostReason,
    NewLead,
    StageChange,
    Visibility,
    open_lead,
)
from domain.metrics import ForecastDay, ForecastSnapshot, snapshot
from domain.pipelines import Outcome, Pipeline, PipelineRepository
from domain.search import SearchText, folded
from domain.users import SYSTEM
from tests.conftest import Clock

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Standing:
    """A lead at some moment, as anybody would note it down."""

    lead_id: UUID
    stage: str
    outcome: Outcome
    probability: int
    value: Decimal
    owner_id: UUID
    source_key: str
    lost_reason: LostReason | None
    expected_close_on: date | None
    archived: bool


@dataclass
class Deal:
    """A lead's whole story: when it began, each change of stage, and how it stands now."""

    created_on: date
    private: bool
    now: Standing
    moves: list[tuple[date, Standing, Standing | None]] = field(default_factory=list)

    def closed_in(self, month: Month) -> Standing | None:
        """How the lead stood after the last move of a month that won, lost or reopened it."""
        telling = [
            after
            for day, after, before in self.moves
            if Month.of(day) == month
            and (after.outcome is Outcome.OPEN or before is None or before.outcome != after.outcome)
        ]
        last = telling[-1] if telling else None
        return last if last is not None and last.outcome is not Outcome.OPEN else None

    def at_end_of(self, month: Month) -> Standing:
        """How the lead stood when a month ended."""
        return [after for day, after, _ in self.moves if day <= month.last][-1]


@dataclass
class Replay:
    """Plays the same acts in the database and in memory."""

    database: Database
    clock: Clock
    deals: list[Deal] = field(default_factory=list)
    kept: dict[date, list[tuple[Deal, Standing]]] = field(default_factory=dict)

    def clear(self) -> None:
        """Begin again without any lead."""
        with self.database.writing(SYSTEM, self.clock.moment) as session:
            for entity in (
                StageChange, ForecastSnapshot, ForecastDay, SearchText, AuditEntry, Lead,
            ):  # fmt: skip
                session.execute(delete(entity), execution_options={"history": False})

    def open(
        self,
        owner_id: UUID,
        value: Decimal,
        source: str | None,
        expected: date | None,
        private: bool,
    ) -> None:
        """Open a lead in the first stage."""
        new = NewLead(
            currency="EUR",
            owner_id=owner_id,
            title=f"Lead {len(self.deals)}",
            source=source,
            value=value,
            expected_close_on=expected,
            visibility=Visibility.PRIVATE if private else Visibility.PUBLIC,
        )
        with self.database.writing(SYSTEM, self.clock.moment) as session:
            pipeline = PipelineRepository(session).default()
            stage = pipeline.first_stage
            lead = open_lead(self._acts(session), new, pipeline, stage, None, None)
            now = _standing(lead, pipeline)
        deal = Deal(self.clock.moment.today, private, now)
        deal.moves.append((self.clock.moment.today, now, None))
        self.deals.append(deal)

    def change(self, which: int, **fields: Any) -> None:
        """Change a lead, its stage perhaps among the rest."""
        if not self.deals:
            return
        deal = self.deals[which % len(self.deals)]
        with self.database.writing(SYSTEM, self.clock.moment) as session:
            lead = session.get_one(Lead, deal.now.lead_id, with_for_update=True)
            pipeline = PipelineRepository(session).default()
            if fields.pop("archived", False):
                lead.archive(self.clock.now)
            LeadChanges(fields).apply(lead, pipeline, self._acts(session))
            after = _standing(lead, pipeline)
        if after.stage != deal.now.stage:
            deal.moves.append((self.clock.moment.today, after, deal.now))
        deal.now = after

    def sleep(self, days: int) -> None:
        """Let days pass; the worker keeps every morning."""
        for _ in range(days):
            self.clock.advance(days=1)
            self._keep_morning()

    def _keep_morning(self) -> None:
        with self.database.writing(SYSTEM, self.clock.moment) as session:
            snapshot.take(session, self.clock.moment)
        self.kept[self.clock.moment.today] = [
            (deal, deal.now) for deal in self.deals if _is_expected(deal.now)
        ]

    def _acts(self, session: Session) -> LeadActs:
        return LeadActs(session, SYSTEM, self.clock.moment)

    def new_leads(self, month: Month) -> list[tuple[Deal, Standing]]:
        """Leads created in a month, as they stood at its end (now, where it has not ended)."""
        return [
            (deal, self._as_counted(deal, month))
            for deal in self.deals
            if Month.of(deal.created_on) == month
        ]

    def closed(self, month: Month, outcome: Outcome) -> list[tuple[Deal, Standing]]:
        """Leads won or lost in a month, as they were at the closing move."""
        found = [(deal, deal.closed_in(month)) for deal in self.deals]
        return [(deal, at) for deal, at in found if at is not None and at.outcome is outcome]

    def expected(self, month: Month) -> list[tuple[Deal, Standing]] | None:
        """Open leads in a month's forecast; None where its first morning was not kept."""
        present = Month.of(self.clock.moment.today)
        if month < present:
            leads = self.kept.get(month.first)
            return None if leads is None else [each for each in leads if _falls(each, month, month)]
        now = [(deal, deal.now) for deal in self.deals if _is_expected(deal.now)]
        return [each for each in now if _falls(each, month, present)]

    def _as_counted(self, deal: Deal, month: Month) -> Standing:
        at_end = deal.at_end_of(month)
        is_past = month < Month.of(self.clock.moment.today)
        return replace(
            at_end,
            value=at_end.value if is_past else deal.now.value,
            source_key=deal.now.source_key,
            owner_id=deal.now.owner_id,
        )


def _falls(each: tuple[Deal, Standing], month: Month, present: Month) -> bool:
    day = each[1].expected_close_on
    return day is not None and max(Month.of(day), present) == month


def _is_expected(standing: Standing) -> bool:
    return standing.outcome is Outcome.OPEN and not standing.archived


def _standing(lead: Lead, pipeline: Pipeline) -> Standing:
    stage = pipeline.stage_by_id(lead.stage_id)
    return Standing(
        lead_id=lead.id,
        stage=stage.key,
        outcome=stage.outcome,
        probability=stage.probability,
        value=lead.value,
        owner_id=lead.owner_id,
        source_key=folded(lead.source or ""),
        lost_reason=lead.lost_reason,
        expected_close_on=lead.expected_close_on,
        archived=lead.archived_at is not None,
    )
