"""From the cells of a record to the named texts of a row, or to the error that names its column."""

from collections.abc import Sequence

from api.imports.reading.columns import Columns, Feed
from api.imports.reading.encoding import UNREADABLE
from api.imports.reading.folding import fold
from api.imports.reading.leftovers import Leftover, Leftovers
from api.imports.reading.records import BrokenRecord, Record
from api.imports.reading.row import Row, RowError
from api.imports.reading.targets import (
    AMOUNTS,
    DELETED,
    PARAGRAPHS,
    STATUS,
    Target,
)
from api.imports.reading.texts import BLANKS, cell_text

_LONGEST_SHOWN = 200
_NOT_IN_THE_ENCODING = (
    "This cell holds bytes that are not in the file's encoding. Save the file as UTF-8."
)
_OTHER_TABLE = (
    "Another heading row with other columns begins here. Reading ends; "
    "import the part from this line on as a file of its own."
)
_YES = frozenset(("1", "true", "yes", "y", "ja", "oui", "sí", "si"))
_OUTCOMES = frozenset(
    fold(word)
    for word in (
        *("won", "lost", "closed won", "closed lost", "gewonnen", "verloren"),
        *("gagné", "gagnée", "perdu", "perdue", "ganado", "ganada", "perdido", "perdida"),
    )
)


class RowReader:
    """Reads the records of one file by the columns that were settled for it."""

    def __init__(self, names: Sequence[str], columns: Columns, target: Target) -> None:
        self._names = names
        self._leftovers = Leftovers(names, target)
        self._width = len(names)
        self._single = [
            (feed.field, feed.columns[0], feed.field in PARAGRAPHS)
            for feed in columns.feeds
            if len(feed.all) == 1 and feed.columns
        ]
        singles = {field for field, _, _ in self._single}
        self._joined = [feed for feed in columns.feeds if feed.field not in singles]
        self._has_deleted = DELETED in columns.mapped.values()
        self._has_status = STATUS in columns.mapped.values()
        self.is_lost = False

    def read(self, record: Record | BrokenRecord) -> Row | RowError | Leftover:
        """Answer a row, an error, or a reason to leave the line out; blank lines must not come."""
        if isinstance(record, BrokenRecord):
            return RowError(record.line, "", _shown(record.text), record.message)
        line, cells = record
        if leftover := self._leftovers.found_in(cells):
            return leftover
        if self._leftovers.is_another_heading(cells):
            return self._lost(record)
        if len(cells) != self._width:
            if problem := self._misfit(record):
                return problem
            cells = [*cells, *[""] * (self._width - len(cells))]
        values = self._values(line, cells)
        if isinstance(values, RowError):
            return values
        if leftover := self._left_out(values, cells):
            return leftover
        return Row(line, values, cells)

    def _misfit(self, record: Record) -> RowError | None:
        """Refuse a row with a cell too many or without most of its cells.

        Excel writes no delimiters for blank cells at the end of sixteen rows: these are whole.
        """
        line, cells = record
        counts = f"This row has {len(cells)} cells and the heading {self._width}."
        if 2 * len(cells) <= self._width:
            cause = "A delimiter is missing, or a line break stands outside quotation marks."
            return RowError(line, "", _shown(cells[0]), f"{counts} {cause}")
        if any(map(str.strip, cells[self._width :])):
            cause = "A cell that holds the delimiter needs quotation marks around it."
            return RowError(line, "", _shown(cells[0]), f"{counts} {cause}")
        return None

    def _lost(self, record: Record) -> RowError:
        self.is_lost = True
        return RowError(record.line, "", _shown(record.cells[0]), _OTHER_TABLE)

    def _values(self, line: int, cells: list[str]) -> dict[str, str] | RowError:
        values: dict[str, str] = {}
        for field, column, paragraphs in self._single:
            text = cells[column].strip()
            if not text.isprintable() or text[:1] == "=":
                if UNREADABLE in text:
                    return RowError(line, self._names[column], _shown(text), _NOT_IN_THE_ENCODING)
                text = cell_text(text, paragraphs)
            if text not in BLANKS:
                values[field] = text
        for feed in self._joined:
            text = _first_or_joined(feed, cells)
            if UNREADABLE in text:
                name = self._names[feed.all[0]]
                return RowError(line, name, _shown(text), _NOT_IN_THE_ENCODING)
            if text:
                values[feed.field] = text
        return values

    def _left_out(self, values: dict[str, str], cells: list[str]) -> Leftover | None:
        """Find deleted records and subtotals, and let a status settle the stage."""
        if self._has_deleted and values.pop(DELETED, "").casefold() in _YES:
            return Leftover.DELETED
        if self._has_status:
            _settle_stage(values)
        if values and AMOUNTS.issuperset(values):
            filled = sum(cell.strip() not in BLANKS for cell in cells)
            return Leftover.TOTAL if filled == len(values) else None
        return None


def _settle_stage(values: dict[str, str]) -> None:
    """A status of won or lost goes before the stage in which the deal was when it closed."""
    status = values.pop(STATUS, "")
    if fold(status) in _OUTCOMES:
        values["stage"] = status


def _first_or_joined(feed: Feed, cells: Sequence[str]) -> str:
    for column in feed.columns:
        if text := cell_text(cells[column]):
            return text
    return " ".join(filter(None, (cell_text(cells[column]) for column in feed.parts)))


def _shown(text: str) -> str:
    return text.strip("\r\n")[:_LONGEST_SHOWN].replace(UNREADABLE, "\ufffd")
