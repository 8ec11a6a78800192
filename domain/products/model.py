"""Products: what is sold again and again, offered when a line is written."""

from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from domain.entity import BOOKKEEPING, Percent, Root, UnitPrice
from domain.errors import Invalid, RuleViolation


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

    def __post_init__(self) -> None:
        self._check()

    def revise(self, facts: dict[str, Any]) -> None:
        """Change some facts; what a product always has cannot be emptied."""
        for name, value in facts.items():
            if value is None and name in ("name", "unit", "unit_price"):
                raise Invalid(name, "A product always has this.")
            setattr(self, name, value)
        self._check()

    def archive(self, now: datetime) -> None:
        """Stop offering the product; lines that name it stay as they are."""
        if self.archived_at is None:
            self.archived_at = now
            self.happened("product.archived")

    def restore(self) -> None:
        """Offer the product again."""
        if self.archived_at is not None:
            self.archived_at = None
            self.happened("product.restored")

    def _check(self) -> None:
        if self.unit_price < 0:
            raise Invalid("unit_price", "A price is not negative; use a discount or a credit note.")
        if self.tax_rate is not None and self.tax_rate > 100:
            raise Invalid("tax_rate", "A tax rate is at most 100.")
