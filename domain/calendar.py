"""Days, months and working days in the workspace's time zone; no time zone ever enters SQL."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from domain.errors import Invalid


@lru_cache(maxsize=64)
def zone(name: str) -> ZoneInfo:
    """The time zone of that IANA name."""
    return ZoneInfo(name)


def local_day(instant: datetime, zone_name: str) -> date:
    """The calendar day of an instant as the workspace's clock shows it."""
    return instant.astimezone(zone(zone_name)).date()


def noon(day: date, zone_name: str) -> datetime:
    """The instant that stands for a day given without a time.

    12:00 in the workspace's zone, in UTC.
    """
    return datetime.combine(day, time(12), tzinfo=zone(zone_name)).astimezone(UTC)


def is_working_day(day: date) -> bool:
    """Monday to Friday."""
    return day.weekday() < 5


def next_working_day(day: date) -> date:
    """The day itself where it is a working day, else the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= 5 else day


@lru_cache(maxsize=4096)
def add_working_days(day: date, count: int) -> date:
    """The working day `count` working days after a day (before it where `count` is negative)."""
    step = 1 if count >= 0 else -1
    weeks, rest = divmod(abs(count), 5)
    moved = day
    while not is_working_day(moved):
        moved += timedelta(days=-step)
    moved += timedelta(days=7 * weeks * step)
    for _ in range(rest):
        moved += timedelta(days=step)
        while not is_working_day(moved):
            moved += timedelta(days=step)
    return moved if count else next_working_day(day)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month in the workspace's zone, written `2026-11`."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month that holds a day."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str, field: str = "month") -> "Month":
        """Read `2026-11`; anything else is refused."""
        year, dash, number = text.partition("-")
        if (
            dash
            and len(year) == 4
            and len(number) == 2
            and (year + number).isascii()
            and (year + number).isdigit()
            and int(year) >= 1
            and 1 <= int(number) <= 12
        ):
            return cls(int(year), int(number))
        raise Invalid(field, "Give a month as YYYY-MM, for example 2026-11.")

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next.first - timedelta(days=1) if self.year < 9999 else date(9999, 12, 31)

    @property
    def next(self) -> "Month":
        """The month after it."""
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    @property
    def previous(self) -> "Month":
        """The month before it."""
        return Month(self.year - (self.number == 1), (self.number - 2) % 12 + 1)

    def through(self, other: "Month") -> Iterator["Month"]:
        """Every month from this one to the other, both included."""
        month = self
        while month <= other:
            yield month
            month = month.next

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, with the workspace's zone: the only clock that rules are given."""

    now: datetime
    zone_name: str

    @property
    def today(self) -> date:
        """The workspace's present day."""
        return local_day(self.now, self.zone_name)

    def day_of(self, instant: datetime) -> date:
        """The workspace's day of an instant."""
        return local_day(instant, self.zone_name)

    def noon_of(self, day: date) -> datetime:
        """The instant that stands for a day given without a time."""
        return noon(day, self.zone_name)
