"""Currencies, rounding, splitting and writing of amounts: the one place where money is rounded."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import cache
from math import floor

from babel.core import get_global
from babel.numbers import get_currency_precision

MAX_AMOUNT = Decimal("999999999999.9999")
RATIO_DECIMALS = 4

# Wide enough that no product of two values within MAX_AMOUNT loses a digit before it is rounded.
EXACT = Context(prec=60, rounding=ROUND_HALF_UP)

# CLDR shows these without the small coins nobody uses; ISO 4217 still keeps books in them.
_ISO_DECIMALS = {
    "AFN": 2,
    "ALL": 2,
    "IQD": 3,
    "IRR": 2,
    "KPW": 2,
    "LAK": 2,
    "LBP": 2,
    "MGA": 2,
    "MMK": 2,
    "RSD": 2,
    "SOS": 2,
    "SYP": 2,
    "YER": 2,
}

# Metals, units of account and test codes have no minor unit in ISO 4217; CNH is not in it at all.
_NOT_FOR_BILLING = frozenset(
    ("CNH", "XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA")
) | {"XXX"}


@cache
def currencies() -> frozenset[str]:
    """The ISO 4217 codes in use today that an amount can be billed in."""
    in_use = {
        code
        for periods in get_global("territory_currencies").values()
        for code, _start, end, _tender in periods
        if end is None
    }
    return frozenset(in_use - _NOT_FOR_BILLING)


def is_currency(code: str) -> bool:
    """Whether this is the code of a currency in use, in capitals as ISO 4217 writes it."""
    return code in currencies()


@cache
def decimals(currency: str) -> int:
    """How many decimals the books keep in a currency, also in one no longer in use."""
    if currency not in get_global("all_currencies"):
        raise ValueError("An amount needs a currency of ISO 4217.")
    return _ISO_DECIMALS.get(currency, get_currency_precision(currency))


def round_to(value: Decimal, places: int) -> Decimal:
    """A value at so many decimals, halves away from zero, and never a negative zero."""
    return EXACT.plus(value.quantize(_unit(places), context=EXACT))


@cache
def _unit(places: int) -> Decimal:
    return Decimal(1).scaleb(-places)


def rounded(value: Decimal, currency: str) -> Decimal:
    """An amount at the currency's decimals, halves away from zero."""
    return round_to(value, decimals(currency))


def percent_of(value: Decimal, percent: Decimal, currency: str) -> Decimal:
    """So many percent of an amount, rounded once."""
    return rounded(EXACT.multiply(value, EXACT.scaleb(percent, -2)), currency)


def value_problem(value: Decimal, places: int) -> str | None:
    """Why a number cannot be kept: not finite, beyond the bound, or too many decimals."""
    if not value.is_finite():
        return "Give a number."
    if abs(value) > MAX_AMOUNT:
        return f"This is too large; at most {plain_text(MAX_AMOUNT)} can be kept."
    if value != round_to(value, places):
        return f"Give at most {places} decimals." if places else "Give a whole number."
    return None


def amount_problem(value: Decimal, currency: str) -> str | None:
    """Why an amount cannot be kept in this currency, or None where it can."""
    return value_problem(value, decimals(currency))


def shared(total: Decimal, weights: Sequence[Decimal], currency: str) -> list[Decimal]:
    """Split an amount in proportion to weights so that the parts add up to it exactly.

    Every part is first rounded down; the units left over go one each to the largest remainders,
    and where those are equal to the earlier position. The total must be at the currency's
    decimals; weights must not add up to zero unless there is nothing to split.
    """
    places = decimals(currency)
    units = Fraction(total) * 10**places
    whole = sum(map(Fraction, weights), Fraction(0))
    if units.denominator != 1 or (units and not whole):
        raise ValueError("Only an amount in whole minor units can be split, over weights not zero.")
    exact = [units * Fraction(weight) / whole if whole else Fraction(0) for weight in weights]
    parts = [floor(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda i: parts[i] - exact[i])
    for i in by_remainder[: int(units) - sum(parts)]:
        parts[i] += 1
    return [EXACT.scaleb(Decimal(part), -places) for part in parts]


def ratio(part: Decimal | int, whole: Decimal | int) -> Decimal | None:
    """A share at four decimals, or None where there is no whole to be a part of."""
    if not whole:
        return None
    return round_to(EXACT.divide(Decimal(part), Decimal(whole)), RATIO_DECIMALS)


def ratio_text(value: Decimal | None) -> str | None:
    """A ratio with its four decimals, as in `0.6324`."""
    return None if value is None else f"{round_to(value, RATIO_DECIMALS):f}"


def plain_text(value: Decimal) -> str:
    """A number without trailing zeros, never with an exponent and never as a negative zero."""
    return f"{EXACT.plus(value).normalize(EXACT):f}"


def amount_text(value: Decimal, currency: str) -> str:
    """An amount with exactly the currency's decimals."""
    return f"{rounded(value, currency):f}"


def quantity_text(value: Decimal) -> str:
    """A quantity without trailing zeros."""
    return plain_text(value)


def percent_text(value: Decimal) -> str:
    """A percentage without trailing zeros and without the sign: `19` for 19 %."""
    return plain_text(value)


def price_text(value: Decimal, currency: str) -> str:
    """A unit price without trailing zeros but with at least the currency's decimals."""
    written = plain_text(value)
    fraction = len(written.partition(".")[2])
    return f"{Decimal(written):.{max(fraction, decimals(currency))}f}"
