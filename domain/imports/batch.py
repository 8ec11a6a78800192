"""Taking in the rows of one batch.

Each row is planned before anything is written, so that a bad one spoils no other.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.calendar import Moment, local_day
from domain.entity import Root
from domain.errors import Refusal
from domain.history import plain
from domain.imports.additions import Additions
from domain.imports.agenda import Agenda
from domain.imports.owners import Owners
from domain.imports.remembering import Remembered
from domain.imports.rows import Fate, GivenRow, Result, RowSpoiled, problems_of
from domain.imports.sources import Sources
from domain.users import Right, Viewer

T = TypeVar("T", bound=Root)


@lru_cache(4_096)
def _day_of(instant: datetime, zone_name: str) -> date:
    return local_day(instant, zone_name)


class RememberingMoment(Moment):
    """A moment that knows the days it was asked for: the instants of a file repeat."""

    __slots__ = ()

    def day_of(self, instant: datetime) -> date:
        """The workspace's day of an instant."""
        return _day_of(instant, self.zone_name)

    @property
    def today(self) -> date:
        """The workspace's present day."""
        return _day_of(self.now, self.zone_name)


@dataclass
class Run:
    """One import from its first batch to its last: who imports, when, and what is kept between."""

    viewer: Viewer
    moment: Moment
    currency: str
    creates_users: bool = False
    import_id: UUID | None = None
    owners: Owners = field(init=False)
    agenda: Agenda = field(init=False)
    sources: Sources = field(init=False, default_factory=Sources)

    def __post_init__(self) -> None:
        self.moment = RememberingMoment(self.moment.now, self.moment.zone_name)
        self.owners = Owners(self.viewer, self.creates_users)
        self.agenda = Agenda(self.moment.today)

    def forget(self) -> None:
        """The last batch left nothing behind, so nothing that was kept from it is true."""
        self.owners.forget()
        self.agenda.forget()


@dataclass(frozen=True, slots=True)
class Revision:
    """A row that is known: its record, all that imports said of it, and how the change is written.

    `write` says whether anything of the record differed.
    """

    row: GivenRow
    record_id: UUID
    values: dict[str, Any]
    write: Callable[[], bool]


class Batch(ABC, Generic[T]):
    """The rows of one kind that one transaction takes in."""

    entity: ClassVar[type[Root]]
    target: ClassVar[str]
    right: ClassVar[Right]

    def __init__(
        self, session: Session, run: Run, remembered: Remembered, rows: Sequence[GivenRow]
    ) -> None:
        self.session, self.run, self.remembered, self.rows = session, run, remembered, rows
        self.moment = run.moment
        details = {"import_id": run.import_id} if run.import_id else {}
        self.additions = Additions(session, details)
        self._records: dict[UUID, T] = {}
        self._last_values: dict[UUID, dict[str, Any]] = {}

    def take(self) -> list[Result]:
        """Write the rows that fit and answer what became of each.

        Raises `RowSpoiled` where a row turns out not to fit while it is written.
        """
        if not self.rows:
            return []
        self.prepare()
        with self.session.no_autoflush:
            plans = [self._plan(row) for row in self.rows]
        self.additions.write()
        results = [self._done(plan) if isinstance(plan, Revision) else plan for plan in plans]
        self.finish()
        self.additions.write()
        self.remembered.write()
        return results

    @abstractmethod
    def prepare(self) -> None:
        """Read everything that the rows may mean, in a few statements; ends with `hold`."""

    @abstractmethod
    def find(self, row: GivenRow) -> T | None:
        """The record that a row is about, None where it is new; the row may be refused."""

    @abstractmethod
    def make(self, row: GivenRow) -> T:
        """Add a new record; the row is refused before anything of it is added."""

    @abstractmethod
    def plan_revision(
        self, row: GivenRow, record: T, changed: dict[str, Any]
    ) -> Callable[[], bool]:
        """How facts that differ from the last import's come into a record that is known.

        Refused is what the viewer may not change and what does not fit; nothing is written yet.
        """

    def finish(self) -> None:
        """What remains to be written once all rows are."""

    def hold(self, ids: Sequence[UUID]) -> None:
        """Claim the records that rows may change, in the order of their ids."""
        wanted = (
            select(self.entity)
            .where(self.entity.id.in_(set(ids)))
            .order_by(self.entity.id)
            .with_for_update(of=self.entity)
        )
        found: Any = self.session.scalars(wanted) if ids else ()
        self._records = {record.id: record for record in found}
        self._last_values = self.remembered.values(self._records.keys()) if self._records else {}

    def held(self, id: UUID | None) -> T | None:
        """A record that was claimed; None where the viewer may not see it."""
        return self._records.get(id) if id else None

    def remembered_records(self) -> list[UUID]:
        """The records that the rows wrote before."""
        found = (self.remembered.record_of(row.key) for row in self.rows)
        return [id for id in found if id is not None]

    def _plan(self, row: GivenRow) -> Result | Revision:
        try:
            record = self.find(row)
            values = {name: plain(value) for name, value in row.facts.items()}
            if record is None:
                made = self.make(row)
                self.remembered.keep(row, made.id, values, self.additions)
                return Fate.CREATED
            last = self._last_values.get(record.id, {})
            changed = {name: row.facts[name] for name in values if values[name] != last.get(name)}
            write = self.plan_revision(row, record, changed) if changed else _nothing
            return Revision(row, record.id, {**last, **values}, write)
        except Refusal as refusal:
            return problems_of(refusal)

    def _done(self, plan: Revision) -> Fate:
        try:
            was_changed = plan.write()
        except Refusal as refusal:
            raise RowSpoiled(plan.row.line, problems_of(refusal)) from refusal
        self.remembered.keep(plan.row, plan.record_id, plan.values, self.additions)
        return Fate.UPDATED if was_changed else Fate.UNCHANGED


def _nothing() -> bool:
    return False
