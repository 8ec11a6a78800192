"""Filling an empty workspace with an invented year, all of it or nothing."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, timedelta
from random import Random

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.database import Database, settle
from api.sample_data import seller
from api.sample_data.catalogue import Catalogue
from api.sample_data.diary import Diary
from api.sample_data.goals import Goals
from api.sample_data.office import Office
from api.sample_data.pace import Pace
from api.sample_data.plan import deals, first_day
from api.sample_data.sale import Sale
from api.sample_data.team import Team
from api.settings import Settings
from domain import history
from domain.calendar import Moment, Month
from domain.customers import Company, Contact
from domain.errors import RuleViolation
from domain.invoices import CreditNote, Invoice, Payment
from domain.leads import Activity, Lead
from domain.pipelines import PipelineRepository
from domain.products import Product
from domain.quotes import Quote
from domain.repository import holds_any
from domain.users import SYSTEM, User
from domain.workspace import WorkspaceRepository

Progress = Callable[[str], None]


class WorkspaceNotEmpty(RuleViolation):
    """Sample data goes only into a workspace without leads, customers, products and documents."""

    def __init__(self) -> None:
        super().__init__(
            "This workspace is in use: there are leads, customers, products or documents in it. "
            "Sample data goes only into an empty one; start a second installation with another "
            "THROUGHLINE_DATA_DIR or DATABASE_URL."
        )


@dataclass(frozen=True, slots=True)
class Summary:
    """How much there is afterwards."""

    users: int
    companies: int
    contacts: int
    products: int
    leads: int
    activities: int
    quotes: int
    invoices: int
    credit_notes: int
    payments: int

    def __str__(self) -> str:
        named = [
            f"{getattr(self, field.name):,} {field.name.replace('_', ' ')}"
            for field in fields(self)
        ]
        return f"{', '.join(named[:-1])} and {named[-1]}"


def fill(
    database: Database, settings: Settings, moment: Moment, progress: Progress | None = None
) -> Summary:
    """Fill the workspace in one transaction; refused where it is in use.

    `progress` hears of each month. No mail is left to be sent: all are written as handed over.
    """
    with database.writing(SYSTEM, moment) as session:
        return play(session, settings, moment, progress)


def play(
    session: Session, settings: Settings, moment: Moment, progress: Progress | None = None
) -> Summary:
    """Fill the workspace in a transaction of the caller, whose viewer sees everything."""
    if holds_any(session, Lead, Company, Contact, Product, Invoice):
        raise WorkspaceNotEmpty
    settle(session)
    recorder = session.info["recorder"]
    _play(session, settings, moment, progress or (lambda text: None))
    session.flush()
    history.attach(session, recorder.viewer, recorder.now, recorder.time_zone)
    return Summary(*(_count(session, kind) for kind in _COUNTED))


def _play(session: Session, settings: Settings, moment: Moment, progress: Progress) -> None:
    office = _founded(session, settings, moment)
    for deal in deals(moment):
        office.diary.begin(Sale(office, deal).story(), deal.until)
    goals = Goals(office, Pace(Random("goals"), moment.zone_name))
    office.diary.begin(goals.targets())
    office.diary.begin(goals.forecasts())
    months: list[Month] = []

    def reached(day: date) -> None:
        if day >= first_day(moment) and Month.of(day) not in months:
            months.append(Month.of(day))
            progress(f"{day:%B %Y}")

    office.diary.tell(reached)


def _founded(session: Session, settings: Settings, moment: Moment) -> Office:
    """The company on the day before its year begins."""
    workspace = WorkspaceRepository(session).claim_the_one()
    start = moment.noon_of(first_day(moment) - timedelta(days=75))
    office = Office(
        session=session,
        diary=Diary(session, start, moment),
        settings=settings,
        workspace=workspace,
        pipeline=PipelineRepository(session).default(),
        team=Team(session, workspace),
        catalogue=Catalogue(session, workspace),
    )
    with office.diary.act(SYSTEM):
        seller.complete(workspace)
        office.team.hire(start)
        session.flush()
        office.catalogue.enter(start)
    return office


_COUNTED = (
    User,
    Company,
    Contact,
    Product,
    Lead,
    Activity,
    Quote,
    Invoice,
    CreditNote,
    Payment,
)


def _count(session: Session, kind: type) -> int:
    return session.scalar(select(func.count()).select_from(kind)) or 0
