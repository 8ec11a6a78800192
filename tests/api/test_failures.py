"""What becomes of requests when the database keeps them waiting or goes away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import event, select, text
from sqlalchemy.orm import Session

from api import database as databases
from api.app import create_app
from api.settings import Settings
from domain.leads import Lead
from domain.users import SYSTEM
from tests.api.answers import assert_problem
from tests.conftest import Clock
from tests.factories import Staff, a_lead, set_up

LEADS = "/api/v1/leads"


@pytest.fixture
def app(
    postgresql_url: str, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[FastAPI]:
    """The application on a PostgreSQL server that lets nobody wait for long."""
    monkeypatch.setattr(databases, "LOCK_WAIT", 0.2)
    settings = Settings(
        DATABASE_URL=postgresql_url,
        data_dir=tmp_path / "var",
        base_url="http://testserver",
        secret="a secret of the tests",
        worker="off",
    )
    made = create_app(settings)
    made.state.clock = clock
    yield made
    made.state.database.close()


@pytest.fixture
def company(app: FastAPI, clock: Clock) -> Staff:
    """A workspace that is set up there."""
    return set_up(app, clock.moment)


def hang_up(company: Staff) -> None:
    """Let the server end every connection but the one that asks for it."""
    others = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    with company.app.state.database.engine.connect() as connection:
        connection.execute(others)
        connection.invalidate()


def test_who_waits_too_long_for_a_record_is_told_once_that_it_is_busy(
    company: Staff, clock: Clock
) -> None:
    admin = company.client("admin")
    address = f"{LEADS}/{a_lead(admin)['id']}"
    waited: list[str] = []
    engine = company.app.state.database.engine
    event.listen(engine, "handle_error", lambda context: waited.append(str(context.statement)))
    with company.app.state.database.writing(SYSTEM, clock.moment) as holder:
        holder.scalars(select(Lead).with_for_update()).all()
        assert_problem(admin.patch(address, json={"title": "Late"}), 409, "busy")
    assert len(waited) == 1
    assert admin.patch(address, json={"title": "In time"}).status_code == 200


def test_a_connection_that_broke_is_replaced_and_nobody_notices(company: Staff) -> None:
    admin = company.client("admin")
    address = f"{LEADS}/{a_lead(admin)['id']}"
    hang_up(company)
    assert admin.get(address).status_code == 200
    hang_up(company)
    assert admin.patch(address, json={"title": "Kept"}).json()["title"] == "Kept"
    assert admin.get(LEADS, params={"count": "true"}).json()["total"] == 1


def test_what_may_have_been_kept_is_not_tried_again(
    company: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = company.client("admin")
    keep = Session.commit
    kept: list[Session] = []

    def keep_and_hang_up(session: Session) -> None:
        kept.append(session)
        hang_up(company)
        keep(session)

    monkeypatch.setattr(Session, "commit", keep_and_hang_up)
    answer = admin.post(LEADS, json={"title": "In doubt"})
    monkeypatch.undo()
    assert_problem(answer, 503, "not-ready")
    assert len(kept) == 1
