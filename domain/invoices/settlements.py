"""Finding what settles an invoice: its credit notes and its payments."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from domain import search
from domain.invoices.credit_note import CreditNote
from domain.invoices.paying import PaymentReversed
from domain.invoices.payment import CustomerCredit, Payment
from domain.outbox import Mail
from domain.repository import Page, Paging, Repository, Sort

_COLUMNS = (
    CreditNote.id,
    CreditNote.invoice_id,
    CreditNote.invoice_number,
    CreditNote.lead_id,
    CreditNote.company_id,
    CreditNote.number,
    CreditNote.issued_on,
    CreditNote.reason,
    CreditNote.customer,
    CreditNote.currency,
    CreditNote.net_total,
    CreditNote.tax_total,
    CreditNote.total,
    CreditNote.rounding,
    CreditNote.tax_groups,
    Mail.status.label("mail_status"),
    CreditNote.sent_at,
    CreditNote.created_at,
    CreditNote.version,
)


class CreditNoteRepository(Repository[CreditNote]):
    """The credit notes that the viewer may see."""

    entity = CreditNote
    sorts = {
        "created_at": Sort(CreditNote.created_at),
        "-created_at": Sort(CreditNote.created_at, descending=True),
        "issued_on": Sort(CreditNote.issued_on),
        "-issued_on": Sort(CreditNote.issued_on, descending=True),
    }

    def listed(self, filters: Mapping[str, Any], paging: Paging) -> Page:
        """One page of credit notes as rows."""
        columns: tuple[Any, ...] = _COLUMNS
        statement = (
            select(*columns)
            .outerjoin(Mail, Mail.id == CreditNote.mail_id)
            .execution_options(seen_through=CreditNote)
        )
        equal = {
            "customer": CreditNote.company_id,
            "invoice": CreditNote.invoice_id,
            "lead": CreditNote.lead_id,
        }
        for name, column in equal.items():
            if name in filters:
                statement = statement.where(column == filters[name])
        if "issued_from" in filters:
            statement = statement.where(CreditNote.issued_on >= filters["issued_from"])
        if "issued_to" in filters:
            statement = statement.where(CreditNote.issued_on <= filters["issued_to"])
        if "q" in filters:
            found = search.found("credit_note", filters["q"])
            statement = statement.where(CreditNote.id.in_(found))
        return self.page(statement, paging, filters)

    def of_invoice(self, invoice_id: UUID) -> list[CreditNote]:
        """What was taken back of an invoice so far, oldest first."""
        statement = select(CreditNote).where(CreditNote.invoice_id == invoice_id)
        return list(self.session.scalars(statement.order_by(CreditNote.id)))

    def index(self, note: CreditNote) -> None:
        """Make the credit note findable by its number, its invoice's and the customer."""
        texts = (note.number, note.invoice_number, note.customer.name)
        search.index(self.session, "credit_note", note.id, *texts)


class PaymentRepository(Repository[Payment]):
    """The payments that the viewer may see."""

    entity = Payment

    def of_invoice(self, invoice_id: UUID) -> list[Payment]:
        """What was received and given back on an invoice, in the order of recording."""
        statement = select(Payment).where(Payment.invoice_id == invoice_id)
        return list(self.session.scalars(statement.order_by(Payment.id)))

    def claim_unreversed(self, id: UUID) -> Payment:
        """A payment, for writing its opposite; refused where that was written already."""
        payment = self.claim(id)
        opposite = select(Payment.id).where(Payment.reverses_id == payment.id)
        if self.session.scalar(opposite) is not None:
            raise PaymentReversed("This payment was reversed already.")
        return payment

    def keep(self, payment: Payment, credit: CustomerCredit | None) -> Payment:
        """Write a payment and what of it is kept as the customer's credit."""
        self.session.add(payment)
        self.session.flush()
        if credit is not None:
            self.session.add(credit)
        return payment
