"""The worker: it wakes at once, keeps the day's jobs, survives failures, and stops when told."""

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from api.adapters.message import Message
from api.adapters.post import Receipt
from api.database import Database
from api.settings import Settings
from api.worker import Bell, DailyJobs, Deliveries, Job, Presence, Site, Worker, hired
from api.worker.cleaning import forget_outlived
from domain.calendar import Moment
from domain.outbox import Delivery, Mail
from domain.users import SYSTEM, AnsweredRequest, ApiKey, SignIn, User
from tests.conftest import Clock
from tests.factories import Staff

SITE = Site("", "https://sales.example.com")
SOON = 20.0


class _Way:
    """A way of delivery that says when it was used."""

    def __init__(self) -> None:
        self.used = threading.Event()

    def deliver(self, message: Message) -> Receipt:
        """Take the mail."""
        self.used.set()
        return Receipt(Delivery.HANDED_OVER)


@dataclass
class Counted:
    """A duty that counts how often it was attended to."""

    pause: float = 3600.0
    times: int = 0
    troubles: list[Exception] = field(default_factory=list)
    finished: bool = False
    attended: threading.Event = field(default_factory=threading.Event)

    def attend(self) -> bool:
        """Count, or fail as told."""
        self.times += 1
        self.attended.set()
        if self.troubles:
            raise self.troubles.pop(0)
        return False

    def finish(self) -> None:
        """Remember that it was asked to."""
        self.finished = True


def test_a_mail_is_delivered_as_soon_as_its_cause_is_committed(
    app: FastAPI, company: Staff, clock: Clock
) -> None:
    database, way, idle = app.state.database, _Way(), Counted()
    worker = Worker(
        [Deliveries(database, way, SITE, clock, pause=3600.0), idle], Bell(database.engine)
    )
    worker.start()
    assert idle.attended.wait(SOON)
    with database.writing(SYSTEM, clock.moment) as session:
        session.add(_a_mail(clock))
    assert way.used.wait(SOON)
    worker.stop()


def test_a_committed_mail_rings_the_bell_of_its_database_only(
    app: FastAPI, company: Staff, clock: Clock, tmp_path: Path
) -> None:
    ours = Bell(app.state.database.engine)
    other = Bell(Database(f"sqlite:///{tmp_path}/x").engine)
    with app.state.database.writing(SYSTEM, clock.moment) as session:
        session.add(_a_mail(clock))
        session.flush()
        assert not ours.has_rung()
    assert ours.has_rung()
    assert not other.has_rung()


def test_what_is_rolled_back_rings_nothing(app: FastAPI, company: Staff, clock: Clock) -> None:
    bell = Bell(app.state.database.engine)
    with app.state.database.session(SYSTEM, clock.moment, writes=True) as session:
        session.add(_a_mail(clock))
        session.flush()
        session.rollback()
    assert not bell.has_rung()


def test_a_worker_does_not_die_of_a_failing_duty(caplog: pytest.LogCaptureFixture) -> None:
    failing = Counted(troubles=[ValueError("broken"), OperationalError("", {}, Exception("gone"))])
    healthy = Counted()
    worker = _worker(failing, healthy)
    for _ in range(3):
        worker.round()
    assert (failing.times, healthy.times) == (3, 3)
    assert "broken" in caplog.text
    assert "gone" in caplog.text


def test_a_worker_stops_when_told_and_puts_away_what_it_holds() -> None:
    duty = Counted()
    worker = _worker(duty)
    worker.start()
    assert duty.attended.wait(SOON)
    worker.stop(SOON)
    assert duty.finished
    assert duty.times == 1


def test_a_worker_that_does_not_work_still_remembers_who_was_seen(
    app: FastAPI, company: Staff
) -> None:
    state = app.state
    idle = hired(state.settings, state.database, state.clock, state.last_seen, works=False)
    assert [type(duty) for duty in idle.duties] == [Presence]


def test_a_job_runs_once_a_day_in_the_workspaces_zone(
    app: FastAPI, company: Staff, clock: Clock
) -> None:
    days: list[str] = []
    job = Job("noting", lambda session, moment, site: days.append(str(moment.today)))
    daily = _daily(app, clock, job)
    daily.attend()
    daily.attend()
    clock.now = datetime(2026, 11, 23, 22, 59, tzinfo=UTC)
    daily.attend()
    clock.advance(minutes=2)
    daily.attend()
    assert days == ["2026-11-23", "2026-11-24"]


def test_a_morning_job_waits_for_its_hour(app: FastAPI, company: Staff, clock: Clock) -> None:
    hours: list[int] = []
    job = Job("greeting", lambda session, moment, site: hours.append(moment.now.hour), from_hour=7)
    daily = _daily(app, clock, job)
    clock.now = datetime(2026, 11, 24, 5, 59, tzinfo=UTC)
    daily.attend()
    assert hours == []
    clock.advance(minutes=1)
    daily.attend()
    assert hours == [6]


def test_a_failing_job_is_tried_again_and_holds_up_no_other(
    app: FastAPI, company: Staff, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    tries: list[str] = []

    def fail_once(session: Session, moment: Moment, site: Site) -> None:
        tries.append("first")
        if len(tries) == 1:
            session.add(_a_mail(clock))
            session.flush()
            raise ValueError("broken")

    other = Job("other", lambda session, moment, site: tries.append("second"))
    daily = _daily(app, clock, Job("failing", fail_once), other)
    daily.attend()
    daily.attend()
    assert tries == ["first", "second"]
    assert "broken" in caplog.text
    clock.advance(minutes=5)
    daily.attend()
    assert tries == ["first", "second", "first"]
    assert _count(app.state.database, Mail, clock) == 0


def test_nothing_is_due_before_setup(app: FastAPI, clock: Clock) -> None:
    runs: list[int] = []
    daily = _daily(app, clock, Job("counting", lambda session, moment, site: runs.append(1)))
    assert not daily.attend()
    assert runs == []


def test_the_jobs_of_a_day_can_run_twice(app: FastAPI, company: Staff, clock: Clock) -> None:
    for _ in range(2):
        assert not DailyJobs(app.state.database, SITE, clock).attend()


def test_outlived_sessions_and_answers_are_forgotten(
    app: FastAPI, company: Staff, clock: Clock
) -> None:
    user, now = company.ids["rep"], clock.now
    with app.state.database.writing(SYSTEM, clock.moment) as session:
        for hours in (-1, 1):
            expires = now + timedelta(hours=hours)
            session.add(
                SignIn(token_hash=str(hours), user_id=user, created_at=now, expires_at=expires)
            )
        for age in (25, 23):
            session.add(
                AnsweredRequest(
                    caller="x",
                    route="/",
                    key=str(age),
                    body_hash="",
                    created_at=now - timedelta(hours=age),
                )
            )
    with app.state.database.writing(SYSTEM, clock.moment) as session:
        forget_outlived(session, clock.moment)
    with app.state.database.reading(SYSTEM, clock.moment) as session:
        assert session.scalars(select(SignIn.token_hash)).all() == ["1"]
        assert session.scalars(select(AnsweredRequest.key)).all() == ["23"]


def test_who_calls_is_seen_within_a_minute(app: FastAPI, company: Staff, clock: Clock) -> None:
    presence = Presence(app.state.database, app.state.last_seen, clock)
    company.client("rep").get("/api/v1/leads")
    presence.attend()
    first = clock.now
    clock.advance(seconds=30)
    company.client("rep").get("/api/v1/leads")
    presence.attend()
    assert _seen(app, company, clock) == (first, first)
    presence.finish()
    assert _seen(app, company, clock) == (clock.now, clock.now)


def test_an_older_memory_of_another_process_changes_nothing(
    app: FastAPI, company: Staff, clock: Clock
) -> None:
    company.client("rep").get("/api/v1/leads")
    app.state.last_seen.write(app.state.database, clock.moment)
    latest = clock.now
    clock.advance(hours=-1)
    company.client("rep").get("/api/v1/leads")
    app.state.last_seen.write(app.state.database, clock.moment)
    assert _seen(app, company, clock) == (latest, latest)


def test_a_wrong_mail_server_is_refused_when_the_worker_begins(app: FastAPI) -> None:
    wrong = Settings(smtp_url="mail.example.com")
    with pytest.raises(ValueError, match="THROUGHLINE_SMTP_URL must look like"):
        hired(wrong, app.state.database, app.state.clock)


def _worker(*duties: Counted) -> Worker:
    return Worker(duties, Bell(Database("sqlite:///unused.db").engine))


def _daily(app: FastAPI, clock: Clock, *jobs: Job) -> DailyJobs:
    return DailyJobs(app.state.database, SITE, clock, jobs)


def _a_mail(clock: Clock) -> Mail:
    return Mail(
        cause=str(uuid4()),
        kind="quote.sent",
        recipients=["nadia@northwind.example"],
        sender_name="Rita Rep",
        subject="Your quote",
        text="Hello",
        created_at=clock.now,
    )


def _count(database: Database, entity: type[Mail], clock: Clock) -> int:
    with database.reading(SYSTEM, clock.moment) as session:
        return session.scalar(select(func.count()).select_from(entity)) or 0


def _seen(app: FastAPI, company: Staff, clock: Clock) -> tuple[datetime | None, datetime | None]:
    user = company.ids["rep"]
    with app.state.database.reading(SYSTEM, clock.moment) as session:
        seen = session.scalar(select(User.last_seen_at).where(User.id == user))
        used = session.scalar(select(ApiKey.last_used_at).where(ApiKey.user_id == user))
        return seen, used
