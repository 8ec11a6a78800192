"""Documents: what quotes, invoices and credit notes share."""

from domain.documents.arithmetic import TaxCategory
from domain.documents.drafting import (
    WantedLine,
    adjustments,
    discount,
    price,
    terms_of,
    write_lines,
)
from domain.documents.model import DocumentLine, Party, PricedDocument, StoredDocument
from domain.documents.parties import buyer_of, seller_of
from domain.documents.repository import DocumentRepository

__all__ = [
    "DocumentLine",
    "DocumentRepository",
    "Party",
    "PricedDocument",
    "StoredDocument",
    "TaxCategory",
    "WantedLine",
    "adjustments",
    "buyer_of",
    "discount",
    "price",
    "seller_of",
    "terms_of",
    "write_lines",
]
