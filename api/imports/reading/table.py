"""A file as a table: its columns, and its rows one at a time, each with its line in the file."""

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import BinaryIO, NamedTuple

from api.imports.reading.amounts import Amount, amount
from api.imports.reading.columns import Columns, match
from api.imports.reading.decimals import DecimalSign, decimal_sign
from api.imports.reading.encoding import encoding_of, lines
from api.imports.reading.heading import Heading, find_heading, sampled
from api.imports.reading.leftovers import Leftover
from api.imports.reading.ragged import without_torn
from api.imports.reading.records import BrokenRecord, Record, records
from api.imports.reading.row import Row, RowError
from api.imports.reading.rows import RowReader
from api.imports.reading.targets import Target

_MOST_LISTED = 1_000


class LeftOut(NamedTuple):
    """A line that was read past on purpose, and why."""

    line: int
    reason: str


class Table:
    """One file, read as often as wanted; every reading streams from the beginning."""

    def __init__(
        self, file: BinaryIO, encoding: str, heading: Heading, columns: Columns, target: Target
    ) -> None:
        self.encoding = encoding
        self.heading = heading
        self.columns: dict[str, str] = columns.mapped
        self.unmapped: list[str] = columns.unmapped
        self.left_out: list[LeftOut] = []
        """The first thousand lines left out by the latest reading."""
        self._file = file
        self._matched = columns
        self._target = target
        self._signs: dict[str, DecimalSign] = {}

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the file can fill."""
        return frozenset(self.columns.values())

    def rows(self) -> Iterator[Row | RowError]:
        """Yield every record of the file as a row, or as the error that keeps it from being one."""
        reader = RowReader(self.heading.names, self._matched, self._target)
        self.left_out = []
        for record in self._records():
            row = reader.read(record)
            if isinstance(row, Leftover):
                self._leave_out(record.line, row)
                continue
            yield row
            if reader.is_lost:
                return

    def cells_of(self, wanted: Collection[int]) -> Iterator[tuple[int, list[str]]]:
        """The cells of the records on these lines as they stand in the file."""
        for record in self._records():
            if record.line in wanted:
                yield record.line, _cells(record)

    def sample(self, rows: int) -> list[list[str]]:
        """The cells of the first records, to show what a column is about."""
        return [_cells(record) for record in islice(self._records(), rows)]

    def amount(self, field: str, text: str) -> Amount:
        """Read an amount of a field's column, which settles what `1,234` and `1.234` mean in it.

        A currency in the heading counts where the cell names none. Raises `ValueProblem`.
        """
        read = amount(text, sign=partial(self.decimal_sign, field))
        return read if read.currencies else Amount(read.value, self._matched.currencies(field))

    def decimal_sign(self, field: str) -> DecimalSign:
        """How a column writes fractions, learnt from all its rows when first asked."""
        if field not in self._signs:
            likely_comma = self.heading.delimiter == ";"
            self._signs[field] = decimal_sign(self._texts(field), likely_comma)
        return self._signs[field]

    def _texts(self, field: str) -> Iterator[str]:
        column = next(feed.columns[0] for feed in self._matched.feeds if feed.field == field)
        for record in self._records():
            if isinstance(record, Record) and len(record.cells) > column:
                yield record.cells[column]

    def _records(self) -> Iterator[Record | BrokenRecord]:
        source = records(lines(self._file, self.encoding), self.heading.delimiter)
        below = (record for record in source if record.line > self.heading.line)
        return without_torn(below, len(self.heading.names))

    def _leave_out(self, line: int, why: Leftover) -> None:
        if len(self.left_out) < _MOST_LISTED:
            self.left_out.append(LeftOut(line, why.value))


def _cells(record: Record | BrokenRecord) -> list[str]:
    return record.cells if isinstance(record, Record) else [record.text]


def open_table(file: BinaryIO, target: Target, mapping: Mapping[str, str] | None = None) -> Table:
    """Find encoding, delimiter, heading row and the field of every column of a seekable file.

    Refuses (`Invalid`) what is no CSV, an empty file, a mapping that names unknown columns or
    fields, and a file in which no column is recognised.
    """
    encoding = encoding_of(file)
    heading = find_heading(sampled(lines(file, encoding)), mapping or {}, target)
    columns = match(heading.names, mapping or {}, target)
    return Table(file, encoding, heading, columns, target)
