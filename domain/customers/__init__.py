"""Customers: organisations and people."""

from domain.customers.model import Company, Contact
from domain.customers.repository import CompanyRepository, ContactRepository

__all__ = ["Company", "CompanyRepository", "Contact", "ContactRepository"]
