"""Rows that a line break outside quotation marks has torn in two, told from rows that are short."""

from collections.abc import Iterator
from typing import TypeGuard

from api.imports.reading.records import BrokenRecord, Record

_TORN = (
    "A line break outside quotation marks tears this row in two. "
    "Put quotation marks around the cell that holds it."
)


def without_torn(
    records: Iterator[Record | BrokenRecord], width: int
) -> Iterator[Record | BrokenRecord]:
    """Refuse both halves of a torn row, and drop blank lines.

    Neighbours are the halves of one row when together they have its cells and one more.
    """
    waiting: Record | None = None
    for record in records:
        if _is_blank(record):
            continue
        if waiting is None:
            if _is_short(record, width):
                waiting = record
            else:
                yield record
        elif _is_short(record, width) and len(waiting.cells) + len(record.cells) == width + 1:
            yield _torn(waiting)
            yield _torn(record)
            waiting = None
        else:
            yield waiting
            waiting = record if _is_short(record, width) else None
            if waiting is None:
                yield record
    if waiting is not None:
        yield waiting


def _is_blank(record: Record | BrokenRecord) -> bool:
    return isinstance(record, Record) and not any(map(str.strip, record.cells))


def _is_short(record: Record | BrokenRecord, width: int) -> TypeGuard[Record]:
    return isinstance(record, Record) and len(record.cells) < width


def _torn(record: Record) -> BrokenRecord:
    return BrokenRecord(record.line, record.cells[0], _TORN)
