"""Rows on their way in: what they say, and what became of each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from domain.errors import FieldProblem, Invalid, Refusal


class Fate(StrEnum):
    """What a row that was taken in did to its record."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


Result: TypeAlias = Fate | tuple[FieldProblem, ...]


class RowSpoiled(Exception):
    """A row turned out not to fit when half written: its batch is to run again without it."""

    def __init__(self, line: int, problems: tuple[FieldProblem, ...]) -> None:
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


def problems_of(refusal: Refusal) -> tuple[FieldProblem, ...]:
    """A refusal of the domain as the problems of a row, "" where it is the row as a whole."""
    if isinstance(refusal, Invalid):
        return refusal.problems
    return (FieldProblem("", refusal.detail),)
