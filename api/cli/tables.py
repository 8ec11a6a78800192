"""Rows of text under each other."""

from collections.abc import Sequence


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their widest cell."""
    everything = [heading, *rows]
    widths = [max(len(row[column]) for row in everything) for column in range(len(heading))]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in everything)
    return "\n".join(lines)
