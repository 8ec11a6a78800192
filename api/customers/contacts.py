"""Contacts: list, make, read, change, archive and restore."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from api.addresses import merged
from api.customers import schemas
from api.dependencies import (
    Caller,
    Clock,
    Companies,
    Contacts,
    Filters,
    check_version,
    paging,
    query,
    router,
)
from api.schema import IfMatch, RecordId, Search
from domain.calendar import Moment
from domain.customers import Company, CompanyRepository, Contact, ContactRepository
from domain.errors import Invalid, NotFound
from domain.leads import refresh_leads_of
from domain.repository import Paging
from domain.users import Right
from domain.workspace import Address

routes = router("Contacts")

ContactPaging = Annotated[Paging, paging(ContactRepository.sorts, "name")]


class ContactQuery(Filters):
    """The filters of the list."""

    q: Search = None
    company: Annotated[UUID | None, Field(description="A company's id.")] = None
    email: Annotated[str | None, Field(max_length=254)] = None
    external_id: Annotated[str | None, Field(max_length=255)] = None
    archived: Annotated[bool, Field(description="Archived ones instead of the others.")] = False


@routes.get("/contacts", response_model=schemas.ContactList, summary="List contacts")
def list_contacts(
    contacts: Contacts,
    filters: Annotated[ContactQuery, query(ContactQuery)],
    paging: ContactPaging,
) -> Any:
    """People that the caller may see, by name."""
    page = contacts.listed(filters.given(), paging)
    items = [schemas.contact(row) for row in page.rows]
    return {"items": items, "next_cursor": page.next_cursor, "total": page.total}


@routes.post("/contacts", status_code=201, response_model=schemas.Contact, summary="Add a contact")
def create_contact(
    draft: schemas.ContactDraft,
    contacts: Contacts,
    companies: Companies,
    caller: Caller,
    clock: Clock,
) -> Any:
    """Add a person; the company is found by its name among what you may see, or made."""
    caller.demand(Right.WRITE_CUSTOMERS)
    contact = Contact(name=draft.name, created_at=clock.now)
    contact.revise(_facts(draft, companies, clock))
    contacts.keep(contact)
    return schemas.contact(contacts.row(contact.id))


@routes.get("/contacts/{id}", response_model=schemas.Contact, summary="Read a contact")
def get_contact(id: RecordId, contacts: Contacts) -> Any:
    """One person as the list shows it."""
    return schemas.contact(contacts.row(id))


@routes.patch("/contacts/{id}", response_model=schemas.Contact, summary="Change a contact")
def update_contact(
    id: RecordId,
    change: schemas.ContactChange,
    contacts: Contacts,
    companies: Companies,
    caller: Caller,
    clock: Clock,
    if_match: IfMatch = None,
) -> Any:
    """Change a person; their leads are found by the new name and address."""
    caller.demand(Right.WRITE_CUSTOMERS)
    contact = contacts.claim(id)
    check_version(contact, if_match)
    contact.revise(_facts(change, companies, clock))
    contacts.refresh(contact)
    refresh_leads_of(contacts.session, contact)
    return schemas.contact(contacts.row(id))


@routes.delete("/contacts/{id}", response_model=schemas.Contact, summary="Archive a contact")
def archive_contact(
    id: RecordId, contacts: Contacts, caller: Caller, clock: Clock, if_match: IfMatch = None
) -> Any:
    """Take a person out of the lists; `POST /contacts/{id}/restore` brings them back."""
    caller.demand(Right.WRITE_CUSTOMERS)
    contact = contacts.claim(id)
    check_version(contact, if_match)
    contact.archive(clock.now)
    return schemas.contact(contacts.row(id))


@routes.post("/contacts/{id}/restore", response_model=schemas.Contact, summary="Restore a contact")
def restore_contact(id: RecordId, contacts: Contacts, caller: Caller) -> Any:
    """Bring an archived person back into the lists."""
    caller.demand(Right.WRITE_CUSTOMERS)
    contact = contacts.claim(id)
    contact.restore()
    return schemas.contact(contacts.row(id))


def _facts(
    said: schemas.ContactFields, companies: CompanyRepository, clock: Moment
) -> dict[str, Any]:
    facts = said.given("company")
    if said.company_id is not None:
        _demand_visible(companies, said.company_id)
    if said.company is not None:
        facts["company_id"] = _found_or_made(said.company, companies, clock).id
    elif "company" in said.model_fields_set and said.company_id is None:
        facts["company_id"] = None
    return facts


def _demand_visible(companies: CompanyRepository, id: UUID) -> None:
    try:
        companies.get(id)
    except NotFound as error:
        raise Invalid("company_id", error.detail) from error


def _found_or_made(
    draft: schemas.CompanyDraft, companies: CompanyRepository, clock: Moment
) -> Company:
    found = companies.by_name(draft.name)
    if found is not None:
        return found
    made = Company(name=draft.name, created_at=clock.now)
    facts = draft.given()
    if "address" in facts:
        facts["address"] = merged(Address(), draft.address)
    made.revise(facts)
    return companies.keep(made)
