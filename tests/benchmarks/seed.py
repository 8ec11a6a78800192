"""100,000 leads written by the quickest way, for measuring what reading them costs.

As a program it fills the installation that the environment names.
"""

import random
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from api.database import Database
from api.settings import Settings
from domain.calendar import Moment
from domain.customers import Company, Contact
from domain.entity import new_id
from domain.leads import Lead, StageChange, Visibility
from domain.pipelines import Pipeline, PipelineRepository, Stage
from domain.search import SearchText, words
from domain.users import SYSTEM, Role, UserRepository

BATCH = 5_000


def fill(database: Database, moment: Moment, count: int) -> None:
    """Write leads with customers, owners, stages and search texts spread as in real life."""
    chance = random.Random(7)
    with database.writing(SYSTEM, moment) as session:
        pipeline = PipelineRepository(session).default()
        sellers = UserRepository(session).active_with_roles(Role.REP, Role.MANAGER)
        owners = [user.id for user in sellers]
        people = [_customer(session, moment, n) for n in range(2_000)]
        for start in range(0, count, BATCH):
            rows = [
                _lead(chance, moment, pipeline, owners, people, n)
                for n in range(start, min(count, start + BATCH))
            ]
            session.execute(insert(Lead), [row for row, _ in rows])
            moves = [move for row, _ in rows for move in _moves(row, pipeline)]
            session.execute(insert(StageChange), moves)
            session.execute(
                insert(SearchText),
                [
                    {
                        "id": new_id(),
                        "entity": "lead",
                        "entity_id": row["id"],
                        "words": " ".join(words(row["title"], *texts)),
                    }
                    for row, texts in rows
                ],
            )
    with database.engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")


def _customer(session: Session, moment: Moment, n: int) -> tuple[Contact, Company]:
    company = Company(name=f"Company {n}", created_at=moment.now)
    session.add(company)
    session.flush()
    contact = Contact(
        name=f"Person {n}",
        email=f"person{n}@example.com",
        phone=f"+49 30 {n:06d}",
        company_id=company.id,
        created_at=moment.now,
    )
    session.add(contact)
    session.flush()
    return contact, company


def _lead(
    chance: random.Random,
    moment: Moment,
    pipeline: Pipeline,
    owners: list[Any],
    people: list[tuple[Contact, Company]],
    n: int,
) -> tuple[dict[str, Any], tuple[str, ...]]:
    stage: Stage = chance.choice(pipeline.stages)
    contact, company = chance.choice(people)
    created = moment.now - timedelta(minutes=chance.randrange(1, 60 * 24 * 700))
    closed = None if stage.is_open else created + (moment.now - created) / 2
    day = moment.day_of(created)
    row = {
        "id": new_id(),
        "title": f"Lead {n} for {company.name}",
        "contact_id": contact.id,
        "company_id": company.id,
        "owner_id": chance.choice(owners),
        "pipeline_id": pipeline.id,
        "stage_id": stage.id,
        "outcome": stage.outcome,
        "source": "Web",
        "source_key": "web",
        "value": chance.randrange(100, 100_000),
        "currency": "EUR",
        "expected_close_on": day + timedelta(days=60) if chance.random() < 0.7 else None,
        "next_follow_up_on": moment.today + timedelta(days=chance.randrange(-5, 30))
        if stage.is_open
        else None,
        "last_contacted_at": created if chance.random() < 0.5 else None,
        "attempts": chance.randrange(4),
        "visibility": Visibility.PRIVATE if chance.random() < 0.05 else Visibility.PUBLIC,
        "shared_with": [],
        "tags": ["fair", "hot"] if chance.random() < 0.2 else [],
        "created_at": created,
        "created_on": day,
        "stage_entered_at": closed or created,
        "stage_entered_on": moment.day_of(closed or created),
        "closed_at": closed,
        "closed_on": moment.day_of(closed) if closed else None,
        "updated_at": moment.now,
        "version": 1,
    }
    return row, (contact.name, contact.email or "", company.name)


def _moves(lead: dict[str, Any], pipeline: Pipeline) -> list[dict[str, Any]]:
    stage = pipeline.stage_by_id(lead["stage_id"])
    begin = _move(lead, None, pipeline.first_stage, lead["created_at"], lead["created_on"])
    if stage is pipeline.first_stage:
        return [begin]
    entered = (lead["stage_entered_at"], lead["stage_entered_on"])
    return [begin, _move(lead, pipeline.first_stage, stage, *entered)]


def _move(
    lead: dict[str, Any], before: Stage | None, stage: Stage, at: datetime, on_day: date
) -> dict[str, Any]:
    return {
        "id": new_id(),
        "lead_id": lead["id"],
        "from_stage_id": before.id if before else None,
        "to_stage_id": stage.id,
        "to_outcome": stage.outcome,
        "at": at,
        "on_day": on_day,
        "month": on_day.replace(day=1),
        "closes": not stage.is_open,
        "by_id": None,
        "by_name": "Benchmark",
        "stayed": None,
        "value": lead["value"],
        "currency": "EUR",
        "owner_id": lead["owner_id"],
        "source": "Web",
        "source_key": "web",
        "lost_reason": None,
    }


if __name__ == "__main__":
    fill(Database(Settings().database), Moment(datetime.now(UTC), "UTC"), int(sys.argv[1]))
