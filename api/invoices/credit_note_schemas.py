"""Credit notes as they travel."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field
from typing_extensions import TypedDict

from api.documents import schemas as documents
from api.documents.schemas import Group, Line, Party
from api.invoices.schemas import AmountExample, Delivery, IssuedDocument, delivery_of
from api.schema import Named
from domain.invoices import CreditNoteLine as CreditNoteLineRecord
from domain.money import amount_text


class CreditNoteLine(Line):
    """What is taken back of a line of the invoice."""

    invoice_line_id: UUID


class CreditNoteSummary(TypedDict):
    """A credit note as lists show it; its amounts are positive and lower what is owed."""

    id: UUID
    invoice_id: UUID
    invoice_number: Annotated[str, Field(examples=["INV-2026-0001"])]
    lead_id: UUID | None
    company_id: UUID | None
    number: Annotated[str, Field(examples=["CN-2026-0001"])]
    delivery: Delivery | None
    issued_on: date
    reason: str
    customer: Party
    currency: Annotated[str, Field(examples=["EUR"])]
    net_total: AmountExample
    tax_total: AmountExample
    total: AmountExample
    rounding: AmountExample
    taxes: list[Group]
    sent_at: datetime | None
    created_at: datetime
    version: int


class CreditNoteList(TypedDict):
    """A page of credit notes."""

    items: list[CreditNoteSummary]
    next_cursor: str | None
    total: int | None


class CreditNote(CreditNoteSummary):
    """A document that takes back an issued invoice wholly or in part."""

    lines: list[CreditNoteLine]
    seller: Party
    document: IssuedDocument | None
    sent_by: Named | None
    sent_to: list[str]


def summary(record: Any, mail_status: str | None) -> CreditNoteSummary:
    """A credit note as lists show it, from the credit note or a row of its columns."""
    currency = record.currency
    return {
        "id": record.id,
        "invoice_id": record.invoice_id,
        "invoice_number": record.invoice_number,
        "lead_id": record.lead_id,
        "company_id": record.company_id,
        "number": record.number,
        "delivery": delivery_of(record, mail_status),
        "issued_on": record.issued_on,
        "reason": record.reason,
        "customer": documents.party(record.customer),
        "currency": currency,
        "net_total": amount_text(record.net_total, currency),
        "tax_total": amount_text(record.tax_total, currency),
        "total": amount_text(record.total, currency),
        "rounding": amount_text(record.rounding, currency),
        "taxes": documents.groups(record.tax_groups, currency),
        "sent_at": record.sent_at,
        "created_at": record.created_at,
        "version": record.version,
    }


def line(line: CreditNoteLineRecord, currency: str) -> CreditNoteLine:
    """A credited line with the line of the invoice that it takes back."""
    return {**documents.line(line, currency), "invoice_line_id": line.invoice_line_id}
