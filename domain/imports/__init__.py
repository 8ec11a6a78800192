"""Imports: files of leads, customers, products and users."""

from domain.imports.batch import Batch, Run
from domain.imports.companies import CompanyBatch
from domain.imports.contacts import ContactBatch
from domain.imports.leads import LeadBatch
from domain.imports.model import Import, ImportedRow, RefusedRow
from domain.imports.products import ProductBatch
from domain.imports.remembering import Remembered
from domain.imports.repository import ImportRepository, Refused
from domain.imports.rows import Fate, GivenRow, Result, RowSpoiled
from domain.imports.users import UserBatch

__all__ = [
    "Batch",
    "CompanyBatch",
    "ContactBatch",
    "Fate",
    "GivenRow",
    "Import",
    "ImportRepository",
    "ImportedRow",
    "LeadBatch",
    "ProductBatch",
    "Refused",
    "RefusedRow",
    "Remembered",
    "Result",
    "RowSpoiled",
    "Run",
    "UserBatch",
]
