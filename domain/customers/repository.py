"""Finding contacts and companies among what the viewer may see."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from domain import search
from domain.customers.model import Company, Contact
from domain.repository import Page, Paging, Repository, Sort, every_column
from domain.search import folded


class CompanyRepository(Repository[Company]):
    """Organisations that buy."""

    entity = Company
    sorts = {
        "name": Sort(Company.name),
        "-name": Sort(Company.name, descending=True),
        "-created_at": Sort(Company.id, descending=True),
        "created_at": Sort(Company.id),
    }

    def listed(self, filters: Mapping[str, Any], paging: Paging) -> Page:
        """One page of companies."""
        statement = select(*every_column(Company))
        return self.page(_narrowed(statement, Company, filters), paging, filters)

    def by_name(self, name: str) -> Company | None:
        """A company of that name, the oldest of several."""
        return self.session.scalars(
            select(Company)
            .where(Company.name_key == folded(name), Company.archived_at.is_(None))
            .order_by(Company.id)
            .limit(1)
        ).one_or_none()

    def find_or_make(self, name: str, now: datetime) -> Company:
        """The company of that name, made where the viewer sees none."""
        found = self.by_name(name)
        return found or self.keep(Company(name=name, created_at=now))

    def keep(self, company: Company) -> Company:
        """Write a company and what it is found by."""
        self.add(company)
        self.session.flush()
        search.index(
            self.session, "company", company.id, company.name, company.legal_name, company.vat_id
        )
        return company


class ContactRepository(Repository[Contact]):
    """People to talk to."""

    entity = Contact
    sorts = {
        "name": Sort(Contact.name),
        "-name": Sort(Contact.name, descending=True),
        "-created_at": Sort(Contact.id, descending=True),
        "created_at": Sort(Contact.id),
    }

    def listed(self, filters: Mapping[str, Any], paging: Paging) -> Page:
        """One page of contacts, with the names of their companies."""
        statement = select(*every_column(Contact), Company.name.label("company_name")).outerjoin(
            Company, Company.id == Contact.company_id
        )
        narrowed = _narrowed(statement, Contact, filters)
        if filters.get("company") is not None:
            narrowed = narrowed.where(Contact.company_id == filters["company"])
        return self.page(narrowed, paging, filters)

    def by_email(self, email: str) -> Contact | None:
        """A contact with that address, the oldest of several."""
        return self.session.scalars(
            select(Contact)
            .where(Contact.email == email.strip().lower(), Contact.archived_at.is_(None))
            .order_by(Contact.id)
            .limit(1)
        ).one_or_none()

    def keep(self, contact: Contact, company: Company | None = None) -> Contact:
        """Write a contact and what it is found by."""
        self.add(contact)
        self.session.flush()
        firm = company or (
            self.session.get(Company, contact.company_id) if contact.company_id else None
        )
        search.index(
            self.session,
            "contact",
            contact.id,
            contact.name,
            contact.email,
            contact.phone,
            firm.name if firm else None,
        )
        return contact

    def of_company(self, company_id: UUID) -> list[Contact]:
        """The people of a company."""
        return list(self.session.scalars(select(Contact).where(Contact.company_id == company_id)))


def _narrowed(
    statement: Select[Any], entity: type[Company] | type[Contact], filters: Mapping[str, Any]
) -> Select[Any]:
    archived = entity.archived_at
    narrowed = statement.where(
        archived.is_not(None) if filters.get("archived") else archived.is_(None)
    )
    if filters.get("q"):
        narrowed = narrowed.where(entity.id.in_(search.found(entity.noun, filters["q"])))
    if entity is Contact and filters.get("email"):
        narrowed = narrowed.where(Contact.email == filters["email"].strip().lower())
    return narrowed
