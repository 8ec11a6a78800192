"""The months of 2017 of a hardware seller's 8,800 real deals, as its own file adds them up."""

import csv
from collections import Counter, defaultdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import event, insert
from sqlalchemy.orm import Session

from api.database import Database
from domain.calendar import Moment, Month
from domain.entity import new_id
from domain.leads import Lead, StageChange
from domain.pipelines import Outcome, Pipeline, PipelineRepository, Stage
from domain.users import SYSTEM, Role, User
from tests.api.metrics.asking import answered, behind, month_of
from tests.conftest import Clock
from tests.data_files import shared_data
from tests.factories import Staff

STAGES = {"Prospecting": "prospect", "Engaging": "contacted", "Won": "won", "Lost": "lost"}
MONTHS = [str(month) for month in Month(2017, 1).through(Month(2017, 12))]


class Deals:
    """The rows of the file, and their sums by month in plain Python."""

    def __init__(self) -> None:
        with shared_data("maven-crm", "sales_pipeline.csv").open(encoding="utf-8") as file:
            self.rows = list(csv.DictReader(file))

    def closed(self, month: str, stage: str) -> list[dict[str, str]]:
        """The rows of a month's closings."""
        return [
            row
            for row in self.rows
            if row["deal_stage"] == stage and row["close_date"].startswith(month)
        ]

    def engaged(self, month: str) -> list[dict[str, str]]:
        """The rows that began in a month."""
        return [row for row in self.rows if row["engage_date"].startswith(month)]


@pytest.fixture(scope="module")
def deals() -> Deals:
    """The real deals."""
    return Deals()


@pytest.fixture
def admin_of_real_deals(app: FastAPI, company: Staff, clock: Clock, deals: Deals) -> TestClient:
    """A workspace that holds the real deals."""
    database: Database = app.state.database
    with database.writing(SYSTEM, clock.moment) as session:
        load(session, deals, clock.moment)
    return company.client("admin")


def load(session: Session, deals: Deals, moment: Moment) -> None:
    """Write the deals with their moves, as rows."""
    pipeline = PipelineRepository(session).default()
    agents = {name: _agent(name, moment) for name in {row["sales_agent"] for row in deals.rows}}
    session.add_all(agents.values())
    session.flush()
    leads, moves = [], []
    for row in deals.rows:
        owner_id = agents[row["sales_agent"]].id
        lead, changes = _as_rows(row, owner_id, pipeline, moment)
        leads.append(lead)
        moves.extend(changes)
    session.execute(insert(Lead), leads)
    session.execute(insert(StageChange), moves)


def _agent(name: str, moment: Moment) -> User:
    return User(name=name, email=None, role=Role.REP, active=False, created_at=moment.now)


def _as_rows(
    row: dict[str, str], owner_id: UUID, pipeline: Pipeline, moment: Moment
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    stage = pipeline.stage(STAGES[row["deal_stage"]])
    began = _noon(row["engage_date"], moment)
    ended = _noon(row["close_date"], moment) if row["close_date"] else None
    entered = ended or began
    value = Decimal(row["close_value"] or 0)
    lead_id = new_id()
    shared = {"value": value, "currency": "EUR", "owner_id": owner_id, "source_key": ""}
    lead = {
        **shared,
        "id": lead_id,
        "title": row["product"],
        "pipeline_id": pipeline.id,
        "stage_id": stage.id,
        "outcome": stage.outcome,
        "visibility": "public",
        "shared_with": [],
        "tags": [],
        "attempts": 0,
        "external_id": row["opportunity_id"],
        "created_at": began,
        "created_on": moment.day_of(began),
        "stage_entered_at": entered,
        "stage_entered_on": moment.day_of(entered),
        "closed_at": ended,
        "closed_on": moment.day_of(ended) if ended else None,
        "next_follow_up_on": moment.today if stage.is_open else None,
        "updated_at": moment.now,
        "version": 1,
    }
    moves = [_move(lead_id, None, pipeline.first_stage, began, moment, shared)]
    if stage is not pipeline.first_stage:
        moves.append(_move(lead_id, pipeline.first_stage, stage, entered, moment, shared))
    return lead, moves


def _move(
    lead_id: UUID,
    before: Stage | None,
    stage: Stage,
    at: datetime,
    moment: Moment,
    shared: dict[str, Any],
) -> dict[str, Any]:
    day = moment.day_of(at)
    return {
        **shared,
        "id": new_id(),
        "lead_id": lead_id,
        "from_stage_id": before.id if before else None,
        "to_stage_id": stage.id,
        "to_outcome": stage.outcome,
        "at": at,
        "on_day": day,
        "month": day.replace(day=1),
        "closes": stage.outcome is not Outcome.OPEN,
        "by_id": None,
        "by_name": "Import",
        "stayed": None,
        "source": None,
        "lost_reason": None,
    }


def _noon(text: str, moment: Moment) -> datetime:
    return moment.noon_of(date.fromisoformat(text)) if text else moment.now


def test_the_months_of_2017_are_right(admin_of_real_deals: TestClient, deals: Deals) -> None:
    every_month_is_right(admin_of_real_deals, deals)
    each_seller_of_a_month_is_right(admin_of_real_deals, deals)
    a_month_opens_to_its_very_deals(admin_of_real_deals, deals)


def every_month_is_right(client: TestClient, deals: Deals) -> None:
    """Counts, values and rates of each month, by a handful of statements."""
    with Overheard(client) as said:
        months = answered(client, "months", **{"from": MONTHS[0], "to": MONTHS[-1]})["items"]
    assert len(said) <= 12
    assert [month["month"] for month in months] == MONTHS
    for told in months:
        won, lost = (deals.closed(told["month"], stage) for stage in ("Won", "Lost"))
        value = sum((Decimal(row["close_value"]) for row in won), Decimal(0))
        assert (told["won"], told["lost"]) == (len(won), len(lost))
        assert told["won_value"] == f"{value:.2f}"
        assert told["new_leads"] == len(deals.engaged(told["month"]))
        if won:
            assert abs(Decimal(told["average_deal"]) - value / len(won)) <= Decimal("0.005")
            share = Decimal(len(won)) / (len(won) + len(lost))
            assert abs(Decimal(told["close_rate"]) - share) <= Decimal("0.00005")
    assert sum(month["won"] for month in months) == 4238
    assert sum(month["lost"] for month in months) == 2473


def each_seller_of_a_month_is_right(client: TestClient, deals: Deals) -> None:
    """What each agent won and lost in June."""
    won_value: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in deals.closed("2017-06", "Won"):
        won_value[row["sales_agent"]] += Decimal(row["close_value"])
    lost = Counter(row["sales_agent"] for row in deals.closed("2017-06", "Lost"))
    told = month_of(client, "2017-06")["by_rep"]
    assert {rep["user"]["name"]: Decimal(rep["won_value"]) for rep in told if rep["won"]} == (
        won_value
    )
    assert {rep["user"]["name"]: rep["lost"] for rep in told if rep["lost"]} == lost
    ranked = [Decimal(rep["won_value"]) for rep in told]
    assert ranked == sorted(ranked, reverse=True)


def a_month_opens_to_its_very_deals(client: TestClient, deals: Deals) -> None:
    """The won deals of March, by their ids in the file."""
    wanted = {row["opportunity_id"] for row in deals.closed("2017-03", "Won")}
    found = behind(client, "2017-03", "won", limit=200)
    assert {lead["external_id"] for lead in found} == wanted


class Overheard:
    """The statements that reach a database inside a `with` block."""

    def __init__(self, client: TestClient) -> None:
        application: Any = client.app
        self.engine = application.state.database.engine
        self.said: list[str] = []

    def __enter__(self) -> list[str]:
        event.listen(self.engine, "before_cursor_execute", self._note)
        return self.said

    def __exit__(self, *error: object) -> None:
        event.remove(self.engine, "before_cursor_execute", self._note)

    def _note(self, connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        self.said.append(statement)
