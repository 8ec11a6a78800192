"""Customers: organisations and people; they outlive any one deal."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from domain.entity import BOOKKEEPING, AsJson, Root
from domain.errors import Invalid
from domain.search import folded
from domain.workspace import Address


class Company(Root):
    """An organisation that buys, with what an invoice to it needs.

    `payment_days` overrides the workspace's term.
    """

    __tablename__ = "companies"
    __table_args__ = (
        Index(None, "name", "id"),
        Index(None, "name_key"),
        Index(None, "external_id"),
    )
    noun: ClassVar[str] = "company"

    name: Mapped[str]
    legal_name: Mapped[str | None] = mapped_column(default=None)
    address: Mapped[Address] = mapped_column(AsJson(Address), default_factory=Address)
    vat_id: Mapped[str | None] = mapped_column(default=None)
    tax_number: Mapped[str | None] = mapped_column(default=None)
    billing_email: Mapped[str | None] = mapped_column(default=None)
    payment_days: Mapped[int | None] = mapped_column(default=None)
    external_id: Mapped[str | None] = mapped_column(default=None)
    archived_at: Mapped[datetime | None] = mapped_column(default=None)
    created_at: Mapped[datetime] = mapped_column(info=BOOKKEEPING)
    name_key: Mapped[str] = mapped_column(init=False, default="", info=BOOKKEEPING)

    def __post_init__(self) -> None:
        self.name_key = folded(self.name)

    def rename(self, name: str) -> None:
        """Give the company another name; it is found again by it."""
        self.name, self.name_key = name, folded(name)

    def revise(self, facts: dict[str, Any]) -> None:
        """Change some facts; the name cannot be emptied."""
        for name, value in facts.items():
            if name == "name":
                self.rename(_named(value))
            else:
                setattr(self, name, value)

    def archive(self, now: datetime) -> None:
        """Take the company out of the lists; its deals and documents stay as they are."""
        if self.archived_at is None:
            self.archived_at = now
            self.happened("company.archived")

    def restore(self) -> None:
        """Bring an archived company back."""
        if self.archived_at is not None:
            self.archived_at = None
            self.happened("company.restored")


class Contact(Root):
    """A person; the e-mail address is kept lower-cased and need not be unique."""

    __tablename__ = "contacts"
    __table_args__ = (Index(None, "name", "id"), Index(None, "external_id"))
    noun: ClassVar[str] = "contact"

    name: Mapped[str]
    email: Mapped[str | None] = mapped_column(default=None, index=True)
    phone: Mapped[str | None] = mapped_column(default=None)
    company_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("companies.id"), default=None, index=True
    )
    external_id: Mapped[str | None] = mapped_column(default=None)
    archived_at: Mapped[datetime | None] = mapped_column(default=None)
    created_at: Mapped[datetime] = mapped_column(info=BOOKKEEPING)

    def revise(self, facts: dict[str, Any]) -> None:
        """Change some facts; the name cannot be emptied."""
        for name, value in facts.items():
            setattr(self, name, _named(value) if name == "name" else value)

    def archive(self, now: datetime) -> None:
        """Take the person out of the lists; their deals and documents stay as they are."""
        if self.archived_at is None:
            self.archived_at = now
            self.happened("contact.archived")

    def restore(self) -> None:
        """Bring an archived person back."""
        if self.archived_at is not None:
            self.archived_at = None
            self.happened("contact.restored")


def _named(name: str | None) -> str:
    if not name:
        raise Invalid("name", "A customer always has a name.")
    return name
