"""Products: what is sold again and again, offered when a line is written."""

from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from domain.entity import BOOKKEEPING, Percent, Root, UnitPrice
from domain.errors import RuleViolation


class ProductCodeTaken(RuleViolation):
    """Another product has this code."""


class Product(Root):
    """A good or service with its net unit price in `currency` and its usual tax in percent."""

    __tablename__ = "products"
    __table_args__ = (Index(None, "name", "id"), Index(None, "external_id"))
    noun: ClassVar[str] = "product"

    code: Mapped[str | None] = mapped_column(unique=True)
    name: Mapped[str]
    description: Mapped[str | None] = mapped_column(default=None)
    unit: Mapped[str] = mapped_column(default="pc")
    unit_price: Mapped[UnitPrice] = mapped_column(default=Decimal(0))
    currency: Mapped[str]
    tax_rate: Mapped[Percent | None] = mapped_column(default=None)
    tax_category: Mapped[str | None] = mapped_column(default=None)
    external_id: Mapped[str | None] = mapped_column(default=None)
    archived_at: Mapped[datetime | None] = mapped_column(default=None)
    created_at: Mapped[datetime] = mapped_column(info=BOOKKEEPING)
