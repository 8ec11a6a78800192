"""Issuing an invoice: nothing is missing, the dates are in order, and the number comes last."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain.calendar import Moment
from domain.customers import Company
from domain.documents import (
    DocumentRepository,
    Party,
    adjustments,
    buyer_of,
    seller_of,
    terms_of,
)
from domain.documents.arithmetic import line_shares, totals
from domain.errors import FieldProblem, Invalid
from domain.invoices.completeness import missing
from domain.invoices.drafting import QuoteNotAccepted, filled_up
from domain.invoices.model import Invoice, InvoiceState
from domain.invoices.repository import InvoiceRepository
from domain.numbering import EVERY_YEAR, Counter, Numbers, formatted, restarts_each_year
from domain.quotes import Quote, QuoteState
from domain.workspace import Workspace

INVOICES = "invoice"


@dataclass(frozen=True, slots=True)
class IssuePlan:
    """What a draft becomes: the days that it will carry, and both parties as they are now."""

    issued_on: date
    due_on: date
    supplied_on: date | None
    seller: Party
    customer: Party


def last_issued_on(session: Session) -> date | None:
    """The day of the last issued invoice, whoever may see that one: a new one is not older.

    It is read through the counters, which everybody sees, so that no hidden invoice is passed over.
    """
    statement = select(func.max(Invoice.issued_on))
    return session.scalar(statement, execution_options={"seen_through": Counter})


def outline(
    invoice: Invoice,
    seller: Party,
    buyer: Party,
    on: date,
    due_on: date | None = None,
) -> IssuePlan:
    """What a draft would become on a day, complete or not."""
    due = due_on or invoice.due_on or on + timedelta(days=invoice.payment_days)
    has_period = invoice.supply_from is not None
    supplied_on = None if has_period else invoice.supplied_on or on
    return IssuePlan(on, due, supplied_on, seller, filled_up(invoice.customer, buyer))


def check(invoice: Invoice, plan: IssuePlan, today: date, last_on: date | None) -> None:
    """Look through a draft and name everything that is missing or wrong in one refusal.

    An issue date before today's may not lie before that of the last issued invoice.
    """
    invoice.demand_draft()
    problems = obstacles(invoice, plan, today, last_on)
    if problems:
        raise Invalid(problems=problems)


def obstacles(
    invoice: Invoice, plan: IssuePlan, today: date, last_on: date | None
) -> tuple[FieldProblem, ...]:
    """Everything that keeps a draft from becoming what is planned, by field."""
    return (
        *missing(invoice, plan.seller, plan.customer),
        *_date_problems(plan.issued_on, plan.due_on, today, last_on),
    )


def _date_problems(on: date, due: date, today: date, last_on: date | None) -> list[FieldProblem]:
    problems = []
    if on > today:
        problems.append(FieldProblem("issued_on", "An invoice is never dated in the future."))
    if last_on is not None and on < last_on:
        problems.append(FieldProblem("issued_on", _too_early(last_on)))
    if due < on:
        problems.append(FieldProblem("due_on", "The due date lies before the issue date."))
    return problems


def _too_early(last_on: date) -> str:
    return f"The last invoice was issued on {last_on}; numbers and dates go up together."


@dataclass
class Issuing:
    """Issues drafts in one session at one moment."""

    session: Session
    moment: Moment
    workspace: Workspace

    def claim(self, id: UUID) -> Invoice:
        """The draft, for issuing it; its quote is claimed first and noted as invoiced.

        Refused where the acceptance was withdrawn since the invoice was drafted.
        """
        invoices = InvoiceRepository(self.session)
        quote_id = invoices.get(id).quote_id
        quote = self._claimed_quote(quote_id) if quote_id else None
        invoice = invoices.claim(id)
        invoice.demand_draft()
        if quote_id is not None and (quote is None or quote.state is not QuoteState.ACCEPTED):
            raise QuoteNotAccepted
        if quote is not None and quote.invoiced_at is None:
            quote.invoiced_at = self.moment.now
        return invoice

    def plan(
        self, invoice: Invoice, *, issued_on: date | None = None, due_on: date | None = None
    ) -> IssuePlan:
        """What the draft becomes if it is issued now; refused with all that it lacks."""
        plan = self.outline(invoice, issued_on=issued_on, due_on=due_on)
        check(invoice, plan, self.moment.today, last_issued_on(self.session))
        return plan

    def outline(
        self, invoice: Invoice, *, issued_on: date | None = None, due_on: date | None = None
    ) -> IssuePlan:
        """What the draft would become if it were issued now, complete or not."""
        company = self.session.get(Company, invoice.company_id) if invoice.company_id else None
        buyer = buyer_of(company, None, bills=True)
        on = issued_on or self.moment.today
        return outline(invoice, seller_of(self.workspace), buyer, on, due_on)

    def obstacles(self, invoice: Invoice) -> tuple[FieldProblem, ...]:
        """What keeps the draft from being issued today; nothing where it is complete."""
        last_on = last_issued_on(self.session)
        return obstacles(invoice, self.outline(invoice), self.moment.today, last_on)

    def likely_number(self, plan: IssuePlan) -> str:
        """The number that the invoice gets unless another one is issued first."""
        return likely_number(
            self.session, INVOICES, self.workspace.invoice_number_format, plan.issued_on
        )

    def issue(self, invoice: Invoice, plan: IssuePlan, printed: Callable[[str], bytes]) -> None:
        """Draw the number, keep the printed bytes and let the invoice stand.

        `printed` gives the PDF under a number; whatever fails gives the number back.
        """
        number = Numbers(self.session).draw(
            INVOICES, self.workspace.invoice_number_format, plan.issued_on
        )
        last_on = last_issued_on(self.session)
        if last_on is not None and plan.issued_on < last_on:
            raise Invalid("issued_on", _too_early(last_on))
        document = DocumentRepository(self.session).keep(
            printed(number),
            f"{number}.pdf",
            self.moment.now,
            lead_id=invoice.lead_id,
            source_id=invoice.id,
        )
        fix(invoice, plan, number)
        invoice.document_id = document.id

    def _claimed_quote(self, id: UUID) -> Quote | None:
        statement = select(Quote).where(Quote.id == id).with_for_update(of=Quote)
        return self.session.scalars(
            statement, execution_options={"populate_existing": True}
        ).one_or_none()


def fix(invoice: Invoice, plan: IssuePlan, number: str) -> None:
    """Give a draft its number, days and parties, and fix what each line is owed, for good."""
    invoice.demand_draft()
    invoice.number, invoice.state = number, InvoiceState.ISSUED
    invoice.issued_on, invoice.due_on = plan.issued_on, plan.due_on
    invoice.supplied_on = plan.supplied_on
    invoice.seller, invoice.customer = plan.seller, plan.customer
    terms = [terms_of(line) for line in invoice.lines]
    result = totals(terms, adjustments(invoice), invoice.currency)
    for line, share in zip(invoice.lines, line_shares(terms, result), strict=True):
        line.due_net = share
    invoice.happened("invoice.issued", number=number)


def likely_number(session: Session, series: str, format: str, on: date) -> str:
    """The next number of a series as things stand, without taking it."""
    year = on.year if restarts_each_year(format) else EVERY_YEAR
    statement = select(Counter.next_number).where(Counter.series == series, Counter.year == year)
    return formatted(format, session.scalar(statement) or 1, on.year)
