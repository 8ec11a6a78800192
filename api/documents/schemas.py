"""What quotes, invoices and credit notes share on the wire: lines, tax groups, sums and parties."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field
from typing_extensions import TypedDict

from api.addresses import Address, AddressDraft, address
from api.schema import (
    AmountText,
    OptionalEmail,
    OptionalLine,
    PercentText,
    PriceText,
    Prose,
    QuantityText,
    Question,
    ShortLine,
)
from domain.documents import DocumentLine, PricedDocument, TaxCategory
from domain.documents import Party as Side
from domain.money import amount_text, percent_text, price_text, quantity_text

MOST_LINES = 500


class Line(TypedDict):
    """One priced line; prices are net, `gross` is before and `net` after the line's discount."""

    id: UUID
    product_id: UUID | None
    description: Annotated[str, Field(examples=["Consulting"])]
    quantity: Annotated[str, Field(examples=["7.5"])]
    unit: Annotated[str, Field(examples=["h"])]
    unit_price: Annotated[str, Field(examples=["120.00"])]
    discount_percent: Annotated[str | None, Field(examples=["10"])]
    discount_amount: Annotated[str | None, Field(examples=["5.00"])]
    tax_rate: Annotated[str, Field(examples=["19"])]
    tax_category: TaxCategory
    tax_reason: str | None
    gross: Annotated[str, Field(examples=["900.00"])]
    net: Annotated[str, Field(examples=["810.00"])]


class Group(TypedDict):
    """One tax group: the lines of one category, rate and reason; tax is rounded once per group."""

    rate: Annotated[str, Field(examples=["19"])]
    category: TaxCategory
    reason: str | None
    net: Annotated[str, Field(examples=["810.00"])]
    tax: Annotated[str, Field(examples=["153.90"])]


class LineDraft(Question):
    """A line to write: `id` keeps the line that has it, `product_id` fills what is left out.

    Without a tax rate the product's or the workspace's usual tax applies; a rate of 0 without a
    category is `zero`.
    """

    id: UUID | None = None
    product_id: UUID | None = None
    description: Annotated[Prose | None, Field(examples=["Consulting"])] = None
    quantity: QuantityText = Decimal(1)
    unit: ShortLine | None = None
    unit_price: PriceText | None = None
    discount_percent: PercentText | None = None
    discount_amount: AmountText | None = None
    tax_rate: PercentText | None = None
    tax_category: TaxCategory | None = None
    tax_reason: OptionalLine = None


Lines = Annotated[list[LineDraft], Field(max_length=MOST_LINES)]


class Party(TypedDict):
    """Seller or buyer as a document names it; a snapshot once the document is out."""

    name: str
    contact_name: str | None
    address: Address
    vat_id: str | None
    tax_number: str | None
    registration: str | None
    email: str | None
    phone: str | None
    website: str | None
    iban: str | None
    bic: str | None


class PartyDraft(Question):
    """What a document calls its customer; a field that is not sent stays, null empties it."""

    name: OptionalLine = None
    contact_name: OptionalLine = None
    address: AddressDraft | None = None
    vat_id: OptionalLine = None
    tax_number: OptionalLine = None
    registration: OptionalLine = None
    email: OptionalEmail = None
    phone: OptionalLine = None


class Sums(TypedDict):
    """What a document comes to, in its currency; `net_total` is what is paid before tax."""

    currency: Annotated[str, Field(examples=["EUR"])]
    discount_percent: Annotated[str | None, Field(examples=["3"])]
    discount_amount: Annotated[str | None, Field(examples=["50.00"])]
    lines_total: Annotated[str, Field(examples=["165.77"])]
    discount_total: Annotated[str, Field(examples=["4.97"])]
    net_total: Annotated[str, Field(examples=["160.80"])]
    tax_total: Annotated[str, Field(examples=["16.85"])]
    total: Annotated[str, Field(examples=["177.65"])]
    taxes: list[Group]


def line(written: DocumentLine, currency: str) -> Line:
    """A line with its amounts at the currency's decimals."""
    return {
        "id": written.id,
        "product_id": written.product_id,
        "description": written.description,
        "quantity": quantity_text(written.quantity),
        "unit": written.unit,
        "unit_price": price_text(written.unit_price, currency),
        "discount_percent": percent_or_none(written.discount_percent),
        "discount_amount": amount_or_none(written.discount_amount, currency),
        "tax_rate": percent_text(written.tax_rate),
        "tax_category": written.tax_category,
        "tax_reason": written.tax_reason,
        "gross": amount_text(written.gross, currency),
        "net": amount_text(written.net, currency),
    }


def groups(stored: Iterable[dict[str, Any]], currency: str) -> list[Group]:
    """The tax groups that a document keeps."""
    return [
        {
            "rate": percent_text(Decimal(group["rate"])),
            "category": TaxCategory(group["category"]),
            "reason": group["reason"],
            "net": amount_text(Decimal(group["net"]), currency),
            "tax": amount_text(Decimal(group["tax"]), currency),
        }
        for group in stored
    ]


def sums(document: PricedDocument) -> Sums:
    """What a document comes to, from the document or a row of its columns."""
    currency = document.currency
    return {
        "currency": currency,
        "discount_percent": percent_or_none(document.discount_percent),
        "discount_amount": amount_or_none(document.discount_amount, currency),
        "lines_total": amount_text(document.lines_total, currency),
        "discount_total": amount_text(document.discount_total, currency),
        "net_total": amount_text(document.net_total, currency),
        "tax_total": amount_text(document.tax_total, currency),
        "total": amount_text(document.total, currency),
        "taxes": groups(document.tax_groups, currency),
    }


def party(side: Side) -> Party:
    """A seller or buyer with all its fields."""
    return {
        "name": side.name,
        "contact_name": side.contact_name,
        "address": address(side.address),
        "vat_id": side.vat_id,
        "tax_number": side.tax_number,
        "registration": side.registration,
        "email": side.email,
        "phone": side.phone,
        "website": side.website,
        "iban": side.iban,
        "bic": side.bic,
    }


def percent_or_none(value: Decimal | None) -> str | None:
    """A percentage, where there is one."""
    return None if value is None else percent_text(value)


def amount_or_none(value: Decimal | None, currency: str) -> str | None:
    """An amount, where there is one."""
    return None if value is None else amount_text(value, currency)
