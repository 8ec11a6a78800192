"""What quotes, invoices and credit notes share: parties, lines, totals, and the stored PDF."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Self
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from domain.documents.arithmetic import TaxCategory
from domain.entity import (
    BOOKKEEPING,
    Amount,
    Entity,
    Part,
    Percent,
    Quantity,
    Root,
    UnitPrice,
    json_column,
)
from domain.workspace import Address


@dataclass(frozen=True, slots=True)
class Party:
    """Seller or buyer as a document names it; a snapshot once the document is out."""

    name: str = ""
    contact_name: str | None = None
    address: Address = field(default_factory=Address)
    vat_id: str | None = None
    tax_number: str | None = None
    registration: str | None = None
    email: str | None = None
    phone: str | None = None
    website: str | None = None
    iban: str | None = None
    bic: str | None = None

    @classmethod
    def stored(cls, *, address: dict[str, Any] | Address | None = None, **facts: Any) -> Self:
        """Read a party back from its JSON object."""
        place = address if isinstance(address, Address) else Address(**(address or {}))
        return cls(address=place, **facts)


class StoredDocument(Entity):
    """The very bytes that were sent, accepted or issued; never rendered again.

    `source_id` is the quote, invoice or credit note they belong to.
    """

    __tablename__ = "stored_documents"

    lead_id: Mapped[UUID | None] = mapped_column(default=None, index=True)
    source_id: Mapped[UUID] = mapped_column(index=True)
    name: Mapped[str]
    media_type: Mapped[str] = mapped_column(default="application/pdf")
    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    created_at: Mapped[datetime]


class DocumentLine(Part):
    """One priced line; prices are net, `gross` is before and `net` after the line's discount."""

    __abstract__ = True

    position: Mapped[int] = mapped_column(default=0)
    product_id: Mapped[UUID | None] = mapped_column(ForeignKey("products.id"), default=None)
    description: Mapped[str]
    quantity: Mapped[Quantity]
    unit: Mapped[str]
    unit_price: Mapped[UnitPrice]
    discount_percent: Mapped[Percent | None] = mapped_column(default=None)
    discount_amount: Mapped[Amount | None] = mapped_column(default=None)
    tax_rate: Mapped[Percent]
    tax_category: Mapped[TaxCategory]
    tax_reason: Mapped[str | None] = mapped_column(default=None)
    gross: Mapped[Amount] = mapped_column(default=Decimal(0))
    net: Mapped[Amount] = mapped_column(default=Decimal(0))


class PricedDocument(Root):
    """A document with lines whose totals were worked out by `arithmetic.totals` and stored.

    `tax_groups` holds one object per group: rate, category, reason, net, tax, as decimal texts.
    """

    __abstract__ = True

    currency: Mapped[str]
    discount_percent: Mapped[Percent | None] = mapped_column(default=None)
    discount_amount: Mapped[Amount | None] = mapped_column(default=None)
    lines_total: Mapped[Amount] = mapped_column(default=Decimal(0))
    discount_total: Mapped[Amount] = mapped_column(default=Decimal(0))
    net_total: Mapped[Amount] = mapped_column(default=Decimal(0))
    tax_total: Mapped[Amount] = mapped_column(default=Decimal(0))
    total: Mapped[Amount] = mapped_column(default=Decimal(0))
    tax_groups: Mapped[list[dict[str, Any]]] = mapped_column(json_column(), default_factory=list)
    document_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("stored_documents.id"), default=None, info=BOOKKEEPING
    )
    mail_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("mails.id"), default=None, info=BOOKKEEPING
    )
    created_at: Mapped[datetime] = mapped_column(info=BOOKKEEPING)
