"""The customers of a batch of rows: found among what the viewer may see, or made."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.customers import Company, Contact, ContactRepository
from domain.imports.additions import Additions
from domain.leads import refresh_leads_of
from domain.search import folded


@dataclass
class Customers:
    """Finds companies by name and people by address; of several the oldest."""

    session: Session
    additions: Additions
    now: datetime
    _by_name: dict[str, Company] = field(default_factory=dict)
    _by_email: dict[str, Contact] = field(default_factory=dict)
    _by_id: dict[UUID, Company] = field(default_factory=dict)
    _colleagues: dict[tuple[str, UUID], Contact] = field(default_factory=dict)
    _completed: dict[UUID, Contact] = field(default_factory=dict)

    def load(
        self, companies: Iterable[str], emails: Iterable[str], people: Collection[str]
    ) -> None:
        """Read whom the rows may mean; `people` are those named without an address."""
        for company in self._companies({folded(name) for name in companies}):
            self._by_name.setdefault(company.name_key, company)
            self._by_id[company.id] = company
        for contact in self._contacts(Contact.email, set(emails)):
            self._by_email.setdefault(contact.email or "", contact)
        self._load_firms()
        if people and self._by_id:
            for contact in self._contacts(Contact.name, set(people)):
                if contact.company_id is not None:
                    key = (folded(contact.name), contact.company_id)
                    self._colleagues.setdefault(key, contact)

    def company(self, name: str) -> Company:
        """The company of that name."""
        found = self._by_name.get(folded(name))
        if found is None:
            found = Company(name=name, created_at=self.now)
            self._by_name[found.name_key] = self.additions.add(found, name)
            self._by_id[found.id] = found
        return found

    def contact(
        self, name: str | None, email: str | None, phone: str | None, company: Company | None
    ) -> tuple[Contact | None, Company | None]:
        """The person, and the company of the row, else the person's.

        Without an address somebody of that name at the same company is the same person.
        """
        if not (name or email):
            return None, company
        known = self._known(name, email, company)
        if known is None:
            return self._made(name, email, phone, company), company
        self._complete(known, phone, company)
        if company is None and known.company_id is not None:
            company = self._by_id.get(known.company_id)
        return known, company

    def know_better(self, contact: Contact) -> None:
        """Somebody who was known has another name or number now."""
        self._completed[contact.id] = contact

    def write_found_by(self) -> None:
        """Write anew what people are found by who were known and are better known now."""
        for contact in self._completed.values():
            ContactRepository(self.session).refresh(contact)
            refresh_leads_of(self.session, contact)

    def _known(
        self, name: str | None, email: str | None, company: Company | None
    ) -> Contact | None:
        if email:
            return self._by_email.get(email)
        return self._colleagues.get((folded(name or ""), company.id)) if company else None

    def _made(
        self, name: str | None, email: str | None, phone: str | None, company: Company | None
    ) -> Contact:
        contact = Contact(
            name=name or (email or "").partition("@")[0],
            email=email,
            phone=phone,
            company_id=company.id if company else None,
            created_at=self.now,
        )
        firm = company.name if company else None
        self.additions.add(contact, contact.name, email, phone, firm)
        if email:
            self._by_email[email] = contact
        if company:
            self._colleagues[(folded(contact.name), company.id)] = contact
        return contact

    def _complete(self, contact: Contact, phone: str | None, company: Company | None) -> None:
        """Fill in what was not known of somebody; what was known stays."""
        before = (contact.phone, contact.company_id)
        contact.phone = contact.phone or phone
        contact.company_id = contact.company_id or (company.id if company else None)
        if (contact.phone, contact.company_id) != before and contact in self.session:
            self._completed[contact.id] = contact

    def _companies(self, keys: Collection[str]) -> Iterable[Company]:
        if not keys:
            return ()
        return self.session.scalars(
            select(Company)
            .where(Company.name_key.in_(keys), Company.archived_at.is_(None))
            .order_by(Company.id)
        )

    def _contacts(self, column: object, wanted: Collection[str]) -> Iterable[Contact]:
        if not wanted:
            return ()
        return self.session.scalars(
            select(Contact)
            .where(column.in_(wanted), Contact.archived_at.is_(None))  # type: ignore[attr-defined]
            .order_by(Contact.id)
        )

    def _load_firms(self) -> None:
        """The companies that the people found belong to."""
        ids = {contact.company_id for contact in self._by_email.values()} - {None, *self._by_id}
        if ids:
            firms = self.session.scalars(select(Company).where(Company.id.in_(ids)))
            self._by_id.update((firm.id, firm) for firm in firms)
