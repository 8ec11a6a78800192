"""The invented year: believable, lawful, the same for everybody, and without any mail to send."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api import auth
from api.app import create_app
from api.database import Database
from api.sample_data import Summary, WorkspaceNotEmpty, fill
from api.settings import Settings
from api.worker.daily import JOBS
from api.worker.site import Site
from domain.calendar import Moment, Month
from domain.documents import StoredDocument
from domain.entity import Entity
from domain.history import AuditEntry
from domain.invoices import CreditNote, Invoice
from domain.leads import Lead, StageChange
from domain.outbox import Delivery, Mail
from domain.pipelines.founding import Founding, found_company
from domain.products import Product
from domain.quotes import Quote
from domain.users import SYSTEM, ApiKey, User
from tests.conftest import MONDAY_NOON, ZONE

TODAY = Moment(MONDAY_NOON, ZONE)


@contextmanager
def founded(
    url: str, folder: Path, country: str = "DE", currency: str = "EUR"
) -> Iterator[FastAPI]:
    """The application on a workspace that has just been set up."""
    settings = Settings(
        DATABASE_URL=url, data_dir=folder, secret="a secret of the tests", worker="off"
    )
    app = create_app(settings)
    app.state.clock = lambda: TODAY.now
    founding = Founding(
        company_name="Fjord & Finch",
        country=country,
        currency=currency,
        time_zone=ZONE,
        admin_name="Ada Example",
        admin_email="ada@example.com",
        password_hash="nobody signs in here",
    )
    with closing(app.state.database):
        with app.state.database.writing(SYSTEM, TODAY) as session:
            found_company(session, founding, TODAY.now)
        yield app


def filled(app: FastAPI) -> Summary:
    """Fill its workspace."""
    return fill(app.state.database, app.state.settings, TODAY)


def client(app: FastAPI, name: str) -> TestClient:
    """The API as a colleague calls it."""
    secret = auth.new_token(auth.KEY_PREFIX)
    with app.state.database.writing(SYSTEM, TODAY) as session:
        user = session.scalars(select(User).where(User.name == name)).one()
        key = ApiKey(
            name="A test's key",
            user_id=user.id,
            role=user.role,
            secret_hash=auth.token_hash(secret),
            hint=secret[:6],
            created_at=TODAY.now,
        )
        session.add(key)
    return TestClient(app, headers={"Authorization": f"Bearer {secret}"})


def listed(api: TestClient, path: str, **filters: Any) -> list[dict[str, Any]]:
    """Every record of a list."""
    found: list[dict[str, Any]] = []
    cursor = None
    while True:
        query = {"limit": 200, **filters, **({"cursor": cursor} if cursor else {})}
        answer = api.get(f"/api/v1/{path}", params=query)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        found += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            return found


@pytest.fixture(scope="module")
def year(
    migrated_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[FastAPI, Summary]]:
    """A filled workspace, which no test changes."""
    folder = tmp_path_factory.mktemp("year")
    copyfile(migrated_file, folder / "throughline.db")
    with founded(f"sqlite:///{folder / 'throughline.db'}", folder) as app:
        yield app, filled(app)


@pytest.fixture
def app(year: tuple[FastAPI, Summary]) -> FastAPI:
    """The application on the filled workspace."""
    return year[0]


@pytest.fixture
def session(app: FastAPI) -> Iterator[Session]:
    """A look into the filled workspace."""
    with app.state.database.reading(SYSTEM, TODAY) as session:
        yield session


@pytest.fixture
def ada(app: FastAPI) -> TestClient:
    """The filled workspace as its administrator sees it."""
    return client(app, "Ada Example")


def test_the_company_has_a_year_behind_it(year: tuple[FastAPI, Summary], session: Session) -> None:
    summary = year[1]
    assert (summary.users, summary.companies, summary.leads) == (8, 60, 420)
    assert summary.contacts > 80
    assert summary.activities > 2000
    assert summary.quotes > 150
    assert summary.invoices > 80
    assert summary.payments > 70
    assert summary.credit_notes > 5
    first = session.scalar(select(func.min(Lead.created_on)))
    assert first is not None
    assert first <= (TODAY.today - timedelta(days=365))


def test_there_are_leads_in_every_stage_from_six_sources_and_five_sellers(ada: TestClient) -> None:
    leads = listed(ada, "leads")
    stages = Counter(lead["stage"] for lead in leads)
    assert min(stages.values()) >= 2
    assert len(stages) == 8
    assert stages["won"] > 70
    assert len({lead["source"] for lead in leads}) == 6
    assert len({lead["owner"]["name"] for lead in leads}) == 5
    assert len({lead["lost_reason"] for lead in leads if lead["stage"] == "lost"}) == 7
    assert sum(1 for lead in leads if lead["tags"]) > 80


def test_sources_and_sellers_differ_in_how_much_they_win(session: Session) -> None:
    won = Counter[str]()
    closed = Counter[str]()
    for move in session.scalars(select(StageChange).where(StageChange.closes)):
        closed[move.source or ""] += 1
        won[move.source or ""] += move.to_outcome.value == "won"
    rates = {source: won[source] / closed[source] for source in closed}
    assert rates["Referral"] > 2 * rates["Cold call"] > 0


def test_every_open_lead_has_an_owner_and_a_next_follow_up(ada: TestClient) -> None:
    still_open = listed(ada, "leads", outcome="open")
    assert len(still_open) > 30
    assert [lead["title"] for lead in still_open if not lead["next_follow_up_on"]] == []
    follow_ups = Counter(lead["follow_up"] for lead in still_open)
    assert follow_ups["overdue"] >= 3
    assert follow_ups["today"] >= 2
    assert follow_ups["upcoming"] > follow_ups["overdue"]


def test_some_deals_are_cold_stalled_slipped_or_undated(ada: TestClient) -> None:
    still_open = listed(ada, "leads", outcome="open")
    assert any(lead["cold"] for lead in still_open)
    assert any(lead["stalled"] for lead in still_open)
    summary = ada.get("/api/v1/metrics/summary").json()
    assert summary["slipped"]["leads"] >= 1
    assert summary["undated"]["leads"] >= 1


def test_quotes_are_there_in_every_status(ada: TestClient) -> None:
    quotes = listed(ada, "quotes")
    found = Counter(quote["status"] for quote in quotes)
    wanted = "draft sent accepted declined expired withdrawn superseded"
    assert set(found) == set(wanted.split())
    assert any(quote["viewed_at"] for quote in quotes if quote["status"] == "sent")
    assert {quote["delivery"] for quote in quotes} == {None, "handed_over", "failed"}


def test_invoices_are_there_in_every_status(ada: TestClient) -> None:
    invoices = listed(ada, "invoices")
    found = Counter(invoice["status"] for invoice in invoices)
    assert set(found) == {"draft", "issued", "partly_paid", "paid", "credited"}
    assert found["paid"] > 50
    assert any(invoice["overdue"] for invoice in invoices)
    queue = listed(ada, "finance/queue")
    assert {entry["kind"] for entry in queue} == {"lead", "quote"}


@pytest.mark.parametrize("kind", [Invoice, CreditNote])
def test_numbers_have_no_gap_and_go_up_with_their_dates(
    session: Session, kind: type[Invoice] | type[CreditNote]
) -> None:
    statement = select(kind.number, kind.issued_on).where(kind.number.is_not(None))
    issued = session.execute(statement.order_by(kind.number)).all()
    by_year: dict[str, list[int]] = {}
    for number, _ in issued:
        _, year, count = str(number).split("-")
        by_year.setdefault(year, []).append(int(count))
    assert all(counts == list(range(1, len(counts) + 1)) for counts in by_year.values())
    days = [day for _, day in issued if day]
    assert days == sorted(days)


def test_every_month_of_the_last_year_has_figures(ada: TestClient) -> None:
    last = Month.of(TODAY.today)
    answer = ada.get(f"/api/v1/metrics/months?from={last.year - 1}-{last.number:02d}&to={last}")
    months = answer.json()["items"]
    assert len(months) == 13
    for month in months:
        for figure in ("new_leads", "won", "lost"):
            assert month[figure] > 0, (month["month"], figure)
        for figure in ("won_value", "invoiced", "collected", "forecast", "target"):
            assert float(month[figure]) > 0, (month["month"], figure)


def test_colleagues_do_not_see_each_others_private_deals(app: FastAPI, ada: TestClient) -> None:
    private = listed(ada, "leads", visibility="private")
    assert len([lead for lead in private if not lead["closed_at"]]) >= 2
    assert any(lead["shared_with"] for lead in private)
    seen = listed(client(app, "Oliver Hughes"), "leads", visibility="private")
    assert len(seen) < len(private)
    assert {lead["owner"]["name"] for lead in seen} <= {"Oliver Hughes"}


def test_no_mail_waits_and_every_invented_address_leads_nowhere(session: Session) -> None:
    mails = session.execute(select(Mail.status, Mail.next_try_at, Mail.recipients)).all()
    assert len(mails) > 200
    assert {mail.status for mail in mails} == {Delivery.HANDED_OVER, Delivery.FAILED}
    assert [mail.next_try_at for mail in mails if mail.next_try_at] == []
    known = [
        *session.scalars(select(User.email)),
        *(to for mail in mails for to in mail.recipients),
    ]
    invented = {str(address) for address in known} - {"ada@example.com"}
    assert [address for address in invented if not address.endswith(".example")] == []


def test_what_was_sent_and_issued_is_a_pdf_of_its_hash(session: Session) -> None:
    documents = session.scalars(select(StoredDocument)).all()
    quotes = session.scalars(select(Quote.document_id).where(Quote.sent_at.is_not(None))).all()
    invoices = session.scalars(select(Invoice.document_id).where(Invoice.number.is_not(None))).all()
    assert {*quotes, *invoices} <= {document.id for document in documents}
    for document in documents:
        assert document.content.startswith(b"%PDF-")
        assert hashlib.sha256(document.content).hexdigest() == document.sha256


def test_the_history_is_told_in_order_and_by_those_who_acted(session: Session) -> None:
    entries = session.execute(
        select(AuditEntry.at, AuditEntry.actor_name).order_by(AuditEntry.id)
    ).all()
    instants = [entry.at for entry in entries if entry.at < TODAY.now]
    assert instants == sorted(instants)
    assert len({entry.actor_name for entry in entries}) >= 8
    assert max(entry.at for entry in entries) <= TODAY.now


def test_the_daily_jobs_have_nothing_to_tell_of_the_past(app: FastAPI, tmp_path: Path) -> None:
    copyfile(app.state.settings.database.removeprefix("sqlite:///"), tmp_path / "copy.db")
    with closing(Database(f"sqlite:///{tmp_path / 'copy.db'}")) as database:
        before = mails_in(database)
        for job in JOBS:
            with database.writing(SYSTEM, TODAY) as session:
                job.run(session, TODAY, Site("", "http://testserver"))
        assert mails_in(database) == before


def mails_in(database: Database) -> int:
    """How many mails there are."""
    with database.reading(SYSTEM, TODAY) as session:
        return session.scalar(select(func.count()).select_from(Mail)) or 0


def test_a_second_time_is_refused_and_changes_nothing(app: FastAPI, session: Session) -> None:
    with pytest.raises(WorkspaceNotEmpty, match="another THROUGHLINE_DATA_DIR"):
        filled(app)
    assert session.scalar(select(func.count()).select_from(Lead)) == 420


def test_a_workspace_in_use_is_refused(sqlite_url: str, tmp_path: Path) -> None:
    with founded(sqlite_url, tmp_path) as app:
        with app.state.database.writing(SYSTEM, TODAY) as session:
            session.add(Product(code="P-1", name="Pen", currency="EUR", created_at=TODAY.now))
        with pytest.raises(WorkspaceNotEmpty):
            filled(app)
        with app.state.database.reading(SYSTEM, TODAY) as session:
            assert session.scalars(select(User.name)).all() == ["Ada Example"]


def test_the_same_day_tells_the_same_year_on_both_databases(
    year: tuple[FastAPI, Summary], session: Session, postgresql_url: str, tmp_path: Path
) -> None:
    with founded(postgresql_url, tmp_path) as other:
        assert filled(other) == year[1]
        with other.state.database.reading(SYSTEM, TODAY) as second:
            for told in (Lead, Quote, Invoice, CreditNote):
                assert contents(session, told) == contents(second, told)


def test_money_without_cents_and_a_country_without_our_tables_do_as_well(
    sqlite_url: str, tmp_path: Path
) -> None:
    with founded(sqlite_url, tmp_path, country="JP", currency="JPY") as app:
        assert filled(app).invoices > 80
        with app.state.database.reading(SYSTEM, TODAY) as session:
            totals = session.scalars(select(Invoice.total)).all()
        assert [total for total in totals if total != int(total)] == []


def contents(session: Session, kind: type[Entity]) -> list[tuple[str, ...]]:
    """All rows of a kind without what is drawn by lot: ids, secrets, and hashes of them."""
    left_out = re.compile(r"(^|_)id$|^shared_with$|^link_|^evidence$")
    columns: list[Any] = [
        column
        for column in kind.__mapper__.column_attrs.values()
        if not left_out.search(column.key)
    ]
    rows = session.execute(select(*columns)).all()
    return sorted(
        tuple(json.dumps(value, sort_keys=True, default=str) for value in row) for row in rows
    )
