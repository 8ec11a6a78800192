"""What a printed sheet says, and that it says it the same way every time."""

import time
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from api.documents.pdf import Fact, Party, Sheet, Signed, render
from tests.api.documents.pdf_samples import (
    INVOICE,
    QUOTE,
    SELLER,
    fonts_of,
    numbered_lines,
    pages_of,
)

MILLISECONDS = 1000


def test_a_short_quote_says_everything_on_one_page() -> None:
    (page,) = pages_of(render(QUOTE))
    for text in (
        "Northwind Studio GmbH",
        "Halvorsen & Daughters AS",
        "Karl Johans gate 17",
        "NO 987 654 321 MVA",
        "Quote Q-2026-0042",
        "Relaunch of the dealer portal",
        "Valid until 23 December 2026",
        "here is our offer.",
        "Interface design",
        "Up to 14 screens in two rounds of review.",
        "14 screens 950.00 10 % 19 % 11,970.00",
        "Total EUR 14,244.30",
        "Payment within 30 days",
        "We accept this quote.",
        "Place, date",
        "Signature",
        "IBAN DE02 1203 0000 0000 2020 51",
        "Page 1 of 1",
    ):
        assert text in page


def test_an_invoice_says_how_to_pay_and_what_is_taxed() -> None:
    (page,) = pages_of(render(INVOICE))
    for text in (
        "Please pay EUR 14,244.30 by 7 December 2026.",
        "VAT 19 % 11,970.00 2,274.30",
        "Reverse charge 1.00 0.00",
        "Tax is owed by the recipient",
        "Thank you for your order.",
    ):
        assert text in page


def test_a_signed_quote_shows_who_signed_and_when() -> None:
    signed = Signed("Ingrid Halvorsen", "24 November 2026, 14:05 CET", typed="I. Halvorsen")
    page = pages_of(render(replace(QUOTE, signature=signed)))[-1]
    assert "Accepted\nIngrid Halvorsen\n24 November 2026, 14:05 CET" in page
    assert "I. Halvorsen" in page
    assert "Place, date" not in page


def test_a_draft_wears_its_watermark_on_every_page() -> None:
    draft = replace(INVOICE, lines=numbered_lines(60), watermark="DRAFT")
    pages = pages_of(render(draft))
    assert len(pages) > 1
    assert all("DRAFT" in page for page in pages)


def test_columns_without_content_are_left_out() -> None:
    (page,) = pages_of(render(replace(QUOTE, lines=numbered_lines(2))))
    assert "Discount" not in page
    assert "Unit price" in page


@pytest.mark.parametrize("lines", [12, 30, 75])
def test_every_page_counts_itself_and_repeats_head_and_footer(lines: int) -> None:
    pages = pages_of(render(replace(INVOICE, lines=numbered_lines(lines))))
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "BIC BYLADEM1001" in page
        assert "Invoice INV-2026-0117" in page
        if "Module" in page:
            assert "# Description Quantity Unit price Tax Net" in page


def test_every_line_is_printed_once_and_in_order() -> None:
    text = "\n".join(pages_of(render(replace(INVOICE, lines=numbered_lines(140)))))
    places = [text.index(f"Module {number:03d}") for number in range(1, 141)]
    assert places == sorted(places)
    assert text.count("Module ") == 140


@pytest.mark.parametrize("sheet", [QUOTE, replace(INVOICE, subject="日本 שלום مرحبا 🚀 ✓ ไทย")])
def test_every_font_is_embedded(sheet: Sheet) -> None:
    fonts = list(fonts_of(render(sheet)))
    assert len(fonts) >= 4
    for font in fonts:
        assert "/FontFile2" in font["/FontDescriptor"].get_object()
        assert "/ToUnicode" in font


def test_the_same_sheet_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = render(QUOTE)
    render.cache_clear()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    render(INVOICE)
    again = render(replace(QUOTE))
    assert again == first
    assert again != render(replace(QUOTE, number="Q-2026-0043"))


def test_the_file_describes_itself_and_is_dated_by_the_sheet() -> None:
    reader = PdfReader(BytesIO(render(replace(QUOTE, language="de-AT"))))
    about = reader.metadata
    assert about is not None
    assert about.title == "Quote Q-2026-0042"
    assert about.author == "Northwind Studio GmbH"
    assert about.subject == "Relaunch of the dealer portal · Halvorsen & Daughters AS"
    assert (about.creator, about.producer) == ("Throughline", "Throughline")
    assert about.creation_date is not None
    assert about.creation_date.date() == date(2026, 11, 23)
    assert str(reader.root_object["/Lang"]) == "de-AT"


@pytest.mark.parametrize(
    ("country", "width", "height"), [("DE", 595, 842), ("us", 612, 792), ("CA", 612, 792)]
)
def test_paper_follows_the_seller_s_country(country: str, width: int, height: int) -> None:
    pdf = render(replace(QUOTE, seller=replace(SELLER, country=country)))
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (width, height)


def test_an_almost_empty_sheet_is_printed_too() -> None:
    empty = Sheet("quote", "", "", date(2026, 1, 1), "", Party(""), Party(""), (), ())
    assert "Page 1 of 1" in pages_of(render(empty))[0]


def test_labels_are_the_caller_s() -> None:
    labels = replace(QUOTE.labels, description="Leistung", page="Seite {page} von {pages}")
    (page,) = pages_of(render(replace(QUOTE, labels=labels, facts=(Fact("Datum", "23.11."),))))
    assert "Leistung" in page
    assert "Seite 1 von 1" in page


def test_a_page_takes_less_than_sixty_milliseconds() -> None:
    render(INVOICE)
    spent = []
    for number in range(5):
        start = time.process_time()
        render(replace(INVOICE, number=f"INV-{number}"))
        spent.append((time.process_time() - start) * MILLISECONDS)
    assert min(spent) < 60
