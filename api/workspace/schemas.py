"""The workspace as it travels."""

import re
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BeforeValidator, Field
from typing_extensions import TypedDict

from api.addresses import Address, AddressDraft, address
from api.schema import (
    Currency,
    Line,
    OptionalEmail,
    OptionalLine,
    OptionalProse,
    PercentText,
    Question,
    ShortLine,
    not_sent,
)
from api.workspace.registrations import checked_bic, checked_iban, vat_id_notice
from domain.documents import TaxCategory
from domain.money import percent_text
from domain.workspace import Workspace as WorkspaceRecord

MOST_TAXES = 50


class Tax(TypedDict):
    """A named tax; `reason` is printed where none is due, `default` is what lines get by itself."""

    name: Annotated[str, Field(examples=["Standard"])]
    rate: Annotated[str, Field(description="Percent.", examples=["19"])]
    category: Annotated[TaxCategory, Field(examples=["standard"])]
    reason: Annotated[str | None, Field(examples=[None])]
    default: bool


class WorkspaceNotice(TypedDict):
    """Something about a field that looks wrong, although it was taken."""

    field: Annotated[str, Field(examples=["vat_id"])]
    message: Annotated[str, Field(examples=["The check digits of this VAT id are wrong."])]


class Workspace(TypedDict):
    """The company that sells, and the terms it sells on; `notices` say what looks wrong.

    Number formats have one `{n}` part; a series restarts each year exactly when it has `{year}`.
    """

    id: UUID
    name: Annotated[str, Field(examples=["Fjord & Finch"])]
    legal_name: Annotated[str | None, Field(examples=["Fjord & Finch GmbH"])]
    address: Address
    vat_id: Annotated[str | None, Field(examples=["DE136695976"])]
    tax_number: Annotated[str | None, Field(examples=["27/123/45678"])]
    registration: Annotated[str | None, Field(examples=["HRB 12345 B, Amtsgericht Berlin"])]
    email: Annotated[str | None, Field(examples=["office@fjordfinch.example"])]
    phone: Annotated[str | None, Field(examples=["+49 30 1234567"])]
    website: Annotated[str | None, Field(examples=["https://fjordfinch.example"])]
    iban: Annotated[str | None, Field(examples=["DE89370400440532013000"])]
    bic: Annotated[str | None, Field(examples=["COBADEFFXXX"])]
    currency: Annotated[str, Field(examples=["EUR"])]
    time_zone: Annotated[str, Field(examples=["Europe/Berlin"])]
    quote_valid_days: Annotated[int, Field(examples=[30])]
    payment_days: Annotated[int, Field(examples=[14])]
    taxes: list[Tax]
    quote_number_format: Annotated[str, Field(examples=["Q-{year}-{n:0004}"])]
    invoice_number_format: Annotated[str, Field(examples=["INV-{year}-{n:0004}"])]
    credit_note_number_format: Annotated[str, Field(examples=["CN-{year}-{n:0004}"])]
    quote_terms: Annotated[str | None, Field(examples=["Delivery within four weeks."])]
    invoice_footer: Annotated[str | None, Field(examples=["Thank you for your order."])]
    managers_see_private: bool
    reps_edit_public: bool
    has_logo: bool
    notices: Annotated[list[WorkspaceNotice], Field(examples=[[]])]
    version: int


def _website(text: str) -> str:
    if not re.fullmatch(r"(https?://)?[^\s/:@]+\.[^\s/:@]+(:\d+)?(/\S*)?", text):
        raise ValueError("Give a web address, for example https://example.com.")
    return text


def _blank_to_none(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


Iban = Annotated[ShortLine, AfterValidator(checked_iban)]
Bic = Annotated[ShortLine, AfterValidator(checked_bic)]
Website = Annotated[Line, AfterValidator(_website)]
NumberFormat = Annotated[ShortLine, Field(examples=["INV-{year}-{n:0004}"])]
Days = Annotated[int, Field(strict=True, ge=0, le=365)]
DaysAhead = Annotated[int, Field(strict=True, ge=1, le=365)]


class TaxDraft(Question):
    """A named tax; without a category it is standard, or zero where the rate is 0."""

    name: Annotated[ShortLine, Field(examples=["Standard"])]
    rate: Annotated[PercentText, Field(examples=["19"])]
    category: TaxCategory | None = None
    reason: OptionalLine = None
    default: bool = False


class WorkspaceChange(Question):
    """What changes; a field that is not sent stays, null empties it where it may be empty.

    `taxes` replaces the whole list. `invoice_number_start` sets the first invoice number, once,
    before any invoice was issued. Currency and time zone stay once there are leads or documents.
    """

    name: Line = Field(default_factory=not_sent, examples=["Fjord & Finch"])
    legal_name: OptionalLine = None
    address: AddressDraft | None = None
    vat_id: OptionalLine = None
    tax_number: OptionalLine = None
    registration: OptionalLine = None
    email: OptionalEmail = None
    phone: OptionalLine = None
    website: Annotated[Website | None, BeforeValidator(_blank_to_none)] = None
    iban: Annotated[Iban | None, BeforeValidator(_blank_to_none)] = None
    bic: Annotated[Bic | None, BeforeValidator(_blank_to_none)] = None
    currency: Currency = Field(default_factory=not_sent)
    time_zone: ShortLine = Field(default_factory=not_sent)
    quote_valid_days: DaysAhead = Field(default_factory=not_sent, examples=[30])
    payment_days: Days = Field(default_factory=not_sent, examples=[14])
    taxes: list[TaxDraft] = Field(default_factory=not_sent, min_length=1, max_length=MOST_TAXES)
    quote_number_format: NumberFormat = Field(default_factory=not_sent)
    invoice_number_format: NumberFormat = Field(default_factory=not_sent)
    credit_note_number_format: NumberFormat = Field(default_factory=not_sent)
    invoice_number_start: int = Field(default_factory=not_sent, strict=True, ge=1, le=999_999_999)
    quote_terms: OptionalProse = None
    invoice_footer: OptionalProse = None
    managers_see_private: bool = Field(default_factory=not_sent)
    reps_edit_public: bool = Field(default_factory=not_sent)


def workspace(found: WorkspaceRecord) -> Workspace:
    """The workspace with all its fields."""
    return {
        "id": found.id,
        "name": found.name,
        "legal_name": found.legal_name,
        "address": address(found.address),
        "vat_id": found.vat_id,
        "tax_number": found.tax_number,
        "registration": found.registration,
        "email": found.email,
        "phone": found.phone,
        "website": found.website,
        "iban": found.iban,
        "bic": found.bic,
        "currency": found.currency,
        "time_zone": found.time_zone,
        "quote_valid_days": found.quote_valid_days,
        "payment_days": found.payment_days,
        "taxes": _taxes(found),
        "quote_number_format": found.quote_number_format,
        "invoice_number_format": found.invoice_number_format,
        "credit_note_number_format": found.credit_note_number_format,
        "quote_terms": found.quote_terms,
        "invoice_footer": found.invoice_footer,
        "managers_see_private": found.managers_see_private,
        "reps_edit_public": found.reps_edit_public,
        "has_logo": found.logo_type is not None,
        "notices": _notices(found),
        "version": found.version,
    }


def _taxes(found: WorkspaceRecord) -> list[Tax]:
    return [
        {
            "name": tax.name,
            "rate": percent_text(tax.rate),
            "category": TaxCategory(tax.category),
            "reason": tax.reason,
            "default": tax.default,
        }
        for tax in found.taxes
    ]


def _notices(found: WorkspaceRecord) -> list[WorkspaceNotice]:
    message = vat_id_notice(found.vat_id, found.address.country)
    return [{"field": "vat_id", "message": message}] if message else []
