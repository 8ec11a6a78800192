"""Imports: files of leads, customers, products and users."""

from domain.imports.model import (
    Import,
    ImportedRow,
)

__all__ = [
    "Import",
    "ImportedRow",
]
