"""Finding contacts and companies among what the viewer may see."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, select

from domain import search
from domain.customers.model import Company, Contact
from domain.errors import NotFound
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

    def refresh(self, company: Company) -> None:
        """Write anew what a changed company and its people are found by."""
        self.keep(company)
        people = _contact_texts().where(Contact.company_id == company.id)
        search.refresh(self.session, "contact", people)


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
        narrowed = _narrowed(_listing(), Contact, filters)
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

    def refresh(self, contact: Contact) -> None:
        """Write anew what a changed contact is found by."""
        self.session.flush()
        search.refresh(self.session, "contact", _contact_texts().where(Contact.id == contact.id))

    def row(self, id: UUID) -> Row[Any]:
        """One contact as the list shows it."""
        found = self.session.execute(_listing().where(Contact.id == id)).one_or_none()
        if found is None:
            raise NotFound("contact")
        return found


def _listing() -> Select[Any]:
    return select(*every_column(Contact), Company.name.label("company_name")).outerjoin(
        Company, Company.id == Contact.company_id
    )


def _contact_texts() -> Select[Any]:
    texts: tuple[Any, ...] = (Contact.name, Contact.email, Contact.phone, Company.name)
    return select(Contact.id, *texts).outerjoin(Company, Company.id == Contact.company_id)


def _narrowed(
    statement: Select[Any], entity: type[Company] | type[Contact], filters: Mapping[str, Any]
) -> Select[Any]:
    archived = entity.archived_at
    narrowed = statement.where(
        archived.is_not(None) if filters.get("archived") else archived.is_(None)
    )
    if filters.get("q"):
        narrowed = narrowed.where(entity.id.in_(search.found(entity.noun, filters["q"])))
    if filters.get("external_id"):
        narrowed = narrowed.where(entity.external_id == filters["external_id"])
    if entity is Contact and filters.get("email"):
        narrowed = narrowed.where(Contact.email == filters["email"].strip().lower())
    return narrowed
