"""The leads behind a figure, counted by stage, source and owner: what its charts are drawn from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain.calendar import Moment, Month
from domain.leads import Lead
from domain.metrics.counted import Figure, leads_behind
from domain.metrics.tallies import NOTHING, weighted
from domain.pipelines import Stage
from domain.search import folded
from domain.users import User


@dataclass(slots=True)
class Share:
    """Some of a figure's leads; `weighted` is exact, none where leads count without probability."""

    name: str | None = None
    leads: int = 0
    value: Decimal = NOTHING
    weighted: Decimal | None = None

    @property
    def weight(self) -> Decimal:
        """What the leads count for in money: their weighted value where there is one."""
        return self.value if self.weighted is None else self.weighted

    def add(self, leads: int, value: Decimal, probability: int | None) -> None:
        """Count some leads with the sum of their values and the percentage that counts."""
        self.leads += leads
        self.value += value
        if probability is not None:
            self.weighted = (self.weighted or NOTHING) + weighted(value, probability)


def _shares() -> defaultdict[Any, Share]:
    return defaultdict(Share)


@dataclass(slots=True)
class Groups:
    """The leads that pass every filter, and each kind of group as the other filters narrow it."""

    passing: Share = field(default_factory=Share)
    by_stage: defaultdict[UUID, Share] = field(default_factory=_shares)
    by_source: defaultdict[str, Share] = field(default_factory=_shares)
    by_owner: defaultdict[UUID, Share] = field(default_factory=_shares)


@dataclass
class FigureGroups:
    """Counts the groups of a figure for one viewer, in the workspace's currency."""

    session: Session
    moment: Moment
    currency: str

    def of(self, figure: Figure, month: Month, filters: Mapping[str, Any]) -> Groups:
        """The groups of a figure; filters are a stage's key, a source and an owner's id."""
        groups = Groups()
        for row in self._rows(figure, month):
            failed = _failed(row, filters)
            if not failed:
                self._count(groups.passing, row)
            if failed <= {"stage"}:
                self._count(groups.by_stage[row.stage_id], row)
            if failed <= {"source"}:
                self._count(groups.by_source[row.source_key], row)
            if failed <= {"owner"}:
                self._count(groups.by_owner[row.owner_id], row)
            _spell(groups.by_source.get(row.source_key), row.source)
        self._name(groups.by_owner)
        return groups

    def _rows(self, figure: Figure, month: Month) -> Iterable[Any]:
        counted = leads_behind(figure, month, self.moment.today).subquery("counted")
        by: tuple[Any, ...] = (
            counted.c.stage_id,
            Stage.key.label("stage"),
            counted.c.source_key,
            counted.c.source,
            counted.c.owner_id,
            counted.c.probability,
            counted.c.currency,
        )
        summed = (
            select(*by, func.count().label("leads"), func.sum(counted.c.value).label("value"))
            .select_from(counted)
            .join(Lead, Lead.id == counted.c.lead_id)
            .join(Stage, Stage.id == counted.c.stage_id)
            .group_by(*by)
            # The rows are joined with their leads, so that seeing these is enough.
            .execution_options(seen_through=Lead)
        )
        return self.session.execute(summed)

    def _count(self, share: Share, row: Any) -> None:
        value = row.value if row.currency == self.currency else NOTHING
        share.add(row.leads, value, row.probability)

    def _name(self, by_owner: Mapping[UUID, Share]) -> None:
        names = select(User.id, User.name).where(User.id.in_(by_owner))
        for user_id, name in self.session.execute(names):
            by_owner[user_id].name = name


def _failed(row: Any, filters: Mapping[str, Any]) -> set[str]:
    """The names of the filters that a row does not pass."""
    seen = {"stage": row.stage, "source": row.source_key, "owner": row.owner_id}
    wanted = {name: folded(value) if name == "source" else value for name, value in filters.items()}
    return {name for name, value in wanted.items() if seen[name] != value}


def _spell(share: Share | None, source: str | None) -> None:
    """Name a source as it was written; of several spellings the first in the alphabet."""
    if share is not None:
        share.name = min(filter(None, (share.name, source)), default=None)
