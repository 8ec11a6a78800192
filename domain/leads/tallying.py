"""How many leads of a filter stand in each stage, and what they are worth together."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from domain.calendar import Moment
from domain.leads.model import Lead
from domain.leads.repository import LeadRepository


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
    narrowed = leads.filtered(statement, filters, moment.today)
    found: dict[UUID, StageTally] = {}
    for stage_id, own, number, value in leads.session.execute(narrowed):
        tally = found.setdefault(stage_id, StageTally())
        tally.leads += number
        tally.value += value if own == currency else 0
    return found
