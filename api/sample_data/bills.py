"""What finance does with invoices: drafts, issues, sends and credits them, and records payments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from api.invoices import pdf
from api.invoices.issuing import Press
from api.invoices.mail import Envelope, mail_of
from api.sample_data.office import Office
from domain.documents import DocumentRepository, WantedLine
from domain.invoices import (
    Billing,
    Crediting,
    CreditNote,
    Invoice,
    InvoiceRepository,
    Issuing,
    Payment,
    PaymentRepository,
    Receipt,
    WantedCredit,
    new_draft,
    note_overdue,
    receive,
    redraft,
    reverse,
)
from domain.invoices.sending import stamp
from domain.leads import Lead, LeadActs
from domain.quotes import Quote
from domain.users import SYSTEM, User, Viewer


@dataclass
class Bills:
    """The invoices of one deal."""

    office: Office
    owner: User

    @property
    def finance(self) -> Viewer:
        """The colleague who bills."""
        return self.office.team.viewers["henrik"]

    def draft(self, quote: Quote, facts: dict[str, Any]) -> Invoice:
        """Draft the invoice of an accepted quote, with what finance adds to it."""
        with self.office.diary.act(self.finance) as acts:
            invoice, _ = self._billing(acts).draft_from(quote.id)
            redraft(invoice, facts, None)
            return invoice

    def draft_without_offer(
        self, lead: Lead, wanted: Sequence[WantedLine], facts: dict[str, Any]
    ) -> Invoice:
        """Draft an invoice for what was ordered without an offer."""
        with self.office.diary.act(self.finance) as acts:
            billing = self._billing(acts)
            currency = self.office.workspace.currency
            invoice = new_draft(billing.deal(lead.id), currency, acts.moment.now)
            redraft(invoice, facts, wanted)
            billing.open_billing(lead.id)
            return InvoiceRepository(acts.session).keep(invoice)

    def issue(self, invoice: Invoice) -> None:
        """Give a draft its number, and have its overdue day noted when that comes."""
        with self.office.diary.act(self.finance) as acts:
            issuing = Issuing(acts.session, acts.moment, self.office.workspace)
            press = Press(acts.session, issuing)
            claimed = issuing.claim(invoice.id)
            plan = issuing.plan(claimed)
            issuing.issue(claimed, plan, lambda number: press.invoice(claimed, plan, number))
            InvoiceRepository(acts.session).index(claimed)

    def send(self, document: Invoice | CreditNote) -> None:
        """Mail the PDF; the mail is written as handed over."""
        assert document.document_id is not None
        to = (document.customer.email or "",)
        with self.office.diary.act(self.finance) as acts:
            kept = DocumentRepository(acts.session).get(document.document_id)
            letter = mail_of(
                document, self.office.workspace, self.owner, Envelope(to=to), kept, acts.moment
            )
            stamp(document, self.office.hand_over(letter), to, acts.moment, self.finance)

    def receive(self, invoice: Invoice, amount: Decimal | None = None) -> Payment:
        """Record that money has come: so much, or all that is owed."""
        with self.office.diary.act(self.finance) as acts:
            receipt = Receipt(
                amount=amount,
                received_on=acts.moment.today,
                reference=invoice.number,
                keeps_surplus=True,
            )
            recorded = receive(invoice, receipt, acts.moment.today)
            return PaymentRepository(acts.session).keep(recorded.payment, recorded.credit)

    def bounce(self, invoice: Invoice, payment: Payment, reason: str) -> None:
        """Record that the bank has taken the money back."""
        with self.office.diary.act(self.finance) as acts:
            today = acts.moment.today
            recorded = reverse(invoice, payment, today, reason, today)
            PaymentRepository(acts.session).keep(recorded.payment, recorded.credit)

    def credit(
        self, invoice: Invoice, reason: str, wanted: Sequence[WantedCredit] | None = None
    ) -> CreditNote:
        """Take the invoice back, all of it or some."""
        workspace = self.office.workspace
        with self.office.diary.act(self.finance) as acts:
            crediting = Crediting(acts.session, acts.moment, workspace)
            plan = crediting.plan(invoice, reason, wanted)
            return crediting.issue(
                plan, lambda note: pdf.render_credit_note(note, invoice, workspace)
            )

    def note_overdue(self) -> None:
        """What the daily job does on the morning after a due date."""
        with self.office.diary.act(SYSTEM) as acts:
            note_overdue(acts.session, acts.moment)

    def is_owed(self, invoice: Invoice, today: date) -> bool:
        """Whether the day has come on which the invoice is overdue."""
        return invoice.balance > 0 and invoice.due_on is not None and invoice.due_on < today

    def _billing(self, acts: LeadActs) -> Billing:
        return Billing(acts.session, self.finance, acts.moment, self.office.workspace)
