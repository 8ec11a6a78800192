"""The counts of one import while it runs, and the report that they become."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from api.imports.reading import RowError, Table
from api.imports.schemas import COUNTS, ImportProblem
from domain.imports import Fate

MOST_LISTED = 1_000


class Tally:
    """How many rows there were and what became of them, with the first thousand errors."""

    def __init__(self) -> None:
        self.rows = self.failed = 0
        self.fates: Counter[Fate] = Counter()
        self.errors: list[ImportProblem] = []

    def count(self, fates: Iterable[Fate]) -> None:
        """Rows that were taken in."""
        self.fates.update(fates)

    def refuse(self, errors: Sequence[RowError]) -> None:
        """One row that was refused, for one reason or several."""
        self.failed += 1
        room = MOST_LISTED - len(self.errors)
        self.errors += map(_problem, errors[: max(0, room)])

    def forget_writes(self) -> None:
        """Nothing was written after all."""
        self.fates[Fate.CREATED] = self.fates[Fate.UPDATED] = 0

    @property
    def counts(self) -> dict[str, int]:
        """The counts by their names in the report."""
        fates = {fate.value: self.fates[fate] for fate in Fate}
        counted = {"rows": self.rows, **fates, "failed": self.failed}
        return {name: counted[name] for name in COUNTS}

    def report(self, table: Table, new_sources: Iterable[str], applied: bool) -> dict[str, Any]:
        """What is kept of the import beside its counts."""
        return {
            "applied": applied,
            "errors": sorted(self.errors, key=lambda error: error["line"]),
            "new_sources": list(new_sources),
            "unmapped": table.unmapped,
            "columns": table.columns,
            "left_out": [{"line": line, "reason": reason} for line, reason in table.left_out],
        }


def _problem(error: RowError) -> ImportProblem:
    return {
        "line": error.line,
        "column": error.column or None,
        "value": error.value or None,
        "message": error.message,
    }
