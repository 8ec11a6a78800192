"""What the company wants to win each month, and the forecast as it stood on each first morning."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from api.sample_data.catalogue import local_price
from api.sample_data.diary import Story
from api.sample_data.office import Office
from api.sample_data.pace import Pace
from api.sample_data.plan import MONTHS, SEASON, first_day
from domain.calendar import Month
from domain.metrics import TargetRepository, snapshot
from domain.users import SYSTEM

SHARES = {"lena": 30, "tomasz": 26, "marie": 23, "oliver": 16}
"""Whose part of the company's target is how many percent."""
EUROS = 43_000
"""The target of an average month, net."""


@dataclass
class Goals:
    """Targets and forecasts of the year and of the two months after it."""

    office: Office
    pace: Pace

    def targets(self) -> Story:
        """Shortly before each month the manager says what is to be won in it."""
        month = Month.of(first_day(self.office.diary.end))
        for place in range(MONTHS + 3):
            yield self._decided(month)
            self._decide(month, place)
            month = month.next

    def forecasts(self) -> Story:
        """On each first morning the open deals are kept as they stand."""
        month = Month.of(first_day(self.office.diary.end))
        while True:
            yield self.pace.early(month.first)
            with self.office.diary.act(SYSTEM) as acts:
                snapshot.take(acts.session, acts.moment)
            month = month.next

    def _decided(self, month: Month) -> datetime:
        """Two months ahead, so that the next months have their targets today."""
        return self.pace.on(month.previous.previous.first + timedelta(days=9))

    def _decide(self, month: Month, place: int) -> None:
        currency = self.office.workspace.currency
        euros = EUROS * SEASON[month.number - 1] * (0.9 + 0.02 * place)
        whole = local_price(str(round(euros, -3)), currency)
        wanted: dict[UUID | None, Decimal] = {None: whole}
        wanted |= {self.office.user_id(key): _rough(whole, share) for key, share in SHARES.items()}
        with self.office.diary.act(self.office.team.viewers["sofia"]) as acts:
            TargetRepository(acts.session).replace(month, wanted, currency)


def _rough(whole: Decimal, share: int) -> Decimal:
    step = Decimal(500) if whole < 1_000_000 else Decimal(5000)
    return (whole * share / 100 / step).to_integral_value() * step
