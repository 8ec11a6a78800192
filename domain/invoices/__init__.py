"""Invoices: what is owed, taken back and received."""

from domain.invoices.billing import Billing
from domain.invoices.credit_note import CreditNote, CreditNoteLine
from domain.invoices.crediting import Crediting, CreditPlan
from domain.invoices.drafting import Deal, QuoteNotAccepted, new_draft, redraft
from domain.invoices.issuing import IssuePlan, Issuing
from domain.invoices.model import (
    Invoice,
    InvoiceLine,
    InvoiceNotDraft,
    InvoiceNotIssued,
    InvoiceState,
)
from domain.invoices.naming import named_documents
from domain.invoices.overdue import note_overdue
from domain.invoices.paying import (
    USUAL_METHOD,
    NothingOwed,
    PaymentExceedsBalance,
    PaymentReversed,
    Receipt,
    Recorded,
    RefundExceedsCredit,
    give_back,
    receive,
    reverse,
)
from domain.invoices.payment import CustomerCredit, Payment
from domain.invoices.repository import InvoiceRepository
from domain.invoices.settlements import CreditNoteRepository, PaymentRepository
from domain.invoices.status import InvoiceStatus, balance_of, is_overdue, status_of
from domain.invoices.taking_back import (
    Credit,
    CreditedLine,
    CreditExceedsInvoice,
    NothingLeftToCredit,
    WantedCredit,
)

__all__ = [
    "USUAL_METHOD",
    "Billing",
    "Credit",
    "CreditExceedsInvoice",
    "CreditNote",
    "CreditNoteLine",
    "CreditNoteRepository",
    "CreditPlan",
    "CreditedLine",
    "Crediting",
    "CustomerCredit",
    "Deal",
    "Invoice",
    "InvoiceLine",
    "InvoiceNotDraft",
    "InvoiceNotIssued",
    "InvoiceRepository",
    "InvoiceState",
    "InvoiceStatus",
    "IssuePlan",
    "Issuing",
    "NothingLeftToCredit",
    "NothingOwed",
    "Payment",
    "PaymentExceedsBalance",
    "PaymentRepository",
    "PaymentReversed",
    "QuoteNotAccepted",
    "Receipt",
    "Recorded",
    "RefundExceedsCredit",
    "WantedCredit",
    "balance_of",
    "give_back",
    "is_overdue",
    "named_documents",
    "new_draft",
    "note_overdue",
    "receive",
    "redraft",
    "reverse",
    "status_of",
]
