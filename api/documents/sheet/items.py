"""The table of lines: a head that stands on every page, and rows that may break."""

from collections.abc import Iterator, Sequence

from api.documents.sheet.columns import Column, columns_for
from api.documents.sheet.marks import (
    Rule,
    Slice,
    baseline,
    beside,
    column,
    gap,
    shifted,
    stacked,
    words_at,
    words_to,
)
from api.documents.sheet.model import Labels, SheetLine
from api.documents.sheet.pages import Paper
from api.documents.sheet.palette import COLUMN_HEAD, HAIRLINE, INK, ITEM, ITEM_MORE
from api.documents.sheet.wrapping import wrapped
from api.documents.sheet.writing import Line, Style, cleaned

PADDING = 6.0
UNBROKEN = 5  # A row of up to so many lines of description stays on one page.
AT_THE_BREAK = 2


class Table:
    """The lines of one sheet, set in columns that fit all of them."""

    def __init__(self, lines: Sequence[SheetLine], labels: Labels, paper: Paper) -> None:
        """Measure all lines once."""
        self.lines = lines
        self.paper = paper
        self.columns = columns_for(lines, labels, paper)

    def head(self) -> Slice:
        """Set the columns' labels over a strong rule."""
        cells = [
            stacked(
                _aligned(
                    one,
                    wrapped(one.label, COLUMN_HEAD.sized(COLUMN_HEAD.size * one.scale), one.width),
                )
            )
            for one in self.columns
        ]
        height = max(cell.height for cell in cells)
        marks = [mark for one in cells for mark in shifted(one.marks, height - one.height)]
        rule = Rule(self.paper.left, height + 4, self.paper.measure, 0.9, INK)
        return stacked([Slice(height + 4, (*marks, rule)), gap(5)])

    def rows(self) -> Iterator[list[Slice]]:
        """Give each line as slices between which a page may end."""
        for line in self.lines:
            yield self._row(line)

    def _row(self, line: SheetLine) -> list[Slice]:
        described = next(one for one in self.columns if one.name == "description")
        text = column(described.x, described.width, _description(line, described.width))
        first, last = _breaks(len(text))
        begun = stacked(text[:first])
        lead = beside(
            *(begun if one is described else self._cell(one, line) for one in self.columns)
        )
        rule = Slice(PADDING, (Rule(self.paper.left, PADDING, self.paper.measure, 0.5, HAIRLINE),))
        if first == len(text):
            return [stacked([gap(PADDING), lead, rule])]
        return [
            stacked([gap(PADDING), lead]),
            *text[first:last],
            stacked([*text[last:], rule]),
        ]

    def _cell(self, one: Column, line: SheetLine) -> Slice:
        """Set a cell on the baseline of the description's first line."""
        content = stacked(_aligned(one, wrapped(one.text(line), one.style, one.width)))
        down = baseline(ITEM) - baseline(one.style)
        return Slice(content.height + down, shifted(content.marks, down))


def _aligned(one: Column, lines: Sequence[Line]) -> list[Slice]:
    right = one.x + one.width
    return [
        Slice(
            line.style.leading,
            (words_to(right, line) if one.is_right else words_at(one.x, line),),
        )
        for line in lines
    ]


def _description(line: SheetLine, width: float) -> list[Line]:
    first, _, more = cleaned(line.description).strip().partition("\n")
    styles: tuple[tuple[str, Style], ...] = ((first, ITEM), (more, ITEM_MORE))
    return [one for text, style in styles for one in wrapped(text, style, width)]


def _breaks(count: int) -> tuple[int, int]:
    """Tell after how many lines of text a row may first and last be broken."""
    if count <= UNBROKEN:
        return count, count
    return AT_THE_BREAK + 1, count - AT_THE_BREAK
