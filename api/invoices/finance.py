"""Finance's work: what waits for an invoice, and the month's books."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Query
from fastapi.responses import Response
from pydantic import Field
from typing_extensions import TypedDict

from api.dependencies import CurrentWork, paging, router
from api.invoices.csv import documents_as_csv, payments_as_csv
from api.schema import Named
from domain.calendar import Month
from domain.errors import Invalid
from domain.invoices.exporting import Books, Period
from domain.invoices.queue import QUEUE_SORTS, NextAct, next_act, queue
from domain.invoices.standing import Heap, standing
from domain.money import amount_text
from domain.quotes import label_of
from domain.repository import Paging

routes = router("Finance")

QueuePaging = Annotated[Paging, paging(QUEUE_SORTS, "since")]
MonthOrDay = Annotated[
    str,
    Query(pattern="^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$"),
]


class QueueItem(TypedDict):
    """What waits for finance: a lead agreed in principle, or an accepted quote to be invoiced."""

    id: UUID
    kind: Literal["lead", "quote"]
    next_act: NextAct
    customer: Annotated[str | None, Field(examples=["Northwind Traders"])]
    company_id: UUID | None
    value: Annotated[str, Field(examples=["160.80"])]
    currency: Annotated[str, Field(examples=["EUR"])]
    since: datetime
    owner: Named
    lead_id: UUID
    quote_id: UUID | None
    quote_label: Annotated[str | None, Field(examples=["Q-2026-0001-R2"])]
    signed_by: Annotated[str | None, Field(examples=["Nadia Okafor"])]
    invoice_id: UUID | None


class FinanceQueue(TypedDict):
    """A page of the queue, longest waiting first."""

    items: list[QueueItem]
    next_cursor: str | None
    total: int | None


class InvoiceHeap(TypedDict):
    """So many invoices, and what is still to be paid of them together."""

    invoices: int
    balance: Annotated[str, Field(examples=["1250.00"])]


class FinanceFigures(TypedDict):
    """How the books stand today; `overdue` is part of `open`."""

    currency: Annotated[str, Field(examples=["EUR"])]
    drafts: InvoiceHeap
    open: InvoiceHeap
    overdue: InvoiceHeap


@routes.get(
    "/finance/figures", response_model=FinanceFigures, summary="Read how the books stand today"
)
def get_finance_figures(work: CurrentWork) -> Any:
    """Drafts to finish, what is owed and what of it is late, as far as the caller may see."""
    stands = standing(work.session, work.moment.today)
    return {
        "currency": work.currency,
        "drafts": _heap(stands.drafts, work.currency),
        "open": _heap(stands.open, work.currency),
        "overdue": _heap(stands.overdue, work.currency),
    }


@routes.get("/finance/queue", response_model=FinanceQueue, summary="Read finance's queue")
def get_finance_queue(work: CurrentWork, paging: QueuePaging) -> Any:
    """Leads sent to finance, and accepted quotes not fully invoiced, whatever their stage."""
    page = queue(work.session, work.viewer, paging)
    return {
        "items": [_item(row) for row in page.rows],
        "next_cursor": page.next_cursor,
        "total": page.total,
    }


@routes.get(
    "/invoices/export",
    summary="Export the books of a period",
    response_class=Response,
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
)
def export_invoices(
    work: CurrentWork,
    first: Annotated[
        MonthOrDay | None, Query(alias="from", description="Its first month or day.")
    ] = None,
    last: Annotated[
        MonthOrDay | None, Query(alias="to", description="Its last month or day.")
    ] = None,
    part: Annotated[
        Literal["documents", "payments"],
        Query(description="Documents by tax group, credit notes negative; or payments."),
    ] = "documents",
) -> Response:
    """One row per document and tax group as CSV, or one row per payment; sums are the figures."""
    books = Books(work.session, Period(_day(first, "from"), _day(last, "to")))
    text = (
        documents_as_csv(books.documents())
        if part == "documents"
        else payments_as_csv(books.payments())
    )
    return Response(
        text,
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{part}.csv"'},
    )


def _day(text: str | None, field: str) -> date | None:
    """The day that is meant; a month stands for its first day, or its last as the end."""
    if text is None:
        return None
    if len(text) == len("2026-11"):
        month = Month.parse(text, field)
        return month.first if field == "from" else month.last
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Invalid(field, "There is no such day.") from error


def _heap(heap: Heap, currency: str) -> InvoiceHeap:
    return {"invoices": heap.invoices, "balance": amount_text(heap.balance, currency)}


def _item(row: Any) -> QueueItem:
    return {
        "id": row.id,
        "kind": row.kind,
        "next_act": next_act(row),
        "customer": row.customer_name,
        "company_id": row.company_id,
        "value": amount_text(row.value, row.currency),
        "currency": row.currency,
        "since": row.since,
        "owner": {"id": row.owner_id, "name": row.owner_name},
        "lead_id": row.lead_id,
        "quote_id": row.quote_id,
        "quote_label": label_of(row.quote_number, row.quote_revision) if row.quote_id else None,
        "signed_by": row.signed_by,
        "invoice_id": row.draft_id or row.issued_id,
    }
