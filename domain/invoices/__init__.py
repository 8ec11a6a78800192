"""Invoices: what is owed, taken back and received."""

from domain.invoices.model import (
    CreditNote,
    CreditNoteLine,
    CustomerCredit,
    Invoice,
    InvoiceLine,
    InvoiceState,
    Payment,
)

__all__ = [
    "CreditNote",
    "CreditNoteLine",
    "CustomerCredit",
    "Invoice",
    "InvoiceLine",
    "InvoiceState",
    "Payment",
]
