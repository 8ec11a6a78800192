"""The ratios and sums that figures are made of, without a database."""

from decimal import Decimal

from domain.calendar import Month
from domain.leads import LostReason
from domain.metrics import Closings, Created, MonthFigures
from domain.metrics.tallies import weighted
from domain.pipelines import Outcome

NOVEMBER = Month(2026, 11)


def closings(won: int, lost: int, not_leads: int = 0) -> Closings:
    """Some closings worth a cent each."""
    found = Closings()
    found.add(Outcome.WON, None, won, Decimal("0.01") * won)
    found.add(Outcome.LOST, LostReason.PRICE, lost - not_leads, Decimal(0))
    found.add(Outcome.LOST, LostReason.NOT_A_LEAD, not_leads, Decimal(0))
    return found


def test_the_close_rate_leaves_out_what_was_never_a_lead() -> None:
    assert closings(won=3, lost=2, not_leads=1).close_rate == Decimal("0.7500")
    assert closings(won=4238, lost=2473).close_rate == Decimal("0.6315")


def test_no_rate_where_nothing_closed() -> None:
    assert closings(won=0, lost=0).close_rate is None
    assert closings(won=0, lost=2, not_leads=2).close_rate is None
    assert Created().conversion is None


def test_the_average_deal_is_rounded_once_from_the_exact_mean() -> None:
    found = Closings(won=2, won_value=Decimal("0.05"))
    assert found.average_deal("EUR") == Decimal("0.03")
    found = Closings(won=2000, won_value=Decimal("8.90"))
    assert found.average_deal("EUR") == Decimal("0.00")
    assert Closings(won=3, won_value=Decimal(100)).average_deal("JPY") == Decimal(33)
    assert Closings().average_deal("EUR") is None


def test_a_forecast_is_rounded_once_from_exact_parts() -> None:
    figures = MonthFigures(NOVEMBER, closings=Closings(won_value=Decimal("1.00")))
    figures.expected = weighted(Decimal("0.01"), 25) + weighted(Decimal("0.01"), 25)
    assert figures.forecast("EUR") == Decimal("1.01")


def test_a_past_forecast_is_without_what_was_won_since() -> None:
    figures = MonthFigures(NOVEMBER, closings=Closings(won_value=Decimal("1.00")), is_past=True)
    assert figures.forecast("EUR") is None
    figures.expected = Decimal("7.00")
    assert figures.forecast("EUR") == Decimal("7.00")
