"""Finance's queue: deals agreed in principle, and accepted quotes that no issued invoice bills."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    Uuid,
    cast,
    column,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from domain.customers import Company, Contact
from domain.entity import UtcInstant
from domain.invoices.model import Invoice, InvoiceState
from domain.leads import Lead
from domain.pipelines import Outcome, Stage
from domain.quotes import Quote, QuoteState
from domain.repository import Page, Paging, Sort, keyset_page
from domain.users import Right, User, Viewer

SENT_TO_FINANCE = "sent_to_finance"
_SINCE: ColumnElement[datetime] = column("since", UtcInstant())
QUEUE_SORTS = {"since": Sort(_SINCE), "-since": Sort(_SINCE, descending=True)}


class NextAct(StrEnum):
    """What finance does next: write the invoice, issue it, or close the lead that it bills."""

    DRAFT_INVOICE = "draft_invoice"
    ISSUE_INVOICE = "issue_invoice"
    CLOSE_LEAD = "close_lead"


def next_act(row: Any) -> NextAct:
    """What is to be done with an item of the queue."""
    if row.draft_id is not None:
        return NextAct.ISSUE_INVOICE
    return NextAct.CLOSE_LEAD if row.issued_id is not None else NextAct.DRAFT_INVOICE


def queue(session: Session, viewer: Viewer, paging: Paging) -> Page:
    """One page of the queue, longest waiting first.

    Finance sees an item of a private deal once its billing is opened; others see what hangs on the
    leads they see.
    """
    items = union_all(_leads(viewer), _quotes()).subquery("items")
    seen_through = Quote if viewer.may(Right.BILL) else Lead
    statement = select(*items.c).execution_options(seen_through=seen_through)
    sort = QUEUE_SORTS[paging.sort]
    return keyset_page(session, statement, items.c.id, sort, paging, "finance queue")


def _quotes() -> Select[Any]:
    """Accepted quotes without an issued live invoice, whatever their lead's stage but lost."""
    live = (Invoice.quote_id == Quote.id, Invoice.is_live.is_(True))
    billed = select(Invoice.id).where(*live, Invoice.state == InvoiceState.ISSUED)
    draft = select(Invoice.id).where(*live, Invoice.state == InvoiceState.DRAFT)
    columns: tuple[Any, ...] = (
        Quote.id.label("id"),
        literal("quote").label("kind"),
        Quote.lead_id.label("lead_id"),
        Quote.id.label("quote_id"),
        draft.scalar_subquery().label("draft_id"),
        cast(null(), Uuid()).label("issued_id"),
        Quote.net_total.label("value"),
        Quote.currency.label("currency"),
        Quote.accepted_at.label("since"),
        Quote.number.label("quote_number"),
        Quote.revision.label("quote_revision"),
        Quote.signed_by.label("signed_by"),
        *_NAMES,
    )
    statement = _with_customer(select(*columns).join(Lead, Lead.id == Quote.lead_id))
    return statement.where(
        Quote.state == QuoteState.ACCEPTED, Lead.outcome != Outcome.LOST, ~billed.exists()
    )


def _leads(viewer: Viewer) -> Select[Any]:
    """Leads in the stage that tells finance, without an accepted quote that tells it already."""
    accepted = select(Quote.id).where(Quote.lead_id == Lead.id, Quote.state == QuoteState.ACCEPTED)
    stages = select(Stage.id).where(Stage.key == SENT_TO_FINANCE)
    columns: tuple[Any, ...] = (
        Lead.id.label("id"),
        literal("lead").label("kind"),
        Lead.id.label("lead_id"),
        cast(null(), Uuid()).label("quote_id"),
        _invoice_of_lead(InvoiceState.DRAFT).label("draft_id"),
        _invoice_of_lead(InvoiceState.ISSUED).label("issued_id"),
        Lead.value.label("value"),
        Lead.currency.label("currency"),
        Lead.stage_entered_at.label("since"),
        cast(null(), String()).label("quote_number"),
        cast(null(), Integer()).label("quote_revision"),
        cast(null(), String()).label("signed_by"),
        *_NAMES,
    )
    statement = _with_customer(select(*columns).select_from(Lead))
    statement = statement.where(
        Lead.stage_id.in_(stages), Lead.archived_at.is_(None), ~accepted.exists()
    )
    if viewer.may(Right.BILL):
        statement = statement.where(Lead.billing_opened_at.is_not(None))
    return statement


_NAMES = (
    Lead.company_id.label("company_id"),
    func.coalesce(Company.name, Contact.name).label("customer_name"),
    User.id.label("owner_id"),
    User.name.label("owner_name"),
)


def _with_customer(statement: Select[Any]) -> Select[Any]:
    return (
        statement.join(User, User.id == Lead.owner_id)
        .outerjoin(Company, Company.id == Lead.company_id)
        .outerjoin(Contact, Contact.id == Lead.contact_id)
    )


def _invoice_of_lead(state: InvoiceState) -> Any:
    statement = select(Invoice.id).where(
        Invoice.lead_id == Lead.id,
        Invoice.quote_id.is_(None),
        Invoice.is_live.is_(True),
        Invoice.state == state,
    )
    return statement.order_by(Invoice.id).limit(1).scalar_subquery()
