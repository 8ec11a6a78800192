"""The counts of one import while it runs, and the report that they become."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from api.imports.reading import RowError, Table
from api.imports.schemas import COUNTS, ImportProblem
from domain.imports import Fate, Refused

MOST_LISTED = 1_000
MOST_KEPT = 10_000
MOST_SHOWN = 100
SAMPLE = 3


class Tally:
    """How many rows there were and what became of them, with the first thousand errors."""

    def __init__(self) -> None:
        self.rows = self.failed = 0
        self.fates: Counter[Fate] = Counter()
        self.errors: list[ImportProblem] = []
        self._reasons: dict[int, str] = {}

    def count(self, fates: Iterable[Fate]) -> None:
        """Rows that were taken in."""
        self.fates.update(fates)

    def refuse(self, errors: Sequence[RowError]) -> None:
        """One row that was refused, for one reason or several."""
        self.failed += 1
        room = MOST_LISTED - len(self.errors)
        self.errors += map(_problem, errors[: max(0, room)])
        if len(self._reasons) < MOST_KEPT:
            self._reasons[errors[0].line] = " ".join(map(_reason, errors))

    def forget_writes(self) -> None:
        """Nothing was written after all."""
        self.fates[Fate.CREATED] = self.fates[Fate.UPDATED] = 0

    @property
    def counts(self) -> dict[str, int]:
        """The counts by their names in the report."""
        fates = {fate.value: self.fates[fate] for fate in Fate}
        counted = {"rows": self.rows, **fates, "failed": self.failed}
        return {name: counted[name] for name in COUNTS}

    def refused(self, table: Table) -> list[Refused]:
        """The rows that were refused as they stand in the file, up to 10,000 of them."""
        reasons = self._reasons
        found = [] if not reasons else table.cells_of(reasons.keys())
        return [Refused(line, cells, reasons[line]) for line, cells in found]

    def report(
        self, table: Table, refused: Sequence[Refused], new_sources: Iterable[str], applied: bool
    ) -> dict[str, Any]:
        """What is kept of the import beside its counts."""
        return {
            "applied": applied,
            "errors": sorted(self.errors, key=lambda error: error["line"]),
            "new_sources": list(new_sources),
            "unmapped": table.unmapped,
            "columns": table.columns,
            "headings": list(table.heading.names),
            "sample": table.sample(SAMPLE),
            "refused": [{"line": row.line, "cells": row.cells} for row in refused[:MOST_SHOWN]],
            "left_out": [{"line": line, "reason": reason} for line, reason in table.left_out],
        }


def _reason(error: RowError) -> str:
    return f"{error.column}: {error.message}" if error.column else error.message


def _problem(error: RowError) -> ImportProblem:
    return {
        "line": error.line,
        "column": error.column or None,
        "value": error.value or None,
        "message": error.message,
    }
