"""The rows of one file in batches, read and handed to the domain."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from sqlalchemy.orm import Session

from api.imports.facts import FactReader, Terms
from api.imports.identity import Candidate, Identity
from api.imports.options import Options
from api.imports.reading import Row, RowError, Table, Target
from api.imports.seen import Seen
from api.imports.tally import Tally
from domain.errors import FieldProblem
from domain.imports import (
    Batch,
    CompanyBatch,
    ContactBatch,
    Fate,
    GivenRow,
    LeadBatch,
    ProductBatch,
    Remembered,
    Run,
    UserBatch,
)

BATCH = 500
BATCHES: dict[Target, type[Batch]] = {  # type: ignore[type-arg]
    Target.LEADS: LeadBatch,
    Target.COMPANIES: CompanyBatch,
    Target.CONTACTS: ContactBatch,
    Target.PRODUCTS: ProductBatch,
    Target.USERS: UserBatch,
}
Judgement: TypeAlias = Fate | list[RowError]


class Intake:
    """Takes the rows of one file in; `tally` has the counts of what is settled."""

    def __init__(
        self, table: Table, target: Target, options: Options, terms: Terms, run: Run, seen: Seen
    ) -> None:
        self.table, self.run, self.tally = table, run, Tally()
        self._kind = BATCHES[target]
        self._identity = Identity(table, target, options, seen)
        self._reader = FactReader(table, target, terms)
        self._seen = seen

    def batches(self) -> Iterator[list[Candidate]]:
        """Batches in which no record is meant twice; what was yielded is settled before the next.

        A row that repeats an earlier one is unchanged; one that contradicts it is refused.
        """
        batch: dict[str, Candidate] = {}
        again: list[Candidate] = []
        for candidate in self._candidates():
            if batch.setdefault(candidate.key, candidate) is not candidate:
                again.append(candidate)
            if len(batch) + len(again) >= BATCH:
                yield from self._new(batch.values())
                batch, again = _parted(self._unsettled(again))
        while batch:
            yield from self._new(batch.values())
            batch, again = _parted(self._unsettled(again))

    def take(self, session: Session, candidates: Iterable[Candidate]) -> dict[int, Judgement]:
        """Write the rows that fit, and say by line what became of each."""
        by_line = {candidate.row.line: candidate for candidate in candidates}
        keys = [candidate.key for candidate in by_line.values()]
        kind = self._kind
        remembered = Remembered(session, self.run.viewer, kind.target, kind.entity, keys)
        judged: dict[int, Judgement] = {}
        given: list[GivenRow] = []
        for line, (row, key, mark) in by_line.items():
            if remembered.is_unchanged(key, mark):
                judged[line] = Fate.UNCHANGED
                continue
            facts, errors = self._reader.read(row)
            if errors:
                judged[line] = errors
            else:
                given.append(GivenRow(line, key, mark, facts))
        results = kind(session, self.run, remembered, given).take()
        for row_in, result in zip(given, results, strict=True):
            row = by_line[row_in.line].row
            judged[row.line] = result if isinstance(result, Fate) else self.errors(row, result)
        return judged

    def settle(self, candidates: Iterable[Candidate], judged: Mapping[int, Judgement]) -> None:
        """Count rows whose fate is certain, and remember that they were in the file."""
        good: list[tuple[str, str, int]] = []
        for _, judgement in sorted(judged.items()):
            if not isinstance(judgement, Fate):
                self.tally.refuse(judgement)
        self.tally.count(fate for fate in judged.values() if isinstance(fate, Fate))
        for row, key, mark in candidates:
            if isinstance(judged[row.line], Fate) and not key.startswith("row:"):
                good.append((key, mark, row.line))
        self._seen.take(good)

    def errors(self, row: Row, problems: Iterable[FieldProblem]) -> list[RowError]:
        """Problems of the domain by the columns of the file."""
        return [self._reader.error(row, problem.field, problem.message) for problem in problems]

    def _candidates(self) -> Iterator[Candidate]:
        for row in self.table.rows():
            self.tally.rows += 1
            if isinstance(row, RowError):
                self.tally.refuse([row])
            else:
                yield self._identity.of(row)

    def _new(self, candidates: Iterable[Candidate]) -> Iterator[list[Candidate]]:
        new = self._unsettled(candidates)
        if new:
            yield new

    def _unsettled(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """Settle the rows that repeat or contradict an earlier one of the file."""
        rows = list(candidates)
        earlier = self._seen.earlier(row.key for row in rows if not row.key.startswith("row:"))
        unsettled = []
        for candidate in rows:
            if candidate.key not in earlier:
                unsettled.append(candidate)
                continue
            mark, line = earlier[candidate.key]
            if mark == candidate.mark:
                self.tally.count([Fate.UNCHANGED])
            else:
                self.tally.refuse([self._contradiction(candidate, line)])
        return unsettled

    def _contradiction(self, candidate: Candidate, line: int) -> RowError:
        message = f"Line {line} is about the same record and says something else. Keep one of them."
        return self._reader.error(candidate.row, self._identity.field_of(candidate), message)


def _parted(rows: Iterable[Candidate]) -> tuple[dict[str, Candidate], list[Candidate]]:
    batch: dict[str, Candidate] = {}
    again = [row for row in rows if batch.setdefault(row.key, row) is not row]
    return batch, again
