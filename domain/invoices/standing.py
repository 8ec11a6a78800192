"""How the books stand today: what is drafted, what is owed, and what of it is late."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from domain.invoices.model import Invoice
from domain.invoices.status import InvoiceStatus, balance, having, overdue

_OPEN = (InvoiceStatus.ISSUED, InvoiceStatus.PARTLY_PAID)


@dataclass(frozen=True, slots=True)
class Heap:
    """So many invoices, and what is still to be paid of them together."""

    invoices: int
    balance: Decimal


@dataclass(frozen=True, slots=True)
class Standing:
    """The invoices that finance has in hand, as far as the viewer may see."""

    drafts: Heap
    open: Heap
    overdue: Heap


def standing(session: Session, today: date) -> Standing:
    """Count and add up drafts, what is open, and the part of it that is overdue today."""

    def heap(belongs: ColumnElement[bool]) -> Heap:
        columns: tuple[Any, ...] = (func.count(), func.sum(balance()))
        number, owed = session.execute(select(*columns).select_from(Invoice).where(belongs)).one()
        return Heap(number, owed or Decimal(0))

    return Standing(
        drafts=heap(having(InvoiceStatus.DRAFT)),
        open=heap(or_(*map(having, _OPEN))),
        overdue=heap(overdue(today)),
    )
