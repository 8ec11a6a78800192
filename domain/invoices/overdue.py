"""Telling of overdue invoices, once each."""

from sqlalchemy.orm import Session

from domain.calendar import Moment
from domain.invoices.repository import InvoiceRepository
from domain.money import amount_text


def note_overdue(session: Session, moment: Moment) -> int:
    """Write `invoice.overdue` for invoices whose last day has passed with something owed.

    Answers how many; doing it again says nothing twice.
    """
    found = InvoiceRepository(session).newly_overdue(moment.today)
    for invoice in found:
        invoice.overdue_noted = True
        balance = amount_text(invoice.balance, invoice.currency)
        invoice.happened("invoice.overdue", number=invoice.number, balance=balance)
    return len(found)
