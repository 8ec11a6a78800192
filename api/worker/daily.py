"""What happens once a day by the workspace's clock, and at start-up for what was missed."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.database import Database, refusal_of
from api.quotes.expiry import expire_quotes
from api.worker.cleaning import forget_outlived
from api.worker.site import Site
from domain.calendar import Moment, zone
from domain.invoices.overdue import note_overdue
from domain.metrics.snapshot import take
from domain.users import SYSTEM
from domain.workspace import WorkspaceRepository

log = logging.getLogger("throughline.worker")
AFTER_TROUBLE = timedelta(minutes=5)
LOOK = timedelta(minutes=1)
_LOCK = 7_468_726_767


@dataclass(frozen=True, slots=True)
class Job:
    """One act a day, from an hour of the workspace's clock on, in one transaction.

    Running it again on the same day changes nothing.
    """

    name: str
    run: Callable[[Session, Moment, Site], object]
    from_hour: int = 0


JOBS = (
    Job("the morning's forecast", lambda session, moment, site: take(session, moment)),
    Job("expiry", lambda session, moment, site: expire_quotes(session, moment, site.public_url)),
    Job("overdue invoices", lambda session, moment, site: note_overdue(session, moment)),
    Job("cleaning", lambda session, moment, site: forget_outlived(session, moment)),
)
"""Every daily job, in the order in which they run after midnight."""


@dataclass
class DailyJobs:
    """The duty of running each job once a day, each in its own transaction."""

    database: Database
    site: Site
    clock: Callable[[], datetime]
    jobs: Sequence[Job] = JOBS
    pause: float = 60.0
    _done: dict[str, date] = field(default_factory=dict)
    _not_before: dict[str, datetime] = field(default_factory=dict)
    _zone_name: str | None = None
    _looked_at: datetime | None = None

    def attend(self) -> bool:
        """Run the jobs that are due; a failing one is tried again later and holds up no other."""
        moment = self._moment()
        if moment is not None:
            for job in self.jobs:
                if self._is_due(job, moment):
                    self._run(job, moment)
        return False

    def finish(self) -> None:
        """Nothing is in hand between two jobs."""

    def _moment(self) -> Moment | None:
        """Now in the workspace's zone, looked up once a minute; nothing is due before setup."""
        now = self.clock()
        if self._looked_at is None or not timedelta(0) <= now - self._looked_at < LOOK:
            with self.database.reading(SYSTEM, Moment(now, "UTC")) as session:
                workspace = WorkspaceRepository(session).found()
            self._zone_name = workspace.time_zone if workspace else None
            self._looked_at = now
        return Moment(now, self._zone_name) if self._zone_name else None

    def _is_due(self, job: Job, moment: Moment) -> bool:
        if self._done.get(job.name) == moment.today:
            return False
        hour = moment.now.astimezone(zone(moment.zone_name)).hour
        waits_until = self._not_before.get(job.name, moment.now)
        return hour >= job.from_hour and moment.now >= waits_until

    def _run(self, job: Job, moment: Moment) -> None:
        self._not_before[job.name] = moment.now + AFTER_TROUBLE
        try:
            with self.database.writing(SYSTEM, moment) as session:
                _wait_for_others(session)
                job.run(session, moment, self.site)
        except Exception as error:
            known = refusal_of(error)
            log.error("The daily job “%s” failed: %s", job.name, known or error, exc_info=not known)
            return
        self._done[job.name] = moment.today
        log.debug("The daily job “%s” is done for %s.", job.name, moment.today)


def _wait_for_others(session: Session) -> None:
    """Let other workers end their job first; SQLite has one writer anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(_LOCK)))
