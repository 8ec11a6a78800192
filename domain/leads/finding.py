"""Keeping leads findable by the names of their customers."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import search
from domain.customers import Company, Contact
from domain.leads.model import Lead

_TEXTS: tuple[Any, ...] = (
    Lead.title,
    Contact.name,
    Contact.email,
    Contact.phone,
    Company.name,
    Company.legal_name,
    Lead.external_id,
)


def refresh_leads_of(session: Session, customer: Contact | Company) -> None:
    """Write anew what the leads of a changed contact or company are found by."""
    link = Lead.contact_id if isinstance(customer, Contact) else Lead.company_id
    texts = (
        select(Lead.id, *_TEXTS)
        .outerjoin(Contact, Contact.id == Lead.contact_id)
        .outerjoin(Company, Company.id == Lead.company_id)
        .where(link == customer.id)
    )
    session.flush()
    search.refresh(session, "lead", texts)
