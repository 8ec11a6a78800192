"""Invoices and credit notes as answers: with what settles them, who sent them and how that went."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlalchemy.orm import Session

from api.documents import schemas as documents
from api.invoices import credit_note_schemas, schemas
from api.work import Work, later
from domain.calendar import Moment
from domain.documents import StoredDocument
from domain.invoices import (
    CreditNote,
    CreditNoteRepository,
    Invoice,
    InvoiceRepository,
    Issuing,
    PaymentRepository,
)
from domain.users import User
from domain.workspace import WorkspaceRepository


class InvoiceReader:
    """Reads what an answer needs besides the record itself."""

    def __init__(self, work: Work) -> None:
        self.work = work

    @property
    def session(self) -> Session:
        """The session of this moment: the reading one, and the writing one once it is there."""
        return self.work.session

    @property
    def moment(self) -> Moment:
        """Now, in the workspace's zone."""
        return self.work.moment

    def invoice(self, record: Invoice) -> schemas.Invoice:
        """An invoice in full; what was changed is written first, so that its version is final."""
        self.session.flush()
        currency = record.currency
        notes = CreditNoteRepository(self.session).of_invoice(record.id)
        payments = PaymentRepository(self.session).of_invoice(record.id)
        mail_status = InvoiceRepository(self.session).mail_status(record.mail_id)
        summary = schemas.summary(record, self._name(record.owner_id), mail_status, self.today)
        return {
            **summary,
            "discount_percent": documents.percent_or_none(record.discount_percent),
            "discount_amount": documents.amount_or_none(record.discount_amount, currency),
            "taxes": documents.groups(record.tax_groups, currency),
            "lines": [schemas.invoice_line(line, currency) for line in record.lines],
            "seller": documents.party(record.seller) if record.seller else None,
            "payment_days": record.payment_days,
            "supplied_on": record.supplied_on,
            "supply_from": record.supply_from,
            "supply_to": record.supply_to,
            "buyer_reference": record.buyer_reference,
            "payment_terms": record.payment_terms,
            "notes": record.notes,
            "payments": [schemas.payment(payment) for payment in payments],
            "credit_notes": [schemas.credit_note_reference(note) for note in notes],
            "document": self._document(record.document_id),
            "sent_by": schemas.named(record.sent_by_id, record.sent_by_name),
            "sent_to": record.sent_to,
            "missing": self._missing(record),
        }

    def credit_note(self, record: CreditNote) -> credit_note_schemas.CreditNote:
        """A credit note in full."""
        self.session.flush()
        mail_status = InvoiceRepository(self.session).mail_status(record.mail_id)
        return {
            **credit_note_schemas.summary(record, mail_status),
            "lines": [credit_note_schemas.line(line, record.currency) for line in record.lines],
            "seller": documents.party(record.seller),
            "document": self._document(record.document_id),
            "sent_by": schemas.named(record.sent_by_id, record.sent_by_name),
            "sent_to": record.sent_to,
        }

    @property
    def today(self) -> date:
        """The workspace's present day."""
        return self.moment.today

    def _missing(self, record: Invoice) -> list[schemas.MissingField]:
        if not record.is_draft:
            return []
        workspace = WorkspaceRepository(self.session).the_one()
        found = Issuing(self.session, self.moment, workspace).obstacles(record)
        return [{"field": problem.field, "message": problem.message} for problem in found]

    def _name(self, user_id: UUID | None) -> str | None:
        user = self.session.get(User, user_id) if user_id else None
        return user.name if user else None

    def _document(self, id: UUID | None) -> schemas.IssuedDocument | None:
        kept = self.session.get(StoredDocument, id) if id else None
        return {"name": kept.name, "sha256": kept.sha256} if kept else None


Answers = Annotated[InvoiceReader, Depends(later(InvoiceReader))]
