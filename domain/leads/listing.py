"""A lead as lists read it: columns with the names of its people, and no entity in between."""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from domain.customers import Company, Contact
from domain.leads.filters import Shape, narrowed
from domain.leads.model import Lead, LostReason, Visibility
from domain.pipelines import Outcome, Stage
from domain.prepared import Prepared
from domain.repository import Sort, keyset
from domain.users import User


class LeadRow(NamedTuple):
    """One lead with what its readers need to know; a tuple, since hundreds are made per second."""

    id: UUID
    title: str
    owner_id: UUID
    owner_name: str
    pipeline_id: UUID
    stage: str
    stalled_days: int
    outcome: Outcome
    source: str | None
    value: Decimal
    currency: str
    expected_close_on: date | None
    next_follow_up_on: date | None
    last_contacted_at: datetime | None
    last_contacted_on: date | None
    attempts: int
    visibility: Visibility
    shared_with: Any
    tags: list[str]
    external_id: str | None
    created_at: datetime
    created_on: date
    stage_entered_on: date
    closed_at: datetime | None
    lost_reason: LostReason | None
    lost_note: str | None
    archived_at: datetime | None
    version: int
    contact_id: UUID | None
    contact_name: Any
    contact_email: str | None
    contact_phone: str | None
    company_id: UUID | None
    company_name: Any
    sort_key: Any = None


_ELSEWHERE: dict[str, Any] = {
    "owner_name": User.name,
    "stage": Stage.key,
    "stalled_days": Stage.stalled_days,
    "contact_name": Contact.name,
    "contact_email": Contact.email,
    "contact_phone": Contact.phone,
    "company_name": Company.name,
}


def _listing() -> Select[Any]:
    columns = [
        _ELSEWHERE[name].label(name) if name in _ELSEWHERE else getattr(Lead, name)
        for name in LeadRow._fields
        if name != "sort_key"
    ]
    return (
        select(*columns)
        .join(Stage, Stage.id == Lead.stage_id)
        .join(User, User.id == Lead.owner_id)
        .outerjoin(Contact, Contact.id == Lead.contact_id)
        .outerjoin(Company, Company.id == Lead.company_id)
        .execution_options(seen_through=Lead)
    )


LISTING = _listing()
"""Leads with their people, to be narrowed; customers of a visible lead are visible with it."""

ONE = Prepared(LISTING.where(Lead.id == bindparam("lead_id")), LeadRow)


@lru_cache(maxsize=512)
def page_of(filters: Shape, sort: Sort, *, goes_on: bool) -> Prepared[LeadRow]:
    """The question for one page of the leads that such filters leave."""
    return Prepared(keyset(narrowed(LISTING, filters), Lead.id, sort, goes_on=goes_on), LeadRow)
