"""Documents: what quotes, invoices and credit notes share."""

from domain.documents.arithmetic import TaxCategory
from domain.documents.model import DocumentLine, Party, PricedDocument, StoredDocument

__all__ = ["DocumentLine", "Party", "PricedDocument", "StoredDocument", "TaxCategory"]
