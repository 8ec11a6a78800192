"""Credit notes: documents of their own that take back an issued invoice wholly or in part."""

from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from domain.documents import DocumentLine, Party, PricedDocument
from domain.entity import Amount, AsJson, json_column


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
    """A document that takes back an issued invoice wholly or in part; its amounts are positive.

    `rounding` is the invoice's own, taken back by the credit note that leaves nothing of it.
    """

    __tablename__ = "credit_notes"
    __table_args__ = (UniqueConstraint("number"), Index(None, "issued_on", "id"))
    noun: ClassVar[str] = "credit_note"

    number: Mapped[str]
    invoice_id: Mapped[UUID] = mapped_column(ForeignKey("invoices.id"), index=True)
    invoice_number: Mapped[str]
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("leads.id"), default=None, index=True)
    company_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("companies.id"), default=None, index=True
    )
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"), default=None)
    issued_on: Mapped[date]
    reason: Mapped[str]
    rounding: Mapped[Amount] = mapped_column(default=Decimal(0))
    sent_at: Mapped[datetime | None] = mapped_column(default=None)
    sent_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"), default=None)
    sent_by_name: Mapped[str | None] = mapped_column(default=None)
    sent_to: Mapped[list[str]] = mapped_column(json_column(), default_factory=list)
    customer: Mapped[Party] = mapped_column(AsJson(Party.stored))
    seller: Mapped[Party] = mapped_column(AsJson(Party.stored))
    lines: Mapped[list[CreditNoteLine]] = relationship(
        back_populates="credit_note",
        order_by="CreditNoteLine.position",
        cascade="all, delete-orphan",
        default_factory=list,
        lazy="selectin",
    )

    @property
    def taken_back(self) -> Decimal:
        """By how much it lowers what is owed."""
        return self.total + self.rounding
