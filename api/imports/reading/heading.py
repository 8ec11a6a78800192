"""Where the table begins in a file, which delimiter it uses, and what its headings are."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from api.imports.reading.encoding import UNREADABLE
from api.imports.reading.folding import fold
from api.imports.reading.records import Record, records
from api.imports.reading.synonyms import role_of
from api.imports.reading.targets import Target
from api.imports.reading.texts import tidy
from domain.errors import Invalid

DELIMITERS = (",", ";", "\t")
SAMPLED_LINES = 200
_SAMPLED_CHARACTERS = 1 << 18
_LATEST_HEADING = 40
_NAMED_DELIMITER = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading row: its line, its names, and the delimiter that it was read with."""

    line: int
    names: tuple[str, ...]
    delimiter: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One way to see the beginning of the file, to be compared with the others."""

    recognised: int
    agreeing: int
    heading: Heading


def sampled(lines: Iterable[str]) -> list[str]:
    """The first lines of a file, as many as it takes to find its shape."""
    sample: list[str] = []
    size = 0
    for line in islice(lines, SAMPLED_LINES):
        sample.append(line)
        size += len(line)
        if size > _SAMPLED_CHARACTERS:
            break
    return sample


def find_heading(sample: Sequence[str], mapping: Mapping[str, str], target: Target) -> Heading:
    """Find the heading row below any title lines: the first with the most names that are known."""
    if not any(line.strip("\ufeff\x00 \t\r\n;,") for line in sample):
        raise Invalid("file", "The file is empty.")
    named = _NAMED_DELIMITER.fullmatch(sample[0])
    if named and named[1] not in DELIMITERS:
        raise Invalid("file", "Cells must be delimited by comma, semicolon or tab.")
    delimiters = (named[1],) if named else DELIMITERS
    candidates = [_best(sample, each, mapping, target, 2 if named else 1) for each in delimiters]
    return max(candidates, key=lambda each: (each.recognised, each.agreeing)).heading


def _best(
    sample: Sequence[str], delimiter: str, mapping: Mapping[str, str], target: Target, first: int
) -> _Candidate:
    found = [
        record
        for record in records(iter(sample), delimiter)
        if isinstance(record, Record) and record.line >= first and any(map(str.strip, record.cells))
    ]
    widths = Counter(len(record.cells) for record in found)
    usual = max(widths, key=lambda width: (widths[width], width), default=1)
    wide = [r for r in found[:_LATEST_HEADING] if len(r.cells) > 1 or usual == 1] or found[:1]
    wanted = frozenset(map(fold, mapping))
    best = max(wide, key=lambda record: _recognised(record.cells, wanted, target), default=None)
    if best is None:
        return _Candidate(-1, 0, Heading(1, (), delimiter))
    width = len(best.cells)
    return _Candidate(
        _recognised(best.cells, wanted, target),
        widths[width] * (width - 1),
        Heading(best.line, tuple(map(_name, best.cells)), delimiter),
    )


def _recognised(cells: Sequence[str], wanted: frozenset[str], target: Target) -> int:
    """How many cells are known headings; those that the caller names count most."""
    return sum(
        100 if fold(cell) in wanted else role_of(cell, target) is not None for cell in cells if cell
    )


def _name(cell: str) -> str:
    return tidy(cell).replace(UNREADABLE, "\ufffd")[:200]
