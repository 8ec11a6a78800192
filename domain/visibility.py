"""Who sees what: one filter under every query, with a rule written out for every mapped class.

A viewer who may not see a lead sees nothing that hangs on it: its timeline, quotes, invoices,
mails, audit entries, figures, and customers all of whose leads are hidden. Finance sees the billing
side of a private deal once it was opened to it.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    SQLColumnExpression,
    Table,
    and_,
    event,
    false,
    literal,
    or_,
    select,
    true,
)
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.sql import visitors

from domain.customers import Company, Contact
from domain.documents import StoredDocument
from domain.entity import Entity
from domain.events import EVERYBODYS, Event
from domain.history import AuditEntry
from domain.imports import Import, ImportedRow, RefusedRow
from domain.invoices import (
    CreditNote,
    CreditNoteLine,
    CustomerCredit,
    Invoice,
    InvoiceLine,
    Payment,
)
from domain.leads import Activity, Lead, LeadShare, LeadTag, StageChange, Visibility
from domain.metrics import ForecastDay, ForecastSnapshot, Target
from domain.numbering import Counter
from domain.outbox import Mail
from domain.pipelines import Pipeline, Stage
from domain.products import Product
from domain.quotes import Quote, QuoteLine, QuoteState
from domain.search import SearchText
from domain.users import AnsweredRequest, ApiKey, Invitation, Right, SignIn, User, Viewer
from domain.workspace import Workspace

Rule = Callable[[Viewer], ColumnElement[bool]]

# Inside the rules stand plain tables, so that the filter does not filter itself, under names of
# their own, so that no rule is mistaken for a condition on the statement that it is added to.
LEADS: FromClause = Lead.__table__.alias("deals")
SHARES: FromClause = LeadShare.__table__.alias("deal_shares")
CONTACTS: FromClause = Contact.__table__.alias("people")
COMPANIES: FromClause = Company.__table__.alias("firms")
INVOICES: FromClause = Invoice.__table__.alias("bills")


def everybody(viewer: Viewer) -> ColumnElement[bool]:
    """Seen by every user of the workspace."""
    return true()


def nobody_below_admin(viewer: Viewer) -> ColumnElement[bool]:
    """Seen by those who see everything; others reach it through acts that name their own rows."""
    return false()


def _visible_lead(viewer: Viewer, leads: Any = LEADS.c) -> ColumnElement[bool]:
    shared = select(SHARES.c.lead_id).where(SHARES.c.user_id == viewer.user_id)
    return or_(
        leads.visibility == Visibility.PUBLIC,
        leads.owner_id == viewer.user_id,
        leads.id.in_(shared),
    )


def _billable_lead(viewer: Viewer) -> ColumnElement[bool]:
    if not viewer.may(Right.BILL):
        return _visible_lead(viewer)
    return or_(_visible_lead(viewer), LEADS.c.billing_opened_at.is_not(None))


def _with_lead(entity: Any) -> Rule:
    def rule(viewer: Viewer) -> ColumnElement[bool]:
        visible = select(LEADS.c.id).where(_visible_lead(viewer))
        return or_(entity.lead_id.is_(None), entity.lead_id.in_(visible))

    return rule


def _with_billing(entity: Any) -> Rule:
    """Of a visible or opened deal; without a deal, whoever bills sees it, others by its company."""

    def rule(viewer: Viewer) -> ColumnElement[bool]:
        of_deal = entity.lead_id.in_(select(LEADS.c.id).where(_billable_lead(viewer)))
        if viewer.may(Right.BILL):
            return or_(of_deal, entity.lead_id.is_(None))
        of_company = select(COMPANIES.c.id).where(_company_seen(COMPANIES.c.id, viewer))
        of_nobody = entity.company_id.is_(None)
        loose = or_(of_nobody, entity.company_id.in_(of_company))
        return or_(of_deal, and_(entity.lead_id.is_(None), loose))

    return rule


def _payment(viewer: Viewer) -> ColumnElement[bool]:
    of_deal = Payment.lead_id.in_(select(LEADS.c.id).where(_billable_lead(viewer)))
    if viewer.may(Right.BILL):
        return or_(of_deal, Payment.lead_id.is_(None))
    seen = select(COMPANIES.c.id).where(_company_seen(COMPANIES.c.id, viewer))
    loose = or_(INVOICES.c.company_id.is_(None), INVOICES.c.company_id.in_(seen))
    invoices = select(INVOICES.c.id).where(loose)
    return or_(of_deal, and_(Payment.lead_id.is_(None), Payment.invoice_id.in_(invoices)))


def _quote(viewer: Viewer) -> ColumnElement[bool]:
    seen = Quote.lead_id.in_(select(LEADS.c.id).where(_visible_lead(viewer)))
    if not viewer.may(Right.BILL):
        return seen
    opened = select(LEADS.c.id).where(LEADS.c.billing_opened_at.is_not(None))
    return or_(seen, and_(Quote.state == QuoteState.ACCEPTED, Quote.lead_id.in_(opened)))


def _stored_document(viewer: Viewer) -> ColumnElement[bool]:
    seen = select(LEADS.c.id).where(_billable_lead(viewer))
    return or_(StoredDocument.lead_id.is_(None), StoredDocument.lead_id.in_(seen))


def _contact(viewer: Viewer) -> ColumnElement[bool]:
    return _contact_seen(Contact.id, viewer)


def _company(viewer: Viewer) -> ColumnElement[bool]:
    return _company_seen(Company.id, viewer)


def _contact_seen(id: SQLColumnExpression[Any], viewer: Viewer) -> ColumnElement[bool]:
    """Hidden where there are leads with this person, and the viewer sees none of them."""
    leads = select(literal(1)).select_from(LEADS).where(LEADS.c.contact_id == id)
    return or_(~leads.exists(), leads.where(_billable_lead(viewer)).exists())


def _company_seen(id: SQLColumnExpression[Any], viewer: Viewer) -> ColumnElement[bool]:
    """Hidden where there are leads with it or its people, and the viewer sees none of them."""
    own = select(literal(1)).select_from(LEADS).where(LEADS.c.company_id == id)
    through_people = LEADS.join(CONTACTS, CONTACTS.c.id == LEADS.c.contact_id)
    theirs = select(literal(1)).select_from(through_people).where(CONTACTS.c.company_id == id)
    seen = _billable_lead(viewer)
    return or_(
        and_(~own.exists(), ~theirs.exists()),
        own.where(seen).exists(),
        theirs.where(seen).exists(),
    )


_SEEN_BY_ROLE = ("product", "pipeline")
_BILLING = ("invoice", "credit_note", "payment")


def _audit_entry(viewer: Viewer) -> ColumnElement[bool]:
    visible = select(LEADS.c.id).where(_visible_lead(viewer))
    of_lead = AuditEntry.lead_id.in_(visible)
    contacts = select(CONTACTS.c.id).where(_contact_seen(CONTACTS.c.id, viewer))
    companies = select(COMPANIES.c.id).where(_company_seen(COMPANIES.c.id, viewer))
    loose = and_(
        AuditEntry.lead_id.is_(None),
        or_(
            and_(AuditEntry.entity == "contact", AuditEntry.entity_id.in_(contacts)),
            and_(AuditEntry.entity == "company", AuditEntry.entity_id.in_(companies)),
            AuditEntry.entity.in_(_SEEN_BY_ROLE + _BILLING * viewer.may(Right.BILL)),
            AuditEntry.actor_id == viewer.user_id,
        ),
    )
    return or_(of_lead, loose)


def _mail(viewer: Viewer) -> ColumnElement[bool]:
    of_deal = Mail.lead_id.in_(select(LEADS.c.id).where(_visible_lead(viewer)))
    if not viewer.may(Right.BILL):
        return of_deal
    billing = Mail.lead_id.in_(select(LEADS.c.id).where(_billable_lead(viewer)))
    return or_(of_deal, and_(Mail.invoice_id.is_not(None), or_(Mail.lead_id.is_(None), billing)))


def _event(viewer: Viewer) -> ColumnElement[bool]:
    """Of what one may read; without an id it tells of many records that everybody may read."""
    deals = select(literal(1)).select_from(LEADS).where(LEADS.c.id == Event.lead_id)
    loose = or_(
        Event.record_id.is_(None),
        Event.noun.in_(EVERYBODYS),
        Event.user_id == viewer.user_id,
        and_(Event.noun == "contact", _contact_seen(Event.record_id, viewer)),
        and_(Event.noun == "company", _company_seen(Event.record_id, viewer)),
    )
    billing = and_(Event.of_billing, _with_billing(Event)(viewer))
    if not viewer.may(Right.BILL):  # The company of these two stands in the invoice alone.
        billing = and_(billing, Event.noun.not_in(("payment", "mail")))
    of_deal = deals.where(_visible_lead(viewer)).exists()
    return or_(of_deal, and_(Event.lead_id.is_(None), loose), billing)


def _own(entity: Any) -> Rule:
    return lambda viewer: entity.user_id == viewer.user_id


RULES: dict[type[Entity], Rule] = {
    Activity: _with_lead(Activity),
    AnsweredRequest: everybody,
    ApiKey: _own(ApiKey),
    AuditEntry: _audit_entry,
    Company: _company,
    Contact: _contact,
    Counter: everybody,
    CreditNote: _with_billing(CreditNote),
    CreditNoteLine: everybody,
    CustomerCredit: _with_billing(CustomerCredit),
    ForecastDay: everybody,
    ForecastSnapshot: _with_lead(ForecastSnapshot),
    Event: _event,
    Import: lambda viewer: Import.by_id == viewer.user_id,
    ImportedRow: everybody,
    Invitation: everybody,
    Invoice: _with_billing(Invoice),
    InvoiceLine: everybody,
    Lead: lambda viewer: _visible_lead(viewer, Lead),
    LeadShare: _with_lead(LeadShare),
    LeadTag: _with_lead(LeadTag),
    Mail: _mail,
    Payment: _payment,
    Pipeline: everybody,
    Product: everybody,
    Quote: _quote,
    QuoteLine: everybody,
    RefusedRow: everybody,
    SearchText: everybody,
    SignIn: everybody,
    Stage: everybody,
    StageChange: _with_lead(StageChange),
    StoredDocument: _stored_document,
    Target: everybody,
    User: everybody,
    Workspace: everybody,
}
"""Owned parts (lines, stages) are everybody's here: they are reached only through their root."""

_BY_TABLE = {entity.__tablename__: entity for entity in RULES}


@lru_cache(maxsize=256)
def _criteria(viewer: Viewer) -> dict[str, Any]:
    return {
        entity.__tablename__: with_loader_criteria(entity, rule(viewer), include_aliases=True)
        for entity, rule in RULES.items()
        if rule is not everybody
    }


def see_as(session: Session, viewer: Viewer) -> None:
    """Show a session only what a viewer may see, for its whole life."""
    session.info["viewer"] = viewer


@event.listens_for(Session, "do_orm_execute")
def _filter(state: ORMExecuteState) -> None:
    """Add the viewer's criteria for each class that the statement names."""
    viewer: Viewer | None = state.session.info.get("viewer")
    if viewer is None:
        raise RuntimeError("A session belongs to a viewer: call visibility.see_as first.")
    if viewer.sees_everything or state.is_column_load or state.is_relationship_load:
        return
    if not (state.is_select or state.is_update or state.is_delete):
        return
    through = state.execution_options.get("seen_through")
    criteria = _criteria(viewer)
    names = {through.__tablename__} if through is not None else _tables(state.statement)
    options = [criteria[name] for name in names if name in criteria]
    if not options:
        return
    if not state.is_orm_statement:
        raise RuntimeError("Ask by mapped classes: the filter does not reach this statement.")
    state.statement = state.statement.options(*options)


def _tables(statement: Any) -> set[str]:
    return {
        element.name for element in visitors.iterate(statement) if isinstance(element, Table)
    } & _BY_TABLE.keys()
