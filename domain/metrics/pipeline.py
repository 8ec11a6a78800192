"""The open leads as they stand now: by stage, without a date, and past their date."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from domain.calendar import Moment
from domain.leads import Lead
from domain.metrics.counted import expected_leads
from domain.metrics.tallies import NOTHING, Heap, weighted
from domain.money import EXACT, round_to, rounded
from domain.pipelines import Pipeline, Stage


@dataclass(slots=True)
class StageFigures:
    """The open leads of one stage now; `days` adds up how long each has stood there."""

    stage: Stage
    leads: int = 0
    value: Decimal = NOTHING
    days: int = 0

    def weighted_value(self, currency: str) -> Decimal:
        """Value × the stage's probability."""
        return rounded(weighted(self.value, self.stage.probability), currency)

    @property
    def mean_days(self) -> Decimal | None:
        """How many days its leads have stood in it on average, at one decimal."""
        if not self.leads:
            return None
        return round_to(EXACT.divide(Decimal(self.days), Decimal(self.leads)), 1)


@dataclass
class Board:
    """Counts one owner's or all open leads for one viewer, in the workspace's currency."""

    session: Session
    moment: Moment
    currency: str
    owner: UUID | None = None

    def by_stage(self, pipeline: Pipeline) -> list[StageFigures]:
        """Every open stage in order, the empty ones too."""
        found = {stage.id: StageFigures(stage) for stage in pipeline.all_stages if stage.is_open}
        by: tuple[Any, ...] = (Lead.stage_id, Lead.stage_entered_on, Lead.currency)
        counted = (
            select(*by, func.count(), func.sum(Lead.value))
            .where(self._counted(), Lead.pipeline_id == pipeline.id)
            .group_by(*by)
        )
        rows: Iterable[Any] = self.session.execute(counted)
        today = self.moment.today
        for stage_id, entered_on, currency, leads, value in rows:
            group = found[stage_id]
            group.leads += leads
            group.value += self._own(value, currency)
            group.days += leads * max(0, (today - entered_on).days)
        return [group for group in found.values() if group.leads or not group.stage.archived]

    def undated_and_slipped(self) -> tuple[Heap, Heap]:
        """Open leads without an expected close, and those whose expected close has passed."""
        day = Lead.expected_close_on
        undated, slipped = Heap(), Heap()
        counted = (
            select(day, Lead.currency, func.count(), func.sum(Lead.value))
            .where(self._counted(), or_(day.is_(None), day < self.moment.today))
            .group_by(day, Lead.currency)
        )
        for expected_on, currency, leads, value in self.session.execute(counted):
            heap = undated if expected_on is None else slipped
            heap.add(leads, self._own(value, currency))
        return undated, slipped

    def _counted(self) -> ColumnElement[bool]:
        if self.owner is None:
            return expected_leads()
        return and_(expected_leads(), Lead.owner_id == self.owner)

    def _own(self, value: Decimal, currency: str) -> Decimal:
        return value if currency == self.currency else NOTHING
