"""The printed sheet of a quote, an invoice or a credit note: what stands on it and how."""

from api.documents.sheet.model import (
    DEFAULT_ACCENT,
    Fact,
    Kind,
    Labels,
    Party,
    Payment,
    Sheet,
    SheetLine,
    Signed,
    TaxRow,
    ToSign,
    TotalRow,
)
from api.documents.sheet.press import render

__all__ = [
    "DEFAULT_ACCENT",
    "Fact",
    "Kind",
    "Labels",
    "Party",
    "Payment",
    "Sheet",
    "SheetLine",
    "Signed",
    "TaxRow",
    "ToSign",
    "TotalRow",
    "render",
]
