"""Real invoices, rebuilt by the arithmetic to the totals that others published for them."""

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from domain.documents.arithmetic import (
    Adjustment,
    GroupKey,
    LineTerms,
    TaxCategory,
    Totals,
    totals,
)
from tests.data_files import shared_data

CATEGORIES = {category.code: category for category in TaxCategory}
ZERO = Decimal(0)


def published_invoices() -> list[dict[str, Any]]:
    """Every real invoice, with its amounts as texts."""
    text = shared_data("money", "invoices.json").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(text)["invoices"]
    assert len(found) == 32
    return found


def group_of(entry: dict[str, Any]) -> GroupKey:
    """The tax group of a line, allowance or charge; what is outside of tax has no rate there."""
    return GroupKey(CATEGORIES[entry["cat"]], Decimal(entry["rate"] or 0))


def terms(group: GroupKey, price: str, quantity: str = "1", discount: Decimal = ZERO) -> LineTerms:
    return LineTerms(
        quantity=Decimal(quantity),
        unit_price=Decimal(price),
        discount_amount=discount or None,
        tax_rate=group.rate,
        tax_category=group.category,
    )


def lines_of(entry: dict[str, Any]) -> list[LineTerms]:
    """A published line, its allowances as its discount and its charges as lines of their own."""
    assert entry["baseqty"] == "1", "A price for more than one unit needs a rule of its own."
    group = group_of(entry)
    discount = sum((Decimal(ac["amount"]) for ac in entry["ac"] if not ac["charge"]), ZERO)
    charges = [ac["amount"] for ac in entry["ac"] if ac["charge"]]
    own = terms(group, entry["price"], entry["qty"], discount)
    return [own, *(terms(group, amount) for amount in charges)]


def adjustments_of(invoice: dict[str, Any]) -> list[Adjustment]:
    """The allowances and charges of the document, each in the group that it names."""
    return [
        Adjustment(amount=Decimal(ac["amount"]), is_charge=ac["charge"], group=group_of(ac))
        for ac in invoice["ac"]
    ]


@dataclass(frozen=True)
class Rebuilt:
    """A published invoice beside what the arithmetic makes of its terms."""

    published: dict[str, Any]
    lines: list[list[LineTerms]]
    totals: Totals


@pytest.fixture(scope="module")
def rebuilt() -> list[Rebuilt]:
    found = []
    for invoice in published_invoices():
        lines = [lines_of(entry) for entry in invoice["lines"]]
        prepaid, rounding = (Decimal(invoice[key] or 0) for key in ("prepaid", "rounding"))
        every = [line for group in lines for line in group]
        added = totals(every, adjustments_of(invoice), invoice["currency"], prepaid, rounding)
        found.append(Rebuilt(invoice, lines, added))
    return found


def test_every_published_line_comes_to_its_net(rebuilt: list[Rebuilt]) -> None:
    for invoice in rebuilt:
        mine = iter(invoice.totals.lines)
        for entry, parts in zip(invoice.published["lines"], invoice.lines, strict=True):
            net = sum((next(mine).net for _ in parts), ZERO)
            assert net == Decimal(entry["net"]), (invoice.published["file"], entry["id"])


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("lines_total", "sum_lines"),
        ("discount_total", "allow"),
        ("charge_total", "charge"),
        ("net_total", "excl"),
        ("tax_total", "tax"),
        ("total", "incl"),
        ("prepaid", "prepaid"),
        ("rounding", "rounding"),
        ("payable", "payable"),
    ],
)
def test_every_invoice_comes_to_its_published_sums(
    rebuilt: list[Rebuilt], mine: str, theirs: str
) -> None:
    for invoice in rebuilt:
        published = Decimal(invoice.published[theirs] or 0)
        assert getattr(invoice.totals, mine) == published, invoice.published["file"]


def test_every_invoice_has_its_published_tax_groups(rebuilt: list[Rebuilt]) -> None:
    for invoice in rebuilt:
        mine = {(g.category.code, g.rate, g.net, g.tax) for g in invoice.totals.groups}
        theirs = {
            (sub["cat"], *(Decimal(sub[key] or 0) for key in ("rate", "taxable", "tax")))
            for sub in invoice.published["subs"]
        }
        assert mine == theirs, invoice.published["file"]
        assert len(invoice.totals.groups) == len(invoice.published["subs"])
