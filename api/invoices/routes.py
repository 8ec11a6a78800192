"""Invoices: list, draft, read, change and remove; and the one button on an accepted quote."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Depends, Query
from fastapi.responses import Response

from api.dependencies import Caller, Clock, check_version, paging, router
from api.errors import problems
from api.invoices import schemas
from api.invoices.drafts import Drafts
from api.invoices.questions import InvoiceChange, InvoiceDraft
from api.invoices.reading import Answers
from api.invoices.repositories import Invoices
from api.schema import Day, IfMatch, RecordId, Search
from api.work import respond
from domain.invoices import InvoiceNotDraft, InvoiceRepository, QuoteNotAccepted
from domain.repository import Paging
from domain.users import Right

routes = router("Invoices")

InvoicePaging = Annotated[Paging, paging(InvoiceRepository.sorts, "-created_at")]
Status = Literal["draft", "issued", "partly_paid", "paid", "credited", "overdue"]


async def invoice_filters(
    q: Search = None,
    status: Annotated[Status | None, Query()] = None,
    customer: Annotated[UUID | None, Query(description="A company's id.")] = None,
    lead: Annotated[UUID | None, Query(description="A lead's id.")] = None,
    quote: Annotated[UUID | None, Query(description="A quote's id.")] = None,
    owner: Annotated[UUID | None, Query(description="A user's id.")] = None,
    issued_from: Annotated[Day | None, Query()] = None,
    issued_to: Annotated[Day | None, Query()] = None,
    due_from: Annotated[Day | None, Query()] = None,
    due_to: Annotated[Day | None, Query()] = None,
    paid_from: Annotated[
        Day | None, Query(description="Money was received or given back on this day or later.")
    ] = None,
    paid_to: Annotated[Day | None, Query()] = None,
) -> dict[str, Any]:
    """The filters of the list; days are inclusive, in the workspace's zone."""
    return {name: value for name, value in locals().items() if value is not None}


@routes.get("/invoices", response_model=schemas.InvoiceList, summary="List invoices")
def list_invoices(
    invoices: Invoices,
    filters: Annotated[dict[str, Any], Depends(invoice_filters)],
    paging: InvoicePaging,
    clock: Clock,
) -> Any:
    """Invoices that the caller may see, narrowed by filters, in keyset pages."""
    page = invoices.listed(filters, paging, clock.today)
    return {
        "items": [
            schemas.summary(row, row.owner_name, row.mail_status, clock.today) for row in page.rows
        ],
        "next_cursor": page.next_cursor,
        "total": page.total,
    }


@routes.post(
    "/invoices",
    status_code=201,
    response_model=schemas.Invoice,
    summary="Draft an invoice without a quote",
)
def create_invoice(draft: InvoiceDraft, drafts: Drafts, answers: Answers, caller: Caller) -> Any:
    """Write a draft for a lead, a company, a contact or a customer that is named here."""
    caller.demand(Right.BILL)
    return answers.invoice(drafts.written(draft))


@routes.post(
    "/quotes/{id}/invoice",
    status_code=201,
    response_model=schemas.Invoice,
    summary="Invoice an accepted quote",
    responses={
        200: {"model": schemas.Invoice, "description": "The invoice that bills it already."},
        **problems(QuoteNotAccepted),
    },
)
def invoice_quote(id: RecordId, drafts: Drafts, answers: Answers) -> Response:
    """Draft the invoice of a quote with every field carried over, or answer with the live one."""
    invoice, is_new = drafts.billing.draft_from(id)
    return respond(answers.invoice(invoice), 201 if is_new else 200)


@routes.get("/invoices/{id}", response_model=schemas.Invoice, summary="Read an invoice")
def get_invoice(id: RecordId, invoices: Invoices, answers: Answers) -> Any:
    """One invoice with its lines, payments and credit notes."""
    return answers.invoice(invoices.get(id))


@routes.patch(
    "/invoices/{id}",
    response_model=schemas.Invoice,
    summary="Change a draft",
    responses=problems(InvoiceNotDraft),
)
def update_invoice(
    id: RecordId,
    change: InvoiceChange,
    invoices: Invoices,
    drafts: Drafts,
    answers: Answers,
    caller: Caller,
    if_match: IfMatch = None,
) -> Any:
    """Change fields and lines of a draft; an issued invoice never changes."""
    invoice = invoices.claim(id)
    caller.demand(Right.BILL)
    check_version(invoice, if_match, required=True)
    drafts.change(invoice, change)
    return answers.invoice(invoice)


@routes.delete(
    "/invoices/{id}",
    status_code=204,
    summary="Remove a draft",
    responses=problems(InvoiceNotDraft),
)
def delete_invoice(
    id: RecordId, invoices: Invoices, caller: Caller, if_match: IfMatch = None
) -> None:
    """Remove a draft; its quote can be invoiced anew. An issued invoice is credited instead."""
    invoice = invoices.claim(id)
    caller.demand(Right.BILL)
    check_version(invoice, if_match, required=True)
    invoices.remove(invoice)
