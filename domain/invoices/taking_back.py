"""What a credit note takes back: by line, never more than is left, with tax that adds up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from domain.documents.arithmetic import Group, GroupKey, TaxCategory, credit_tax
from domain.documents.taxes import group_key
from domain.errors import FieldProblem, Invalid, RuleViolation
from domain.invoices.model import Invoice, InvoiceLine
from domain.money import (
    EXACT,
    amount_problem,
    amount_text,
    percent_text,
    quantity_text,
    round_to,
    rounded,
)

ZERO = Decimal(0)
PRICE_DECIMALS = 6


class CreditExceedsInvoice(RuleViolation):
    """More would be taken back than is left of a line."""


class NothingLeftToCredit(RuleViolation):
    """All of this invoice was taken back already."""

    def __init__(self) -> None:
        super().__init__("All of this invoice was credited already.")


@dataclass(frozen=True, slots=True)
class WantedCredit:
    """What to take back of a line: a quantity, an amount before tax, or all that is left of it."""

    line_id: UUID
    quantity: Decimal | None = None
    net: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CreditedLine:
    """What is taken back of one line; `returned` counts towards the line's quantity.

    Printed as quantity × price less discount, which is the net amount.
    """

    line: InvoiceLine
    returned: Decimal
    quantity: Decimal
    unit: str
    unit_price: Decimal
    discount: Decimal
    net: Decimal


@dataclass(frozen=True, slots=True)
class Credit:
    """What a credit note comes to; `rounding` is the invoice's, where nothing of it is left."""

    lines: tuple[CreditedLine, ...]
    groups: tuple[Group, ...]
    net_total: Decimal
    tax_total: Decimal
    total: Decimal
    rounding: Decimal
    leaves_nothing: bool


def work_out(
    invoice: Invoice,
    earlier: Iterable[Iterable[Mapping[str, Any]]],
    wanted: Sequence[WantedCredit] | None,
) -> Credit:
    """Work out a credit of the whole invoice, or of the wanted lines.

    `earlier` holds the tax groups of the credit notes so far. Refused: more than is left, a line
    of another invoice or named twice, and a credit that would come to less than nothing.
    """
    invoice.demand_issued()
    if not any(_is_open(line) for line in invoice.lines):
        raise NothingLeftToCredit
    lines = _all_that_is_left(invoice) if wanted is None else _by_line(invoice, wanted)
    groups = _groups(lines, earlier, invoice.currency)
    net_total = sum((line.net for line in lines), rounded(ZERO, invoice.currency))
    tax_total = sum((group.tax for group in groups), rounded(ZERO, invoice.currency))
    if net_total + tax_total < 0:
        raise Invalid("lines", "A credit note cannot come to less than nothing.")
    _demand_left(invoice, groups)
    leaves_nothing = not _open_after(invoice, lines)
    return Credit(
        lines=lines,
        groups=groups,
        net_total=net_total,
        tax_total=tax_total,
        total=net_total + tax_total,
        rounding=invoice.rounding if leaves_nothing else rounded(ZERO, invoice.currency),
        leaves_nothing=leaves_nothing,
    )


def _demand_left(invoice: Invoice, groups: Sequence[Group]) -> None:
    """Refuse to take back more under a tax than is left of it, lines that lower it counted in."""
    left: dict[GroupKey, Decimal] = {}
    for line in invoice.lines:
        key = group_key(line)
        left[key] = left.get(key, ZERO) + left_net(line)
    for group in groups:
        whole = left[GroupKey(group.category, group.rate, group.reason)]
        if not min(whole, ZERO) <= group.net <= max(whole, ZERO):
            raise CreditExceedsInvoice(
                f"At {percent_text(group.rate)} % tax {amount_text(whole, invoice.currency)} "
                f"{invoice.currency} before tax is left to take back. Take the lines that lower it "
                "back along with the others, or less of them."
            )


def left_net(line: InvoiceLine) -> Decimal:
    """What can still be taken back of a line, before tax."""
    return (line.due_net or ZERO) - line.credited_net


def left_quantity(line: InvoiceLine) -> Decimal:
    """How much of a line can still be taken back by quantity."""
    return line.quantity - line.credited_quantity


def _is_open(line: InvoiceLine) -> bool:
    """Whether something is left of a line; a line for free is open until it was returned."""
    return bool(left_net(line)) or (not line.due_net and bool(left_quantity(line)))


def _open_after(invoice: Invoice, lines: Sequence[CreditedLine]) -> bool:
    taken = {credited.line.id: credited for credited in lines}
    for line in invoice.lines:
        now = taken.get(line.id)
        net = left_net(line) - (now.net if now else ZERO)
        quantity = left_quantity(line) - (now.returned if now else ZERO)
        if net or (not line.due_net and quantity):
            return True
    return False


def _all_that_is_left(invoice: Invoice) -> tuple[CreditedLine, ...]:
    return tuple(
        _printed(line, left_quantity(line), left_net(line), invoice.currency)
        for line in invoice.lines
        if _is_open(line)
    )


def _by_line(invoice: Invoice, wanted: Sequence[WantedCredit]) -> tuple[CreditedLine, ...]:
    known = {line.id: line for line in invoice.lines}
    problems = []
    for position, want in enumerate(wanted):
        field = f"lines.{position}.invoice_line_id"
        if want.line_id not in known:
            problems.append(FieldProblem(field, "This invoice has no such line."))
        elif want.line_id in [other.line_id for other in wanted[:position]]:
            problems.append(FieldProblem(field, "This line is named twice."))
        if want.net is not None and (problem := amount_problem(want.net, invoice.currency)):
            problems.append(FieldProblem(f"lines.{position}.net", problem))
    if problems:
        raise Invalid(problems=tuple(problems))
    return tuple(_taken(known[want.line_id], want, invoice.currency) for want in wanted)


def _taken(line: InvoiceLine, want: WantedCredit, currency: str) -> CreditedLine:
    if not _is_open(line):
        raise CreditExceedsInvoice(f"Nothing is left of the line “{_name(line)}”.")
    if want.net is not None:
        if not _is_part(want.net, left_net(line)):
            raise _too_much(line, currency)
        return _printed(line, ZERO, want.net, currency)
    quantity = left_quantity(line) if want.quantity is None else want.quantity
    if want.quantity is not None and not _is_part(quantity, left_quantity(line)):
        raise CreditExceedsInvoice(
            f"Of the line “{_name(line)}” {quantity_text(left_quantity(line))} {line.unit} are "
            "left to take back."
        )
    net = _net_of_quantity(line, quantity, currency)
    if net and not _is_part(net, left_net(line)):
        raise _too_much(line, currency)
    return _printed(line, quantity, net, currency)


def _net_of_quantity(line: InvoiceLine, quantity: Decimal, currency: str) -> Decimal:
    """The share of a quantity, rounded so that returned parts add up to the whole line."""
    if quantity == left_quantity(line):
        return left_net(line)
    due = line.due_net or ZERO

    def share(of: Decimal) -> Decimal:
        return rounded(EXACT.divide(EXACT.multiply(due, of), line.quantity), currency)

    return share(line.credited_quantity + quantity) - share(line.credited_quantity)


def _is_part(value: Decimal, whole: Decimal) -> bool:
    """Whether a value is more than nothing and at most the whole, on the whole's side of zero."""
    return 0 < value <= whole if whole > 0 else whole <= value < 0


def _too_much(line: InvoiceLine, currency: str) -> CreditExceedsInvoice:
    return CreditExceedsInvoice(
        f"Of the line “{_name(line)}” {amount_text(left_net(line), currency)} {currency} before "
        "tax is left to take back."
    )


def _name(line: InvoiceLine) -> str:
    first, _, _ = line.description.partition("\n")
    return first[:80]


def _printed(line: InvoiceLine, returned: Decimal, net: Decimal, currency: str) -> CreditedLine:
    """How a credited line reads: at the invoice's price where that adds up, else as one sum."""
    if returned:
        gross = rounded(EXACT.multiply(returned, line.unit_price), currency)
        if min(gross, ZERO) <= gross - net <= max(gross, ZERO):
            return CreditedLine(
                line, returned, returned, line.unit, line.unit_price, gross - net, net
            )
        price = round_to(EXACT.divide(net, returned), PRICE_DECIMALS)
        if rounded(EXACT.multiply(returned, price), currency) == net:
            return CreditedLine(line, returned, returned, line.unit, price, ZERO, net)
    return CreditedLine(line, returned, Decimal(1), "", net, ZERO, net)


def _groups(
    lines: Sequence[CreditedLine],
    earlier: Iterable[Iterable[Mapping[str, Any]]],
    currency: str,
) -> tuple[Group, ...]:
    """The tax taken back per group, so that all credits together take back the tax of the whole."""
    before = _credited_before(earlier)
    nets: dict[GroupKey, Decimal] = {}
    for credited in lines:
        key = group_key(credited.line)
        nets[key] = nets.get(key, rounded(ZERO, currency)) + credited.net
    groups = []
    for key in sorted(nets, key=lambda key: key.order):
        net_before, tax_before = before.get(key, (ZERO, ZERO))
        tax = credit_tax(net_before, nets[key], key.rate, tax_before, currency)
        groups.append(Group(key.category, key.rate, key.reason, nets[key], tax))
    return tuple(groups)


def _credited_before(
    earlier: Iterable[Iterable[Mapping[str, Any]]],
) -> dict[GroupKey, tuple[Decimal, Decimal]]:
    sums: dict[GroupKey, tuple[Decimal, Decimal]] = {}
    for groups in earlier:
        for group in groups:
            key = GroupKey(TaxCategory(group["category"]), Decimal(group["rate"]), group["reason"])
            net, tax = sums.get(key, (ZERO, ZERO))
            sums[key] = net + Decimal(group["net"]), tax + Decimal(group["tax"])
    return sums
