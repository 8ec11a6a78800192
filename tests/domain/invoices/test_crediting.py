"""Credit notes take back what is left, and their parts add up to the whole."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.documents import WantedLine
from domain.errors import Invalid
from domain.invoices import (
    Credit,
    CreditExceedsInvoice,
    Invoice,
    InvoiceNotIssued,
    InvoiceStatus,
    NothingLeftToCredit,
    Receipt,
    WantedCredit,
    give_back,
    receive,
    reverse,
    status_of,
)
from domain.invoices.crediting import take_back
from domain.invoices.taking_back import left_net, left_quantity, work_out
from tests.domain.invoices.examples import TODAY, a_draft, a_line, an_invoice, kept_groups


class Ledger:
    """An invoice with the credits written so far."""

    def __init__(self, invoice: Invoice) -> None:
        self.invoice = invoice
        self.credits: list[Credit] = []

    def credit(self, *wanted: WantedCredit) -> Credit:
        """Take back the wanted lines, or all that is left."""
        earlier = [kept_groups(credit) for credit in self.credits]
        credit = work_out(self.invoice, earlier, wanted or None)
        take_back(self.invoice, credit)
        self.credits.append(credit)
        return credit

    def part(self, line: int, quantity: str | None = None, net: str | None = None) -> WantedCredit:
        """A part of a line."""
        return WantedCredit(
            self.invoice.lines[line].id,
            Decimal(quantity) if quantity else None,
            Decimal(net) if net else None,
        )


def test_thirds_of_a_hundred_take_back_its_tax_to_the_cent() -> None:
    ledger = Ledger(an_invoice(a_line("100.00")))
    parts = ("33.33", "33.33", "33.34")
    taxes = [ledger.credit(ledger.part(0, net=part)).tax_total for part in parts]
    assert taxes == [Decimal("6.33"), Decimal("6.34"), Decimal("6.33")]
    assert ledger.invoice.credited == 119
    assert status_of(ledger.invoice) is InvoiceStatus.CREDITED


def test_pieces_returned_one_by_one_add_up_to_their_line() -> None:
    ledger = Ledger(an_invoice(a_line("33.333333", "3")))
    nets = [ledger.credit(ledger.part(0, quantity="1")).net_total for _ in range(3)]
    assert nets == [Decimal("33.33"), Decimal("33.34"), Decimal("33.33")]
    assert ledger.invoice.balance == 0


def test_the_whole_takes_back_all_that_is_left() -> None:
    lines = (a_line("19.99", "3"), a_line("49.95", "2", "7"), a_line("1.20", "12", "0"))
    ledger = Ledger(an_invoice(*lines, discount_percent=Decimal(3)))
    ledger.credit(ledger.part(0, quantity="1"), ledger.part(1, net="10.00"))
    credit = ledger.credit()
    assert credit.leaves_nothing
    assert ledger.invoice.credited == ledger.invoice.total
    assert not ledger.invoice.is_live


def test_a_line_gives_back_what_its_share_of_the_discount_left() -> None:
    ledger = Ledger(an_invoice(a_line("50"), a_line("50"), discount_percent=Decimal(10)))
    assert ledger.credit(ledger.part(0)).net_total == 45


def test_what_is_printed_adds_up() -> None:
    ledger = Ledger(an_invoice(a_line("33.333333", "3"), discount_amount=Decimal("0.01")))
    for _ in range(3):
        for line in ledger.credit(ledger.part(0, quantity="1")).lines:
            gross = round(line.quantity * line.unit_price, 2)
            assert gross - line.discount == line.net
            assert line.discount >= 0


@pytest.mark.parametrize(
    ("quantity", "net"), [("3.0001", None), ("-1", None), (None, "60.01"), (None, "-1")]
)
def test_never_more_than_is_left_of_a_line(quantity: str | None, net: str | None) -> None:
    ledger = Ledger(an_invoice(a_line("20", "3")))
    with pytest.raises(CreditExceedsInvoice):
        ledger.credit(ledger.part(0, quantity, net))
    assert ledger.invoice.credited == 0


def test_an_amount_taken_back_leaves_less_for_the_pieces() -> None:
    ledger = Ledger(an_invoice(a_line("20", "3")))
    ledger.credit(ledger.part(0, net="50"))
    with pytest.raises(CreditExceedsInvoice):
        ledger.credit(ledger.part(0, quantity="1"))
    assert ledger.credit(ledger.part(0, quantity="3")).net_total == 10


def test_a_line_is_named_once_and_is_one_of_the_invoice() -> None:
    ledger = Ledger(an_invoice(a_line("20", "3")))
    other = an_invoice()
    with pytest.raises(Invalid) as refused:
        ledger.credit(ledger.part(0, "1"), ledger.part(0, "1"), WantedCredit(other.lines[0].id))
    assert [problem.field for problem in refused.value.problems] == [
        "lines.1.invoice_line_id",
        "lines.2.invoice_line_id",
    ]


def test_a_credit_never_comes_to_less_than_nothing() -> None:
    ledger = Ledger(an_invoice(a_line("100"), a_line("-10")))
    with pytest.raises(Invalid):
        ledger.credit(ledger.part(1))
    assert ledger.credit().net_total == 90


def test_never_more_than_is_left_of_the_invoice() -> None:
    ledger = Ledger(an_invoice(a_line("50", "2"), a_line("-50")))
    with pytest.raises(CreditExceedsInvoice):
        ledger.credit(ledger.part(0))
    assert ledger.credit(ledger.part(0, quantity="1")).net_total == 50
    with pytest.raises(CreditExceedsInvoice):
        ledger.credit(ledger.part(0))
    assert ledger.credit().net_total == 0
    assert ledger.invoice.credited == ledger.invoice.payable


def test_what_is_credited_in_full_is_not_credited_again() -> None:
    ledger = Ledger(an_invoice())
    ledger.credit()
    with pytest.raises(NothingLeftToCredit):
        ledger.credit()


def test_a_line_for_free_is_taken_back_with_the_rest() -> None:
    ledger = Ledger(an_invoice(a_line("100"), a_line("0", "2")))
    assert not ledger.credit(ledger.part(0)).leaves_nothing
    assert ledger.credit().leaves_nothing


def test_the_last_credit_takes_back_the_rounding() -> None:
    ledger = Ledger(an_invoice(a_line("100.01"), rounding=Decimal("-0.01")))
    ledger.credit(ledger.part(0, net="50.00"))
    assert ledger.credit().rounding == Decimal("-0.01")
    assert ledger.invoice.balance == 0


def test_what_was_paid_before_is_owed_back_after_a_full_credit() -> None:
    ledger = Ledger(an_invoice(prepaid=Decimal(40)))
    ledger.credit()
    assert ledger.invoice.balance == -40


def test_a_draft_is_not_credited() -> None:
    with pytest.raises(InvoiceNotIssued):
        work_out(a_draft(), [], None)


def test_a_credit_of_the_rest_settles_a_partly_paid_invoice() -> None:
    ledger = Ledger(an_invoice(a_line("100"), a_line("100")))
    receive(ledger.invoice, Receipt(amount=Decimal(119), received_on=TODAY), TODAY)
    ledger.credit(ledger.part(1))
    assert status_of(ledger.invoice) is InvoiceStatus.PAID


cents = st.decimals(min_value="0.01", max_value="9999.99", places=2)
quantities = st.decimals(min_value="0.0001", max_value="99", places=4)
rates = st.sampled_from(["0", "7", "19", "5.5"])
lines = st.lists(
    st.builds(lambda p, q, r: a_line(str(p), str(q), r), cents, quantities, rates),
    min_size=1,
    max_size=4,
)
parts = st.lists(st.tuples(st.integers(0, 3), st.booleans(), st.integers(1, 100)), max_size=8)


@settings(deadline=None)
@given(lines, st.sampled_from(["0", "3", "33.3333", "100"]), parts)
def test_any_credits_add_up_to_the_invoice(
    written: list[WantedLine], discount: str, wanted: list[tuple[int, bool, int]]
) -> None:
    invoice = an_invoice(*written, discount_percent=Decimal(discount))
    ledger = Ledger(invoice)
    for which, by_quantity, percent in wanted:
        line = invoice.lines[which % len(invoice.lines)]
        part = _part(left_quantity(line) if by_quantity else left_net(line), percent, by_quantity)
        try:
            if by_quantity:
                ledger.credit(WantedCredit(line.id, quantity=part))
            else:
                ledger.credit(WantedCredit(line.id, net=part))
        except (CreditExceedsInvoice, NothingLeftToCredit):
            continue
    if invoice.is_live:
        ledger.credit()
    assert sum(credit.net_total for credit in ledger.credits) == invoice.net_total
    assert sum(credit.tax_total for credit in ledger.credits) == invoice.tax_total
    assert invoice.balance == 0
    assert status_of(invoice) is InvoiceStatus.CREDITED


def _part(left: Decimal, percent: int, by_quantity: bool) -> Decimal:
    return round(left * percent / 100, 4 if by_quantity else 2)


acts = st.lists(
    st.tuples(st.sampled_from(["pay", "surplus", "credit", "refund", "reverse"]), cents),
    max_size=12,
)


@settings(deadline=None)
@given(lines, acts)
def test_the_balance_is_always_payable_less_payments_and_credits(
    written: list[WantedLine], wanted: list[tuple[str, Decimal]]
) -> None:
    invoice = an_invoice(*written)
    ledger = Ledger(invoice)
    payments = []
    for act, amount in wanted:
        if act == "credit" and invoice.is_live:
            line = invoice.lines[0]
            if left_net(line):
                ledger.credit(WantedCredit(line.id, net=min(amount, left_net(line))))
        elif act in ("pay", "surplus") and invoice.balance > 0:
            keeps = act == "surplus"
            due = amount if keeps else min(amount, invoice.balance)
            receipt = Receipt(amount=due, received_on=TODAY, keeps_surplus=keeps)
            payments.append(receive(invoice, receipt, TODAY).payment)
        elif act == "refund" and invoice.balance < 0:
            receipt = Receipt(amount=min(amount, -invoice.balance), received_on=TODAY)
            payments.append(give_back(invoice, receipt, TODAY).payment)
        elif act == "reverse" and payments and payments[-1].reverses_id is None:
            payments.append(reverse(invoice, payments[-1], TODAY, "Wrong", TODAY).payment)
    received = sum((payment.amount - payment.surplus for payment in payments), Decimal(0))
    credited = sum((credit.total for credit in ledger.credits), Decimal(0))
    assert invoice.balance == invoice.payable - received - credited
