"""Payments: received, given back, reversed."""

from typing import Any

from api.dependencies import Caller, Clock, router
from api.errors import problems
from api.invoices import schemas
from api.invoices.questions import PaymentDraft, PaymentReversal
from api.invoices.repositories import Invoices, Payments
from api.schema import RecordId
from domain.invoices import (
    InvoiceNotIssued,
    NothingOwed,
    PaymentExceedsBalance,
    PaymentReversed,
    Receipt,
    RefundExceedsCredit,
    give_back,
    receive,
    reverse,
)
from domain.users import Right

routes = router("Payments")


@routes.post(
    "/invoices/{id}/payments",
    status_code=201,
    response_model=schemas.RecordedPayment,
    summary="Record a payment",
    responses=problems(InvoiceNotIssued, NothingOwed, PaymentExceedsBalance, RefundExceedsCredit),
)
def record_payment(
    id: RecordId,
    draft: PaymentDraft,
    invoices: Invoices,
    payments: Payments,
    caller: Caller,
    clock: Clock,
) -> Any:
    """Record money received, or given back with `refund`; without an amount it is the balance."""
    invoice = invoices.claim(id)
    caller.demand(Right.BILL)
    receipt = Receipt(
        amount=draft.amount,
        received_on=draft.received_on or clock.today,
        method=draft.method,
        reference=draft.reference,
        keeps_surplus=draft.surplus == "credit",
    )
    recorded = (give_back if draft.refund else receive)(invoice, receipt, clock.today)
    payment = payments.keep(recorded.payment, recorded.credit)
    return schemas.recorded_payment(payment, invoice)


@routes.post(
    "/payments/{id}/reverse",
    status_code=201,
    response_model=schemas.RecordedPayment,
    summary="Reverse a payment",
    responses=problems(PaymentReversed),
)
def reverse_payment(
    id: RecordId,
    reversal: PaymentReversal,
    invoices: Invoices,
    payments: Payments,
    caller: Caller,
    clock: Clock,
) -> Any:
    """Write the opposite of a payment, once; the payment itself is never edited."""
    invoice = invoices.claim(payments.get(id).invoice_id)
    caller.demand(Right.BILL)
    payment = payments.claim_unreversed(id)
    on = reversal.on or clock.today
    recorded = reverse(invoice, payment, on, reversal.reason, clock.today)
    kept = payments.keep(recorded.payment, recorded.credit)
    return schemas.recorded_payment(kept, invoice)
