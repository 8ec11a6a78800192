"""Days and instants as the world writes them; what can be two different days is never guessed."""

import re
from datetime import UTC, date, datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

from api.imports.reading.calendar_words import FILLERS, is_weekday, month_of
from api.imports.reading.problems import ValueProblem

DayOrder = Literal["ymd", "mdy", "dmy"]

NOON = time(12)
_EARLIEST, _LATEST = 1900, 2200
_LONGEST = 80
_NOT_A_DAY = "This is not a day. Write it as 2024-03-12, or 2024-03-12 14:30 with a time."
_NO_SUCH_DAY = "The calendar has no such day."
_FAR_AWAY = f"This day is not between the years {_EARLIEST} and {_LATEST}."

_CLOCK = re.compile(
    r"(?P<day>.+?)"
    r"(?:(?:(?<=\d)T|,?\s+(?:at\s+|um\s+|à\s+|,)?|,)(?P<clock>\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)"
    r"\s*(?P<half>[AaPp]\.?\s?[Mm]\.?)?"
    r"\s*(?P<zone>Z|UTC|GMT|(?:GMT|UTC)?\s?[+-]\d{2}(?::?\d{2})?)?)?"
)
_NUMERIC = re.compile(r"(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?", re.ASCII)
_WORD_OR_NUMBER = re.compile(r"\d+|[^\W\d_]+")
_ONLY_WORDS_AND_NUMBERS = re.compile(r"[\w\s.,'’/-]+")


def moment(text: str, order: DayOrder | None = None) -> date | datetime:
    """Read a day, or a day with a time (aware where a zone is written).

    `order` settles what could be two days, such as 03/04/2024; without it that is refused.
    """
    if len(text) >= 10 and text[4] == "-" and text.isascii():
        try:
            return _in_reach(_iso(text))
        except ValueError:
            pass
    parts = _CLOCK.fullmatch(text) if len(text) <= _LONGEST else None
    if parts is None:
        raise ValueProblem(_NOT_A_DAY)
    day = _in_reach(_day(parts["day"].strip(" ,"), order))
    if parts["clock"] is None:
        return day
    return _at_clock(day, parts["clock"], parts["half"], parts["zone"])


def instant(value: date | datetime, zone: ZoneInfo) -> datetime:
    """The instant in UTC; a day is 12:00 in the workspace's zone, a bare time is there too."""
    if not isinstance(value, datetime):
        value = datetime.combine(value, NOON)
    return (value if value.tzinfo else value.replace(tzinfo=zone)).astimezone(UTC)


def day(value: date | datetime, zone: ZoneInfo) -> date:
    """The day in the workspace's zone; midnight in a written zone is a day and stays as written."""
    if not isinstance(value, datetime):
        return value
    if value.tzinfo is None or value.time() == time.min:
        return value.date()
    return value.astimezone(zone).date()


def _iso(text: str) -> date | datetime:
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def _in_reach(value: date | datetime) -> date | datetime:
    if not _EARLIEST <= value.year <= _LATEST:
        raise ValueProblem(_FAR_AWAY)
    return value


def _at_clock(day: date, clock: str, half: str | None, zone: str | None) -> datetime:
    hour, rest = clock.split(":", 1)
    if half:
        if not 1 <= int(hour) <= 12:
            raise ValueProblem(_NOT_A_DAY)
        hour = str(int(hour) % 12 + (12 if half[0] in "Pp" else 0))
    zone = re.sub(r"GMT|UTC|\s", "", zone) or "Z" if zone else ""
    try:
        return datetime.fromisoformat(
            f"{day.isoformat()}T{hour:>02}:{rest.replace(',', '.')}{zone}"
        )
    except ValueError:
        raise ValueProblem(_NOT_A_DAY) from None


def _day(text: str, order: DayOrder | None) -> date:
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        return _settled(numeric[1], numeric[3], numeric[4], order)
    if re.fullmatch(r"(19|20|21)\d{6}", text, re.ASCII):
        return _made(text[:4], text[4:6], text[6:])
    if _ONLY_WORDS_AND_NUMBERS.fullmatch(text):
        return _with_month_name(text)
    raise ValueProblem(_NOT_A_DAY)


def _settled(first: str, second: str, third: str, order: DayOrder | None) -> date:
    readings = _readings(first, second, third)
    if not readings:
        raise ValueProblem(_NO_SUCH_DAY if len(first) != 3 != len(third) else _NOT_A_DAY)
    if len(set(readings.values())) == 1:
        return next(iter(readings.values()))
    if order in readings:
        return readings[order]
    offered = " or ".join(f"dates={name}" for name in readings)
    raise ValueProblem(
        f"This could be two different days. Choose the order of day and month ({offered})."
    )


def _readings(first: str, second: str, third: str) -> dict[str, date]:
    """Every order of year, month and day in which these numbers are a day of the calendar."""
    orders: dict[str, tuple[str, str, str]] = {}
    if len(first) in (2, 4) and len(third) <= 2:
        orders["ymd"] = (first, second, third)
    if len(first) <= 2 and len(third) in (2, 4):
        orders["mdy"] = (third, first, second)
        orders["dmy"] = (third, second, first)
    readings = {}
    for name, (year, month, day) in orders.items():
        try:
            readings[name] = date(_full_year(year), int(month), int(day))
        except ValueError:
            continue
    return readings


def _full_year(year: str) -> int:
    """Two digits from 70 on are of the last century."""
    if len(year) == 2:
        return int(year) + (1900 if int(year) >= 70 else 2000)
    return int(year)


def _made(year: str, month: str, day: str) -> date:
    try:
        return date(_full_year(year), int(month), int(day))
    except ValueError:
        raise ValueProblem(_NO_SUCH_DAY) from None


def _with_month_name(text: str) -> date:
    words = [w for w in _WORD_OR_NUMBER.findall(text.casefold()) if w not in FILLERS]
    if len(words) == 4 and is_weekday(words[0]):
        words = words[1:]
    months = [month_of(word) for word in words]
    if len(words) != 3 or sum(month is not None for month in months) != 1:
        raise ValueProblem(_NOT_A_DAY)
    month = next(str(month) for month in months if month)
    first, second = (word for word, named in zip(words, months, strict=True) if not named)
    year, day = (first, second) if len(first) == 4 else (second, first)
    if not (year.isdigit() and day.isdigit() and len(year) in (2, 4) and len(day) <= 2):
        raise ValueProblem(_NOT_A_DAY)
    return _made(year, month, day)
