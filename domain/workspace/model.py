"""The one company that runs this installation."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from domain.entity import BOOKKEEPING, AsJson, Root, json_column
from domain.errors import RuleViolation
from domain.workspace.address import Address


class AlreadySetUp(RuleViolation):
    """First-run setup happens once."""


@dataclass(frozen=True, slots=True)
class Tax:
    """A named tax rate; `rate` is a percentage, `reason` is printed where no tax is due."""

    name: str
    rate: Decimal
    category: str
    reason: str | None = None
    default: bool = False


class Workspace(Root):
    """The seller: names, address, registrations, bank, logo, zone, currency, taxes and terms."""

    __tablename__ = "workspaces"
    noun: ClassVar[str] = "workspace"

    name: Mapped[str]
    currency: Mapped[str]
    time_zone: Mapped[str]
    legal_name: Mapped[str | None] = mapped_column(default=None)
    address: Mapped[Address] = mapped_column(AsJson(Address), default_factory=Address)
    vat_id: Mapped[str | None] = mapped_column(default=None)
    tax_number: Mapped[str | None] = mapped_column(default=None)
    registration: Mapped[str | None] = mapped_column(default=None)
    email: Mapped[str | None] = mapped_column(default=None)
    phone: Mapped[str | None] = mapped_column(default=None)
    website: Mapped[str | None] = mapped_column(default=None)
    iban: Mapped[str | None] = mapped_column(default=None)
    bic: Mapped[str | None] = mapped_column(default=None)
    quote_valid_days: Mapped[int] = mapped_column(default=30)
    payment_days: Mapped[int] = mapped_column(default=14)
    tax_rates: Mapped[list[dict[str, Any]]] = mapped_column(json_column(), default_factory=list)
    quote_number_format: Mapped[str] = mapped_column(default="Q-{year}-{n:0004}")
    invoice_number_format: Mapped[str] = mapped_column(default="INV-{year}-{n:0004}")
    credit_note_number_format: Mapped[str] = mapped_column(default="CN-{year}-{n:0004}")
    quote_terms: Mapped[str | None] = mapped_column(default=None)
    invoice_footer: Mapped[str | None] = mapped_column(default=None)
    managers_see_private: Mapped[bool] = mapped_column(default=True)
    reps_edit_public: Mapped[bool] = mapped_column(default=False)
    logo: Mapped[bytes | None] = mapped_column(
        LargeBinary, default=None, deferred=True, info=BOOKKEEPING
    )
    logo_type: Mapped[str | None] = mapped_column(default=None)
    singleton: Mapped[int] = mapped_column(init=False, default=1, unique=True, info=BOOKKEEPING)

    @property
    def taxes(self) -> list[Tax]:
        """The named tax rates, in the order in which they are offered."""
        return [Tax(**{**tax, "rate": Decimal(tax["rate"])}) for tax in self.tax_rates]

    @taxes.setter
    def taxes(self, taxes: list[Tax]) -> None:
        self.tax_rates = [
            {
                "name": tax.name,
                "rate": str(tax.rate),
                "category": tax.category,
                "reason": tax.reason,
                "default": tax.default,
            }
            for tax in taxes
        ]
