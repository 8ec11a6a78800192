"""Why and at which rate a line is taxed, and the groups in which a document adds up its tax."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from domain.money import percent_of, value_problem

RATE_DECIMALS = 4


class TaxCategory(StrEnum):
    """How a sale stands to value added tax."""

    STANDARD = "standard"
    ZERO = "zero"
    EXEMPT = "exempt"
    REVERSE_CHARGE = "reverse_charge"
    INTRA_EU = "intra_eu"
    EXPORT = "export"
    OUTSIDE = "outside"

    @property
    def code(self) -> str:
        """The letter of EN 16931 (BT-118, BT-151)."""
        return _CODES[self]

    @property
    def needs_reason(self) -> bool:
        """Whether an invoice must say why no tax is due (BR-E-10, BR-AE-10, BR-IC-10 …)."""
        return self not in (TaxCategory.STANDARD, TaxCategory.ZERO)


_CODES = {
    TaxCategory.STANDARD: "S",
    TaxCategory.ZERO: "Z",
    TaxCategory.EXEMPT: "E",
    TaxCategory.REVERSE_CHARGE: "AE",
    TaxCategory.INTRA_EU: "K",
    TaxCategory.EXPORT: "G",
    TaxCategory.OUTSIDE: "O",
}
_ORDER = {category: position for position, category in enumerate(TaxCategory)}


@dataclass(frozen=True, slots=True)
class GroupKey:
    """What lines have in common that are taxed together; `rate` is a percentage."""

    category: TaxCategory
    rate: Decimal
    reason: str | None = None

    @property
    def order(self) -> tuple[Decimal, int, str]:
        """Sorts the highest rate first, then by category, then by reason."""
        return -self.rate, _ORDER[self.category], self.reason or ""


class Taxed(Protocol):
    """A line, as far as its tax goes."""

    @property
    def tax_rate(self) -> Decimal: ...
    @property
    def tax_category(self) -> TaxCategory: ...
    @property
    def tax_reason(self) -> str | None: ...


def group_key(line: Taxed) -> GroupKey:
    """The group a line is taxed in; a blank reason is none."""
    return GroupKey(line.tax_category, line.tax_rate, (line.tax_reason or "").strip() or None)


def percent_problem(percent: Decimal) -> str | None:
    """Why a number is no percentage from 0 to 100 with at most four decimals."""
    problem = value_problem(percent, RATE_DECIMALS)
    if problem is None and not 0 <= percent <= 100:
        return "Give a percentage from 0 to 100."
    return problem


def rate_problem(category: TaxCategory, rate: Decimal) -> str | None:
    """Why a rate does not go with its category: only the standard one has a rate above 0."""
    if problem := percent_problem(rate):
        return problem
    if category is TaxCategory.STANDARD and not rate:
        return "Give a rate above 0, or say why no tax is due by choosing another category."
    if category is not TaxCategory.STANDARD and rate:
        return "Only the standard category has a rate above 0; give 0 or choose that category."
    return None


def tax_problems(line: Taxed) -> list[tuple[str, str]]:
    """What a line's tax lacks before it can be issued: fields of the line with a sentence each."""
    problems = []
    if problem := rate_problem(line.tax_category, line.tax_rate):
        problems.append(("tax_rate", problem))
    if line.tax_category.needs_reason and group_key(line).reason is None:
        problems.append(("tax_reason", "Give the reason to print why no tax is due."))
    return problems


def credit_tax(
    credited_net_before: Decimal,
    credited_net_now: Decimal,
    rate: Decimal,
    tax_credited_before: Decimal,
    currency: str,
) -> Decimal:
    """The tax a credit takes back in one group, so that any parts add up to the tax of the whole.

    It is the rounded tax of all that is credited so far, less the tax credited so far.
    """
    credited_net = credited_net_before + credited_net_now
    return percent_of(credited_net, rate, currency) - tax_credited_before
