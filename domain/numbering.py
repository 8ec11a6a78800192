"""Document numbers.

Counters that are advanced inside the transaction that uses the number, so there is no gap and no
repeat.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from domain.entity import BOOKKEEPING, Root
from domain.errors import Invalid, RuleViolation

_FIELD = re.compile(r"\{(year|n(?::(0{1,12}\d?))?)\}")
EVERY_YEAR = 0


class SeriesStarted(RuleViolation):
    """The first number of a series is set once, before any number was drawn."""


class Counter(Root):
    """The next free number of one series in one year (year 0 where the series does not restart)."""

    __tablename__ = "counters"
    __table_args__ = (UniqueConstraint("series", "year"),)
    noun: ClassVar[str] = "counter"

    series: Mapped[str]
    year: Mapped[int]
    next_number: Mapped[int] = mapped_column(default=1, info=BOOKKEEPING)


def check_format(text: str, field: str) -> None:
    """Refuse a number format without exactly one `{n}` part, such as `INV-{year}-{n:0004}`."""
    rest = _FIELD.sub("", text)
    counters = [found for found in _FIELD.findall(text) if found[0] != "year"]
    if len(counters) != 1 or "{" in rest or "}" in rest or not text.isprintable():
        raise Invalid(field, "Write the format with one {n} part, for example INV-{year}-{n:0004}.")


def restarts_each_year(text: str) -> bool:
    """Whether the counter begins at 1 again each year: exactly when the format shows the year."""
    return "{year}" in text


def formatted(text: str, number: int, year: int) -> str:
    """A number in its format: `INV-{year}-{n:0004}`, 7 and 2026 give `INV-2026-0007`."""

    def filled(match: re.Match[str]) -> str:
        if match[1] == "year":
            return f"{year:04d}"
        return str(number).zfill(len(match[2]) if match[2] else 0)

    return _FIELD.sub(filled, text)


@dataclass(frozen=True, slots=True)
class Ahead:
    """The number that a series gives next, and whether it gave one before."""

    text: str
    has_begun: bool


class Numbers:
    """Draws numbers of the workspace's series within the present transaction."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def draw(self, series: str, format: str, on: date) -> str:
        """Take the next number of a series; it is given back when the transaction rolls back."""
        year = on.year if restarts_each_year(format) else EVERY_YEAR
        counter = self._claimed(series, year)
        number = counter.next_number
        counter.next_number = number + 1
        self.session.flush()
        return formatted(format, number, on.year)

    def ahead(self, series: str, format: str, on: date) -> Ahead:
        """What the next number of a series would be in a format; nothing is drawn."""
        year = on.year if restarts_each_year(format) else EVERY_YEAR
        counter = self.session.scalars(
            select(Counter).where(Counter.series == series, Counter.year == year)
        ).one_or_none()
        number = counter.next_number if counter else 1
        return Ahead(formatted(format, number, on.year), number > 1)

    def begin_at(self, series: str, format: str, number: int, on: date) -> None:
        """Set the first number of a series, once, before any was drawn."""
        year = on.year if restarts_each_year(format) else EVERY_YEAR
        counter = self._claimed(series, year)
        if counter.next_number != 1:
            raise SeriesStarted("This series has numbers already, so its start stays as it is.")
        counter.next_number = number

    def _claimed(self, series: str, year: int) -> Counter:
        statement = (
            select(Counter)
            .where(Counter.series == series, Counter.year == year)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        counter = self.session.scalars(statement).one_or_none()
        if counter is None:
            counter = Counter(series=series, year=year)
            self.session.add(counter)
            self.session.flush()
        return counter
