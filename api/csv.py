"""CSV that spreadsheets open as it is meant."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def written(heading: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A heading and rows as CSV; texts that a spreadsheet would run as formulas are quoted off."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heading)
    for row in rows:
        writer.writerow([harmless(value) for value in row])
    return out.getvalue()


def harmless(value: Any) -> str:
    """A cell that no spreadsheet takes for a formula; a negative number stays a number."""
    text = "" if value is None else str(value)
    if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
