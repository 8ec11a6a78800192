"""How fast business goes: pauses in working days, at the hours at which people work."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from domain.calendar import Moment, add_working_days, next_working_day, zone

OPENS, CLOSES = 8 * 60, 17 * 60 + 45
"""Minutes of the day between which people work."""


class Pace:
    """Draws the instants of one story."""

    def __init__(self, random: Random, zone_name: str) -> None:
        self.random, self.zone_name = random, zone_name

    def after(self, moment: Moment, fewest: int, most: int) -> datetime:
        """A working hour so many working days later; on the same day only if some of it is left."""
        days = self.random.randint(fewest, most)
        if days:
            return self.on(add_working_days(moment.today, days))
        later = moment.now + timedelta(minutes=self.random.randint(15, 150))
        opens = self._at(moment.today, OPENS)
        closes = self._at(moment.today, CLOSES)
        if opens <= later <= closes and moment.today.weekday() < 5:
            return later
        return self.on(add_working_days(moment.today, 1))

    def on(self, day: date) -> datetime:
        """A working hour of a day, or of the next one on which anybody works."""
        return self._at(at_work(day), self.random.randint(OPENS, CLOSES))

    def at_leisure(self, moment: Moment, fewest: int, most: int) -> datetime:
        """An hour at which a customer reads offers: so many days later, the evening included."""
        day = moment.today + timedelta(days=self.random.randint(fewest, most))
        return max(
            self._at(day, self.random.randint(7 * 60, 21 * 60 + 30)),
            moment.now + timedelta(minutes=self.random.randint(20, 200)),
        )

    def evening(self, day: date) -> datetime:
        """Late on a day, while it still counts."""
        return self._at(day, 20 * 60 + self.random.randint(0, 100))

    def early(self, day: date) -> datetime:
        """Shortly after midnight, when the daily jobs run."""
        return self._at(day, 5)

    def _at(self, day: date, minute: int) -> datetime:
        clock = time(minute // 60, minute % 60, self.random.randint(0, 59))
        return datetime.combine(day, clock, tzinfo=zone(self.zone_name)).astimezone(UTC)


def at_work(day: date) -> date:
    """The day, or the first working day after it; nobody works between the years."""
    if (day.month, day.day) >= (12, 24):
        day = date(day.year + 1, 1, 2)
    elif (day.month, day.day) == (1, 1):
        day = date(day.year, 1, 2)
    return next_working_day(day)
