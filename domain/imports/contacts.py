"""Taking in contacts: known by their id elsewhere, else by address."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from domain.customers import Company, Contact, ContactRepository
from domain.imports.batch import Batch
from domain.imports.customers import Customers
from domain.imports.rows import GivenRow
from domain.leads import refresh_leads_of
from domain.users import Right


class ContactBatch(Batch[Contact]):
    """Rows that become contacts, with the companies they name."""

    entity = Contact
    target = "contacts"
    right = Right.WRITE_CUSTOMERS

    def prepare(self) -> None:
        """Read the contacts that the rows may be, by earlier import, id and address."""
        self.customers = Customers(self.session, self.additions, self.moment.now)
        self.customers.load(self._said("company"), (), ())
        statement = (
            select(Contact.id, Contact.external_id, Contact.email)
            .where(
                or_(
                    Contact.external_id.in_(self._said("external_id")),
                    Contact.email.in_(self._said("email")),
                )
            )
            .where(Contact.archived_at.is_(None))
            .order_by(Contact.id)
        )
        self._by_id: dict[str, UUID] = {}
        self._by_email: dict[str, UUID] = {}
        for id, external_id, email in self.session.execute(statement):
            if external_id:
                self._by_id.setdefault(external_id, id)
            if email:
                self._by_email.setdefault(email, id)
        self.hold([*self.remembered_records(), *self._by_id.values(), *self._by_email.values()])

    def find(self, row: GivenRow) -> Contact | None:
        """One that was made by hand or with a lead and has no id yet is adopted by its address."""
        known = self.held(self.remembered.record_of(row.key))
        if known is not None or row.key.startswith("row:"):
            return known
        email = row.facts.get("email", "")
        addressed = self.held(self._by_email.get(email))
        if not row.key.startswith("id:"):
            return addressed
        by_id = self.held(self._by_id.get(row.facts["external_id"]))
        if by_id is None and addressed is not None and addressed.external_id is None:
            del self._by_email[email]
            return addressed
        return by_id

    def make(self, row: GivenRow) -> Contact:
        """Add a contact; without a name it is called as its address begins."""
        facts = row.facts
        company = self._company(facts)
        contact = Contact(
            name=facts.get("name") or facts["email"].partition("@")[0],
            email=facts.get("email"),
            phone=facts.get("phone"),
            company_id=company.id if company else None,
            external_id=facts.get("external_id"),
            created_at=self.moment.now,
        )
        firm = company.name if company else None
        return self.additions.add(contact, contact.name, contact.email, contact.phone, firm)

    def plan_revision(
        self, row: GivenRow, record: Contact, changed: dict[str, Any]
    ) -> Callable[[], bool]:
        """Facts that differ replace the present ones."""
        wanted = {name: value for name, value in changed.items() if name != "company"}
        company = self._company(changed)
        if company is not None:
            wanted["company_id"] = company.id
        facts = {name: value for name, value in wanted.items() if getattr(record, name) != value}

        def write() -> bool:
            if facts:
                record.revise(facts)
                ContactRepository(self.session).refresh(record)
                refresh_leads_of(self.session, record)
            return bool(facts)

        return write

    def _company(self, facts: dict[str, Any]) -> Company | None:
        return self.customers.company(facts["company"]) if "company" in facts else None

    def _said(self, field: str) -> list[str]:
        return [row.facts[field] for row in self.rows if field in row.facts]
