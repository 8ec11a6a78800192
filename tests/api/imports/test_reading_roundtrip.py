"""Whatever a program writes is read back as it was, and nothing brings the reading down."""

import csv
import io
import tempfile
import tracemalloc
from typing import BinaryIO

from hypothesis import given
from hypothesis import strategies as st

from api.imports.reading import Row, RowError, Target, open_table
from domain.errors import Invalid

HEADINGS = ["Deal Name", "Company", "Email", "Notes", "Website"]
CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n,;\t\"' "),
    max_size=12,
)
ROWS = st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=8)


@given(
    rows=ROWS,
    delimiter=st.sampled_from(",;\t"),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    quote_all=st.booleans(),
)
def test_rows_written_in_any_dialect_and_encoding_read_back(
    rows: list[list[str]], delimiter: str, line_end: str, encoding: str, quote_all: bool
) -> None:
    written = [[f"Deal {number}", *cells] for number, cells in enumerate(rows)]
    text = io.StringIO(newline="")
    dialect = csv.excel()
    dialect.delimiter, dialect.lineterminator = delimiter, line_end
    # Beside "\r" the writer leaves "\n" in cells without quotation marks.
    if quote_all or line_end == "\r":
        dialect.quoting = csv.QUOTE_ALL
    writer = csv.writer(text, dialect)
    writer.writerows([HEADINGS, *written])

    source = open_table(io.BytesIO(text.getvalue().encode(encoding)), Target.LEADS)
    found = list(source.rows())

    assert [_without_margins(row.raw) for row in found if isinstance(row, Row)] == [
        _without_margins(row) for row in written
    ]
    assert not [row for row in found if isinstance(row, RowError)]


def _without_margins(cells: list[str]) -> list[str]:
    return [cell.strip() for cell in cells]


@given(st.binary(max_size=400))
def test_no_bytes_bring_the_reading_down(content: bytes) -> None:
    _read_to_the_end(content)


@given(st.lists(st.sampled_from([*'",;\n\r\t\x00 ab', "Title", "ü", "Total", "1,5"]), max_size=60))
def test_no_arrangement_of_quotes_and_delimiters_brings_the_reading_down(
    pieces: list[str],
) -> None:
    _read_to_the_end(("Title,Email,Amount\n" + "".join(pieces)).encode())


def _read_to_the_end(content: bytes) -> None:
    """Every line is a row, an error or left out, in the order of the file."""
    try:
        source = open_table(io.BytesIO(content), Target.LEADS)
    except Invalid:
        return
    lines = [row.line for row in source.rows()]
    assert lines == sorted(lines)


def _write(file: BinaryIO, rows: int) -> None:
    file.write(b"Record ID,Deal Name,Email,Amount,Close Date,Notes\n")
    file.writelines(
        b'%d,"Deal, %d",ann%d@acme.com,"1,234",2024-03-01,A note\n' % ((number,) * 3)
        for number in range(rows)
    )


def _peak_of_reading(rows: int) -> int:
    with tempfile.TemporaryFile() as file:
        _write(file, rows)
        tracemalloc.start()
        try:
            source = open_table(file, Target.LEADS)
            assert sum(1 for _ in source.rows()) == rows
            source.amount("value", "1,234")
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()


def test_a_hundred_thousand_rows_need_no_more_memory_than_a_thousand() -> None:
    _peak_of_reading(10)
    few, many = _peak_of_reading(1_000), _peak_of_reading(100_000)

    assert many < few + 200_000
