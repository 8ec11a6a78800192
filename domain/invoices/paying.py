"""Payments on an invoice: received, given back, and reversed; the running sum never drifts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.errors import Invalid, RuleViolation
from domain.invoices.model import Invoice
from domain.invoices.payment import CustomerCredit, Payment
from domain.invoices.status import InvoiceStatus, status_of
from domain.money import amount_problem, amount_text

USUAL_METHOD = "bank_transfer"


class NothingOwed(RuleViolation):
    """There is no balance to record as paid, or to give back."""


class PaymentExceedsBalance(RuleViolation):
    """More was received than is owed, and nobody said to keep the rest as the customer's credit."""


class RefundExceedsCredit(RuleViolation):
    """More would be given back than is owed to the customer."""


class PaymentReversed(RuleViolation):
    """A payment is reversed once, and a reversal never."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Money that came or went; without an amount it is the whole balance."""

    amount: Decimal | None = None
    received_on: date
    method: str = USUAL_METHOD
    reference: str | None = None
    keeps_surplus: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """A payment, and what of it is kept as the customer's credit."""

    payment: Payment
    credit: CustomerCredit | None = None


def receive(invoice: Invoice, receipt: Receipt, today: date) -> Recorded:
    """Record money received; the last cent owed closes the invoice.

    Refused: a future day, and more than the balance unless the rest is kept as credit.
    """
    invoice.demand_issued()
    _check_day(receipt.received_on, today, "received_on")
    owed = max(invoice.balance, Decimal(0))
    if receipt.amount is None and not owed:
        raise NothingOwed("Nothing is owed on this invoice.")
    amount = _checked(invoice, receipt.amount if receipt.amount is not None else owed)
    surplus = max(amount - owed, Decimal(0))
    if surplus and not receipt.keeps_surplus:
        raise PaymentExceedsBalance(
            f"Only {amount_text(owed, invoice.currency)} {invoice.currency} is owed. Send "
            'surplus: "credit" to keep the rest as the customer\'s credit.'
        )
    return _record(invoice, _payment(invoice, receipt, amount, surplus))


def give_back(invoice: Invoice, receipt: Receipt, today: date) -> Recorded:
    """Record money given back to the customer: a negative payment, at most what is owed to him."""
    invoice.demand_issued()
    _check_day(receipt.received_on, today, "received_on")
    owed = max(-invoice.balance, Decimal(0))
    if not owed:
        raise NothingOwed("Nothing is owed to the customer on this invoice.")
    amount = _checked(invoice, owed if receipt.amount is None else receipt.amount)
    if amount > owed:
        raise RefundExceedsCredit(
            f"Only {amount_text(owed, invoice.currency)} {invoice.currency} is owed to the "
            "customer on this invoice."
        )
    return _record(invoice, _payment(invoice, receipt, -amount, Decimal(0)))


def reverse(invoice: Invoice, payment: Payment, on: date, reason: str, today: date) -> Recorded:
    """Write the opposite of a payment, with what of it was kept as credit.

    Refused: a future day, one before the payment's own, and the reversal of a reversal.
    """
    if payment.reverses_id is not None:
        raise PaymentReversed("This is a reversal itself. Record the payment again instead.")
    _check_day(on, today, "on")
    if on < payment.received_on:
        raise Invalid("on", "A payment is not reversed before its own day.")
    opposite = Payment(
        invoice_id=invoice.id,
        lead_id=invoice.lead_id,
        amount=-payment.amount,
        surplus=-payment.surplus,
        currency=payment.currency,
        received_on=on,
        method=payment.method,
        reference=payment.reference,
        reason=reason,
        reverses_id=payment.id,
    )
    return _record(invoice, opposite, "payment.reversed")


def _payment(invoice: Invoice, receipt: Receipt, amount: Decimal, surplus: Decimal) -> Payment:
    return Payment(
        invoice_id=invoice.id,
        lead_id=invoice.lead_id,
        amount=amount,
        surplus=surplus,
        currency=invoice.currency,
        received_on=receipt.received_on,
        method=receipt.method,
        reference=receipt.reference,
    )


def _record(invoice: Invoice, payment: Payment, word: str = "payment.recorded") -> Recorded:
    before = status_of(invoice)
    invoice.paid += payment.applied
    payment.happened(word)
    tell_if_settled(invoice, before)
    if not payment.surplus:
        return Recorded(payment)
    credit = CustomerCredit(
        payment_id=payment.id,
        invoice_id=invoice.id,
        lead_id=invoice.lead_id,
        company_id=invoice.company_id,
        amount=payment.surplus,
        currency=invoice.currency,
    )
    return Recorded(payment, credit)


def tell_if_settled(invoice: Invoice, before: InvoiceStatus) -> None:
    """Say that an invoice is paid when this act has settled it."""
    if before is not InvoiceStatus.PAID and status_of(invoice) is InvoiceStatus.PAID:
        invoice.happened("invoice.paid")


def _checked(invoice: Invoice, amount: Decimal) -> Decimal:
    problem = amount_problem(amount, invoice.currency)
    if problem is None and amount <= 0:
        problem = "Give an amount above 0."
    if problem:
        raise Invalid("amount", problem)
    return amount


def _check_day(day: date, today: date, field: str) -> None:
    if day > today:
        raise Invalid(field, "Money is recorded when it has come, not in the future.")
