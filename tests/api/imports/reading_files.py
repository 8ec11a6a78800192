"""Files for the tests of reading, written in a line."""

import io
from collections.abc import Sequence

from api.imports.reading import Row, RowError, Table, Target, open_table


def table(
    text: str | bytes, target: Target = Target.LEADS, mapping: dict[str, str] | None = None
) -> Table:
    """Open a file that holds this text in UTF-8, or these bytes."""
    content = text.encode() if isinstance(text, str) else text
    return open_table(io.BytesIO(content), target, mapping)


def rows(source: Table) -> list[Row]:
    """Every row of a table, which must have no errors."""
    found = list(source.rows())
    assert [row for row in found if isinstance(row, RowError)] == []
    return [row for row in found if isinstance(row, Row)]


def errors(source: Table) -> list[RowError]:
    """Every error of a table."""
    return [row for row in source.rows() if isinstance(row, RowError)]


def values(source: Table) -> list[dict[str, str]]:
    """The named texts of every row."""
    return [row.values for row in rows(source)]


def heading_only(headings: Sequence[str], target: Target = Target.LEADS) -> Table:
    """A file of these headings and no rows."""
    quoted = ",".join('"' + heading.replace('"', '""') + '"' for heading in headings)
    return table(quoted + "\n", target)
