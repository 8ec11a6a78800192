"""Taking in companies: known by their id elsewhere, else by name."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from domain.customers import Company, CompanyRepository
from domain.imports.batch import Batch
from domain.imports.rows import GivenRow
from domain.leads import refresh_leads_of
from domain.search import folded
from domain.users import Right
from domain.workspace import Address

ADDRESS = frozenset(field.name for field in fields(Address))


class CompanyBatch(Batch[Company]):
    """Rows that become companies."""

    entity = Company
    target = "companies"
    right = Right.WRITE_CUSTOMERS

    def prepare(self) -> None:
        """Read the companies that the rows may be, by earlier import, id and name."""
        names = {folded(row.facts["name"]) for row in self.rows}
        ids = [row.facts["external_id"] for row in self.rows if "external_id" in row.facts]
        statement = (
            select(Company.id, Company.external_id, Company.name_key)
            .where(or_(Company.external_id.in_(ids), Company.name_key.in_(names)))
            .where(Company.archived_at.is_(None))
            .order_by(Company.id)
        )
        self._by_id: dict[str, UUID] = {}
        self._by_name: dict[str, UUID] = {}
        for id, external_id, name_key in self.session.execute(statement):
            if external_id:
                self._by_id.setdefault(external_id, id)
            self._by_name.setdefault(name_key, id)
        self.hold([*self.remembered_records(), *self._by_id.values(), *self._by_name.values()])

    def find(self, row: GivenRow) -> Company | None:
        """One that was made by hand or with a lead and has no id yet is adopted by its name."""
        known = self.held(self.remembered.record_of(row.key))
        if known is not None or row.key.startswith("row:"):
            return known
        named = self._by_name.get(folded(row.facts["name"]))
        if not row.key.startswith("id:"):
            return self.held(named)
        by_id = self.held(self._by_id.get(row.facts["external_id"]))
        adopted = self.held(named)
        if by_id is None and adopted is not None and adopted.external_id is None:
            del self._by_name[adopted.name_key]
            return adopted
        return by_id

    def make(self, row: GivenRow) -> Company:
        """Add a company."""
        facts = dict(row.facts)
        place = {name: facts.pop(name) for name in ADDRESS & facts.keys()}
        company = Company(**facts, address=Address(**place), created_at=self.moment.now)
        return self.additions.add(company, company.name, company.legal_name, company.vat_id)

    def plan_revision(
        self, row: GivenRow, record: Company, changed: dict[str, Any]
    ) -> Callable[[], bool]:
        """Facts that differ replace the present ones; an address part by part."""
        place = {name: changed[name] for name in ADDRESS & changed.keys()}
        wanted = {name: value for name, value in changed.items() if name not in ADDRESS}
        wanted["address"] = replace(record.address, **place)
        facts = {name: value for name, value in wanted.items() if getattr(record, name) != value}

        def write() -> bool:
            if facts:
                record.revise(facts)
                CompanyRepository(self.session).refresh(record)
                refresh_leads_of(self.session, record)
            return bool(facts)

        return write
