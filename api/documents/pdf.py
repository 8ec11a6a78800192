"""The layout that quotes, invoices and credit notes share: a sheet of plain texts in, PDF out."""

from api.documents.sheet import (
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
    render,
)

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
