"""Invoices: what a customer owes, as drafted, issued, paid and taken back."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, func, literal_column, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from domain.documents import DocumentLine, Party, PricedDocument
from domain.entity import BOOKKEEPING, Amount, AsJson, Quantity, json_column
from domain.errors import RuleViolation
from domain.leads.model import earliest_first, latest_first


class InvoiceState(StrEnum):
    """Stored: a draft, or issued. Paid, credited and overdue are derived (see `status.py`)."""

    DRAFT = "draft"
    ISSUED = "issued"


class InvoiceNotDraft(RuleViolation):
    """An issued invoice never changes; what is wrong with it is taken back by a credit note."""

    def __init__(self) -> None:
        super().__init__(
            "This invoice was issued, so it stays as it is. Take back what is wrong by a credit "
            "note."
        )


class InvoiceNotIssued(RuleViolation):
    """Only an issued invoice is sent, paid and credited."""

    def __init__(self) -> None:
        super().__init__("This invoice is a draft. Issue it first.")


class InvoiceLine(DocumentLine):
    """One line owed; `due_net` is what its share of the document discount leaves, from issue on."""

    __tablename__ = "invoice_lines"
    root_attribute = "invoice"

    invoice_id: Mapped[UUID] = mapped_column(
        ForeignKey("invoices.id", ondelete="CASCADE"), init=False, index=True
    )
    due_net: Mapped[Amount | None] = mapped_column(default=None)
    credited_net: Mapped[Amount] = mapped_column(default=Decimal(0))
    credited_quantity: Mapped[Quantity] = mapped_column(default=Decimal(0))
    invoice: Mapped["Invoice"] = relationship(back_populates="lines", init=False)


class Invoice(PricedDocument):
    """What a customer owes; `paid` and `credited` are running sums, kept under the invoice's lock.

    `is_live` ends when all of it was credited: then its quote may be invoiced anew.
    """

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
        Index(None, "total", "id"),
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
    paid: Mapped[Amount] = mapped_column(default=Decimal(0), info=BOOKKEEPING)
    credited: Mapped[Amount] = mapped_column(default=Decimal(0), info=BOOKKEEPING)
    sent_at: Mapped[datetime | None] = mapped_column(default=None)
    sent_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"), default=None)
    sent_by_name: Mapped[str | None] = mapped_column(default=None)
    sent_to: Mapped[list[str]] = mapped_column(json_column(), default_factory=list)
    overdue_noted: Mapped[bool] = mapped_column(default=False, info=BOOKKEEPING)
    lines: Mapped[list[InvoiceLine]] = relationship(
        back_populates="invoice",
        order_by="InvoiceLine.position",
        cascade="all, delete-orphan",
        default_factory=list,
        lazy="selectin",
    )

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed."""
        return self.state is InvoiceState.DRAFT

    @property
    def balance(self) -> Decimal:
        """Still owed: payable less payments and credits, plus refunds; negative is owed to them."""
        return self.payable - self.paid - self.credited

    def demand_draft(self) -> None:
        """Refuse changes of what was issued."""
        if not self.is_draft:
            raise InvoiceNotDraft

    def demand_issued(self) -> None:
        """Refuse acts that need a number."""
        if self.is_draft:
            raise InvoiceNotIssued


def lowest_number_first(number: Any) -> Any:
    """Numbers in ascending order, drafts last, whatever order the database gives to letters."""
    return func.coalesce(literal_column("'0'").concat(number), literal_column("'1'"))


def highest_number_first(number: Any) -> Any:
    """Numbers in descending order, drafts last."""
    return func.coalesce(literal_column("'1'").concat(number), literal_column("'0'"))


for _name in ("issued_on", "due_on"):
    _column = getattr(Invoice.__table__.c, _name)
    Index(f"ix_invoices_{_name}_asc", earliest_first(_column), Invoice.__table__.c.id)
    Index(f"ix_invoices_{_name}_desc", latest_first(_column), Invoice.__table__.c.id)
_column = Invoice.__table__.c.number
Index("ix_invoices_number_asc", lowest_number_first(_column), Invoice.__table__.c.id)
Index("ix_invoices_number_desc", highest_number_first(_column), Invoice.__table__.c.id)
