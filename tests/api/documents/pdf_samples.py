"""Sheets that the tests of the printed layout share, and eyes to read the PDF with."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from api.documents.pdf import (
    Fact,
    Party,
    Payment,
    Sheet,
    SheetLine,
    TaxRow,
    ToSign,
    TotalRow,
)

SELLER = Party(
    "Northwind Studio GmbH",
    ("Lindenstraße 42", "10969 Berlin", "Germany"),
    "DE",
    ("hello@northwind.example", "+49 30 555 012 0"),
)
BUYER = Party(
    "Halvorsen & Daughters AS",
    ("Attn. Ingrid Halvorsen", "Karl Johans gate 17", "0159 Oslo", "Norway"),
    "NO",
    (),
    (Fact("VAT ID", "NO 987 654 321 MVA"),),
)
FOOTER = (
    ("Northwind Studio GmbH", "Lindenstraße 42", "10969 Berlin"),
    ("HRB 123456 B", "Amtsgericht Charlottenburg"),
    ("VAT ID DE123456789", "Tax no. 30/123/45678"),
    ("Example Bank Berlin", "IBAN DE02 1203 0000 0000 2020 51", "BIC BYLADEM1001"),
)
DESIGN = SheetLine(
    "Interface design\nUp to 14 screens in two rounds of review.",
    net="11,970.00",
    position="1",
    quantity="14",
    unit="screens",
    unit_price="950.00",
    discount="10 %",
    tax="19 %",
)
QUOTE = Sheet(
    kind="quote",
    title="Quote",
    number="Q-2026-0042",
    issued_on=date(2026, 11, 23),
    currency="EUR",
    seller=SELLER,
    buyer=BUYER,
    lines=(DESIGN,),
    totals=(
        TotalRow("Net", "11,970.00"),
        TotalRow("VAT 19 %", "2,274.30"),
        TotalRow("Total", "14,244.30", is_strong=True),
    ),
    facts=(Fact("Date", "23 November 2026"), Fact("Valid until", "23 December 2026")),
    subject="Relaunch of the dealer portal",
    intro="Dear Ingrid,\n\nhere is our offer.",
    terms="Payment within 30 days of the invoice date.",
    signature=ToSign(sentence="We accept this quote."),
    footer=FOOTER,
)
INVOICE = Sheet(
    kind="invoice",
    title="Invoice",
    number="INV-2026-0117",
    issued_on=date(2026, 11, 23),
    currency="EUR",
    seller=SELLER,
    buyer=BUYER,
    lines=(DESIGN,),
    totals=QUOTE.totals,
    facts=(Fact("Invoice date", "23 Nov 2026"), Fact("Due", "7 Dec 2026")),
    tax_groups=(
        TaxRow("VAT 19 %", "11,970.00", "2,274.30"),
        TaxRow("Reverse charge", "1.00", "0.00", "Tax is owed by the recipient, art. 196."),
    ),
    payment=Payment(
        "Please pay EUR 14,244.30 by 7 December 2026.",
        (Fact("IBAN", "DE02 1203 0000 0000 2020 51"), Fact("BIC", "BYLADEM1001")),
    ),
    notes="Thank you for your order.",
    footer=FOOTER,
)
MOST = "999,999,999,999.99"


def numbered_lines(count: int) -> tuple[SheetLine, ...]:
    """Make lines that can be told apart, every third with a longer description."""
    more = "\nIncludes delivery, assembly and a short introduction for the team on site."
    return tuple(
        SheetLine(
            f"Module {number:03d}{more if number % 3 == 0 else ''}",
            net=f"{number}.50",
            position=str(number),
            quantity="1",
            unit="pcs",
            unit_price=f"{number}.50",
            tax="19 %",
        )
        for number in range(1, count + 1)
    )


def pages_of(pdf: bytes) -> list[str]:
    """Read the text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def fonts_of(pdf: bytes) -> Iterator[Any]:
    """Find every font that any page names."""
    for page in PdfReader(BytesIO(pdf)).pages:
        resources: Any = page["/Resources"]
        for font in resources.get_object()["/Font"].get_object().values():
            yield font.get_object()
