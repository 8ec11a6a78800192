"""Invoices, payments and credit notes as they travel."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field
from typing_extensions import TypedDict

from api.documents import schemas as documents
from api.documents.schemas import Group, Line, Party
from api.schema import Named
from domain.invoices import CreditNote as CreditNoteRecord
from domain.invoices import Invoice as InvoiceRecord
from domain.invoices import InvoiceLine as InvoiceLineRecord
from domain.invoices import InvoiceStatus, balance_of, is_overdue, status_of
from domain.invoices import Payment as PaymentRecord
from domain.invoices.sending import delivery
from domain.money import amount_text, quantity_text

Delivery = Literal["kept", "queued", "handed_over", "failed", "elsewhere"]
AmountExample = Annotated[str, Field(examples=["177.65"])]


class Payment(TypedDict):
    """Money received, or given back where negative; `surplus` of it is the customer's credit."""

    id: UUID
    invoice_id: UUID
    amount: AmountExample
    surplus: Annotated[str, Field(examples=["0.00"])]
    currency: Annotated[str, Field(examples=["EUR"])]
    received_on: date
    method: Annotated[str, Field(examples=["bank_transfer"])]
    reference: str | None
    reason: str | None
    reverses_id: UUID | None


class RecordedPayment(Payment):
    """A payment, and what it leaves of its invoice."""

    invoice_status: InvoiceStatus
    balance: AmountExample


class InvoiceSummary(TypedDict):
    """An invoice as lists show it; `net_total` is what the customer pays before tax."""

    id: UUID
    quote_id: UUID | None
    lead_id: UUID | None
    company_id: UUID | None
    replaces_id: UUID | None
    owner: Named | None
    number: Annotated[str | None, Field(examples=["INV-2026-0001"])]
    status: InvoiceStatus
    overdue: bool
    delivery: Delivery | None
    issued_on: date | None
    due_on: date | None
    purchase_order: str | None
    customer: Party
    currency: Annotated[str, Field(examples=["EUR"])]
    lines_total: AmountExample
    discount_total: AmountExample
    net_total: AmountExample
    tax_total: AmountExample
    total: AmountExample
    prepaid: AmountExample
    rounding: AmountExample
    payable: AmountExample
    paid: AmountExample
    credited: AmountExample
    balance: AmountExample
    sent_at: datetime | None
    created_at: datetime
    version: int


class InvoiceList(TypedDict):
    """A page of invoices."""

    items: list[InvoiceSummary]
    next_cursor: str | None
    total: int | None


class InvoiceLine(Line):
    """A line owed; `due_net` is what its share of the document's discount leaves, from issue on."""

    due_net: str | None
    credited_net: str
    credited_quantity: str


class IssuedDocument(TypedDict):
    """The stored PDF by its name and hash; its bytes never change."""

    name: Annotated[str, Field(examples=["INV-2026-0001.pdf"])]
    sha256: str


class CreditNoteReference(TypedDict):
    """A credit note that takes something of an invoice back."""

    id: UUID
    number: Annotated[str, Field(examples=["CN-2026-0001"])]
    issued_on: date
    total: AmountExample


class MissingField(TypedDict):
    """What a draft still lacks before it can be issued; `field` is a dotted path."""

    field: Annotated[str, Field(examples=["customer.address.city"])]
    message: str


class Invoice(InvoiceSummary):
    """What a customer owes, with its lines, payments and credit notes.

    `missing` names all that keeps a draft from being issued today; empty once it is issued.
    """

    discount_percent: str | None
    discount_amount: str | None
    taxes: list[Group]
    lines: list[InvoiceLine]
    seller: Party | None
    payment_days: int
    supplied_on: date | None
    supply_from: date | None
    supply_to: date | None
    buyer_reference: str | None
    payment_terms: str | None
    notes: str | None
    payments: list[Payment]
    credit_notes: list[CreditNoteReference]
    document: IssuedDocument | None
    sent_by: Named | None
    sent_to: list[str]
    missing: list[MissingField]


def summary(
    record: Any, owner_name: str | None, mail_status: str | None, today: date
) -> InvoiceSummary:
    """An invoice as lists show it, from the invoice or a row of its columns."""
    currency = record.currency
    return {
        "id": record.id,
        "quote_id": record.quote_id,
        "lead_id": record.lead_id,
        "company_id": record.company_id,
        "replaces_id": record.replaces_id,
        "owner": named(record.owner_id, owner_name),
        "number": record.number,
        "status": status_of(record),
        "overdue": is_overdue(record, today),
        "delivery": delivery_of(record, mail_status),
        "issued_on": record.issued_on,
        "due_on": record.due_on,
        "purchase_order": record.purchase_order,
        "customer": documents.party(record.customer),
        "currency": currency,
        "lines_total": amount_text(record.lines_total, currency),
        "discount_total": amount_text(record.discount_total, currency),
        "net_total": amount_text(record.net_total, currency),
        "tax_total": amount_text(record.tax_total, currency),
        "total": amount_text(record.total, currency),
        "prepaid": amount_text(record.prepaid, currency),
        "rounding": amount_text(record.rounding, currency),
        "payable": amount_text(record.payable, currency),
        "paid": amount_text(record.paid, currency),
        "credited": amount_text(record.credited, currency),
        "balance": amount_text(balance_of(record), currency),
        "sent_at": record.sent_at,
        "created_at": record.created_at,
        "version": record.version,
    }


def invoice_line(line: InvoiceLineRecord, currency: str) -> InvoiceLine:
    """A line with what of it was taken back."""
    return {
        **documents.line(line, currency),
        "due_net": documents.amount_or_none(line.due_net, currency),
        "credited_net": amount_text(line.credited_net, currency),
        "credited_quantity": quantity_text(line.credited_quantity),
    }


def payment(record: PaymentRecord) -> Payment:
    """A payment as it was recorded."""
    return {
        "id": record.id,
        "invoice_id": record.invoice_id,
        "amount": amount_text(record.amount, record.currency),
        "surplus": amount_text(record.surplus, record.currency),
        "currency": record.currency,
        "received_on": record.received_on,
        "method": record.method,
        "reference": record.reference,
        "reason": record.reason,
        "reverses_id": record.reverses_id,
    }


def recorded_payment(record: PaymentRecord, invoice: InvoiceRecord) -> RecordedPayment:
    """A payment with what it leaves of its invoice."""
    return {
        **payment(record),
        "invoice_status": status_of(invoice),
        "balance": amount_text(invoice.balance, invoice.currency),
    }


def credit_note_reference(record: CreditNoteRecord) -> CreditNoteReference:
    """A credit note as its invoice names it."""
    return {
        "id": record.id,
        "number": record.number,
        "issued_on": record.issued_on,
        "total": amount_text(record.total, record.currency),
    }


def named(id: UUID | None, name: str | None) -> Named | None:
    """Somebody by id and name, where both are known."""
    return {"id": id, "name": name} if id is not None and name is not None else None


def delivery_of(record: Any, mail_status: str | None) -> Any:
    """How a document went out, as far as its last mail came."""
    return delivery(record.sent_at, mail_status)
