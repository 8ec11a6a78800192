"""Issuing invoices and giving out their PDFs."""

from dataclasses import dataclass
from typing import Any

from fastapi.responses import Response
from sqlalchemy.orm import Session

from api.dependencies import CurrentWork, check_version, router
from api.errors import problems
from api.invoices import pdf, schemas
from api.invoices.papers import pdf_response
from api.invoices.questions import IssueTerms
from api.invoices.reading import InvoiceReader
from api.schema import IfMatch, RecordId
from api.work import Work, reads_first
from domain.documents import DocumentRepository
from domain.invoices import (
    Invoice,
    InvoiceNotDraft,
    InvoiceRepository,
    IssuePlan,
    Issuing,
    QuoteNotAccepted,
)
from domain.quotes import Quote
from domain.users import Right, User
from domain.workspace import WorkspaceRepository

routes = router("Invoices")


@dataclass
class Press:
    """Prints the invoices of one session."""

    session: Session
    issuing: Issuing

    @classmethod
    def of(cls, work: Work) -> "Press":
        """The press of a request's present session."""
        workspace = WorkspaceRepository(work.session).the_one()
        return cls(work.session, Issuing(work.session, work.moment, workspace))

    def invoice(self, invoice: Invoice, plan: IssuePlan, number: str) -> bytes:
        """The PDF under a number."""
        workspace = self.issuing.workspace
        return pdf.render_invoice(invoice, plan, number, workspace, self._context(invoice))

    def draft(self, invoice: Invoice) -> bytes:
        """The PDF of a draft as it would be issued now."""
        plan = self.issuing.outline(invoice)
        return pdf.render_draft(invoice, plan, self.issuing.workspace, self._context(invoice))

    def _context(self, invoice: Invoice) -> pdf.Context:
        quote = self.session.get(Quote, invoice.quote_id) if invoice.quote_id else None
        former = self.session.get(Invoice, invoice.replaces_id) if invoice.replaces_id else None
        owner = self.session.get(User, invoice.owner_id) if invoice.owner_id else None
        return pdf.Context(
            quote=quote.label if quote else None,
            replaces=former.number if former else None,
            owner=owner.name if owner else None,
        )


@routes.post(
    "/invoices/{id}/issue",
    response_model=schemas.Invoice,
    summary="Issue an invoice",
    responses=problems(InvoiceNotDraft, QuoteNotAccepted),
)
@reads_first
def issue_invoice(
    id: RecordId, work: CurrentWork, terms: IssueTerms | None = None, if_match: IfMatch = None
) -> Any:
    """Give a draft its number, days and parties for good; all that is missing is named at once."""
    days = (terms or IssueTerms()).model_dump()
    draft = InvoiceRepository(work.session).get(id)
    work.viewer.demand(Right.BILL)
    press = Press.of(work)
    plan = press.issuing.plan(draft, **days)
    press.invoice(draft, plan, press.issuing.likely_number(plan))
    work.start_writing()
    press = Press.of(work)
    invoice = press.issuing.claim(id)
    check_version(invoice, if_match)
    plan = press.issuing.plan(invoice, **days)
    press.issuing.issue(invoice, plan, lambda number: press.invoice(invoice, plan, number))
    InvoiceRepository(work.session).index(invoice)
    return InvoiceReader(work).invoice(invoice)


@routes.get(
    "/invoices/{id}/pdf",
    summary="Get an invoice as PDF",
    response_class=Response,
    responses={
        200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
    },
)
def get_invoice_pdf(id: RecordId, work: CurrentWork) -> Response:
    """The very bytes that were issued; a draft is printed as it stands, marked as a draft."""
    invoice = InvoiceRepository(work.session).get(id)
    if invoice.document_id is None:
        return pdf_response(Press.of(work).draft(invoice), "draft.pdf")
    kept = DocumentRepository(work.session).get(invoice.document_id)
    return pdf_response(kept.content, kept.name)
