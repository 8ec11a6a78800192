"""CSV that spreadsheets open as it is meant."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

_NUMBER = re.compile(r"[+-]?[0-9][0-9 ()./-]*")
_ROWS_AT_ONCE = 500


def written(heading: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A heading and rows as CSV; texts that a spreadsheet would run as formulas are quoted off."""
    return "".join(chunks(heading, rows))


def chunks(heading: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The same in pieces of some hundred rows, for an answer of any length."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heading)
    for count, row in enumerate(rows, start=1):
        writer.writerow([harmless(value) for value in row])
        if count % _ROWS_AT_ONCE == 0:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def harmless(value: Any) -> str:
    """A cell that no spreadsheet takes for a formula; a number or phone stays one."""
    text = "" if value is None else str(value)
    if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
