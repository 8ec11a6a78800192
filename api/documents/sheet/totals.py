"""The sums under the lines, and beside them the tax groups."""

from collections.abc import Sequence

from api.documents.sheet.marks import (
    Rule,
    Slice,
    baseline,
    beside,
    gap,
    stacked,
    words_at,
    words_to,
)
from api.documents.sheet.model import Sheet, TotalRow
from api.documents.sheet.pages import MM, Paper
from api.documents.sheet.palette import CELL, TEXT, TOTAL, TOTAL_AMOUNT
from api.documents.sheet.taxes import tax_table
from api.documents.sheet.typefaces import Face
from api.documents.sheet.wrapping import fitted, wrapped
from api.documents.sheet.writing import Line, Style

NARROWEST = 76 * MM
LABEL_ROOM = 44 * MM
BETWEEN = 14.0
APART = 26.0
TALLEST_BESIDE = 340.0
MOST_LINES = 8
LABEL = Style(Face.TEXT, 8.75, 12.5, TEXT)


def totals(sheet: Sheet, paper: Paper, accent: str) -> list[Slice]:
    """Set sums at the right and tax groups at the left, or below where they do not fit."""
    amounts = [_amount(row, sheet.currency, paper.measure * 0.62) for row in sheet.totals]
    widest = max((amount.width for amount in amounts), default=0)
    width = min(max(NARROWEST, widest + BETWEEN + LABEL_ROOM), paper.measure)
    left = paper.width - paper.right - width
    sums = _sums(sheet.totals, amounts, (left, width), accent)
    if not sheet.tax_groups:
        return [gap(8), *sums]
    taxes = tax_table(sheet, paper.left, paper.measure - width - APART)
    both = beside(stacked(taxes), stacked(sums))
    if taxes and both.height < TALLEST_BESIDE:
        return [gap(8), both]
    return [gap(8), *sums, gap(12), *tax_table(sheet, paper.left, paper.measure)]


def _amount(row: TotalRow, currency: str, most: float) -> Line:
    if row.is_strong:
        return fitted(f"{currency} {row.amount}", TOTAL_AMOUNT, most)
    return fitted(row.amount, CELL, most)


def _sums(
    rows: Sequence[TotalRow], amounts: Sequence[Line], place: tuple[float, float], accent: str
) -> list[Slice]:
    left, width = place
    slices: list[Slice] = []
    for row, amount in zip(rows, amounts, strict=True):
        if row.is_strong:
            slices.append(Slice(9, (Rule(left, 4, width, 1.1, accent),)))
        style = TOTAL if row.is_strong else LABEL
        label = wrapped(row.label, style, width - amount.width - BETWEEN)[:MOST_LINES]
        slices.append(_sum(label, amount, left, left + width))
        slices.append(gap(4 if row.is_strong else 3))
    return slices


def _sum(label: Sequence[Line], amount: Line, left: float, right: float) -> Slice:
    """Set one row with its amount on the baseline of the label's first line."""
    lines = [Slice(line.style.leading, (words_at(left, line),)) for line in label]
    down = baseline(label[0].style) - baseline(amount.style) if label else 0
    figure = Slice(amount.style.leading, (words_to(right, amount, down),))
    return beside(stacked(lines), figure)
