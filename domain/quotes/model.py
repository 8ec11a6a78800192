"""Quotes: numbered, expiring offers made from a lead."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from domain.documents import DocumentLine, Party, PricedDocument
from domain.entity import BOOKKEEPING, SECRET, AsJson, json_column


class QuoteState(StrEnum):
    """Where a quote stands; `expired` is derived from `valid_until` and never stored."""

    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class QuoteLine(DocumentLine):
    """One line of an offer."""

    __tablename__ = "quote_lines"
    root_attribute = "quote"

    quote_id: Mapped[UUID] = mapped_column(
        ForeignKey("quotes.id", ondelete="CASCADE"), init=False, index=True
    )
    quote: Mapped["Quote"] = relationship(back_populates="lines", init=False)


class Quote(PricedDocument):
    """An offer that holds to the end of `valid_until` in the workspace's zone."""

    __tablename__ = "quotes"
    __table_args__ = (
        UniqueConstraint("number", "revision"),
        Index(
            "uq_quotes_current",
            "number",
            unique=True,
            postgresql_where=text("is_current"),
            sqlite_where=text("is_current"),
        ),
        Index(None, "created_at", "id"),
        Index(None, "valid_until", "id"),
        Index(None, "state", "valid_until"),
        Index(None, "accepted_on"),
    )
    noun: ClassVar[str] = "quote"

    lead_id: Mapped[UUID] = mapped_column(ForeignKey("leads.id"), index=True)
    number: Mapped[str]
    revision: Mapped[int] = mapped_column(default=1)
    is_current: Mapped[bool] = mapped_column(default=True, info=BOOKKEEPING)
    state: Mapped[QuoteState] = mapped_column(default=QuoteState.DRAFT)
    issued_on: Mapped[date | None] = mapped_column(default=None)
    valid_until: Mapped[date]
    subject: Mapped[str | None] = mapped_column(default=None)
    customer: Mapped[Party] = mapped_column(AsJson(Party.stored), default_factory=Party)
    notes: Mapped[str | None] = mapped_column(default=None)
    terms: Mapped[str | None] = mapped_column(default=None)
    created_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"), default=None)
    sent_at: Mapped[datetime | None] = mapped_column(default=None)
    sent_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"), default=None)
    sent_by_name: Mapped[str | None] = mapped_column(default=None)
    sent_to: Mapped[list[str]] = mapped_column(json_column(), default_factory=list)
    viewed_at: Mapped[datetime | None] = mapped_column(default=None)
    accepted_at: Mapped[datetime | None] = mapped_column(default=None)
    accepted_on: Mapped[date | None] = mapped_column(default=None, info=BOOKKEEPING)
    accepted_how: Mapped[str | None] = mapped_column(default=None)
    signed_by: Mapped[str | None] = mapped_column(default=None)
    signature: Mapped[str | None] = mapped_column(default=None, info=BOOKKEEPING)
    evidence: Mapped[dict[str, Any]] = mapped_column(json_column(), default_factory=dict)
    invoiced_at: Mapped[datetime | None] = mapped_column(default=None, info=BOOKKEEPING)
    declined_at: Mapped[datetime | None] = mapped_column(default=None)
    decline_reason: Mapped[str | None] = mapped_column(default=None)
    link_nonce: Mapped[str | None] = mapped_column(default=None, info=SECRET)
    link_hash: Mapped[str | None] = mapped_column(default=None, unique=True, info=SECRET)
    expiry_warned: Mapped[bool] = mapped_column(default=False, info=BOOKKEEPING)
    expiry_noted: Mapped[bool] = mapped_column(default=False, info=BOOKKEEPING)
    lines: Mapped[list[QuoteLine]] = relationship(
        back_populates="quote",
        order_by="QuoteLine.position",
        cascade="all, delete-orphan",
        default_factory=list,
        lazy="selectin",
    )

    @property
    def label(self) -> str:
        """The number as it is printed: `Q-2026-0001`, its second revision `Q-2026-0001-R2`."""
        return self.number if self.revision == 1 else f"{self.number}-R{self.revision}"

    def status(self, today: date) -> str:
        """The state as everybody is told it: a sent quote is called expired after its last day."""
        if self.state is QuoteState.SENT and self.valid_until < today:
            return "expired"
        return self.state.value
