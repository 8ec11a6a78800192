"""Contacts and companies as they travel."""

from datetime import datetime
from functools import lru_cache
from typing import Annotated, Any
from uuid import UUID

import phonenumbers
from pydantic import Field, model_validator
from sqlalchemy import Row
from stdnum.eu import vat
from typing_extensions import TypedDict

from api.addresses import Address, AddressDraft, address
from api.schema import Line, Named, OptionalEmail, OptionalLine, Question, not_sent

PaymentDays = Annotated[int | None, Field(ge=0, le=365)]


class Company(TypedDict):
    """An organisation that buys, with what an invoice to it needs.

    `vat_id` is kept as it was written; `vat_id_valid` says whether its form and check digits are
    right, null where it is not one of the European Union's.
    """

    id: UUID
    name: str
    legal_name: str | None
    address: Address
    vat_id: str | None
    vat_id_valid: bool | None
    tax_number: str | None
    billing_email: str | None
    payment_days: int | None
    external_id: str | None
    created_at: datetime
    archived_at: datetime | None
    version: int


class CompanyList(TypedDict):
    """A page of companies."""

    items: list[Company]
    next_cursor: str | None
    total: int | None


class CompanyFields(Question):
    """What may be said of a company when it is made and when it is changed."""

    legal_name: OptionalLine = None
    address: AddressDraft | None = None
    vat_id: OptionalLine = None
    tax_number: OptionalLine = None
    billing_email: OptionalEmail = None
    payment_days: PaymentDays = None
    external_id: OptionalLine = None


class CompanyDraft(CompanyFields):
    """A new company; `payment_days` overrides the workspace's term."""

    name: Line


class CompanyChange(CompanyFields):
    """What changes; a field that is not sent stays, null empties it where it may be empty."""

    name: Line = Field(default_factory=not_sent)


class Contact(TypedDict):
    """A person; `phone` is kept as it was written, `phone_e164` is for dialling, where sure."""

    id: UUID
    name: str
    email: str | None
    phone: str | None
    phone_e164: Annotated[str | None, Field(examples=["+493012345678"])]
    company: Named | None
    external_id: str | None
    created_at: datetime
    archived_at: datetime | None
    version: int


class ContactList(TypedDict):
    """A page of contacts."""

    items: list[Contact]
    next_cursor: str | None
    total: int | None


class ContactFields(Question):
    """What may be said of a person; the company is named by id, or found by its name or made."""

    email: OptionalEmail = None
    phone: OptionalLine = None
    company: CompanyDraft | None = None
    company_id: UUID | None = None
    external_id: OptionalLine = None

    @model_validator(mode="after")
    def _one_way_to_name_the_company(self) -> "ContactFields":
        if self.company and self.company_id:
            raise ValueError("Send company or company_id, not both.")
        return self


class ContactDraft(ContactFields):
    """A new person; the e-mail address need not be unique."""

    name: Line


class ContactChange(ContactFields):
    """What changes; a field that is not sent stays, null empties it where it may be empty."""

    name: Line = Field(default_factory=not_sent)


def company(row: Any) -> Company:
    """A company, from its row or entity."""
    return {
        "id": row.id,
        "name": row.name,
        "legal_name": row.legal_name,
        "address": address(row.address),
        "vat_id": row.vat_id,
        "vat_id_valid": _vat_id_is_valid(row.vat_id) if row.vat_id else None,
        "tax_number": row.tax_number,
        "billing_email": row.billing_email,
        "payment_days": row.payment_days,
        "external_id": row.external_id,
        "created_at": row.created_at,
        "archived_at": row.archived_at,
        "version": row.version,
    }


def contact(row: Row[Any]) -> Contact:
    """A row of the list as a contact; a company that the viewer may not see is left out."""
    firm: Named | None = None
    if row.company_name is not None:
        firm = {"id": row.company_id, "name": row.company_name}
    return {
        "id": row.id,
        "name": row.name,
        "email": row.email,
        "phone": row.phone,
        "phone_e164": _for_dialling(row.phone) if row.phone else None,
        "company": firm,
        "external_id": row.external_id,
        "created_at": row.created_at,
        "archived_at": row.archived_at,
        "version": row.version,
    }


@lru_cache(maxsize=4096)
def _for_dialling(phone: str) -> str | None:
    """The number as it is dialled from anywhere; None where its country is not written."""
    try:
        number = phonenumbers.parse(phone, None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@lru_cache(maxsize=4096)
def _vat_id_is_valid(vat_id: str) -> bool | None:
    """Whether form and check digits are right; None outside the European Union."""
    country = vat_id[:2].lower().replace("el", "gr")
    if country not in vat.MEMBER_STATES and country != "xi":
        return None
    return bool(vat.is_valid(vat_id))
