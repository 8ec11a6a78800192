"""Questions that are compiled once answer as any other statement does, to each viewer their own."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import bindparam, func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from api.database import Database
from domain.calendar import Moment
from domain.leads import Lead, LeadRepository, Visibility
from domain.leads.filters import narrowed, shape_of, values_of
from domain.leads.listing import LISTING, LeadRow
from domain.pipelines import Outcome
from domain.prepared import Prepared
from domain.repository import Paging
from domain.users import SYSTEM, Role, Viewer
from tests.conftest import Clock
from tests.factories import Staff, a_lead

FILTERS: dict[str, Any] = {
    "archived": True,
    "closed_from": date(2026, 1, 1),
    "closed_to": date(2026, 12, 31),
    "created_from": date(2026, 1, 1),
    "created_to": date(2026, 12, 31),
    "expected_close_from": date(2026, 1, 1),
    "expected_close_to": date(2027, 12, 31),
    "external_id": "X-1",
    "follow_up": "upcoming",
    "outcome": Outcome.OPEN,
    "q": "open son",
    "source": "  WEB ",
    "stage": "prospect",
    "tag": "Hot",
    "undated": True,
    "value_max": Decimal(1250),
    "value_min": Decimal("1249.9999"),
    "visibility": Visibility.PUBLIC,
}
"""One value of each filter that needs no id."""


@pytest.fixture
def sessions(company: Staff, clock: Clock) -> Iterator[dict[str, Session]]:
    """Sessions of the owner of a private lead and of a colleague, over two leads."""
    rita = company.client("rep")
    known = {"source": "Web", "tags": ["hot"], "value": "1250", "expected_close_on": "2026-12-24"}
    a_lead(rita, title="Open", company={"name": "Open & Sons"}, external_id="X-1", **known)
    a_lead(rita, title="Hidden", visibility="private", **known)
    moment = Moment(clock.now, "Europe/Berlin")
    database = company.app.state.database
    with (
        database.reading(_rep(company, "rep"), moment) as owner,
        database.reading(_rep(company, "other_rep"), moment) as colleague,
    ):
        yield {"owner": owner, "colleague": colleague}


def _rep(company: Staff, name: str) -> Viewer:
    return Viewer(user_id=company.ids[name], name=name, role=Role.REP)


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_finds_the_same_the_first_and_the_second_time(
    name: str, sessions: dict[str, Session], clock: Clock
) -> None:
    filters, moment = {name: FILTERS[name]}, Moment(clock.now, "Europe/Berlin")
    wanted = narrowed(LISTING, shape_of(filters)).order_by(Lead.created_at.desc(), Lead.id.desc())
    for session in sessions.values():
        leads = LeadRepository(session)
        values = values_of(filters, moment.today)
        asked = [tuple(row) for row in session.execute(wanted, values)]
        for _ in range(2):
            page = leads.listed(filters, Paging(sort="-created_at", count=True), moment)
            assert [tuple(row)[:-1] for row in page.rows] == asked
            assert page.total == len(asked)


def test_each_viewer_sees_their_own_also_the_second_time(
    sessions: dict[str, Session], clock: Clock
) -> None:
    question = Prepared(select(Lead.title).where(Lead.value == bindparam("value")), str)
    for _ in range(2):
        assert question.ask(sessions["owner"], {"value": 1250}) == ["Open", "Hidden"]
        assert question.ask(sessions["colleague"], {"value": 1250}) == ["Open"]
        assert question.ask(sessions["colleague"], {"value": 7}) == []


def test_a_cursor_leads_to_the_end_by_every_sort(
    sessions: dict[str, Session], clock: Clock
) -> None:
    leads, moment = LeadRepository(sessions["owner"]), Moment(clock.now, "Europe/Berlin")
    for sort in (*LeadRepository.sorts, *LeadRepository.sorts):
        first = leads.listed({}, Paging(limit=1, sort=sort), moment)
        second = leads.listed({}, Paging(limit=1, sort=sort, cursor=first.next_cursor), moment)
        assert {row.title for row in (*first.rows, *second.rows)} == {"Open", "Hidden"}
        assert second.next_cursor is None


def test_rows_have_the_types_of_the_domain(sessions: dict[str, Session], clock: Clock) -> None:
    leads, moment = LeadRepository(sessions["owner"]), Moment(clock.now, "Europe/Berlin")
    for _ in range(2):
        row: LeadRow = leads.listed({"q": "open"}, Paging(sort="-created_at"), moment).rows[0]
        assert (type(row.id), type(row.value), row.value) == (UUID, Decimal, Decimal(1250))
        assert row.outcome is Outcome.OPEN
        assert row.visibility is Visibility.PUBLIC
        assert row.created_at.utcoffset() is not None
        assert (row.tags, row.shared_with) == (["hot"], [])


def test_what_was_changed_and_not_yet_written_is_seen(company: Staff, clock: Clock) -> None:
    a_lead(company.client("rep"), title="Before")
    question = Prepared(select(Lead.title), str)
    moment = Moment(clock.now, "Europe/Berlin")
    with company.app.state.database.trying(_rep(company, "rep"), moment) as session:
        assert question.ask(session, {}) == ["Before"]
        session.scalars(select(Lead)).one().title = "After"
        assert question.ask(session, {}) == ["After"]


def test_a_session_without_a_viewer_is_refused(company: Staff) -> None:
    question = Prepared(select(Lead.title), str)
    with (
        Session(company.app.state.database.reading_engine) as session,
        pytest.raises(RuntimeError, match="belongs to a viewer"),
    ):
        question.ask(session, {})


def test_a_connection_that_broke_is_not_used_again(postgresql_url: str, clock: Clock) -> None:
    database = Database(postgresql_url)
    question, moment = Prepared(select(Lead.title), str), Moment(clock.now, "Europe/Berlin")
    with database.reading(SYSTEM, moment) as session:
        question.ask(session, {})
        number = session.scalar(select(func.pg_backend_pid()))
        with database.reading(SYSTEM, moment) as other:
            assert other.scalar(select(func.pg_terminate_backend(number)))
        with pytest.raises(OperationalError) as caught:
            question.ask(session, {})
        assert caught.value.connection_invalidated
    with database.reading(SYSTEM, moment) as session:
        assert question.ask(session, {}) == []
    database.close()
