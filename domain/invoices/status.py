"""What an invoice is called, derived from its balance in answers and in filters alike."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from sqlalchemy import ColumnElement, and_

from domain.invoices.model import Invoice, InvoiceState

ZERO = Decimal(0)


class InvoiceStatus(StrEnum):
    """How far an invoice came: written, owed, owed in part, settled, or taken back as a whole."""

    DRAFT = "draft"
    ISSUED = "issued"
    PARTLY_PAID = "partly_paid"
    PAID = "paid"
    CREDITED = "credited"


class Billed(Protocol):
    """An invoice, or a row of its columns."""

    @property
    def state(self) -> InvoiceState: ...
    @property
    def is_live(self) -> bool: ...
    @property
    def payable(self) -> Decimal: ...
    @property
    def paid(self) -> Decimal: ...
    @property
    def credited(self) -> Decimal: ...
    @property
    def due_on(self) -> date | None: ...


def balance_of(invoice: Billed) -> Decimal:
    """Still owed: payable less payments and credits, plus refunds; negative is owed to them."""
    return invoice.payable - invoice.paid - invoice.credited


def status_of(invoice: Billed) -> InvoiceStatus:
    """Draft, issued, partly paid, paid, or credited in full."""
    if invoice.state is InvoiceState.DRAFT:
        return InvoiceStatus.DRAFT
    if not invoice.is_live:
        return InvoiceStatus.CREDITED
    if balance_of(invoice) <= 0:
        return InvoiceStatus.PAID
    return InvoiceStatus.PARTLY_PAID if invoice.paid > 0 else InvoiceStatus.ISSUED


def is_overdue(invoice: Billed, today: date) -> bool:
    """Whether something is owed after the last day of the payment term."""
    return (
        invoice.state is InvoiceState.ISSUED
        and invoice.due_on is not None
        and invoice.due_on < today
        and balance_of(invoice) > 0
    )


def having(status: InvoiceStatus) -> ColumnElement[bool]:
    """The invoices that `status_of` calls so."""
    if status is InvoiceStatus.DRAFT:
        return Invoice.state == InvoiceState.DRAFT
    issued = Invoice.state == InvoiceState.ISSUED
    if status is InvoiceStatus.CREDITED:
        return and_(issued, Invoice.is_live.is_(False))
    owed, live = balance() > ZERO, Invoice.is_live.is_(True)
    if status is InvoiceStatus.PAID:
        return and_(issued, live, balance() <= ZERO)
    begun = Invoice.paid > ZERO if status is InvoiceStatus.PARTLY_PAID else Invoice.paid <= ZERO
    return and_(issued, live, owed, begun)


def overdue(today: date) -> ColumnElement[bool]:
    """The invoices that `is_overdue` calls so."""
    return and_(Invoice.state == InvoiceState.ISSUED, Invoice.due_on < today, balance() > ZERO)


def balance() -> ColumnElement[Decimal]:
    """What `balance_of` says, in a query."""
    return Invoice.payable - Invoice.paid - Invoice.credited
