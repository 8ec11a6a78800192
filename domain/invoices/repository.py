"""Finding invoices: the list with its filters, the live one of a quote, what is overdue."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, delete, select

from domain import search
from domain.invoices.model import Invoice, highest_number_first, lowest_number_first
from domain.invoices.payment import Payment
from domain.invoices.status import InvoiceStatus, having, overdue
from domain.leads.model import earliest_first, latest_first
from domain.outbox import Delivery, Mail
from domain.repository import Page, Paging, Repository, Sort
from domain.search import SearchText
from domain.users import User

OVERDUE = "overdue"
_EQUAL = {
    "customer": Invoice.company_id,
    "lead": Invoice.lead_id,
    "quote": Invoice.quote_id,
    "owner": Invoice.owner_id,
}
_RANGES = {
    "issued_from": (Invoice.issued_on, "ge"),
    "issued_to": (Invoice.issued_on, "le"),
    "due_from": (Invoice.due_on, "ge"),
    "due_to": (Invoice.due_on, "le"),
}
_COLUMNS = (
    Invoice.id,
    Invoice.quote_id,
    Invoice.lead_id,
    Invoice.company_id,
    Invoice.replaces_id,
    Invoice.owner_id,
    User.name.label("owner_name"),
    Invoice.number,
    Invoice.state,
    Invoice.is_live,
    Mail.status.label("mail_status"),
    Invoice.sent_at,
    Invoice.issued_on,
    Invoice.due_on,
    Invoice.purchase_order,
    Invoice.customer,
    Invoice.currency,
    Invoice.lines_total,
    Invoice.discount_total,
    Invoice.net_total,
    Invoice.tax_total,
    Invoice.total,
    Invoice.prepaid,
    Invoice.rounding,
    Invoice.payable,
    Invoice.paid,
    Invoice.credited,
    Invoice.created_at,
    Invoice.version,
)


class InvoiceRepository(Repository[Invoice]):
    """The invoices that the viewer may see."""

    entity = Invoice
    sorts = {
        "created_at": Sort(Invoice.created_at),
        "-created_at": Sort(Invoice.created_at, descending=True),
        "issued_on": Sort(earliest_first(Invoice.issued_on)),
        "-issued_on": Sort(latest_first(Invoice.issued_on), descending=True),
        "due_on": Sort(earliest_first(Invoice.due_on)),
        "-due_on": Sort(latest_first(Invoice.due_on), descending=True),
        "number": Sort(lowest_number_first(Invoice.number)),
        "-number": Sort(highest_number_first(Invoice.number), descending=True),
        "total": Sort(Invoice.total),
        "-total": Sort(Invoice.total, descending=True),
    }

    def listed(self, filters: Mapping[str, Any], paging: Paging, today: date) -> Page:
        """One page of invoices as rows, with what became of their last mail."""
        columns: tuple[Any, ...] = _COLUMNS
        statement = (
            select(*columns)
            .outerjoin(User, User.id == Invoice.owner_id)
            .outerjoin(Mail, Mail.id == Invoice.mail_id)
            .execution_options(seen_through=Invoice)
        )
        belongs_to = {**filters, "today": today} if filters.get("status") == OVERDUE else filters
        return self.page(_filtered(statement, filters, today), paging, belongs_to)

    def keep(self, invoice: Invoice) -> Invoice:
        """Write an invoice and what it is found by."""
        self.add(invoice)
        self.session.flush()
        self.index(invoice)
        return invoice

    def index(self, invoice: Invoice) -> None:
        """Make the invoice findable by its number, customer and purchase order."""
        customer = invoice.customer
        texts = (invoice.number, customer.name, customer.contact_name, invoice.purchase_order)
        search.index(self.session, "invoice", invoice.id, *texts)

    def remove(self, invoice: Invoice) -> None:
        """Remove a draft as if it had never been; the audit log keeps what it said."""
        invoice.demand_draft()
        self.session.execute(
            delete(SearchText).where(
                SearchText.entity == "invoice", SearchText.entity_id == invoice.id
            ),
            execution_options={"history": False, "synchronize_session": False},
        )
        self.session.delete(invoice)

    def live_of(self, quote_id: UUID) -> Invoice | None:
        """The invoice that bills a quote, unless all of it was credited."""
        statement = select(Invoice).where(Invoice.quote_id == quote_id, Invoice.is_live)
        return self.session.scalars(statement).one_or_none()

    def last_of(self, quote_id: UUID) -> UUID | None:
        """The id of the last invoice that billed a quote."""
        statement = select(Invoice.id).where(Invoice.quote_id == quote_id)
        return self.session.scalar(statement.order_by(Invoice.id.desc()).limit(1))

    def newly_overdue(self, today: date) -> list[Invoice]:
        """Overdue invoices of which nobody was told yet, for changing them, oldest due date first.

        Those that somebody else is changing right now are left for the next time.
        """
        statement = (
            select(Invoice)
            .where(overdue(today), ~Invoice.overdue_noted)
            .order_by(Invoice.due_on, Invoice.id)
            .with_for_update(of=Invoice, skip_locked=True)
        )
        return list(self.session.scalars(statement))

    def mail_status(self, mail_id: UUID | None) -> Delivery | None:
        """What became of a document's last mail: whoever sees the document may know."""
        if mail_id is None:
            return None
        statement = select(Mail.status).where(Mail.id == mail_id)
        return self.session.scalar(statement.execution_options(seen_through=Invoice))


def _filtered(statement: Select[Any], filters: Mapping[str, Any], today: date) -> Select[Any]:
    for name, value in filters.items():
        if name in _EQUAL:
            statement = statement.where(_EQUAL[name] == value)
        elif name in _RANGES:
            column, way = _RANGES[name]
            statement = statement.where(column >= value if way == "ge" else column <= value)
    if filters.keys() & {"paid_from", "paid_to"}:
        statement = statement.where(Invoice.id.in_(_paid_within(filters)))
    if "q" in filters:
        statement = statement.where(Invoice.id.in_(search.found("invoice", filters["q"])))
    status = filters.get("status")
    if status == OVERDUE:
        return statement.where(overdue(today))
    return statement if status is None else statement.where(having(InvoiceStatus(status)))


def _paid_within(filters: Mapping[str, Any]) -> Select[Any]:
    """The invoices for which money was received, or given back, on these days."""
    first, last = filters.get("paid_from", date.min), filters.get("paid_to", date.max)
    return select(Payment.invoice_id).where(Payment.received_on.between(first, last))
