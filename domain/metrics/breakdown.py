"""One month by stage, source and rep: sums over the very rows that its lists show."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlalchemy.orm import Session

from domain.calendar import Moment, Month
from domain.invoices import CreditNote, Invoice, InvoiceState
from domain.leads import Lead, StageChange
from domain.metrics.counted import closing_moves, created, seen_moves
from domain.metrics.model import Target
from domain.metrics.tallies import NOTHING, Closings, Created, Heap
from domain.money import ratio
from domain.users import User


@dataclass(slots=True)
class SourceFigures:
    """What came from one source: leads created in the month, and its closings of the month."""

    source: str | None = None
    created: Created = field(default_factory=Created)
    closings: Closings = field(default_factory=Closings)

    def spelled(self, source: str | None) -> "SourceFigures":
        """Show the source as it was written; of several spellings the first in the alphabet."""
        self.source = min(filter(None, (self.source, source)), default=None)
        return self


@dataclass(slots=True)
class RepFigures:
    """What one user closed and what was invoiced of it, net; owners are those at closing."""

    user_id: UUID
    name: str = ""
    closings: Closings = field(default_factory=Closings)
    invoiced: Decimal = NOTHING
    target: Decimal | None = None

    @property
    def attainment(self) -> Decimal | None:
        """The share of the target that is won; none without one."""
        return None if self.target is None else ratio(self.closings.won_value, self.target)


@dataclass
class Breakdown:
    """Works out the groups of one month for one viewer, of one `owner` or of all.

    Values are in the workspace's currency.
    """

    session: Session
    moment: Moment
    currency: str
    month: Month
    owner: UUID | None = None

    def by_stage(self) -> dict[UUID, Heap]:
        """Leads created in the month by the stage in which they stood at its end."""
        rows = created(self.month, self.moment.today).subquery()
        by = (rows.c.stage_id, rows.c.currency)
        found: dict[UUID, Heap] = {}
        counted = select(*by, func.count(), func.sum(rows.c.value)).where(
            self._owned(rows.c.owner_id)
        )
        # The rows are joined with their leads, so that seeing these is enough.
        for stage_id, currency, leads, value in self._rows(
            counted.group_by(*by).execution_options(seen_through=Lead)
        ):
            found.setdefault(stage_id, Heap()).add(leads, self._own(value, currency))
        return found

    def by_source(self) -> list[SourceFigures]:
        """Sources of the month's leads and closings, the most fruitful first."""
        found: defaultdict[str, SourceFigures] = defaultdict(SourceFigures)
        by: tuple[Any, ...] = (Lead.source_key, Lead.source, Lead.outcome)
        made = select(*by, func.count()).where(
            Lead.created_on.between(self.month.first, self.month.last), self._owned(Lead.owner_id)
        )
        for key, name, outcome, leads in self._rows(made.group_by(*by)):
            found[key].spelled(name).created.add(outcome, leads)
        for row in self._closed:
            self._add(found[row.source_key].spelled(row.source).closings, row)
        return sorted(
            found.values(),
            key=lambda group: (
                -group.closings.won_value,
                -group.created.leads,
                group.source or "",
            ),
        )

    def by_rep(self) -> list[RepFigures]:
        """Who closed, invoiced or has a target in the month, the most successful first."""
        found: dict[UUID, RepFigures] = {}
        for row in self._closed:
            self._add(found.setdefault(row.owner_id, RepFigures(row.owner_id)).closings, row)
        for owner_id, net in self._invoiced():
            found.setdefault(owner_id, RepFigures(owner_id)).invoiced += net
        targets = select(Target.user_id, Target.amount).where(
            Target.month == self.month.first,
            Target.user_id.is_not(None),
            self._owned(Target.user_id),
            Target.currency == self.currency,
        )
        for user_id, amount in self._rows(targets):
            found.setdefault(user_id, RepFigures(user_id)).target = amount
        for user_id, name in self._rows(select(User.id, User.name).where(User.id.in_(found))):
            found[user_id].name = name
        return sorted(found.values(), key=lambda rep: (-rep.closings.won_value, rep.name))

    @cached_property
    def _closed(self) -> Sequence[Any]:
        by: tuple[Any, ...] = (
            StageChange.source_key,
            StageChange.source,
            StageChange.owner_id,
            StageChange.to_outcome,
            StageChange.lost_reason,
            StageChange.currency,
        )
        counted = seen_moves(
            *by, func.count().label("leads"), func.sum(StageChange.value).label("value")
        ).where(closing_moves(self.month, self.month), self._owned(StageChange.owner_id))
        return self.session.execute(counted.group_by(*by)).all()

    def _invoiced(self) -> Iterable[tuple[UUID, Decimal]]:
        issued = self._billed(Invoice).where(Invoice.state == InvoiceState.ISSUED)
        for owner_id, net in self._rows(issued):
            yield owner_id, net
        for owner_id, net in self._rows(self._billed(CreditNote)):
            yield owner_id, -net

    def _billed(self, document: Any) -> Select[Any]:
        return (
            select(document.owner_id, func.sum(document.net_total))
            .where(
                document.issued_on.between(self.month.first, self.month.last),
                document.owner_id.is_not(None),
                self._owned(document.owner_id),
                document.currency == self.currency,
            )
            .group_by(document.owner_id)
        )

    def _add(self, closings: Closings, row: Any) -> None:
        value = self._own(row.value, row.currency)
        closings.add(row.to_outcome, row.lost_reason, row.leads, value)

    def _owned(self, owner_id: Any) -> ColumnElement[bool]:
        return true() if self.owner is None else owner_id == self.owner

    def _own(self, value: Decimal, currency: str) -> Decimal:
        return value if currency == self.currency else NOTHING

    def _rows(self, statement: Any) -> Iterable[Any]:
        return self.session.execute(statement)
