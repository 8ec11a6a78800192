"""Running an import: a file goes in by batches, each a transaction of its own, or all in one."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from api.database import Database, refusal_of
from api.imports import schemas
from api.imports.facts import Terms
from api.imports.identity import Candidate
from api.imports.intake import BATCHES, Intake, Judgement
from api.imports.options import MOST_ATOMIC, Options
from api.imports.reading import RowError, Target, open_table
from api.imports.schemas import ImportReport
from api.imports.seen import Seen
from api.imports.stages import StageFinder
from domain.calendar import Moment
from domain.errors import Invalid
from domain.imports import Import, ImportRepository, Refused, RowSpoiled, Run
from domain.pipelines import PipelineRepository
from domain.users import Right, Viewer
from domain.workspace import WorkspaceRepository

Progress = Callable[[int], None]
TRIES = 3


def run(
    database: Database,
    viewer: Viewer,
    moment: Moment,
    target: Target,
    file: BinaryIO,
    options: Options,
    progress: Progress | None = None,
    clock: Callable[[], datetime] | None = None,
) -> ImportReport:
    """Import a CSV file as somebody, and answer the report; `progress` is told the rows so far.

    Refused (`Invalid`, `NotAllowed`) before anything is written: a file that cannot be read, a
    mapping that names what there is not, a right that the viewer lacks. A row that does not fit is
    in the report.
    """
    viewer.demand(BATCHES[target].right)
    if options.create_users:
        viewer.demand(Right.REASSIGN)
    table = open_table(file, target, options.mapping)
    options.check(table, target)
    with database.reading(viewer, moment) as session:
        currency = WorkspaceRepository(session).the_one().currency
        pipeline = PipelineRepository(session).default()
        finder = StageFinder(pipeline, options.stages) if target is Target.LEADS else None
    terms = Terms(moment, currency, finder, options.dates)
    taking = Run(viewer, moment, currency, options.create_users)
    with Seen() as seen:
        intake = Intake(table, target, options, terms, taking, seen)
        kind: type[Running] = AllOrNothing if options.atomic else ByBatches
        running = kind(database, target, options, intake, progress, clock)
        return running.go()


class _Undone(Exception):
    """A row of an import that is all or nothing was refused."""


class Running(ABC):
    """One import under way: its transactions, and the record that is kept of it."""

    def __init__(
        self,
        database: Database,
        target: Target,
        options: Options,
        intake: Intake,
        progress: Progress | None,
        clock: Callable[[], datetime] | None,
    ) -> None:
        self.database, self.target, self.options, self.intake = database, target, options, intake
        self.viewer, self.moment = intake.run.viewer, intake.run.moment
        self._progress = progress or (lambda rows: None)
        self._clock = clock or (lambda: self.moment.now)

    @abstractmethod
    def go(self) -> ImportReport:
        """Take the whole file in."""

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One transaction; imports take turns at them, so that none makes another's doubles."""
        begin = self.database.trying if self.options.dry_run else self.database.writing
        with self.database.alone("imports"), begin(self.viewer, self.moment) as session:
            yield session
        if self.options.dry_run:
            self.intake.run.forget()

    def spoiled(self, candidates: list[Candidate], row: RowSpoiled) -> dict[int, Judgement]:
        """The errors of a row that turned out not to fit while it was written."""
        self.intake.run.forget()
        found = next(each.row for each in candidates if each.row.line == row.line)
        return {row.line: self.intake.errors(found, row.problems)}

    def settle(self, candidates: list[Candidate], judged: dict[int, Judgement]) -> None:
        """Count a batch whose fate is certain."""
        self.intake.settle(candidates, judged)
        self._progress(self.intake.tally.rows)

    def start(self, session: Session) -> Import:
        """Keep a record of the import."""
        record = Import(
            target=self.target.value,
            by_id=self.viewer.user_id,
            by_name=self.viewer.name,
            created_at=self.moment.now,
        )
        session.add(record)
        session.flush()
        self.intake.run.import_id = record.id
        return record

    def finish(self, session: Session, record: Import, applied: bool = True) -> ImportReport:
        """Complete the record with the rows that were refused, and answer what is in it."""
        refused = self._complete(record, applied)
        ImportRepository(session).keep_refused(record.id, refused)
        return schemas.report(record)

    def _complete(self, record: Import, applied: bool) -> list[Refused]:
        intake, tally = self.intake, self.intake.tally
        refused = tally.refused(intake.table)
        for name, count in tally.counts.items():
            setattr(record, name, count)
        record.finished_at = self._clock()
        sources = intake.run.sources.new.values()
        record.report = tally.report(intake.table, refused, sources, applied)
        record.happened("import.finished", **tally.counts)
        return refused

    def dry_report(self) -> ImportReport:
        """What would have been done; nothing is kept."""
        record = Import(
            target=self.target.value,
            by_id=self.viewer.user_id,
            by_name=self.viewer.name,
            created_at=self.moment.now,
        )
        self._complete(record, applied=False)
        return {**schemas.report(record), "id": None}


class ByBatches(Running):
    """Rows that fit go in, 500 in a transaction; what broke off is finished by running it again."""

    def go(self) -> ImportReport:
        """Take the file in batch by batch."""
        if not self.options.dry_run:
            with self.database.writing(self.viewer, self.moment) as session:
                self.start(session)
        for candidates in self.intake.batches():
            self._write(candidates)
        id = self.intake.run.import_id
        if id is None:
            return self.dry_report()
        with self.database.writing(self.viewer, self.moment) as session:
            return self.finish(session, _kept(session, id))

    def _write(self, candidates: list[Candidate]) -> None:
        """Write a batch; where the database refuses it for good, its halves.

        So one row that nobody foresaw spoils no other.
        """
        try:
            judged = self._tried(candidates)
        except (DataError, IntegrityError) as error:
            self.intake.run.forget()
            if len(candidates) == 1:
                judged = _refused(candidates[0], error)
            else:
                middle = len(candidates) // 2
                self._write(candidates[:middle])
                self._write(candidates[middle:])
                return
        self.settle(candidates, judged)

    def _tried(self, candidates: list[Candidate]) -> dict[int, Judgement]:
        """Write a batch again while others are in its way, or without a row that does not fit."""
        refused: dict[int, Judgement] = {}
        tries = TRIES
        while True:
            left = [each for each in candidates if each.row.line not in refused]
            try:
                with self.transaction() as session:
                    judged = self.intake.take(session, left)
                    self._count(session, judged)
                return judged | refused
            except RowSpoiled as row:
                refused |= self.spoiled(candidates, row)
            except (IntegrityError, OperationalError, StaleDataError) as error:
                self.intake.run.forget()
                tries -= 1
                if tries == 0:
                    raise _meaning(error) from error

    def _count(self, session: Session, judged: dict[int, Judgement]) -> None:
        """Let the record tell how far the import has come, should it break off."""
        if self.intake.run.import_id is None:
            return
        record = _kept(session, self.intake.run.import_id)
        for judgement in judged.values():
            name = "failed" if isinstance(judgement, list) else judgement.value
            setattr(record, name, getattr(record, name) + 1)
        record.rows += len(judged)


class AllOrNothing(Running):
    """The whole file in one transaction, or nothing of it where a row is refused."""

    def go(self) -> ImportReport:
        """Take the file in, up to 10,000 rows."""
        dry_run = self.options.dry_run
        try:
            with self.transaction() as session:
                record = None if dry_run else self.start(session)
                self._take_all(session)
                return self.finish(session, record) if record else self.dry_report()
        except _Undone:
            self.intake.tally.forget_writes()
        if dry_run:
            return self.dry_report()
        with self.database.writing(self.viewer, self.moment) as session:
            return self.finish(session, self.start(session), applied=False)

    def _take_all(self, session: Session) -> None:
        for candidates in self.intake.batches():
            if self.intake.tally.rows > MOST_ATOMIC:
                raise Invalid("atomic", f"All or nothing is for up to {MOST_ATOMIC:,} rows.")
            self.settle(candidates, self._judged(session, candidates))
        if self.intake.tally.failed:
            raise _Undone

    def _judged(self, session: Session, candidates: list[Candidate]) -> dict[int, Judgement]:
        refused: dict[int, Judgement] = {}
        while True:
            left = [each for each in candidates if each.row.line not in refused]
            try:
                with session.begin_nested():
                    return self.intake.take(session, left) | refused
            except RowSpoiled as row:
                refused |= self.spoiled(candidates, row)


def _kept(session: Session, id: UUID) -> Import:
    record = session.get(Import, id)
    assert record is not None
    return record


def _meaning(error: Exception) -> Exception:
    """What a failing statement means to the caller; what one row may cause stays as it is."""
    if isinstance(error, IntegrityError):
        return error
    return refusal_of(error) or error


def _refused(candidate: Candidate, error: Exception) -> dict[int, Judgement]:
    message = "The database does not take this row: another record holds what has to be unique."
    if isinstance(error, DataError):
        message = "The database does not take a value of this row."
    return {candidate.row.line: [RowError(candidate.row.line, "", "", message)]}
