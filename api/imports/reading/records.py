"""From physical lines to records, so that one misplaced quotation mark spoils one line only."""

import csv
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple, Self

from api.imports.reading.encoding import TOO_LONG

_LINE_TOO_LONG = "This line is longer than a row can be."
_QUOTE_LEFT_OPEN = (
    "A quotation mark opens a cell in this line and is not closed as it should be. "
    "Close the cell, or write a mark that belongs to the text twice."
)
_CELL_TOO_LONG = f"A cell in this line is longer than {csv.field_size_limit():,} characters."


class Record(NamedTuple):
    """The cells of one record and the number of the physical line on which it begins."""

    line: int
    cells: list[str]


class BrokenRecord(NamedTuple):
    """A line from which no record can be read, and why."""

    line: int
    text: str
    message: str


class _Feed:
    """Hands lines to the csv reader and remembers those that the current record took."""

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
        self._again: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._source)
        self.taken.append(line)
        return line

    def take_back_all_but_the_first(self) -> None:
        self._again.extendleft(reversed(self.taken[1:]))


def records(lines: Iterator[str], delimiter: str) -> Iterator[Record | BrokenRecord]:
    """Yield every record with its first line; after a broken one go on with the next line."""
    feed = _Feed(lines)
    reader = csv.reader(feed, delimiter=delimiter, strict=True, skipinitialspace=True)
    line = 1
    while True:
        feed.taken.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield _rescued(line, feed.taken[0], delimiter)
            feed.take_back_all_but_the_first()
            reader = csv.reader(feed, delimiter=delimiter, strict=True, skipinitialspace=True)
            line += 1
            continue
        if cells and cells[0] == TOO_LONG:
            yield BrokenRecord(line, "", _LINE_TOO_LONG)
        else:
            yield Record(line, cells)
        line += len(feed.taken)


def _rescued(line: int, text: str, delimiter: str) -> Record | BrokenRecord:
    """Read one line leniently by itself, or say that its quotation marks do not close."""
    alone = _Feed(iter((text, text)))
    try:
        cells = next(csv.reader(alone, delimiter=delimiter, skipinitialspace=True))
    except csv.Error:
        return BrokenRecord(line, text, _CELL_TOO_LONG)
    if len(alone.taken) > 1:
        return BrokenRecord(line, text, _QUOTE_LEFT_OPEN)
    return Record(line, cells)
