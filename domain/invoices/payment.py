"""Payments: money received or given back, and what was received beyond what was owed."""

from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from domain.entity import Amount, Root


class Payment(Root):
    """Money received, or given back where negative; never edited, only reversed by its opposite.

    `surplus` is the part of `amount` beyond what was owed, kept as the customer's credit.
    """

    __tablename__ = "payments"
    __table_args__ = (UniqueConstraint("reverses_id"), Index(None, "received_on"))
    noun: ClassVar[str] = "payment"

    invoice_id: Mapped[UUID] = mapped_column(ForeignKey("invoices.id"), index=True)
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("leads.id"), default=None, index=True)
    amount: Mapped[Amount]
    surplus: Mapped[Amount] = mapped_column(default=Decimal(0))
    currency: Mapped[str]
    received_on: Mapped[date]
    method: Mapped[str]
    reference: Mapped[str | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    reverses_id: Mapped[UUID | None] = mapped_column(ForeignKey("payments.id"), default=None)

    @property
    def applied(self) -> Decimal:
        """The part that lowers what is owed on the invoice."""
        return self.amount - self.surplus


class CustomerCredit(Root):
    """The part of a payment beyond what was owed; negative where the payment was reversed."""

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
