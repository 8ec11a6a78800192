"""Sending issued invoices and credit notes: one act, all or nothing, and again when asked."""

from typing import Annotated, Any

from fastapi import Depends

from api.dependencies import Caller, router
from api.errors import problems
from api.invoices import credit_note_schemas, schemas
from api.invoices.mail import Envelope, mail_of
from api.invoices.questions import InvoiceResending, InvoiceSending
from api.invoices.reading import Answers
from api.invoices.repositories import CreditNotes, Invoices
from api.schema import RecordId
from api.work import Work, later
from domain.documents import DocumentRepository
from domain.errors import Invalid, RuleViolation
from domain.invoices import CreditNote, Invoice, InvoiceNotIssued
from domain.invoices.sending import stamp
from domain.users import Right, User
from domain.workspace import WorkspaceRepository

routes = router("Invoices")
credit_note_routes = router("Credit notes")


class NotSentYet(RuleViolation):
    """Only what was sent before is sent again."""

    def __init__(self) -> None:
        super().__init__("This was not sent yet. Send it first.")


class OutgoingMail:
    """Puts the mail of a document into the outbox, or notes that it was handed over."""

    def __init__(self, work: Work) -> None:
        self.session, self.moment, self.viewer = work.session, work.moment, work.viewer

    def send(self, document: Invoice | CreditNote, sending: InvoiceSending) -> None:
        """Send a document; a second time nothing happens."""
        if document.sent_at is not None:
            return
        if sending.via == "elsewhere":
            stamp(document, None, sending.to or [], self.moment, self.viewer)
            return
        address = document.customer.email
        to = sending.to or ([address] if address else [])
        if not to:
            raise Invalid("to", "The customer has no address for bills; name a recipient here.")
        self._post(document, tuple(to), sending)

    def resend(self, document: Invoice | CreditNote, sending: InvoiceResending) -> None:
        """Send the same bytes once more."""
        if document.sent_at is None:
            raise NotSentYet
        self._post(document, tuple(sending.to), sending)

    def _post(
        self,
        document: Invoice | CreditNote,
        to: tuple[str, ...],
        sending: InvoiceSending | InvoiceResending,
    ) -> None:
        if document.document_id is None:
            raise InvoiceNotIssued
        envelope = Envelope(
            to=to, cc=tuple(sending.cc), subject=sending.subject, message=sending.message
        )
        mail = mail_of(
            document,
            WorkspaceRepository(self.session).the_one(),
            self.session.get(User, document.owner_id) if document.owner_id else None,
            envelope,
            DocumentRepository(self.session).get(document.document_id),
            self.moment,
        )
        self.session.add(mail)
        self.session.flush()
        stamp(document, mail, to, self.moment, self.viewer)


Outgoing = Annotated[OutgoingMail, Depends(later(OutgoingMail))]


@routes.post(
    "/invoices/{id}/send",
    response_model=schemas.Invoice,
    summary="Send an invoice",
    responses=problems(InvoiceNotIssued),
)
def send_invoice(
    id: RecordId,
    invoices: Invoices,
    outgoing: Outgoing,
    answers: Answers,
    caller: Caller,
    sending: InvoiceSending | None = None,
) -> Any:
    """Mail the stored PDF; a second call answers with the invoice as it is and sends nothing."""
    invoice = invoices.claim(id)
    caller.demand(Right.BILL)
    invoice.demand_issued()
    outgoing.send(invoice, sending or InvoiceSending())
    return answers.invoice(invoice)


@routes.post(
    "/invoices/{id}/resend",
    response_model=schemas.Invoice,
    summary="Send an invoice again",
    responses=problems(InvoiceNotIssued, NotSentYet),
)
def resend_invoice(
    id: RecordId,
    sending: InvoiceResending,
    invoices: Invoices,
    outgoing: Outgoing,
    answers: Answers,
    caller: Caller,
) -> Any:
    """Mail the same bytes once more."""
    invoice = invoices.claim(id)
    caller.demand(Right.BILL)
    invoice.demand_issued()
    outgoing.resend(invoice, sending)
    return answers.invoice(invoice)


@credit_note_routes.post(
    "/credit-notes/{id}/send",
    response_model=credit_note_schemas.CreditNote,
    summary="Send a credit note",
)
def send_credit_note(
    id: RecordId,
    notes: CreditNotes,
    outgoing: Outgoing,
    answers: Answers,
    caller: Caller,
    sending: InvoiceSending | None = None,
) -> Any:
    """Mail the stored PDF; a second call answers with the note as it is and sends nothing."""
    note = notes.claim(id)
    caller.demand(Right.BILL)
    outgoing.send(note, sending or InvoiceSending())
    return answers.credit_note(note)
