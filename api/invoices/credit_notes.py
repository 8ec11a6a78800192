"""Credit notes: what takes an issued invoice back, wholly or by line."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query
from fastapi.responses import Response

from api.dependencies import CurrentWork, paging, router
from api.errors import problems
from api.invoices import credit_note_schemas, pdf
from api.invoices.papers import pdf_response
from api.invoices.questions import CreditNoteDraft
from api.invoices.reading import Answers, InvoiceReader
from api.invoices.repositories import CreditNotes
from api.schema import Day, RecordId, Search
from api.work import reads_first
from domain.documents import DocumentRepository
from domain.errors import NotFound
from domain.invoices import (
    CreditExceedsInvoice,
    Crediting,
    CreditNoteRepository,
    InvoiceNotIssued,
    InvoiceRepository,
    NothingLeftToCredit,
    WantedCredit,
)
from domain.repository import Paging
from domain.users import Right
from domain.workspace import WorkspaceRepository

routes = router("Credit notes")

CreditNotePaging = Annotated[Paging, paging(CreditNoteRepository.sorts, "-created_at")]


async def credit_note_filters(
    q: Search = None,
    customer: Annotated[UUID | None, Query(description="A company's id.")] = None,
    invoice: Annotated[UUID | None, Query(description="An invoice's id.")] = None,
    lead: Annotated[UUID | None, Query(description="A lead's id.")] = None,
    issued_from: Annotated[Day | None, Query()] = None,
    issued_to: Annotated[Day | None, Query()] = None,
) -> dict[str, Any]:
    """The filters of the list; days are inclusive, in the workspace's zone."""
    return {name: value for name, value in locals().items() if value is not None}


@routes.post(
    "/invoices/{id}/credit-notes",
    status_code=201,
    response_model=credit_note_schemas.CreditNote,
    summary="Credit an invoice",
    responses=problems(InvoiceNotIssued, NothingLeftToCredit, CreditExceedsInvoice),
)
@reads_first
def create_credit_note(id: RecordId, draft: CreditNoteDraft, work: CurrentWork) -> Any:
    """Take an issued invoice back, all that is left of it or by line, under a number of its own."""
    wanted = _wanted(draft)
    invoice = InvoiceRepository(work.session).get(id)
    work.viewer.demand(Right.BILL)
    workspace = WorkspaceRepository(work.session).the_one()
    crediting = Crediting(work.session, work.moment, workspace)
    likely = crediting.likely(crediting.plan(invoice, draft.reason, wanted))
    pdf.render_credit_note(likely, invoice, workspace)
    session = work.start_writing()
    claimed = InvoiceRepository(session).claim(id)
    present = WorkspaceRepository(session).the_one()
    crediting = Crediting(session, work.moment, present)
    plan = crediting.plan(claimed, draft.reason, wanted)
    note = crediting.issue(plan, lambda note: pdf.render_credit_note(note, claimed, present))
    return InvoiceReader(work).credit_note(note)


@routes.get(
    "/credit-notes", response_model=credit_note_schemas.CreditNoteList, summary="List credit notes"
)
def list_credit_notes(
    notes: CreditNotes,
    filters: Annotated[dict[str, Any], Depends(credit_note_filters)],
    paging: CreditNotePaging,
) -> Any:
    """Credit notes that the caller may see, narrowed by filters, in keyset pages."""
    page = notes.listed(filters, paging)
    return {
        "items": [credit_note_schemas.summary(row, row.mail_status) for row in page.rows],
        "next_cursor": page.next_cursor,
        "total": page.total,
    }


@routes.get(
    "/credit-notes/{id}",
    response_model=credit_note_schemas.CreditNote,
    summary="Read a credit note",
)
def get_credit_note(id: RecordId, notes: CreditNotes, answers: Answers) -> Any:
    """One credit note with its lines."""
    return answers.credit_note(notes.get(id))


@routes.get(
    "/credit-notes/{id}/pdf",
    summary="Get a credit note as PDF",
    response_class=Response,
    responses={
        200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
    },
)
def get_credit_note_pdf(id: RecordId, notes: CreditNotes) -> Response:
    """The very bytes that were issued."""
    note = notes.get(id)
    if note.document_id is None:
        raise NotFound("document")
    kept = DocumentRepository(notes.session).get(note.document_id)
    return pdf_response(kept.content, kept.name)


def _wanted(draft: CreditNoteDraft) -> tuple[WantedCredit, ...] | None:
    if draft.lines is None:
        return None
    return tuple(
        WantedCredit(line.invoice_line_id, line.quantity, line.net) for line in draft.lines
    )
