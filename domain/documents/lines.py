"""What one line of a document comes to: gross, discount and net."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from domain.documents.taxes import GroupKey, TaxCategory, group_key, percent_problem, rate_problem
from domain.errors import FieldProblem, Invalid
from domain.money import EXACT, amount_problem, percent_of, rounded, value_problem

QUANTITY_DECIMALS = 4
PRICE_DECIMALS = 6
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineTerms:
    """What was agreed for one line; prices are before tax, percentages are written as 19 for 19 %.

    Quantity or price may be negative, as corrections of earlier deliveries are.
    """

    quantity: Decimal
    unit_price: Decimal
    discount_percent: Decimal | None = None
    discount_amount: Decimal | None = None
    tax_rate: Decimal
    tax_category: TaxCategory
    tax_reason: str | None = None

    @property
    def group(self) -> GroupKey:
        """The tax group the line belongs to."""
        return group_key(self)


@dataclass(frozen=True, slots=True)
class LineTotals:
    """What a line comes to in the document's currency: net (BT-131) is gross less discount."""

    gross: Decimal
    discount: Decimal
    net: Decimal


def line_totals(terms: LineTerms, currency: str) -> LineTotals:
    """Price one line at the currency's decimals; refused where a field cannot be taken."""
    return priced_lines((terms,), currency, path="")[0]


def priced_lines(
    lines: Sequence[LineTerms], currency: str, path: str = "lines.{}."
) -> tuple[LineTotals, ...]:
    """Price every line, or refuse them with all that is wrong, named as in `lines.0.quantity`."""
    problems = tuple(
        FieldProblem(path.format(position) + problem.field, problem.message)
        for position, terms in enumerate(lines)
        for problem in _problems(terms, currency)
    )
    if problems:
        raise Invalid(problems=problems)
    return tuple(_priced(terms, currency) for terms in lines)


def _priced(terms: LineTerms, currency: str) -> LineTotals:
    """Round the gross, then the discount, so that the printed column adds up."""
    gross = rounded(EXACT.multiply(terms.quantity, terms.unit_price), currency)
    if terms.discount_percent is not None:
        discount = percent_of(gross, terms.discount_percent, currency)
    else:
        discount = rounded(terms.discount_amount or ZERO, currency)
    return LineTotals(gross=gross, discount=discount, net=gross - discount)


def _problems(terms: LineTerms, currency: str) -> list[FieldProblem]:
    """All that is wrong with a line; its sums are looked at only where its numbers are right."""
    found = [*_number_problems(terms, currency)] or [*_sum_problems(terms, currency)]
    return [FieldProblem(field, message) for field, message in found if message]


def _number_problems(terms: LineTerms, currency: str) -> Iterator[tuple[str, str]]:
    """Numbers that cannot be kept as they are."""
    checks = {
        "quantity": value_problem(terms.quantity, QUANTITY_DECIMALS),
        "unit_price": value_problem(terms.unit_price, PRICE_DECIMALS),
        "discount_percent": percent_problem(terms.discount_percent or ZERO),
        "discount_amount": amount_problem(terms.discount_amount or ZERO, currency),
        "tax_rate": rate_problem(terms.tax_category, terms.tax_rate),
    }
    yield from ((field, problem) for field, problem in checks.items() if problem)
    if terms.discount_percent is not None and terms.discount_amount is not None:
        yield "discount_amount", "Give the discount as a percentage or as an amount, not both."


def _sum_problems(terms: LineTerms, currency: str) -> Iterator[tuple[str, str]]:
    """A line too large to keep, or a discount that is more than the line."""
    priced = _priced(terms, currency)
    if amount_problem(priced.gross, currency):
        yield "unit_price", "Quantity times price is too large to be kept."
    elif not min(priced.gross, ZERO) <= priced.discount <= max(priced.gross, ZERO):
        yield "discount_amount", "A discount is between nothing and the whole of its line."
