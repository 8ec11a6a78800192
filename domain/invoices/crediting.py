"""Issuing a credit note: its own unbroken series, and never more than is left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from domain.calendar import Moment
from domain.documents import DocumentRepository, Party, seller_of
from domain.documents.drafting import plain_groups
from domain.invoices.credit_note import CreditNote, CreditNoteLine
from domain.invoices.issuing import likely_number
from domain.invoices.model import Invoice
from domain.invoices.paying import tell_if_settled
from domain.invoices.settlements import CreditNoteRepository
from domain.invoices.status import status_of
from domain.invoices.taking_back import Credit, CreditedLine, WantedCredit, work_out
from domain.money import rounded
from domain.numbering import Numbers
from domain.workspace import Workspace

CREDIT_NOTES = "credit_note"


@dataclass(frozen=True, slots=True)
class CreditPlan:
    """What a credit note will say besides its number."""

    invoice: Invoice
    credit: Credit
    reason: str
    issued_on: date
    seller: Party


@dataclass
class Crediting:
    """Takes back invoices in one session at one moment."""

    session: Session
    moment: Moment
    workspace: Workspace

    def plan(
        self, invoice: Invoice, reason: str, wanted: Sequence[WantedCredit] | None
    ) -> CreditPlan:
        """What the credit comes to as things stand; refused where more is wanted than is left."""
        notes = CreditNoteRepository(self.session).of_invoice(invoice.id)
        credit = work_out(invoice, [note.tax_groups for note in notes], wanted)
        seller = seller_of(self.workspace)
        return CreditPlan(invoice, credit, reason, self.moment.today, seller)

    def likely(self, plan: CreditPlan) -> CreditNote:
        """The credit note as it will be, unless another one is issued first; it is not kept."""
        format = self.workspace.credit_note_number_format
        number = likely_number(self.session, CREDIT_NOTES, format, plan.issued_on)
        return written(plan, number, self.moment)

    def issue(self, plan: CreditPlan, printed: Callable[[CreditNote], bytes]) -> CreditNote:
        """Draw the number, keep the printed bytes and lower what is owed.

        The invoice is claimed by the caller; whatever fails gives the number back.
        """
        number = Numbers(self.session).draw(
            CREDIT_NOTES, self.workspace.credit_note_number_format, plan.issued_on
        )
        note = written(plan, number, self.moment)
        document = DocumentRepository(self.session).keep(
            printed(note),
            f"{number}.pdf",
            self.moment.now,
            lead_id=note.lead_id,
            source_id=note.id,
        )
        note.document_id = document.id
        notes = CreditNoteRepository(self.session)
        notes.add(note)
        notes.index(note)
        take_back(plan.invoice, plan.credit)
        note.happened("credit_note.issued", number=number)
        return note


def written(plan: CreditPlan, number: str, moment: Moment) -> CreditNote:
    """The credit note under its number."""
    invoice, credit = plan.invoice, plan.credit
    note = CreditNote(
        number=number,
        invoice_id=invoice.id,
        invoice_number=invoice.number or "",
        lead_id=invoice.lead_id,
        company_id=invoice.company_id,
        owner_id=invoice.owner_id,
        issued_on=plan.issued_on,
        reason=plan.reason,
        customer=invoice.customer,
        seller=plan.seller,
        currency=invoice.currency,
        lines_total=credit.net_total,
        net_total=credit.net_total,
        tax_total=credit.tax_total,
        total=credit.total,
        rounding=credit.rounding,
        tax_groups=plain_groups(credit.groups),
        created_at=moment.now,
    )
    note.lines.extend(_line(position, credited) for position, credited in enumerate(credit.lines))
    return note


def take_back(invoice: Invoice, credit: Credit) -> None:
    """Lower what is owed; where nothing is left the invoice is credited in full, for good."""
    before = status_of(invoice)
    for credited in credit.lines:
        credited.line.credited_net += credited.net
        credited.line.credited_quantity += credited.returned
    invoice.credited += rounded(credit.total + credit.rounding, invoice.currency)
    if credit.leaves_nothing:
        invoice.is_live = False
        invoice.happened("invoice.credited")
    else:
        tell_if_settled(invoice, before)


def _line(position: int, credited: CreditedLine) -> CreditNoteLine:
    line = credited.line
    return CreditNoteLine(
        invoice_line_id=line.id,
        position=position,
        product_id=line.product_id,
        description=line.description,
        quantity=credited.quantity,
        unit=credited.unit,
        unit_price=credited.unit_price,
        discount_amount=credited.discount or None,
        tax_rate=line.tax_rate,
        tax_category=line.tax_category,
        tax_reason=line.tax_reason,
        gross=credited.net + credited.discount,
        net=credited.net,
    )
