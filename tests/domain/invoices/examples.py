"""Invoices as rules see them, without a database."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from domain.documents import Party, TaxCategory, WantedLine
from domain.invoices import Credit, Deal, Invoice, new_draft, redraft
from domain.invoices.issuing import IssuePlan, fix, outline
from domain.workspace import Address

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
SELLER = Party(
    name="Throughline Test GmbH",
    address=Address(line1="Torstraße 1", postcode="10119", city="Berlin", country="DE"),
    vat_id="DE123456789",
)
BUYER = Party(
    name="Northwind Traders",
    address=Address(line1="Hafenstraße 5", postcode="20457", city="Hamburg", country="DE"),
)


def a_line(price: str = "100", quantity: str = "1", rate: str = "19", **facts: Any) -> WantedLine:
    """A line at a rate; a rate of 0 is zero-rated."""
    category = TaxCategory.STANDARD if Decimal(rate) else TaxCategory.ZERO
    return WantedLine(
        **{
            "description": "Consulting",
            "quantity": Decimal(quantity),
            "unit": "h",
            "unit_price": Decimal(price),
            "tax_rate": Decimal(rate),
            "tax_category": category,
            **facts,
        }
    )


def a_draft(*lines: WantedLine, **fields: Any) -> Invoice:
    """A draft in euro with 14 days to pay."""
    buyer = fields.pop("buyer", BUYER)
    invoice = new_draft(Deal(buyer=buyer, payment_days=14), fields.pop("currency", "EUR"), NOON)
    redraft(invoice, fields, lines or (a_line(),))
    return invoice


def a_plan(invoice: Invoice, on: date = TODAY) -> IssuePlan:
    """The draft as it would be issued on a day."""
    return outline(invoice, SELLER, Party(), on)


def an_invoice(*lines: WantedLine, **fields: Any) -> Invoice:
    """An issued invoice of today."""
    invoice = a_draft(*lines, **fields)
    fix(invoice, a_plan(invoice), "INV-2026-0001")
    return invoice


def kept_groups(credit: Credit) -> list[dict[str, Any]]:
    """The tax groups of a credit as a credit note keeps them."""
    return [
        {
            "rate": str(group.rate),
            "category": group.category.value,
            "reason": group.reason,
            "net": str(group.net),
            "tax": str(group.tax),
        }
        for group in credit.groups
    ]
