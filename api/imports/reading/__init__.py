"""Reading: from the bytes of a CSV file to named, typed values per row, without a database.

What is decided here, since files leave it open:

- Encoding: a byte-order mark; else zero bytes in every second place (UTF-16); else UTF-8 if the
  whole file is UTF-8, or more of it than not (then the broken cells are errors); else Windows-1252,
  or Latin-1.
- Amounts: `1,234` and `1.234` are settled by the other amounts of their column. A column that
  proves both signs refuses such a value. Where nothing is proven, a comma groups; a point begins a
  fraction, except in a file delimited by semicolons, where it groups.
- Days are never settled by other rows: 03/04/2024 is refused without `dates=`. Two-digit years from
  70 on are of the last century. Midnight in a written zone, given for a day, is the day as written.
- A `Close Date` is `close_date` in a row's values until `by_outcome` gives it to
  `expected_close_on` or `closed_at`. A `Status` beside a stage only makes the stage won or lost.
- Rows that are no records (totals, notices, headings again, deleted ones) are left out and listed.
"""

from api.imports.reading.mapping import StageNames, bracketed
from api.imports.reading.row import Row, RowError, by_outcome
from api.imports.reading.table import LeftOut, Table, open_table
from api.imports.reading.targets import CLOSE_DATE, FIELDS, Target

__all__ = [
    "CLOSE_DATE",
    "FIELDS",
    "LeftOut",
    "Row",
    "RowError",
    "StageNames",
    "Table",
    "Target",
    "bracketed",
    "by_outcome",
    "open_table",
]
