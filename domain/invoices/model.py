"""Invoices, credit notes and payments: what is owed, taken back and received."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from domain.documents import DocumentLine, Party, PricedDocument
from domain.entity import BOOKKEEPING, Amount, AsJson, Root


class InvoiceState(StrEnum):
    """Stored: a draft, or issued. Paid, credited and overdue are derived from balance and due date."""

    DRAFT = "draft"
    ISSUED = "issued"


class InvoiceLine(DocumentLine):
    """One line owed; `due_net` is what is left of it after its share of the document discount, fixed at issue."""

    __tablename__ = "invoice_lines"
    root_attribute = "invoice"

    invoice_id: Mapped[UUID] = mapped_column(
        ForeignKey("invoices.id", ondelete="CASCADE"), init=False, index=True
    )
    due_net: Mapped[Amount | None] = mapped_column(default=None)
    credited_net: Mapped[Amount] = mapped_column(default=Decimal(0))
    credited_quantity: Mapped[Amount] = mapped_column(default=Decimal(0))
    invoice: Mapped["Invoice"] = relationship(back_populates="lines", init=False)


class Invoice(PricedDocument):
    """What a customer owes; `paid` and `credited` are running sums, kept under the invoice's lock."""

    __tablename__ = "invoices"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(
            "uq_invoices_live_per_quote",
            "quote_id",
            unique=True,
            postgresql_where=text("is_live"),
            sqlite_where=text("is_live"),
        ),
        Index(None, "created_at", "id"),
        Index(None, "issued_on", "id"),
        Index(None, "state", "due_on"),
    )
    noun: ClassVar[str] = "invoice"

    number: Mapped[str | None] = mapped_column(default=None)
    state: Mapped[InvoiceState] = mapped_column(default=InvoiceState.DRAFT)
    quote_id: Mapped[UUID | None] = mapped_column(ForeignKey("quotes.id"), default=None)
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("leads.id"), default=None, index=True)
    company_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("companies.id"), default=None, index=True
    )
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"), default=None)
    replaces_id: Mapped[UUID | None] = mapped_column(ForeignKey("invoices.id"), default=None)
    is_live: Mapped[bool] = mapped_column(default=True, info=BOOKKEEPING)
    issued_on: Mapped[date | None] = mapped_column(default=None)
    due_on: Mapped[date | None] = mapped_column(default=None)
    payment_days: Mapped[int]
    supplied_on: Mapped[date | None] = mapped_column(default=None)
    supply_from: Mapped[date | None] = mapped_column(default=None)
    supply_to: Mapped[date | None] = mapped_column(default=None)
    purchase_order: Mapped[str | None] = mapped_column(default=None)
    buyer_reference: Mapped[str | None] = mapped_column(default=None)
    customer: Mapped[Party] = mapped_column(AsJson(Party.stored), default_factory=Party)
    seller: Mapped[Party | None] = mapped_column(AsJson(Party.stored), default=None)
    payment_terms: Mapped[str | None] = mapped_column(default=None)
    notes: Mapped[str | None] = mapped_column(default=None)
    prepaid: Mapped[Amount] = mapped_column(default=Decimal(0))
    rounding: Mapped[Amount] = mapped_column(default=Decimal(0))
    payable: Mapped[Amount] = mapped_column(default=Decimal(0))
    paid: Mapped[Amount] = mapped_column(default=Decimal(0))
    credited: Mapped[Amount] = mapped_column(default=Decimal(0))
    overdue_noted: Mapped[bool] = mapped_column(default=False, info=BOOKKEEPING)
    lines: Mapped[list[InvoiceLine]] = relationship(
        back_populates="invoice",
        order_by="InvoiceLine.position",
        cascade="all, delete-orphan",
        default_factory=list,
        lazy="selectin",
    )

    @property
    def balance(self) -> Decimal:
        """Still owed: payable less payments and credits, plus refunds."""
        return self.payable - self.paid - self.credited


class CreditNoteLine(DocumentLine):
    """One line taken back; `invoice_line_id` says which."""

    __tablename__ = "credit_note_lines"
    root_attribute = "credit_note"

    credit_note_id: Mapped[UUID] = mapped_column(
        ForeignKey("credit_notes.id", ondelete="CASCADE"), init=False, index=True
    )
    invoice_line_id: Mapped[UUID] = mapped_column(ForeignKey("invoice_lines.id"))
    credit_note: Mapped["CreditNote"] = relationship(back_populates="lines", init=False)


class CreditNote(PricedDocument):
    """A document of its own that takes back an issued invoice wholly or in part; its amounts are positive."""

    __tablename__ = "credit_notes"
    __table_args__ = (UniqueConstraint("number"), Index(None, "issued_on", "id"))
    noun: ClassVar[str] = "credit_note"

    number: Mapped[str]
    invoice_id: Mapped[UUID] = mapped_column(ForeignKey("invoices.id"), index=True)
    invoice_number: Mapped[str]
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("leads.id"), default=None, index=True)
    company_id: Mapped[UUID | None] = mapped_column(ForeignKey("companies.id"), default=None)
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"), default=None)
    issued_on: Mapped[date]
    reason: Mapped[str]
    customer: Mapped[Party] = mapped_column(AsJson(Party.stored))
    seller: Mapped[Party] = mapped_column(AsJson(Party.stored))
    lines: Mapped[list[CreditNoteLine]] = relationship(
        back_populates="credit_note",
        order_by="CreditNoteLine.position",
        cascade="all, delete-orphan",
        default_factory=list,
        lazy="selectin",
    )


class Payment(Root):
    """Money received (positive) or given back (negative); never edited, only reversed by its opposite."""

    __tablename__ = "payments"
    __table_args__ = (UniqueConstraint("reverses_id"), Index(None, "received_on"))
    noun: ClassVar[str] = "payment"

    invoice_id: Mapped[UUID] = mapped_column(ForeignKey("invoices.id"), index=True)
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("leads.id"), default=None, index=True)
    amount: Mapped[Amount]
    currency: Mapped[str]
    received_on: Mapped[date]
    method: Mapped[str]
    reference: Mapped[str | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    reverses_id: Mapped[UUID | None] = mapped_column(ForeignKey("payments.id"), default=None)


class CustomerCredit(Root):
    """The part of a payment beyond what was owed, kept for the customer; negative where it was used or taken back."""

    __tablename__ = "customer_credits"
    noun: ClassVar[str] = "customer_credit"

    payment_id: Mapped[UUID] = mapped_column(ForeignKey("payments.id"), index=True)
    invoice_id: Mapped[UUID] = mapped_column(ForeignKey("invoices.id"), index=True)
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("leads.id"), default=None)
    company_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("companies.id"), default=None, index=True
    )
    amount: Mapped[Amount]
    currency: Mapped[str]
