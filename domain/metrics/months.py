"""The figures of many months at once: a handful of sums, whatever the number of months."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlalchemy.orm import Session

from domain.calendar import Moment, Month
from domain.invoices import CreditNote, Invoice, InvoiceState, Payment
from domain.leads import Lead, StageChange
from domain.metrics.counted import closing_moves, expected_leads, seen_moves
from domain.metrics.model import ForecastDay, ForecastSnapshot, Target
from domain.metrics.tallies import NOTHING, MonthFigures, weighted
from domain.pipelines import Stage

MOST_MONTHS = 120


@dataclass
class Months:
    """Works out the figures of months for one viewer, in the workspace's currency.

    With an `owner` they cover that user's deals alone: closings by the owner at closing, documents
    by the one they were drafted for, everything else by the present owner.
    """

    session: Session
    moment: Moment
    currency: str
    owner: UUID | None = None

    def through(self, first: Month, last: Month) -> list[MonthFigures]:
        """Every month from the first to the last, the empty ones too."""
        present = Month.of(self.moment.today)
        found = {
            month: MonthFigures(
                month,
                is_past=month < present,
                expected=None if month < present else NOTHING,
            )
            for month in first.through(last)
        }
        self._count_created(found)
        self._count_closings(found)
        self._expect(found, present)
        self._remember_forecasts(found)
        self._count_billing(found)
        self._set_targets(found)
        return list(found.values())

    def _count_created(self, found: Mapping[Month, MonthFigures]) -> None:
        on = Lead.created_on
        counted = select(on, Lead.outcome, func.count()).where(
            _within(on, found), self._owned(Lead.owner_id)
        )
        for day, outcome, leads in self.session.execute(counted.group_by(on, Lead.outcome)):
            found[Month.of(day)].created.add(outcome, leads)

    def _count_closings(self, found: Mapping[Month, MonthFigures]) -> None:
        by: tuple[Any, ...] = (
            StageChange.month,
            StageChange.to_outcome,
            StageChange.lost_reason,
            StageChange.currency,
        )
        counted = seen_moves(*by, func.count(), func.sum(StageChange.value)).where(
            closing_moves(min(found), max(found)), self._owned(StageChange.owner_id)
        )
        for month, outcome, reason, currency, leads, value in self._rows(counted.group_by(*by)):
            closings = found[Month.of(month)].closings
            closings.add(outcome, reason, leads, self._own(value, currency))

    def _expect(self, found: Mapping[Month, MonthFigures], present: Month) -> None:
        last = max(found)
        if last < present:
            return
        by: tuple[Any, ...] = (Lead.expected_close_on, Stage.probability)
        summed = (
            select(*by, func.sum(Lead.value))
            .join(Stage, Stage.id == Lead.stage_id)
            .where(
                expected_leads(),
                self._owned(Lead.owner_id),
                Lead.currency == self.currency,
                Lead.expected_close_on <= last.last,
            )
            .group_by(*by)
        )
        for day, probability, value in self._rows(summed):
            self._add_expected(found.get(max(Month.of(day), present)), probability, value)

    def _remember_forecasts(self, found: Mapping[Month, MonthFigures]) -> None:
        mornings = [month.first for month, figures in found.items() if figures.is_past]
        if not mornings:
            return
        kept = select(ForecastDay.taken_on).where(ForecastDay.taken_on.in_(mornings))
        for day in self.session.scalars(kept):
            found[Month.of(day)].expected = NOTHING
        by = (ForecastSnapshot.month, ForecastSnapshot.probability)
        summed = select(*by, func.sum(ForecastSnapshot.value)).where(
            ForecastSnapshot.month.in_(mornings),
            ForecastSnapshot.taken_on == ForecastSnapshot.month,
            ForecastSnapshot.currency == self.currency,
            self._owned(ForecastSnapshot.owner_id),
        )
        for day, probability, value in self._rows(summed.group_by(*by)):
            self._add_expected(found[Month.of(day)], probability, value)

    def _count_billing(self, found: Mapping[Month, MonthFigures]) -> None:
        for day, net, gross in self._rows(self._billed(Invoice, found)):
            billing = found[Month.of(day)].billing
            billing.invoiced += net
            billing.invoiced_gross += gross
        for day, net, gross in self._rows(self._billed(CreditNote, found)):
            billing = found[Month.of(day)].billing
            billing.invoiced -= net
            billing.invoiced_gross -= gross
        on = Payment.received_on
        received = select(on, func.sum(Payment.amount)).where(
            _within(on, found), Payment.currency == self.currency, self._received()
        )
        for day, amount in self._rows(received.group_by(on)):
            found[Month.of(day)].billing.collected += amount

    def _set_targets(self, found: Mapping[Month, MonthFigures]) -> None:
        targets = select(Target.month, Target.amount).where(
            _within(Target.month, found),
            Target.user_id.is_(None) if self.owner is None else self._owned(Target.user_id),
            Target.currency == self.currency,
        )
        for month, amount in self.session.execute(targets):
            found[Month.of(month)].target = amount

    def _add_expected(self, figures: MonthFigures | None, probability: int, value: Decimal) -> None:
        if figures is not None and figures.expected is not None:
            figures.expected += weighted(value, probability)

    def _own(self, value: Decimal, currency: str) -> Decimal:
        return value if currency == self.currency else NOTHING

    def _owned(self, owner_id: Any) -> ColumnElement[bool]:
        return true() if self.owner is None else owner_id == self.owner

    def _received(self) -> ColumnElement[bool]:
        if self.owner is None:
            return true()
        return Payment.invoice_id.in_(select(Invoice.id).where(self._owned(Invoice.owner_id)))

    def _billed(self, document: Any, found: Mapping[Month, MonthFigures]) -> Select[Any]:
        on = document.issued_on
        summed = select(on, func.sum(document.net_total), func.sum(document.total)).where(
            _within(on, found),
            document.currency == self.currency,
            self._owned(document.owner_id),
        )
        if document is Invoice:
            summed = summed.where(Invoice.state == InvoiceState.ISSUED)
        return summed.group_by(on)

    def _rows(self, statement: Any) -> Iterable[Any]:
        return self.session.execute(statement)


def _within(day: Any, found: Mapping[Month, MonthFigures]) -> Any:
    return day.between(min(found).first, max(found).last)
