"""The mails that bring an invoice or a credit note to the customer, with the stored PDF."""

from dataclasses import dataclass

from api.documents import printing
from api.documents.letter import Letter, paragraphs
from domain.calendar import Moment
from domain.documents import StoredDocument
from domain.entity import new_id
from domain.invoices import CreditNote, Invoice
from domain.outbox import Mail
from domain.users import User
from domain.workspace import Workspace

LONGEST_SUBJECT = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """To whom a document goes, and the words that replace the usual ones."""

    to: tuple[str, ...]
    cc: tuple[str, ...] = ()
    subject: str | None = None
    message: str | None = None


def mail_of(
    document: Invoice | CreditNote,
    workspace: Workspace,
    owner: User | None,
    envelope: Envelope,
    kept: StoredDocument,
    moment: Moment,
) -> Mail:
    """The mail of a document; the first one has a cause of its own, so that there is one only."""
    seller = workspace.legal_name or workspace.name
    word = "Invoice" if isinstance(document, Invoice) else "Credit note"
    signed = owner.name if owner is not None else seller
    letter = _letter(document, envelope.message, signed, seller)
    is_first = document.sent_at is None
    subject = envelope.subject or f"{word} {document.number} from {seller}"
    return Mail(
        cause=f"{document.noun}:{document.id}" + ("" if is_first else f":{new_id()}"),
        kind=f"{document.noun}.sent",
        lead_id=document.lead_id,
        invoice_id=document.id if isinstance(document, Invoice) else document.invoice_id,
        recipients=list(envelope.to),
        cc=list(envelope.cc),
        sender_name=signed,
        reply_to=(owner.email if owner is not None else None) or workspace.email,
        subject=" ".join(subject.split())[:LONGEST_SUBJECT],
        text=letter.text,
        html=letter.html,
        attachments=[{"document_id": str(kept.id), "name": kept.name}],
        created_at=moment.now,
    )


def _letter(
    document: Invoice | CreditNote, message: str | None, signed: str, seller: str
) -> Letter:
    customer = document.customer
    person = customer.contact_name or customer.name
    closing = (signed, seller) if signed != seller else (seller,)
    return Letter(
        greeting="" if message else f"Dear {person},",
        paragraphs=paragraphs(message) if message else _usual(document),
        facts=_facts(document),
        closing=("Kind regards", *closing),
    )


def _usual(document: Invoice | CreditNote) -> tuple[str, ...]:
    if isinstance(document, Invoice):
        return (f"Thank you for your order. Our invoice {document.number} is attached as a PDF.",)
    return (
        f"Our credit note {document.number} for invoice {document.invoice_number} is attached "
        "as a PDF.",
    )


def _facts(document: Invoice | CreditNote) -> tuple[tuple[str, str], ...]:
    return _invoice_facts(document) if isinstance(document, Invoice) else _credit_facts(document)


def _invoice_facts(invoice: Invoice) -> tuple[tuple[str, str], ...]:
    facts = [("Invoice", invoice.number or "")]
    if invoice.purchase_order:
        facts.append(("Purchase order", invoice.purchase_order))
    facts.append(("Amount due", printing.money(invoice.payable, invoice.currency)))
    if invoice.due_on is not None and invoice.payable > 0:
        facts.append(("Due", printing.day(invoice.due_on)))
    return tuple(facts)


def _credit_facts(note: CreditNote) -> tuple[tuple[str, str], ...]:
    return (
        ("Credit note", note.number),
        ("For invoice", note.invoice_number),
        ("Amount credited", printing.money(note.taken_back, note.currency)),
    )
