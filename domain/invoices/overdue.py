"""Telling of overdue invoices, once each."""

from datetime import date

from sqlalchemy.orm import Session

from domain.invoices.repository import InvoiceRepository
from domain.money import amount_text

AT_ONCE = 200


def note_overdue(session: Session, today: date, limit: int = AT_ONCE) -> int:
    """Write `invoice.overdue` for invoices whose last day has passed with something owed.

    At most `limit` at once; answers how many, so that the caller comes back while there are more.
    """
    found = InvoiceRepository(session).newly_overdue(today, limit)
    for invoice in found:
        invoice.overdue_noted = True
        balance = amount_text(invoice.balance, invoice.currency)
        invoice.happened("invoice.overdue", number=invoice.number, balance=balance)
    return len(found)
