"""What callers say of a lead, turned into the domain's terms.

Customers found or made, owners checked.
"""

from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends

from api.leads import schemas
from api.work import Work, later
from domain.customers import Company, CompanyRepository, Contact, ContactRepository
from domain.errors import Invalid, NotFound
from domain.leads import (
    Activity,
    ActivityKind,
    Firm,
    Lead,
    LeadActs,
    NewLead,
    Person,
    Visibility,
    find_or_make_customer,
)
from domain.money import amount_problem
from domain.users import UserRepository
from domain.workspace import Address


class LeadDrafts:
    """Reads drafts and changes of leads for one caller."""

    def __init__(self, work: Work) -> None:
        self.session, self.moment, self.currency = work.session, work.moment, work.currency
        self.viewer = work.viewer

    def customer(self, fields: schemas.LeadFields) -> tuple[Contact | None, Company | None]:
        """The contact and company that are named, by id or by their facts."""
        company = self._record(CompanyRepository(self.session), fields.company_id, "company_id")
        contact = self._record(ContactRepository(self.session), fields.contact_id, "contact_id")
        person = (
            Person(fields.contact.name, fields.contact.email, fields.contact.phone)
            if fields.contact
            else None
        )
        found, made = find_or_make_customer(
            self.session, self.moment.now, person, _firm(fields.company), company
        )
        if contact is not None and made is None and contact.company_id is not None:
            made = self.session.get(Company, contact.company_id)
        return contact or found, made

    def new_lead(self, draft: schemas.LeadDraft) -> NewLead:
        """The draft with its defaults: the caller owns it, in the workspace's currency."""
        return NewLead(
            currency=self._currency(draft.currency),
            owner_id=self._owner(draft.owner_id or self.viewer.user_id),
            title=draft.title,
            source=draft.source,
            value=self._value(draft.value),
            expected_close_on=draft.expected_close_on,
            next_follow_up_on=draft.next_follow_up_on,
            visibility=draft.visibility or Visibility.PUBLIC,
            tags=tuple(draft.tags or ()),
            external_id=draft.external_id,
            lost_reason=draft.lost_reason,
            lost_note=draft.lost_note,
            created_at=draft.created_at,
            closed_at=draft.closed_at,
        )

    def _value(self, value: Decimal | None) -> Decimal:
        problem = amount_problem(value, self.currency) if value is not None else None
        if problem:
            raise Invalid("value", problem)
        return value or Decimal(0)

    def changes(self, change: schemas.LeadChange | schemas.BulkChange) -> dict[str, Any]:
        """The wanted changes by field name, customers as ids."""
        given = change.given("contact", "company", "currency", "archived")
        if given.get("owner_id") is not None:
            self._owner(given["owner_id"])
        if "value" in given:
            given["value"] = self._value(given["value"])
        if isinstance(change, schemas.LeadChange):
            if "currency" in change.model_fields_set:
                self._currency(change.currency)
            given.update(self._customer_changes(change))
        return given

    def note(self, lead: Lead, text: str, acts: LeadActs) -> None:
        """Add the first note of a new lead."""
        acts.session.add(
            Activity(
                lead_id=lead.id,
                kind=ActivityKind.NOTE,
                body=text,
                happened_at=self.moment.now,
                by_id=self.viewer.user_id,
                by_name=self.viewer.name,
            )
        )

    def _customer_changes(self, change: schemas.LeadChange) -> dict[str, Any]:
        contact, company = self.customer(change)
        changed: dict[str, Any] = {}
        if change.contact is not None and contact is not None:
            changed["contact_id"] = contact.id
        if "contact" in change.model_fields_set and change.contact is None:
            changed["contact_id"] = None
        if change.company is not None and company is not None:
            changed["company_id"] = company.id
        if "company" in change.model_fields_set and change.company is None:
            changed["company_id"] = None
        return changed

    def _record(self, repository: Any, id: UUID | None, field: str) -> Any:
        if id is None:
            return None
        try:
            return repository.get(id)
        except NotFound as error:
            raise Invalid(field, error.detail) from error

    def _owner(self, id: UUID | None) -> UUID:
        try:
            user = UserRepository(self.session).get(id) if id else None
        except NotFound as error:
            raise Invalid("owner_id", error.detail) from error
        if user is None or not user.active:
            raise Invalid("owner_id", "Choose an active user as the owner.")
        return user.id

    def _currency(self, given: str | None) -> str:
        if given is not None and given != self.currency:
            raise Invalid(
                "currency", f"This workspace works in {self.currency}; leave the currency out."
            )
        return self.currency


Drafts = Annotated[LeadDrafts, Depends(later(LeadDrafts))]


def _firm(draft: schemas.LeadCompanyDraft | None) -> Firm | None:
    if draft is None:
        return None
    facts = draft.model_dump(exclude={"address"})
    return Firm(**facts, address=Address(**draft.address.model_dump()) if draft.address else None)
