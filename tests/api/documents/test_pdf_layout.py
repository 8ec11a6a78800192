"""Nothing leaves the paper, and what belongs together stays on one page."""

from dataclasses import replace

import pytest

from api.documents.pdf import (
    Fact,
    Party,
    Payment,
    Sheet,
    SheetLine,
    Signed,
    TaxRow,
    ToSign,
    TotalRow,
    render,
)
from api.documents.sheet.composition import composed
from api.documents.sheet.marks import Mark, Words
from api.documents.sheet.pages import A4, LETTER, Paper
from api.documents.sheet.palette import READABLE, accent_of
from tests.api.documents.pdf_samples import BUYER, INVOICE, MOST, QUOTE, numbered_lines, pages_of

W = "W" * 300
ABSURD_LINE = SheetLine(
    f"{W}\n{W}", MOST, "12345678", "999,999,999.9999", "licences per user and month",
    "999,999,999,999.999999", f"−{MOST}", "19.5 %",
)  # fmt: skip
ABSURD_NAMES = replace(
    INVOICE,
    title=W,
    number=W,
    subject=W * 5,
    seller=Party(W, (W,) * 5, "DE", (W,) * 9),
    buyer=Party(W, (W,) * 12, "DE", (), (Fact(W, W),) * 4),
    facts=tuple(Fact(W, W) for _ in range(30)),
    lines=(ABSURD_LINE,) * 3,
    totals=(TotalRow(W, MOST), TotalRow(W, MOST, is_strong=True)),
    tax_groups=(TaxRow(W, MOST, MOST, W),) * 20,
    payment=Payment(W * 3, (Fact(W, W),) * 9),
    notes=W * 20,
    terms=W * 20,
    signature=ToSign(W, W * 3, W, W, W),
    footer=((W,) * 9,) * 7,
    watermark=W,
)
SIGNED = replace(ABSURD_NAMES, signature=Signed(W, W, W, W, b"", (W,) * 30), intro=W * 30)
ABSURD_AMOUNTS = replace(
    INVOICE,
    lines=(replace(ABSURD_LINE, description="Plant"),),
    totals=(TotalRow("Net", MOST), TotalRow("Total", MOST, is_strong=True)),
    tax_groups=(TaxRow("VAT 19 %", MOST, MOST),),
)
NO_NUMBER = "9" * 300
NO_LINE = SheetLine("Plant", *[NO_NUMBER] * 7)
NO_NUMBERS = replace(
    ABSURD_AMOUNTS,
    lines=(NO_LINE, NO_LINE),
    totals=(TotalRow("Net", NO_NUMBER), TotalRow("Total", NO_NUMBER, is_strong=True)),
    tax_groups=(TaxRow("VAT", NO_NUMBER, NO_NUMBER),),
)
SHEETS = (QUOTE, INVOICE, ABSURD_NAMES, SIGNED, ABSURD_AMOUNTS, NO_NUMBERS)


def overhanging(marks: list[Mark], paper: Paper) -> list[Mark]:
    """Find marks that leave the margins, fold marks aside."""
    right = paper.width - paper.right + 0.1
    return [
        mark
        for mark in marks
        if mark.x > 0
        and not (
            paper.left - 0.1 <= mark.x
            and mark.x + (mark.line.width if isinstance(mark, Words) else mark.width) <= right
            and 0 <= mark.y <= paper.height - 18
        )
    ]


@pytest.mark.parametrize("paper", [A4, LETTER])
@pytest.mark.parametrize(
    "sheet", [QUOTE, INVOICE, ABSURD_NAMES, SIGNED, ABSURD_AMOUNTS, NO_NUMBERS]
)
def test_nothing_leaves_the_paper(sheet: Sheet, paper: Paper) -> None:
    for page in composed(sheet, paper):
        assert overhanging(page, paper) == []


def test_absurd_sheets_are_printed() -> None:
    assert len(pages_of(render(ABSURD_NAMES))) > 3
    assert len(pages_of(render(SIGNED))) > 3


def test_absurd_amounts_are_printed_whole() -> None:
    (page,) = pages_of(render(ABSURD_AMOUNTS))
    assert page.count(MOST) >= 5
    assert "…" not in page


@pytest.mark.parametrize("count", range(1, 46))
def test_totals_never_stand_without_the_last_line(count: int) -> None:
    pages = pages_of(render(replace(INVOICE, lines=numbered_lines(count))))
    with_total = next(page for page in pages if "Total EUR" in page)
    assert f"Module {count:03d}" in with_total


@pytest.mark.parametrize("count", range(1, 40, 3))
def test_the_signature_block_stays_together_with_short_terms(count: int) -> None:
    pages = pages_of(render(replace(QUOTE, lines=numbered_lines(count))))
    signed_on = next(page for page in pages if "Place, date" in page)
    for text in ("Payment within 30 days", "Acceptance", "We accept this quote.", "Signature"):
        assert text in signed_on


@pytest.mark.parametrize("before", range(0, 24, 5))
def test_a_long_description_runs_over_the_page_with_two_lines_on_each_side(before: int) -> None:
    clauses = "\n".join(f"Clause {number:02d}." for number in range(1, 61))
    long = replace(numbered_lines(1)[0], description=f"Framework\n{clauses}")
    pages = pages_of(render(replace(INVOICE, lines=(*numbered_lines(before), long))))
    counts = [page.count("Clause ") for page in pages if "Clause " in page]
    assert sum(counts) == 60
    assert len(counts) >= 2
    assert all(count >= 2 for count in counts)


def test_a_heading_is_never_the_last_word_of_a_page() -> None:
    for lines in range(1, 30):
        sheet = replace(INVOICE, lines=numbered_lines(lines), terms="One sentence. " * 120)
        page = next(page for page in pages_of(render(sheet)) if "Terms" in page)
        assert "One sentence." in page


def test_the_address_stands_in_the_window_of_the_envelope() -> None:
    first = next(iter(composed(QUOTE, A4)))
    texts = {run.text: mark for mark in first if isinstance(mark, Words) for run in mark.line.runs}
    for line in (BUYER.name, *BUYER.address):
        assert 25 <= texts[line].x * 25.4 / 72 <= 26
        assert 45 <= texts[line].y * 25.4 / 72 <= 90


@pytest.mark.parametrize("colour", ["#FFFF00", "#ffffff", "#000000", "red", "", "#12345G"])
def test_any_accent_becomes_readable(colour: str) -> None:
    strong = accent_of(colour).strong
    channels = [int(strong[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert 1.05 / (light + 0.05) >= READABLE
