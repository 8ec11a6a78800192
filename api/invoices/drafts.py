"""What callers say of a draft, turned into the domain's terms: customers and lines looked up."""

from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends

from api.documents.lines import LineDrafts
from api.documents.parties import changed_party
from api.invoices.questions import InvoiceChange, InvoiceDraft, InvoiceFields
from api.work import Work, later
from domain.customers import Company, CompanyRepository, Contact, ContactRepository
from domain.documents import Party
from domain.errors import Invalid, NotFound
from domain.invoices import Billing, Deal, Invoice, InvoiceRepository, new_draft, redraft
from domain.workspace import WorkspaceRepository

_SAYS_WHOM = ("lead_id", "company_id", "contact_id", "customer", "currency", "lines")
_ZERO_WHEN_EMPTY = ("prepaid", "rounding")
_PERIOD = ("supply_from", "supply_to")


class InvoiceDrafts:
    """Writes drafts of invoices for one caller."""

    def __init__(self, work: Work) -> None:
        self.session, self.currency = work.session, work.currency
        self.workspace = WorkspaceRepository(work.session).the_one()
        self.billing = Billing(work.session, work.viewer, work.moment, self.workspace)
        self.lines = LineDrafts(work)
        self.now = work.moment.now

    def written(self, draft: InvoiceDraft) -> Invoice:
        """A new draft without a quote; from now on finance sees the billing side of its lead."""
        if draft.currency is not None and draft.currency != self.currency:
            raise Invalid(
                "currency", f"This workspace works in {self.currency}; leave the currency out."
            )
        invoice = new_draft(self._deal(draft), self.currency, self.now)
        invoice.customer = changed_party(invoice.customer, draft.customer)
        redraft(invoice, self._given(draft), self.lines.wanted(draft.lines))
        if invoice.lead_id is not None:
            self.billing.open_billing(invoice.lead_id)
        return InvoiceRepository(self.session).keep(invoice)

    def change(self, invoice: Invoice, change: InvoiceChange) -> None:
        """Write the fields that were sent into a draft."""
        invoice.demand_draft()
        given = self._given(change)
        if change.model_fields_set & {"company_id", "contact_id"}:
            given.update(self._buyer(invoice, change))
        if change.customer is not None:
            base: Party = given.get("customer", invoice.customer)
            given["customer"] = changed_party(base, change.customer)
        wanted = None
        if "lines" in change.model_fields_set:
            wanted = self.lines.wanted(change.lines or [], invoice.lines)
        redraft(invoice, given, wanted)
        InvoiceRepository(self.session).index(invoice)

    def _deal(self, draft: InvoiceDraft) -> Deal:
        company = self._company(draft.company_id)
        contact = self._contact(draft.contact_id)
        if draft.lead_id is None:
            return self.billing.deal_with(company or self._employer(contact), contact)
        try:
            deal = self.billing.deal(draft.lead_id)
        except NotFound as error:
            raise Invalid("lead_id", error.detail) from error
        if company is None and contact is None:
            return deal
        return self.billing.deal_with(
            company or self._employer(contact),
            contact,
            lead_id=deal.lead_id,
            owner_id=deal.owner_id,
        )

    def _buyer(self, invoice: Invoice, change: InvoiceChange) -> dict[str, Any]:
        """Another customer: his facts replace what the draft said of the one before."""
        contact = self._contact(change.contact_id)
        company = self._company(change.company_id) or self._employer(contact)
        deal = self.billing.deal_with(company, contact)
        changed: dict[str, Any] = {"company_id": deal.company_id, "customer": deal.buyer}
        if change.payment_days is None:
            changed["payment_days"] = deal.payment_days
        return changed

    def _given(self, fields: InvoiceFields) -> dict[str, Any]:
        """The fields that were sent; one way to say a thing takes the place of the other."""
        given = fields.given(*_SAYS_WHOM)
        for name in _ZERO_WHEN_EMPTY:
            if name in given:
                given[name] = given[name] or Decimal(0)
        if given.get("payment_days", 0) is None:
            given["payment_days"] = self.workspace.payment_days
        for one, other in (
            ("discount_percent", "discount_amount"),
            ("discount_amount", "discount_percent"),
        ):
            if given.get(one) is not None:
                given.setdefault(other, None)
        if given.get("supplied_on") is not None:
            given.update({name: given.get(name) for name in _PERIOD})
        elif any(given.get(name) is not None for name in _PERIOD):
            given.setdefault("supplied_on", None)
        return given

    def _company(self, id: UUID | None) -> Company | None:
        if id is None:
            return None
        try:
            return CompanyRepository(self.session).get(id)
        except NotFound as error:
            raise Invalid("company_id", error.detail) from error

    def _contact(self, id: UUID | None) -> Contact | None:
        if id is None:
            return None
        try:
            return ContactRepository(self.session).get(id)
        except NotFound as error:
            raise Invalid("contact_id", error.detail) from error

    def _employer(self, contact: Contact | None) -> Company | None:
        if contact is None or contact.company_id is None:
            return None
        return self.session.get(Company, contact.company_id)


Drafts = Annotated[InvoiceDrafts, Depends(later(InvoiceDrafts))]
