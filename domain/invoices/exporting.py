"""The books of a period: documents by tax group, and payments apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from heapq import merge
from typing import Any, ClassVar

from sqlalchemy import Row, Select, literal, null, select
from sqlalchemy.orm import Session

from domain.documents import Party
from domain.invoices.credit_note import CreditNote
from domain.invoices.model import Invoice, InvoiceState
from domain.invoices.payment import Payment


@dataclass(frozen=True, slots=True)
class Period:
    """Days of a period, both included; an open end has no bound."""

    first: date | None = None
    last: date | None = None

    def narrow(self, statement: Select[Any], day: Any) -> Select[Any]:
        """Only what happened on a day of the period."""
        if self.first is not None:
            statement = statement.where(day >= self.first)
        return statement if self.last is None else statement.where(day <= self.last)


@dataclass(frozen=True, slots=True)
class BookedGroup:
    """One tax group of an issued document; the amounts of a credit note are negative."""

    kind: str
    number: str
    for_invoice: str | None
    issued_on: date
    due_on: date | None
    customer: Party
    currency: str
    category: str
    rate: Decimal
    reason: str | None
    net: Decimal
    tax: Decimal


class Books:
    """Reads what was issued, received and given back in a period, as far as the viewer may see."""

    INVOICE: ClassVar[str] = "invoice"
    CREDIT_NOTE: ClassVar[str] = "credit_note"

    def __init__(self, session: Session, period: Period) -> None:
        self.session, self.period = session, period

    def documents(self) -> Iterator[BookedGroup]:
        """Invoices and credit notes by tax group, in the order of their issue."""
        for row in merge(self._invoices(), self._credit_notes(), key=_order):
            sign = 1 if row.kind == self.INVOICE else -1
            for group in row.tax_groups:
                yield BookedGroup(
                    kind=row.kind,
                    number=row.number,
                    for_invoice=row.for_invoice,
                    issued_on=row.issued_on,
                    due_on=row.due_on,
                    customer=row.customer,
                    currency=row.currency,
                    category=group["category"],
                    rate=Decimal(group["rate"]),
                    reason=group["reason"],
                    net=sign * Decimal(group["net"]),
                    tax=sign * Decimal(group["tax"]),
                )

    def payments(self) -> Iterator[Row[Any]]:
        """Payments, refunds and reversals with their invoice's number, by their days."""
        columns: tuple[Any, ...] = (
            Payment.received_on,
            Payment.amount,
            Payment.surplus,
            Payment.currency,
            Payment.method,
            Payment.reference,
            Payment.reason,
            Payment.reverses_id,
            Invoice.number,
            Invoice.customer,
        )
        statement = select(*columns).join(Invoice, Invoice.id == Payment.invoice_id)
        statement = statement.order_by(Payment.received_on, Payment.id)
        return self._read(self.period.narrow(statement, Payment.received_on))

    def _invoices(self) -> Iterator[Row[Any]]:
        statement = select(
            Invoice.id,
            _kind(self.INVOICE),
            Invoice.number,
            _nothing("for_invoice"),
            Invoice.issued_on,
            Invoice.due_on,
            Invoice.customer,
            Invoice.currency,
            Invoice.tax_groups,
        ).where(Invoice.state == InvoiceState.ISSUED)
        ordered = statement.order_by(Invoice.issued_on, Invoice.number)
        return self._read(self.period.narrow(ordered, Invoice.issued_on))

    def _credit_notes(self) -> Iterator[Row[Any]]:
        statement = select(
            CreditNote.id,
            _kind(self.CREDIT_NOTE),
            CreditNote.number,
            CreditNote.invoice_number.label("for_invoice"),
            CreditNote.issued_on,
            _nothing("due_on"),
            CreditNote.customer,
            CreditNote.currency,
            CreditNote.tax_groups,
        ).order_by(CreditNote.issued_on, CreditNote.number)
        return self._read(self.period.narrow(statement, CreditNote.issued_on))

    def _read(self, statement: Select[Any]) -> Iterator[Row[Any]]:
        return iter(self.session.execute(statement))


def _kind(word: str) -> Any:
    return literal(word).label("kind")


def _nothing(name: str) -> Any:
    return null().label(name)


def _order(row: Row[Any]) -> date:
    day: date = row.issued_on
    return day
