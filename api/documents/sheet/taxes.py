"""The tax groups: rate or category, the reason where no tax is due, base and tax."""

from dataclasses import dataclass

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
from api.documents.sheet.model import Sheet, TaxRow
from api.documents.sheet.palette import COLUMN_HEAD, HAIRLINE, SOFT, TEXT
from api.documents.sheet.typefaces import Face
from api.documents.sheet.wrapping import fitted, wrapped
from api.documents.sheet.writing import Line, Style

BETWEEN = 14.0
LEAST_RATE = 62.0
WIDEST_RATE = 200.0
WIDEST_FIGURE = 130.0
RATE = Style(Face.TEXT, 8, 11.5, TEXT)
REASON = Style(Face.TEXT, 7, 10, SOFT)
FIGURE = Style(Face.FIGURES, 8, 11.5, TEXT)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the rates begin, how wide they may be, and where bases and taxes end."""

    left: float
    rate_width: float
    net_end: float
    tax_end: float


def tax_table(sheet: Sheet, left: float, room: float) -> list[Slice]:
    """Set one row for each group, or nothing where `room` points are too few."""
    labels = sheet.labels
    heads = (fitted(labels.tax_base, COLUMN_HEAD, 110), fitted(labels.tax_amount, COLUMN_HEAD, 110))
    figures = [_figures(row) for row in sheet.tax_groups]
    columns = _columns([heads, *figures], left, room)
    if columns.rate_width < LEAST_RATE:
        return []
    rule = Rule(left, 3, columns.tax_end - left, 0.5, HAIRLINE)
    first = [_text(line, left) for line in wrapped(labels.tax_rate, COLUMN_HEAD, LEAST_RATE)]
    head = beside(stacked(first), *_cells(heads, columns))
    rows = [_group(row, pair, columns) for row, pair in zip(sheet.tax_groups, figures, strict=True)]
    return [head, Slice(6, (rule,)), *rows]


def _figures(row: TaxRow) -> tuple[Line, Line]:
    return fitted(row.net, FIGURE, WIDEST_FIGURE), fitted(row.tax, FIGURE, WIDEST_FIGURE)


def _columns(pairs: list[tuple[Line, Line]], left: float, room: float) -> Columns:
    nets = max(net.width for net, _ in pairs)
    taxes = max(tax.width for _, tax in pairs)
    rate_width = min(room - nets - taxes - 2 * BETWEEN, WIDEST_RATE)
    net_end = left + rate_width + BETWEEN + nets
    return Columns(left, rate_width, net_end, net_end + BETWEEN + taxes)


def _group(row: TaxRow, figures: tuple[Line, Line], columns: Columns) -> Slice:
    width = columns.rate_width
    rate = stacked([_text(line, columns.left) for line in wrapped(row.rate, RATE, width)])
    reason = [_text(line, columns.left) for line in wrapped(row.reason, REASON, width)]
    return stacked([beside(rate, *_cells(figures, columns)), *reason, gap(2.5)])


def _cells(figures: tuple[Line, Line], columns: Columns) -> list[Slice]:
    ends = (columns.net_end, columns.tax_end)
    return [
        Slice(line.style.leading, (words_to(end, line, _drop(line)),))
        for line, end in zip(figures, ends, strict=True)
    ]


def _drop(line: Line) -> float:
    """Tell how far a smaller figure sinks to stand on its row's baseline."""
    own = COLUMN_HEAD if line.style.face is COLUMN_HEAD.face else RATE
    return baseline(own) - baseline(line.style)


def _text(line: Line, left: float) -> Slice:
    return Slice(line.style.leading, (words_at(left, line),))
