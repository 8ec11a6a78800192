"""Rows on their way in: what they say, and what became of each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from domain.errors import Refusal


class Fate(StrEnum):
    """What a row that was taken in did to its record."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


class RowProblem(NamedTuple):
    """Why a row is refused, and by which of its fields ("" where it is the row as a whole)."""

    field: str
    message: str


Result: TypeAlias = Fate | tuple[RowProblem, ...]


class RowRefused(Refusal):
    """A row does not fit; nothing of it was written yet."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.problems = (RowProblem(field, message),)


class RowSpoiled(Exception):
    """A row turned out not to fit when half written: its batch is to run again without it."""

    def __init__(self, line: int, problems: tuple[RowProblem, ...]) -> None:
        super().__init__(line)
        self.line, self.problems = line, problems


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A row whose values were read: `facts` by field, without the blank ones.

    `key` is what it is known again by, `mark` stands for everything it said.
    """

    line: int
    key: str
    mark: str
    facts: dict[str, Any]


def problems_of(refusal: Refusal) -> tuple[RowProblem, ...]:
    """A refusal of the domain as the problems of a row."""
    if isinstance(refusal, RowRefused):
        return refusal.problems
    named = getattr(refusal, "problems", ())
    found = tuple(RowProblem(problem.field, problem.message) for problem in named)
    return found or (RowProblem("", refusal.detail),)
