"""Invoices: what is owed, taken back and received."""

from domain.invoices.credit_note import CreditNote, CreditNoteLine
from domain.invoices.model import (
    Invoice,
    InvoiceLine,
    InvoiceNotDraft,
    InvoiceNotIssued,
    InvoiceState,
)
from domain.invoices.payment import CustomerCredit, Payment

__all__ = [
    "CreditNote",
    "CreditNoteLine",
    "CustomerCredit",
    "Invoice",
    "InvoiceLine",
    "InvoiceNotDraft",
    "InvoiceNotIssued",
    "InvoiceState",
    "Payment",
]
