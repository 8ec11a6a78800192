"""Currencies, rounding, splitting and writing of amounts."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.money import (
    MAX_AMOUNT,
    amount_problem,
    amount_text,
    decimals,
    is_currency,
    percent_of,
    percent_text,
    price_text,
    quantity_text,
    ratio,
    ratio_text,
    round_to,
    rounded,
    shared,
    value_problem,
)
from tests.data_files import shared_data

CURRENCIES = st.sampled_from(["EUR", "JPY", "KWD", "CLF"])
UNHURRIED = settings(deadline=None)  # A busy machine is no reason to fail.
UNITS = st.integers(-(10**12) + 1, 10**12 - 1)
WEIGHTS = st.lists(
    st.decimals(0, 10**9, places=4, allow_nan=False, allow_infinity=False),
    min_size=1,
    max_size=12,
)


def vectors(name: str) -> list[Any]:
    """One list of the published rounding and splitting vectors, its decimals exact."""
    text = shared_data("money", "moneyphp_vectors.json").read_text(encoding="utf-8")
    found: list[Any] = json.loads(text, parse_float=Decimal)[name]
    return found


def in_currency(units: int, currency: str) -> Decimal:
    return Decimal(units).scaleb(-decimals(currency))


@pytest.mark.parametrize(
    ("currency", "places"),
    [("EUR", 2), ("USD", 2), ("CHF", 2), ("JPY", 0), ("KRW", 0), ("KWD", 3), ("CLF", 4)],
)
def test_an_amount_has_the_decimals_of_its_currency(currency: str, places: int) -> None:
    assert decimals(currency) == places


@pytest.mark.parametrize(("currency", "places"), [("RSD", 2), ("ALL", 2), ("IQD", 3), ("HUF", 2)])
def test_books_keep_the_small_coins_that_nobody_uses_any_more(currency: str, places: int) -> None:
    assert decimals(currency) == places


def test_a_retired_currency_can_still_be_read_but_not_chosen() -> None:
    assert decimals("DEM") == 2
    assert not is_currency("DEM")


@pytest.mark.parametrize("code", ["EUR", "JPY", "XOF", "XAF", "XCD", "CLF", "ZWG", "TRY"])
def test_a_currency_in_use_can_be_chosen(code: str) -> None:
    assert is_currency(code)


@pytest.mark.parametrize("code", ["", "eur", "EURO", "XYZ", "XXX", "XAU", "XDR", "€", "EUR\n"])
def test_what_nobody_can_be_billed_in_is_not_a_currency(code: str) -> None:
    assert not is_currency(code)


def test_an_unknown_currency_has_no_decimals() -> None:
    with pytest.raises(ValueError, match="ISO 4217"):
        decimals("XYZ")


def test_rounding_halves_goes_away_from_zero_as_published() -> None:
    mine = [(v, want) for v, mode, want in vectors("rounding") if mode == "HALF_UP"]
    assert mine
    assert [rounded(Decimal(v), "JPY") for v, _ in mine] == [Decimal(want) for _, want in mine]


def test_rounding_never_leaves_a_negative_zero() -> None:
    assert str(rounded(Decimal("-0.004"), "EUR")) == "0.00"


def test_rounding_is_exact_beyond_the_digits_of_a_default_context() -> None:
    value = Decimal("999999999999.99494999999999999999")
    assert rounded(value, "EUR") == Decimal("999999999999.99")


def test_percent_is_rounded_once() -> None:
    assert percent_of(Decimal("165.77"), Decimal(3), "EUR") == Decimal("4.97")
    assert percent_of(Decimal("0.50"), Decimal(1), "EUR") == Decimal("0.01")


def test_splitting_gives_the_published_parts() -> None:
    for total, weights, parts in vectors("allocation"):
        assert shared(Decimal(total), [Decimal(w) for w in weights], "JPY") == [
            Decimal(part) for part in parts
        ], (total, weights)


def test_splitting_evenly_gives_the_published_parts() -> None:
    for total, count, parts in vectors("allocate_to"):
        assert shared(Decimal(total), [Decimal(1)] * count, "JPY") == [Decimal(p) for p in parts]


def test_the_earlier_position_gets_the_cent_where_remainders_are_equal() -> None:
    assert shared(Decimal("0.01"), [Decimal(5), Decimal(5)], "EUR") == [Decimal("0.01"), Decimal(0)]


def test_nothing_can_be_split_over_nothing() -> None:
    assert shared(Decimal(0), [Decimal(0), Decimal(0)], "EUR") == [Decimal(0), Decimal(0)]
    assert shared(Decimal(0), [], "EUR") == []


@pytest.mark.parametrize(("total", "weights"), [("1", ["0", "0"]), ("1", []), ("0.001", ["1"])])
def test_what_cannot_be_split_exactly_is_refused(total: str, weights: list[str]) -> None:
    with pytest.raises(ValueError, match="split"):
        shared(Decimal(total), [Decimal(w) for w in weights], "EUR")


@UNHURRIED
@given(units=UNITS, weights=WEIGHTS, currency=CURRENCIES)
def test_splitting_never_loses_a_unit(units: int, weights: list[Decimal], currency: str) -> None:
    total = in_currency(units if any(weights) else 0, currency)
    parts = shared(total, weights, currency)
    assert sum(parts) == total
    assert all(amount_problem(part, currency) is None for part in parts)


@UNHURRIED
@given(units=UNITS, weights=WEIGHTS.filter(any), currency=CURRENCIES)
def test_no_part_is_a_whole_unit_from_its_fair_share(
    units: int, weights: list[Decimal], currency: str
) -> None:
    total = in_currency(units, currency)
    for part, weight in zip(shared(total, weights, currency), weights, strict=True):
        off = part * sum(weights) - total * weight
        assert abs(off) < in_currency(1, currency) * sum(weights)
        assert weight or not part


@pytest.mark.parametrize(
    ("value", "currency", "text"),
    [
        ("1250", "EUR", "1250.00"),
        ("1E+3", "JPY", "1000"),
        ("-0.001", "EUR", "0.00"),
        ("1.5", "KWD", "1.500"),
        ("-12.345", "EUR", "-12.35"),
        ("1234567890123456.78", "EUR", "1234567890123456.78"),
    ],
)
def test_an_amount_is_written_with_exactly_its_decimals(
    value: str, currency: str, text: str
) -> None:
    assert amount_text(Decimal(value), currency) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("3.0000", "3"),
        ("19.00", "19"),
        ("1E+2", "100"),
        ("-0.00", "0"),
        ("-7.50", "-7.5"),
        ("0.0000001", "0.0000001"),
    ],
)
def test_quantities_and_percentages_have_no_trailing_zeros(value: str, text: str) -> None:
    assert quantity_text(Decimal(value)) == text
    assert percent_text(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "currency", "text"),
    [
        ("19.99", "EUR", "19.99"),
        ("5", "EUR", "5.00"),
        ("0.333333", "EUR", "0.333333"),
        ("0.500000", "EUR", "0.50"),
        ("1E+2", "JPY", "100"),
        ("0.25", "JPY", "0.25"),
        ("2", "KWD", "2.000"),
    ],
)
def test_a_price_has_at_least_the_decimals_of_its_currency(
    value: str, currency: str, text: str
) -> None:
    assert price_text(Decimal(value), currency) == text


def test_a_ratio_has_four_decimals() -> None:
    assert ratio_text(ratio(12, 19)) == "0.6316"
    assert ratio_text(ratio(Decimal(1), Decimal(2))) == "0.5000"
    assert ratio(1, 32) == Decimal("0.0313")


def test_there_is_no_ratio_to_nothing() -> None:
    assert ratio(3, 0) is None
    assert ratio_text(None) is None


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_not_a_number_is_no_amount(value: str) -> None:
    assert amount_problem(Decimal(value), "EUR") == "Give a number."


@pytest.mark.parametrize("value", ["1000000000000", "-1E+12", "1E+999999"])
def test_an_amount_beyond_the_bound_cannot_be_kept(value: str) -> None:
    problem = amount_problem(Decimal(value), "EUR")
    assert problem
    assert "999999999999.9999" in problem


def test_the_largest_amount_can_be_kept() -> None:
    assert value_problem(MAX_AMOUNT, 4) is None
    assert amount_problem(-round_to(MAX_AMOUNT - 1, 2), "EUR") is None


@pytest.mark.parametrize(
    ("value", "currency", "problem"),
    [
        ("1.001", "EUR", "Give at most 2 decimals."),
        ("1E-999999", "EUR", "Give at most 2 decimals."),
        ("1.5", "JPY", "Give a whole number."),
        ("1.000", "JPY", None),
        ("1.0001", "KWD", "Give at most 3 decimals."),
    ],
)
def test_an_amount_has_no_more_decimals_than_its_currency(
    value: str, currency: str, problem: str | None
) -> None:
    assert amount_problem(Decimal(value), currency) == problem
