"""What a document comes to: lines, discounts, tax groups, total and what is to be paid.

The sums are those of EN 16931, rules BR-CO-10 to BR-CO-17; the BT numbers are its terms.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from domain.documents.adjustments import Adjusted, Adjustment, adjusted
from domain.documents.lines import LineTerms, LineTotals, line_totals, priced_lines
from domain.documents.taxes import GroupKey, TaxCategory, credit_tax, tax_problems
from domain.errors import FieldProblem, Invalid
from domain.money import amount_problem, percent_of, rounded, shared

__all__ = [
    "Adjustment",
    "Group",
    "GroupKey",
    "LineTerms",
    "LineTotals",
    "TaxCategory",
    "Totals",
    "credit_tax",
    "line_shares",
    "line_totals",
    "tax_problems",
    "totals",
]

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Group:
    """One tax group: its base (BT-116) and the tax on it (BT-117), rounded once."""

    category: TaxCategory
    rate: Decimal
    reason: str | None
    net: Decimal
    tax: Decimal

    @property
    def key(self) -> GroupKey:
        """What the lines of the group have in common."""
        return GroupKey(self.category, self.rate, self.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What a document comes to, every amount at the decimals of its currency.

    `lines_total` is BT-106, `discount_total` BT-107, `charge_total` BT-108, `net_total` BT-109,
    `tax_total` BT-110, `total` BT-112, `prepaid` BT-113, `rounding` BT-114, `payable` BT-115.
    """

    currency: str
    lines: tuple[LineTotals, ...]
    lines_total: Decimal
    discount_total: Decimal
    charge_total: Decimal
    net_total: Decimal
    groups: tuple[Group, ...]
    tax_total: Decimal
    total: Decimal
    prepaid: Decimal
    rounding: Decimal
    payable: Decimal


def totals(
    lines: Sequence[LineTerms],
    adjustments: Sequence[Adjustment],
    currency: str,
    prepaid: Decimal = ZERO,
    rounding: Decimal = ZERO,
) -> Totals:
    """Add up a document; refused, with the fields named, where its terms cannot hold.

    net = lines - discounts + charges (BR-CO-13), total = net + tax (BR-CO-15), payable = total -
    prepaid + rounding (BR-CO-16). The order of the lines changes no sum.
    """
    _check_payment(prepaid, rounding, currency)
    priced = priced_lines(lines, currency)
    after = adjusted(_line_nets(lines, priced), adjustments, currency)
    groups = _groups(after, currency)
    lines_total = sum((line.net for line in priced), rounded(ZERO, currency))
    net_total = lines_total - after.discount_total + after.charge_total
    tax_total = sum((group.tax for group in groups), rounded(ZERO, currency))
    result = Totals(
        currency=currency,
        lines=priced,
        lines_total=lines_total,
        discount_total=rounded(after.discount_total, currency),
        charge_total=rounded(after.charge_total, currency),
        net_total=net_total,
        groups=groups,
        tax_total=tax_total,
        total=net_total + tax_total,
        prepaid=rounded(prepaid, currency),
        rounding=rounded(rounding, currency),
        payable=rounded(net_total + tax_total - prepaid + rounding, currency),
    )
    _check_size(result)
    return result


def line_shares(lines: Sequence[LineTerms], result: Totals) -> tuple[Decimal, ...]:
    """What is left of each line after its share of the document's discounts and charges.

    The lines of a group add up to the group's net. Lines with positive net carry the share; in a
    group without one, a charge is spread evenly. A charge on a group without lines is in no line.
    """
    shares = [line.net for line in result.lines]
    for group in result.groups:
        members = [i for i, terms in enumerate(lines) if terms.group == group.key]
        nets = [shares[i] for i in members]
        change = group.net - sum(nets, ZERO)
        weights = [max(net, ZERO) for net in nets]
        if not any(weights):
            weights = [Decimal(1)] * len(members)
        parts = shared(abs(change), weights, result.currency) if members else []
        for i, part in zip(members, parts, strict=True):
            shares[i] += part.copy_sign(change)
    return tuple(shares)


def _line_nets(lines: Sequence[LineTerms], priced: Sequence[LineTotals]) -> dict[GroupKey, Decimal]:
    """The line nets added up by tax group."""
    nets: dict[GroupKey, Decimal] = {}
    for terms, line in zip(lines, priced, strict=True):
        nets[terms.group] = nets.get(terms.group, ZERO) + line.net
    return nets


def _groups(after: Adjusted, currency: str) -> tuple[Group, ...]:
    """The tax of each group, worked out once from its base (BR-CO-17), highest rate first."""
    return tuple(
        Group(
            category=key.category,
            rate=key.rate,
            reason=key.reason,
            net=rounded(after.nets[key], currency),
            tax=percent_of(after.nets[key], key.rate, currency),
        )
        for key in sorted(after.nets, key=lambda key: key.order)
    )


def _check_payment(prepaid: Decimal, rounding: Decimal, currency: str) -> None:
    """Refuse what was paid before, or a rounding, that is no amount of this currency."""
    problems = [
        FieldProblem(field, problem)
        for field, value in (("prepaid", prepaid), ("rounding", rounding))
        if (problem := amount_problem(value, currency))
    ]
    if not problems and prepaid < 0:
        problems.append(FieldProblem("prepaid", "What was paid before cannot be negative."))
    if problems:
        raise Invalid(problems=tuple(problems))


def _check_size(result: Totals) -> None:
    """Refuse a document whose sums are too large to be kept."""
    sums = (
        result.lines_total,
        result.discount_total,
        result.charge_total,
        result.net_total,
        result.tax_total,
        result.total,
        result.payable,
        *(group.net for group in result.groups),
    )
    if any(amount_problem(amount, result.currency) for amount in sums):
        raise Invalid("lines", "The document adds up to more than can be kept.")
