"""What the documents are called that recorded events are about, for a timeline that names them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.history import AuditEntry
from domain.invoices.credit_note import CreditNote
from domain.invoices.model import Invoice
from domain.invoices.payment import Payment
from domain.money import amount_text
from domain.quotes import Quote, label_of

Named = dict[UUID, dict[str, Any]]


def named_documents(session: Session, entries: Iterable[object]) -> Named:
    """By the id of the record that an event is about: its number, and what a payment was worth.

    Drafts without a number and records that the viewer may not see are left out.
    """
    events = [entry for entry in entries if isinstance(entry, AuditEntry)]
    wanted: dict[str, list[UUID]] = {}
    for event in events:
        wanted.setdefault(event.entity, []).append(event.entity_id)
    found: Named = {}
    for noun, read in _READERS.items():
        if noun in wanted:
            found |= read(session, wanted[noun])
    return found


def _quotes(session: Session, ids: list[UUID]) -> Named:
    rows = session.execute(select(Quote.id, Quote.number, Quote.revision).where(Quote.id.in_(ids)))
    return {id: {"number": label_of(number, revision)} for id, number, revision in rows}


def _invoices(session: Session, ids: list[UUID]) -> Named:
    rows = session.execute(select(Invoice.id, Invoice.number).where(Invoice.id.in_(ids)))
    return {id: {"number": number} for id, number in rows if number}


def _credit_notes(session: Session, ids: list[UUID]) -> Named:
    rows = session.execute(
        select(CreditNote.id, CreditNote.number, CreditNote.invoice_id).where(
            CreditNote.id.in_(ids)
        )
    )
    return {id: {"number": number, "invoice_id": str(of)} for id, number, of in rows}


def _payments(session: Session, ids: list[UUID]) -> Named:
    rows = session.execute(
        select(Payment.id, Payment.amount, Payment.currency, Invoice.id, Invoice.number)
        .join(Invoice, Invoice.id == Payment.invoice_id)
        .where(Payment.id.in_(ids))
    )
    return {
        id: {
            "amount": amount_text(amount, currency),
            "currency": currency,
            "number": number,
            "invoice_id": str(invoice_id),
        }
        for id, amount, currency, invoice_id, number in rows
    }


_READERS = {
    "quote": _quotes,
    "invoice": _invoices,
    "credit_note": _credit_notes,
    "payment": _payments,
}
