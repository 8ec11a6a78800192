"""What quotes, invoices and credit notes say on paper, written out for readers of English."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.core import Locale
from babel.dates import format_date

from api.documents import pdf
from domain.calendar import zone
from domain.documents import DocumentLine, Party, PricedDocument, TaxCategory
from domain.money import decimals, plain_text, price_text, rounded
from domain.workspace import Address

LOCALE = Locale("en")
_PLACE_FIRST = frozenset({"AU", "CA", "GB", "IE", "US"})
_REGION_WITH_CODE = frozenset({"AU", "CA", "US"})
_CATEGORIES = {
    TaxCategory.STANDARD: "",
    TaxCategory.ZERO: "zero-rated",
    TaxCategory.EXEMPT: "exempt",
    TaxCategory.REVERSE_CHARGE: "reverse charge",
    TaxCategory.INTRA_EU: "intra-EU supply",
    TaxCategory.EXPORT: "export",
    TaxCategory.OUTSIDE: "outside the scope of tax",
}


def day(on: date) -> str:
    """A day as in `23 November 2026`."""
    return format_date(on, "d MMMM y", locale=LOCALE)


def instant(at: datetime, zone_name: str) -> str:
    """An instant on the workspace's clock, as in `23 November 2026, 14:05 CET`."""
    there = at.astimezone(zone(zone_name))
    return f"{day(there.date())}, {there:%H:%M %Z}"


def amount(value: Decimal, currency: str) -> str:
    """An amount with thousands set apart, as in `1,250.00`."""
    return _signed(f"{rounded(value, currency):,.{decimals(currency)}f}")


def money(value: Decimal, currency: str) -> str:
    """An amount with its currency, as in `EUR 1,250.00`."""
    return f"{currency} {amount(value, currency)}"


def quantity(value: Decimal) -> str:
    """A quantity with thousands set apart and no trailing zeros."""
    return _signed(f"{Decimal(plain_text(value)):,f}")


def price(value: Decimal, currency: str) -> str:
    """A unit price with thousands set apart and at least the currency's decimals."""
    return _signed(f"{Decimal(price_text(value, currency)):,f}")


def percent(value: Decimal) -> str:
    """A percentage as in `19 %`."""
    return f"{plain_text(value)}\u00a0%"


def country(code: str | None) -> str:
    """A country by its name."""
    return LOCALE.territories.get(code, code) if code else ""


def address_lines(place: Address, home: str | None = None) -> tuple[str, ...]:
    """An address as its country's post wants it; the country is named where it is not `home`."""
    abroad = country(place.country) if place.country != home else ""
    lines = (place.line1, place.line2, *_place_lines(place), abroad)
    return tuple(line for line in lines if line)


def seller(party: Party) -> pdf.Party:
    """The seller as the letterhead shows it."""
    contact = tuple(fact for fact in (party.email, party.phone, party.website) if fact)
    lines = address_lines(party.address)
    return pdf.Party(party.name, lines, party.address.country or "", contact)


def buyer(party: Party, home: str | None) -> pdf.Party:
    """The buyer as the address window and the facts below it show it."""
    person = (f"Attn. {party.contact_name}",) if party.contact_name else ()
    identifiers = tuple(
        pdf.Fact(label, value)
        for label, value in (("VAT ID", party.vat_id), ("Tax no.", party.tax_number))
        if value
    )
    lines = (*person, *address_lines(party.address, home))
    return pdf.Party(party.name, lines, party.address.country or "", (), identifiers)


def footer(party: Party, more: str | None = None) -> tuple[tuple[str, ...], ...]:
    """The seller's particulars at the foot of each page, in up to four columns."""
    place = (party.name, *address_lines(party.address))
    registered = _labelled(
        ("", party.registration), ("VAT ID", party.vat_id), ("Tax no.", party.tax_number)
    )
    bank = _labelled(("IBAN", party.iban), ("BIC", party.bic))
    free = tuple((more or "").splitlines())
    return tuple(column for column in (place, registered, bank, free) if column)


def lines(written: Sequence[DocumentLine], currency: str) -> tuple[pdf.SheetLine, ...]:
    """The lines as the table shows them."""
    return tuple(
        pdf.SheetLine(
            description=line.description,
            net=amount(line.net, currency),
            position=str(position),
            quantity=quantity(line.quantity),
            unit=line.unit,
            unit_price=price(line.unit_price, currency),
            discount=_discount(line, currency),
            tax=percent(line.tax_rate),
        )
        for position, line in enumerate(written, start=1)
    )


def sums(document: PricedDocument) -> tuple[pdf.TotalRow, ...]:
    """The rows from the sum of the lines to the net; none of them where nothing is taken off."""
    currency = document.currency
    if not document.discount_total:
        return (pdf.TotalRow("Net", amount(document.net_total, currency)),)
    return (
        pdf.TotalRow("Sum of lines", amount(document.lines_total, currency)),
        pdf.TotalRow(discount_label(document), amount(-document.discount_total, currency)),
        pdf.TotalRow("Net", amount(document.net_total, currency)),
    )


def discount_label(document: PricedDocument) -> str:
    """`Discount 3 %`, or `Discount` where it is an amount."""
    if document.discount_percent is None:
        return "Discount"
    return f"Discount {percent(document.discount_percent)}"


def tax_totals(document: PricedDocument, tax_name: str) -> tuple[pdf.TotalRow, ...]:
    """One row per tax group under the sums: its tax, and on what where there are several."""
    groups = document.tax_groups
    rows = []
    for group in groups:
        base = f" on {amount(Decimal(group['net']), document.currency)}" if groups[1:] else ""
        label = f"{tax_label(group, tax_name)}{base}"
        rows.append(pdf.TotalRow(label, amount(Decimal(group["tax"]), document.currency)))
    return tuple(rows)


def tax_table(document: PricedDocument, tax_name: str) -> tuple[pdf.TaxRow, ...]:
    """The tax groups as a table of their own, with the reason where no tax is due."""
    currency = document.currency
    return tuple(
        pdf.TaxRow(
            tax_label(group, tax_name),
            amount(Decimal(group["net"]), currency),
            amount(Decimal(group["tax"]), currency),
            group["reason"] or "",
        )
        for group in document.tax_groups
    )


def tax_label(group: dict[str, Any], tax_name: str) -> str:
    """`VAT 19 %`, or `VAT, reverse charge`."""
    category = _CATEGORIES[TaxCategory(group["category"])]
    if category:
        return f"{tax_name}, {category}"
    return f"{tax_name} {percent(Decimal(group['rate']))}"


def tax_name(party: Party) -> str:
    """What tax is called on the seller's documents."""
    return "VAT" if party.vat_id else "Tax"


def file_name(label: str) -> str:
    """A number as the name of a PDF, in letters that every system takes."""
    return f"{re.sub(r'[^A-Za-z0-9._-]+', '-', label).strip('-.') or 'document'}.pdf"


def _place_lines(place: Address) -> tuple[str, ...]:
    if place.country not in _PLACE_FIRST:
        town = " ".join(filter(None, (place.postcode, place.city)))
        return (town, place.region or "")
    if place.country in _REGION_WITH_CODE:
        code = " ".join(filter(None, (place.region, place.postcode)))
        return (", ".join(filter(None, (place.city, code))),)
    return (place.city or "", place.region or "", place.postcode or "")


def _labelled(*facts: tuple[str, str | None]) -> tuple[str, ...]:
    return tuple(f"{label} {value}".strip() for label, value in facts if value)


def _discount(line: DocumentLine, currency: str) -> str:
    if line.discount_percent:
        return percent(line.discount_percent)
    return amount(-line.discount_amount, currency) if line.discount_amount else ""


def _signed(text: str) -> str:
    return text.replace("-", "−")
