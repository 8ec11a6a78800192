"""What the figures are made of: counts and sums, and the ratios between them."""

from dataclasses import dataclass, field
from decimal import Decimal

from domain.calendar import Month
from domain.leads import LostReason
from domain.money import EXACT, ratio, rounded
from domain.pipelines import Outcome

NOTHING = Decimal(0)


@dataclass(slots=True)
class Created:
    """Leads created in a month, and how many of them were won to date."""

    leads: int = 0
    won: int = 0

    @property
    def conversion(self) -> Decimal | None:
        """The share won to date; none where nothing was created."""
        return ratio(self.won, self.leads)

    def add(self, outcome: Outcome, leads: int) -> None:
        """Count some leads that stand at an outcome now."""
        self.leads += leads
        self.won += leads if outcome is Outcome.WON else 0


@dataclass(slots=True)
class Closings:
    """Leads won and lost, with their values at the closing moves; `not_leads` are among lost."""

    won: int = 0
    lost: int = 0
    not_leads: int = 0
    won_value: Decimal = NOTHING
    lost_value: Decimal = NOTHING

    @property
    def close_rate(self) -> Decimal | None:
        """Won of all closed, "not a lead" left out; none where nothing closed."""
        return ratio(self.won, self.won + self.lost - self.not_leads)

    def average_deal(self, currency: str) -> Decimal | None:
        """The mean value of the won; none where nothing was won."""
        if not self.won:
            return None
        return rounded(EXACT.divide(self.won_value, Decimal(self.won)), currency)

    def add(self, outcome: Outcome, reason: LostReason | None, leads: int, value: Decimal) -> None:
        """Count some leads that were closed alike, with the sum of their values."""
        if outcome is Outcome.WON:
            self.won += leads
            self.won_value += value
            return
        self.lost += leads
        self.lost_value += value
        if reason is LostReason.NOT_A_LEAD:
            self.not_leads += leads


@dataclass(slots=True)
class Heap:
    """Some leads and their value."""

    leads: int = 0
    value: Decimal = NOTHING

    def add(self, leads: int, value: Decimal) -> None:
        """Count some leads with the sum of their values."""
        self.leads += leads
        self.value += value


@dataclass(slots=True)
class Billing:
    """Net and gross of issued invoices less credit notes, and money received less refunds."""

    invoiced: Decimal = NOTHING
    invoiced_gross: Decimal = NOTHING
    collected: Decimal = NOTHING


@dataclass(slots=True)
class MonthFigures:
    """Every figure of one month, in the workspace's currency.

    `expected` is Σ value × probability of the open leads that count in its forecast, exact; none
    where that was not kept on the month's first morning.
    """

    month: Month
    created: Created = field(default_factory=Created)
    closings: Closings = field(default_factory=Closings)
    billing: Billing = field(default_factory=Billing)
    expected: Decimal | None = None
    target: Decimal | None = None
    is_past: bool = False

    def forecast(self, currency: str) -> Decimal | None:
        """Won so far and what is expected beside it; of a past month what was expected then."""
        if self.expected is None:
            return None
        won_so_far = NOTHING if self.is_past else self.closings.won_value
        return rounded(won_so_far + self.expected, currency)

    @property
    def attainment(self) -> Decimal | None:
        """The share of the target that is won; none without one."""
        return None if self.target is None else ratio(self.closings.won_value, self.target)

    @property
    def gap(self) -> Decimal | None:
        """What is won beyond the target, negative while it is not reached; none without one."""
        return None if self.target is None else self.closings.won_value - self.target

    def forecast_gap(self, currency: str) -> Decimal | None:
        """What is forecast beyond the target, negative where it falls short; none without both."""
        forecast = self.forecast(currency)
        return None if forecast is None or self.target is None else forecast - self.target


def weighted(value: Decimal, probability: int) -> Decimal:
    """Value × probability in percent, exact."""
    return EXACT.scaleb(EXACT.multiply(value, Decimal(probability)), -2)
