"""Billing a quote: whoever may edit it and finance draft its invoice, and there is only one."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.calendar import Moment
from domain.customers import Company, Contact
from domain.documents import buyer_of
from domain.errors import NotFound
from domain.invoices.drafting import Deal, QuoteNotAccepted, from_offer
from domain.invoices.model import Invoice
from domain.invoices.repository import InvoiceRepository
from domain.leads import Lead, demand_contribution
from domain.numbering import Counter
from domain.quotes import QuoteRepository, QuoteState
from domain.users import Right, Viewer
from domain.workspace import Workspace


@dataclass
class Billing:
    """Drafts invoices of one viewer at one moment."""

    session: Session
    viewer: Viewer
    moment: Moment
    workspace: Workspace

    def draft_from(self, quote_id: UUID) -> tuple[Invoice, bool]:
        """The live invoice of an accepted quote, and whether it was drafted just now.

        A new one names the one that it replaces, where that was credited in full. From the first
        draft on finance sees the billing side of the deal.
        """
        lead = self._claimed_lead(QuoteRepository(self.session).get(quote_id).lead_id)
        quote = QuoteRepository(self.session).claim(quote_id)
        self._demand_right(lead)
        if quote.state is not QuoteState.ACCEPTED:
            raise QuoteNotAccepted
        invoices = InvoiceRepository(self.session)
        live = invoices.live_of(quote.id)
        if live is not None:
            return live, False
        if lead is not None:
            lead.open_billing(self.moment.now)
        invoice = from_offer(
            quote, quote.lines, self.deal(quote.lead_id), quote.customer, quote.notes,
            self.moment.now,
        )  # fmt: skip
        invoice.quote_id, invoice.replaces_id = quote.id, invoices.last_of(quote.id)
        return invoices.keep(invoice), True

    def deal(self, lead_id: UUID) -> Deal:
        """The billing side of a deal: who buys, on which terms, and who answers for it.

        Finance sees this of a private deal too, once its billing is opened.
        """
        statement = select(Lead.owner_id, Lead.company_id, Lead.contact_id)
        row = self.session.execute(
            statement.where(Lead.id == lead_id), execution_options=self._way_to(lead_id)
        ).one_or_none()
        if row is None:
            raise NotFound("lead")
        company = self.session.get(Company, row.company_id) if row.company_id else None
        contact = self.session.get(Contact, row.contact_id) if row.contact_id else None
        return self.deal_with(company, contact, lead_id=lead_id, owner_id=row.owner_id)

    def deal_with(
        self,
        company: Company | None,
        contact: Contact | None,
        *,
        lead_id: UUID | None = None,
        owner_id: UUID | None = None,
    ) -> Deal:
        """The terms for a customer: the company's own payment term, else the workspace's."""
        days = company.payment_days if company is not None else None
        return Deal(
            lead_id=lead_id,
            company_id=company.id if company else None,
            owner_id=owner_id or self.viewer.user_id,
            buyer=buyer_of(company, contact, bills=True),
            payment_days=self.workspace.payment_days if days is None else days,
        )

    def open_billing(self, lead_id: UUID) -> None:
        """Let finance see the billing side of a lead from now on."""
        lead = self._claimed_lead(lead_id)
        if lead is not None:
            lead.open_billing(self.moment.now)

    def _way_to(self, lead_id: UUID) -> dict[str, Any]:
        """How the billing side of a lead is seen: as the lead is, and by finance once opened."""
        if not self.viewer.may(Right.BILL):
            return {}
        opened = select(Lead.id).where(Lead.id == lead_id, Lead.billing_opened_at.is_not(None))
        through: dict[str, Any] = {"seen_through": Counter}
        return through if self.session.scalar(opened, execution_options=through) else {}

    def _claimed_lead(self, id: UUID) -> Lead | None:
        """The lead for changing it; None to finance, who sees the billing side only."""
        statement = select(Lead).where(Lead.id == id).with_for_update(of=Lead)
        return self.session.scalars(
            statement, execution_options={"populate_existing": True}
        ).one_or_none()

    def _demand_right(self, lead: Lead | None) -> None:
        if lead is None or self.viewer.may(Right.BILL):
            self.viewer.demand(Right.BILL)
        else:
            demand_contribution(lead, self.viewer)
