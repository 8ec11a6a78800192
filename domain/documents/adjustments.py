"""Discounts and charges of a whole document, taken from or added to its tax groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from domain.documents.taxes import GroupKey, percent_problem, rate_problem
from domain.errors import Invalid
from domain.money import amount_problem, percent_of, rounded, shared

ZERO = Decimal(0)

Nets = Mapping[GroupKey, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """A discount or charge on a document, as a percentage or an amount, never negative.

    A percentage is of the line nets: of its group where it names one, else of all lines. Without a
    group it is shared over the groups with positive net.
    """

    percent: Decimal | None = None
    amount: Decimal | None = None
    is_charge: bool = False
    group: GroupKey | None = None

    @property
    def field(self) -> str:
        """The field of the document a refusal speaks of, such as `discount_percent`."""
        kind = "charge" if self.is_charge else "discount"
        return f"{kind}_percent" if self.percent is not None else f"{kind}_amount"


@dataclass(frozen=True, slots=True)
class Adjusted:
    """The groups after a document's discounts and charges, and what those came to."""

    nets: dict[GroupKey, Decimal]
    discount_total: Decimal
    charge_total: Decimal


def adjusted(line_nets: Nets, adjustments: Sequence[Adjustment], currency: str) -> Adjusted:
    """Apply charges before discounts, and those that name a group before those that are shared.

    Refused: a discount of more than there is to take it from, a charge nothing can carry.
    """
    nets = dict(line_nets)
    sums = {True: ZERO, False: ZERO}
    for adjustment in sorted(adjustments, key=lambda a: (not a.is_charge, a.group is None)):
        amount = _amount(adjustment, line_nets, currency)
        sign = 1 if adjustment.is_charge else -1
        for key, part in _parts(adjustment, amount, nets, currency).items():
            nets[key] = nets.get(key, ZERO) + sign * part
        sums[adjustment.is_charge] += amount
    return Adjusted(nets, discount_total=sums[False], charge_total=sums[True])


def _amount(adjustment: Adjustment, line_nets: Nets, currency: str) -> Decimal:
    """What a discount or charge comes to, at the currency's decimals."""
    if problem := _problem(adjustment, currency):
        raise Invalid(adjustment.field, problem)
    if adjustment.percent is None:
        return rounded(adjustment.amount or ZERO, currency)
    group = adjustment.group
    base = line_nets.get(group, ZERO) if group else sum(line_nets.values(), ZERO)
    amount = percent_of(base, adjustment.percent, currency)
    if amount < 0:
        raise Invalid(adjustment.field, "There is no positive sum to take a percentage of.")
    return amount


def _problem(adjustment: Adjustment, currency: str) -> str | None:
    """Why a discount or charge cannot be taken as it is written."""
    percent, amount, group = adjustment.percent, adjustment.amount, adjustment.group
    if (percent is None) == (amount is None):
        return "Give a percentage or an amount, not both."
    if group is not None and (problem := rate_problem(group.category, group.rate)):
        return problem
    if percent is not None:
        return percent_problem(percent)
    if amount is not None and (problem := amount_problem(amount, currency)):
        return problem
    return "Give an amount that is not negative." if (amount or ZERO) < 0 else None


def _parts(
    adjustment: Adjustment, amount: Decimal, nets: Nets, currency: str
) -> dict[GroupKey, Decimal]:
    """How much of a discount or charge each group carries, in proportion to the positive nets."""
    if adjustment.group is not None:
        carriers = [adjustment.group]
    else:
        carriers = sorted((key for key, net in nets.items() if net > 0), key=lambda k: k.order)
    weights = [max(nets.get(key, ZERO), ZERO) for key in carriers]
    if not adjustment.is_charge and amount > sum(weights):
        raise Invalid(adjustment.field, "The discount is more than what it is taken from.")
    if adjustment.group is not None:
        return {adjustment.group: amount}
    if amount and not carriers:
        raise Invalid(adjustment.field, "No line has a positive sum that could carry the charge.")
    return dict(zip(carriers, shared(amount, weights, currency), strict=True))
