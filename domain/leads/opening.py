"""Opening a lead: the customer is found or made, and no field that a lead needs is left empty."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Session

from domain.customers import Company, CompanyRepository, Contact, ContactRepository
from domain.errors import Invalid
from domain.leads.acting import LeadActs
from domain.leads.model import Lead, LostReason, Visibility, require_lost_reason
from domain.money import rounded
from domain.pipelines import Outcome, Pipeline, Stage
from domain.workspace import Address


@dataclass(frozen=True, slots=True)
class Person:
    """A contact as somebody names it."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Firm:
    """A company as somebody names it."""

    name: str
    legal_name: str | None = None
    address: Address | None = None
    vat_id: str | None = None
    tax_number: str | None = None
    billing_email: str | None = None
    payment_days: int | None = None


@dataclass(frozen=True, slots=True)
class NewLead:
    """What is known of a lead when it is opened; empty fields get their defaults."""

    currency: str
    owner_id: UUID
    title: str | None = None
    source: str | None = None
    value: Decimal = Decimal(0)
    expected_close_on: date | None = None
    next_follow_up_on: date | None = None
    visibility: Visibility = Visibility.PUBLIC
    tags: tuple[str, ...] = ()
    external_id: str | None = None
    lost_reason: LostReason | None = None
    lost_note: str | None = None
    created_at: datetime | None = None
    closed_at: datetime | None = None


def find_or_make_customer(
    session: Session,
    now: datetime,
    person: Person | None,
    firm: Firm | None,
    company: Company | None = None,
) -> tuple[Contact | None, Company | None]:
    """The contact by e-mail and the company by name among what the viewer may see.

    Made where there is none.
    """
    company = company or (_company(CompanyRepository(session), firm, now) if firm else None)
    if person is None:
        return None, company
    contacts = ContactRepository(session)
    contact = contacts.by_email(person.email) if person.email else None
    if contact is None:
        contact = contacts.keep(
            Contact(
                name=person.name or (person.email or "").partition("@")[0],
                email=person.email.lower() if person.email else None,
                phone=person.phone,
                company_id=company.id if company else None,
                created_at=now,
            ),
            company,
        )
    elif company is not None and contact.company_id is None:
        contact.company_id = company.id
    if company is None and contact.company_id is not None:
        company = session.get(Company, contact.company_id)
    return contact, company


def open_lead(
    acts: LeadActs,
    new: NewLead,
    pipeline: Pipeline,
    stage: Stage,
    contact: Contact | None,
    company: Company | None,
) -> Lead:
    """Write a new lead in its stage, with its first recorded move, and make it findable.

    The future is refused for `created_at` and `closed_at`; a closed one without `closed_at`
    closed when it was opened today.
    """
    moment = acts.moment
    created_at = _past(new.created_at, moment.now, "created_at")
    lead = Lead(
        title=new.title or _title(contact, company),
        contact_id=contact.id if contact else None,
        company_id=company.id if company else None,
        owner_id=new.owner_id,
        pipeline_id=pipeline.id,
        stage_id=stage.id,
        outcome=stage.outcome if not stage.is_open else Outcome.OPEN,
        source=new.source,
        value=rounded(new.value, new.currency),
        currency=new.currency,
        expected_close_on=new.expected_close_on,
        next_follow_up_on=new.next_follow_up_on,
        visibility=new.visibility,
        external_id=new.external_id,
        created_at=created_at,
        created_on=moment.day_of(created_at),
        stage_entered_at=created_at,
        stage_entered_on=moment.day_of(created_at),
    )
    acts.session.add(lead)
    acts.session.flush()
    _enter_first_stage(acts, lead, new, pipeline, stage)
    if new.tags:
        acts.tag(lead, list(new.tags))
    acts.index(lead)
    return lead


def _enter_first_stage(
    acts: LeadActs, lead: Lead, new: NewLead, pipeline: Pipeline, stage: Stage
) -> None:
    if stage.is_open:
        if new.closed_at is not None:
            raise Invalid("closed_at", "Only a lead in a won or lost stage has been closed.")
        acts.begin(lead, stage, pipeline)
        lead.happened("lead.created")
        return
    if stage.outcome is Outcome.LOST:
        require_lost_reason(new.lost_reason)
    closed_at = _past(new.closed_at, acts.moment.now, "closed_at")
    if closed_at < lead.created_at:
        raise Invalid("closed_at", "A lead is closed after it was created.")
    acts.begin(lead, pipeline.first_stage, pipeline)
    acts.move(
        lead,
        stage,
        pipeline,
        lost_reason=new.lost_reason,
        lost_note=new.lost_note,
        at=closed_at,
    )
    lead.happened("lead.created")


def _past(given: datetime | None, now: datetime, field: str) -> datetime:
    if given is not None and given > now:
        raise Invalid(field, "This lies in the future.")
    return given or now


def _title(contact: Contact | None, company: Company | None) -> str:
    if company is not None:
        return company.name
    if contact is not None:
        return contact.name
    raise Invalid("title", "Give the lead a title, a contact or a company.")


def _company(companies: CompanyRepository, firm: Firm, now: datetime) -> Company:
    found = companies.by_name(firm.name)
    if found is not None:
        return found
    return companies.keep(
        Company(
            name=firm.name,
            legal_name=firm.legal_name,
            address=firm.address or Address(),
            vat_id=firm.vat_id,
            tax_number=firm.tax_number,
            billing_email=firm.billing_email,
            payment_days=firm.payment_days,
            created_at=now,
        )
    )
