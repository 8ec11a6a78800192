"""Leads counted: by stage with what they are worth together, and by where they came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain.calendar import Moment
from domain.leads.filters import narrowed, shape_of, values_of
from domain.leads.model import Lead
from domain.leads.repository import LeadRepository

MOST_SOURCES = 200


@dataclass(slots=True)
class StageTally:
    """The leads of one stage: their number, and their value in the workspace's currency."""

    leads: int = 0
    value: Decimal = Decimal(0)


def tally_by_stage(
    leads: LeadRepository, filters: Mapping[str, Any], moment: Moment, currency: str
) -> dict[UUID, StageTally]:
    """The leads of a filter by the id of their stage; other currencies count, but add no value."""
    by: tuple[Any, ...] = (Lead.stage_id, Lead.currency)
    statement = select(*by, func.count(), func.sum(Lead.value)).group_by(*by)
    wanted = narrowed(statement, shape_of(filters))
    values = values_of(filters, moment.today)
    found: dict[UUID, StageTally] = {}
    for stage_id, own, number, value in leads.session.execute(wanted, values):
        tally = found.setdefault(stage_id, StageTally())
        tally.leads += number
        tally.value += value if own == currency else 0
    return found


def sources_in_use(session: Session) -> list[tuple[str, int]]:
    """Where the leads came from, in one of their spellings, with their number; most leads first."""
    number = func.count()
    counted = (
        select(func.max(Lead.source), number)
        .where(Lead.source_key != "", Lead.archived_at.is_(None))
        .group_by(Lead.source_key)
        .order_by(number.desc(), Lead.source_key)
        .limit(MOST_SOURCES)
    )
    return [(source, leads) for source, leads in session.execute(counted) if source]
