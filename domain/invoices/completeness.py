"""What an invoice must say before it may be issued: Directive 2006/112/EC, article 226.

The points of the article, and where they come from: (1) date of issue and (2) sequential number
are given at issue; (3) the seller's VAT id, or the tax number of those who have none; (4) the
buyer's VAT id where he owes the tax; (5) full name and address of both; (6) extent and kind of what
was supplied: description, quantity and unit; (7) date of supply: the date of issue unless the draft
says otherwise; (8) base per rate, price without tax, discounts, (9) rate and (10) tax are worked
out from the lines; (11) and (11a) the reason why no tax is due.
"""

from collections.abc import Iterator

from domain.documents import Party, TaxCategory
from domain.documents.arithmetic import tax_problems
from domain.errors import FieldProblem
from domain.invoices.model import Invoice, InvoiceLine

SETTINGS = "in the workspace's settings"
_BUYER_OWES = (TaxCategory.REVERSE_CHARGE, TaxCategory.INTRA_EU)


def missing(invoice: Invoice, seller: Party, buyer: Party) -> list[FieldProblem]:
    """Everything that this draft lacks, by field, as in `seller.vat_id` or `lines.0.unit`."""
    buyer_owes_tax = any(line.tax_category in _BUYER_OWES for line in invoice.lines)
    return [
        *_of_seller(seller, buyer_owes_tax),
        *_of_buyer(buyer, buyer_owes_tax),
        *_of_document(invoice),
        *(
            FieldProblem(f"lines.{position}.{field}", message)
            for position, line in enumerate(invoice.lines)
            for field, message in _of_line(line)
        ),
    ]


def _of_seller(seller: Party, buyer_owes_tax: bool) -> Iterator[FieldProblem]:
    if not seller.name:
        yield FieldProblem("seller.name", f"Give your company's name {SETTINGS}.")
    yield from _of_address("seller", seller, f"your company's {{}} {SETTINGS}")
    if buyer_owes_tax and not seller.vat_id:
        yield FieldProblem(
            "seller.vat_id", f"The buyer owes the tax, so give your VAT id {SETTINGS}."
        )
    elif not (seller.vat_id or seller.tax_number):
        yield FieldProblem("seller.vat_id", f"Give your VAT id or tax number {SETTINGS}.")


def _of_buyer(buyer: Party, buyer_owes_tax: bool) -> Iterator[FieldProblem]:
    if not buyer.name:
        yield FieldProblem("customer.name", "Give the customer's name.")
    yield from _of_address("customer", buyer, "the customer's {}")
    if buyer_owes_tax and not buyer.vat_id:
        yield FieldProblem(
            "customer.vat_id", "The customer owes the tax, so give the customer's VAT id."
        )


def _of_address(side: str, party: Party, whose: str) -> Iterator[FieldProblem]:
    place = party.address
    parts = {
        "line1": ("street or box", place.line1 or place.line2),
        "city": ("town", place.city),
        "country": ("country", place.country),
    }
    for field, (word, value) in parts.items():
        if not value:
            yield FieldProblem(f"{side}.address.{field}", f"Give {whose.format(word)}.")


def _of_document(invoice: Invoice) -> Iterator[FieldProblem]:
    if not invoice.lines:
        yield FieldProblem("lines", "Add at least one line.")
    if invoice.total < 0:
        yield FieldProblem(
            "lines",
            "An invoice cannot come to less than nothing; take back an invoice by a credit note.",
        )


def _of_line(line: InvoiceLine) -> Iterator[tuple[str, str]]:
    if not line.description.strip():
        yield "description", "Say what was supplied."
    if not line.quantity:
        yield "quantity", "Give a quantity that is not 0."
    if not line.unit.strip():
        yield "unit", "Give the unit, for example pcs or h."
    yield from tax_problems(line)
