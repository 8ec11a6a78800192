"""The books of a period as CSV: documents by tax group, or payments."""

from collections.abc import Iterable
from typing import Any

from api.csv import written
from domain.invoices.exporting import BookedGroup
from domain.money import amount_text, percent_text

DOCUMENTS = (
    "kind", "number", "for_invoice", "issued_on", "due_on", "customer", "customer_vat_id",
    "customer_country", "currency", "tax_category", "tax_rate", "tax_reason", "net", "tax", "gross",
)  # fmt: skip
PAYMENTS = (
    "kind", "received_on", "invoice", "customer", "amount", "kept_as_credit", "currency", "method",
    "reference", "reason",
)  # fmt: skip


def documents_as_csv(groups: Iterable[BookedGroup]) -> str:
    """One row per document and tax group; credit notes are negative."""
    return written(DOCUMENTS, map(_document, groups))


def payments_as_csv(payments: Iterable[Any]) -> str:
    """One row per payment; money given back is negative."""
    return written(PAYMENTS, map(_payment, payments))


def _document(group: BookedGroup) -> tuple[Any, ...]:
    return (
        group.kind,
        group.number,
        group.for_invoice,
        group.issued_on,
        group.due_on,
        group.customer.name,
        group.customer.vat_id,
        group.customer.address.country,
        group.currency,
        group.category,
        percent_text(group.rate),
        group.reason,
        amount_text(group.net, group.currency),
        amount_text(group.tax, group.currency),
        amount_text(group.net + group.tax, group.currency),
    )


def _payment(row: Any) -> tuple[Any, ...]:
    return (
        _kind(row),
        row.received_on,
        row.number,
        row.customer.name,
        amount_text(row.amount, row.currency),
        amount_text(row.surplus, row.currency),
        row.currency,
        row.method,
        row.reference,
        row.reason,
    )


def _kind(row: Any) -> str:
    if row.reverses_id is not None:
        return "reversal"
    return "payment" if row.amount > 0 else "refund"
