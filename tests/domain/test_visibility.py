"""The one filter under every query: what it reaches, and that nothing goes past it."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from sqlalchemy import func, select, text, union_all
from sqlalchemy.orm import Session, aliased

from domain.calendar import Moment
from domain.customers import Company
from domain.leads import Lead, StageChange
from domain.users import Role, Viewer
from tests.conftest import Clock
from tests.factories import Staff, a_lead


@pytest.fixture
def session(company: Staff, clock: Clock) -> Iterator[Session]:
    """What Otto sees of two leads of Rita's, one of them private, each of a company of its own."""
    rita = company.client("rep")
    a_lead(rita, title="Open", company={"name": "Open & Sons"})
    a_lead(rita, title="Hidden", company={"name": "Hidden Ltd"}, visibility="private")
    otto = Viewer(user_id=company.ids["other_rep"], name="Otto Rep", role=Role.REP)
    moment = Moment(clock.now, "Europe/Berlin")
    with company.app.state.database.reading(otto, moment) as session:
        yield session


def test_columns_entities_and_counts_are_of_what_one_may_see(session: Session) -> None:
    assert list(session.scalars(select(Lead.title))) == ["Open"]
    assert [lead.title for lead in session.scalars(select(Lead))] == ["Open"]
    assert session.scalar(select(func.count()).select_from(Lead)) == 1
    assert session.scalar(select(func.count(Lead.id))) == 1


def test_what_stands_within_a_statement_is_filtered_too(session: Session) -> None:
    inner = select(Lead.id).subquery()
    assert session.scalar(select(func.count()).select_from(inner)) == 1
    moved = select(StageChange.id).where(StageChange.lead_id.in_(select(Lead.id)))
    assert len(session.execute(moved).all()) == 1
    both = union_all(select(Lead.title), select(Company.name)).subquery()
    assert sorted(session.scalars(select(both))) == ["Open", "Open & Sons"]
    other = aliased(Lead)
    assert list(session.scalars(select(other.title))) == ["Open"]


def test_a_hidden_record_is_not_got_by_its_id(session: Session, company: Staff) -> None:
    items = company.client("admin").get("/api/v1/leads").json()["items"]
    hidden = next(item for item in items if item["title"] == "Hidden")
    assert session.get(Lead, UUID(hidden["id"])) is None


def test_a_company_of_hidden_deals_is_hidden_beside_others(session: Session) -> None:
    assert list(session.scalars(select(Company.name))) == ["Open & Sons"]
    joined = select(Company.name).join(Lead, Lead.company_id == Company.id)
    assert list(session.scalars(joined)) == ["Open & Sons"]


def test_a_statement_of_tables_is_refused(session: Session) -> None:
    with pytest.raises(RuntimeError, match="mapped classes"):
        session.execute(select(Lead.__table__.c.title))
    with pytest.raises(RuntimeError, match="mapped classes"):
        session.execute(select(func.count()).select_from(Lead.__table__))


def test_a_session_without_a_viewer_sees_nothing() -> None:
    with Session() as session, pytest.raises(RuntimeError, match="belongs to a viewer"):
        session.execute(text("SELECT 1"))
