"""The worker: delivers mails, runs the daily jobs, and remembers who was seen."""

from collections.abc import Callable
from datetime import datetime

from api import adapters
from api.database import Database
from api.last_seen import LastSeen
from api.settings import Settings
from api.worker.bell import Bell
from api.worker.daily import JOBS, DailyJobs, Job
from api.worker.deliveries import Deliveries
from api.worker.presence import Presence
from api.worker.running import Duty, Worker
from api.worker.site import Site

__all__ = ["JOBS", "Bell", "DailyJobs", "Deliveries", "Job", "Presence", "Site", "Worker", "hired"]


def hired(
    settings: Settings,
    database: Database,
    clock: Callable[[], datetime],
    last_seen: LastSeen | None = None,
    *,
    works: bool = True,
) -> Worker:
    """A worker for this process; one that does not work only remembers who was seen by it."""
    duties: list[Duty] = []
    if works:
        site = Site(settings.mail_from, settings.public_url)
        duties.append(Deliveries(database, adapters.post(settings), site, clock))
        duties.append(DailyJobs(database, site, clock))
    if last_seen is not None:
        duties.append(Presence(database, last_seen, clock))
    return Worker(duties, Bell(database.engine))
