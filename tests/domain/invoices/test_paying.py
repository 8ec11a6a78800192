"""Payments, refunds and reversals: the balance is always what was agreed less what came."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from domain.errors import Invalid
from domain.invoices import (
    Invoice,
    InvoiceNotIssued,
    InvoiceStatus,
    NothingOwed,
    PaymentExceedsBalance,
    PaymentReversed,
    Receipt,
    Recorded,
    RefundExceedsCredit,
    give_back,
    receive,
    reverse,
    status_of,
)
from tests.domain.invoices.examples import TODAY, a_draft, an_invoice


def words(record: object) -> list[str]:
    """What was announced of a record that no session knows yet."""
    return [action for action, _ in record.__dict__.get("_announced", ())]


def pay(invoice: Invoice, amount: str | None = None, **facts: object) -> Recorded:
    """Record money received today."""
    wanted = Decimal(amount) if amount else None
    receipt = Receipt(amount=wanted, received_on=TODAY, **facts)  # type: ignore[arg-type]
    return receive(invoice, receipt, TODAY)


def test_the_last_cent_owed_closes_the_invoice() -> None:
    invoice = an_invoice()
    pay(invoice, "118.99")
    assert status_of(invoice) is InvoiceStatus.PARTLY_PAID
    assert "invoice.paid" not in words(invoice)
    assert words(pay(invoice, "0.01").payment) == ["payment.recorded"]
    assert status_of(invoice) is InvoiceStatus.PAID
    assert words(invoice)[-1] == "invoice.paid"


def test_without_an_amount_the_balance_is_recorded() -> None:
    invoice = an_invoice()
    pay(invoice, "19")
    assert pay(invoice).payment.amount == 100
    assert invoice.balance == 0


def test_more_than_the_balance_is_refused() -> None:
    invoice = an_invoice()
    with pytest.raises(PaymentExceedsBalance):
        pay(invoice, "119.01")
    assert invoice.balance == 119


def test_the_surplus_is_kept_as_credit_when_asked() -> None:
    invoice = an_invoice()
    recorded = pay(invoice, "150", keeps_surplus=True)
    assert recorded.payment.amount == 150
    assert recorded.credit is not None
    assert (recorded.credit.amount, recorded.credit.payment_id) == (
        Decimal(31),
        recorded.payment.id,
    )
    assert invoice.balance == 0


def test_nothing_owed_cannot_be_marked_paid() -> None:
    invoice = an_invoice()
    pay(invoice)
    with pytest.raises(NothingOwed):
        pay(invoice)


def test_a_draft_takes_no_payment() -> None:
    with pytest.raises(InvoiceNotIssued):
        pay(a_draft())


@pytest.mark.parametrize("amount", ["0", "0.001"])
def test_an_amount_is_above_nothing_and_whole_cents(amount: str) -> None:
    with pytest.raises(Invalid):
        pay(an_invoice(), amount)


def test_money_does_not_come_in_the_future() -> None:
    tomorrow = Receipt(received_on=TODAY + timedelta(days=1))
    with pytest.raises(Invalid) as refused:
        receive(an_invoice(), tomorrow, TODAY)
    assert refused.value.problems[0].field == "received_on"


def test_a_refund_gives_back_what_is_owed_to_the_customer() -> None:
    invoice = an_invoice()
    pay(invoice)
    invoice.credited = Decimal(50)
    recorded = give_back(invoice, Receipt(received_on=TODAY), TODAY)
    assert recorded.payment.amount == -50
    assert invoice.balance == 0


def test_no_more_is_given_back_than_is_owed_to_the_customer() -> None:
    invoice = an_invoice()
    with pytest.raises(NothingOwed):
        give_back(invoice, Receipt(received_on=TODAY), TODAY)
    pay(invoice)
    invoice.credited = Decimal(50)
    with pytest.raises(RefundExceedsCredit):
        give_back(invoice, Receipt(amount=Decimal("50.01"), received_on=TODAY), TODAY)


def test_a_reversal_writes_the_opposite_and_opens_the_invoice_again() -> None:
    invoice = an_invoice()
    payment = pay(invoice).payment
    opposite = reverse(invoice, payment, TODAY, "Returned by the bank", TODAY).payment
    assert (opposite.amount, opposite.reverses_id) == (Decimal(-119), payment.id)
    assert words(opposite) == ["payment.reversed"]
    assert status_of(invoice) is InvoiceStatus.ISSUED


def test_a_reversal_takes_back_the_credit_that_was_kept() -> None:
    invoice = an_invoice()
    payment = pay(invoice, "150", keeps_surplus=True).payment
    reversed_ = reverse(invoice, payment, TODAY, "Returned by the bank", TODAY)
    assert reversed_.credit is not None
    assert (reversed_.payment.amount, reversed_.credit.amount) == (Decimal(-150), Decimal(-31))
    assert invoice.balance == 119


def test_a_reversal_is_not_reversed() -> None:
    invoice = an_invoice()
    opposite = reverse(invoice, pay(invoice).payment, TODAY, "Wrong invoice", TODAY).payment
    with pytest.raises(PaymentReversed):
        reverse(invoice, opposite, TODAY, "Once more", TODAY)


@pytest.mark.parametrize("on", [TODAY + timedelta(days=1), date(2026, 11, 22)])
def test_a_reversal_lies_between_the_payment_and_today(on: date) -> None:
    invoice = an_invoice()
    payment = pay(invoice).payment
    with pytest.raises(Invalid) as refused:
        reverse(invoice, payment, on, "Returned by the bank", TODAY)
    assert refused.value.problems[0].field == "on"
