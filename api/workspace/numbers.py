"""The numbers that documents get next, also by formats that are only being tried."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import select
from typing_extensions import TypedDict

from api.dependencies import Clock, Filters, Numbering, Workspaces, needs, query, router
from domain.errors import FieldProblem, Invalid
from domain.invoices import CreditNote, Invoice
from domain.numbering import Numbers, check_format, restarts_each_year
from domain.quotes import Quote
from domain.users import Right

routes = router("Workspace")

AdminOnly = Annotated[None, needs(Right.ADMINISTER)]
Format = Annotated[str | None, Field(max_length=64, examples=["INV-{year}-{n:0004}"])]
SERIES: dict[str, type[Quote | Invoice | CreditNote]] = {
    "quote": Quote,
    "invoice": Invoice,
    "credit_note": CreditNote,
}


class NextNumber(TypedDict):
    """The number that a series gives next.

    `begun` says that it gave numbers before, `taken` that a document has this very number, so that
    the format cannot be used.
    """

    number: Annotated[str, Field(examples=["INV-2026-0007"])]
    restarts_each_year: bool
    begun: Annotated[bool, Field(examples=[True])]
    taken: Annotated[bool, Field(examples=[False])]


class NextNumbers(TypedDict):
    """The next number of each series."""

    quote: NextNumber
    invoice: NextNumber
    credit_note: NextNumber


class FormatQuery(Filters):
    """Formats to try instead of the workspace's own."""

    quote_number_format: Format = None
    invoice_number_format: Format = None
    credit_note_number_format: Format = None


@routes.get("/workspace/next-numbers", response_model=NextNumbers, summary="Show the next numbers")
def get_next_numbers(
    _: AdminOnly,
    workspaces: Workspaces,
    numbers: Numbering,
    tried: Annotated[FormatQuery, query(FormatQuery)],
    clock: Clock,
) -> Any:
    """What a quote, an invoice and a credit note of today would be numbered; nothing is drawn."""
    workspace = workspaces.the_one()
    found = {}
    for series in SERIES:
        field = f"{series}_number_format"
        format = getattr(tried, field) or getattr(workspace, field)
        check_format(format, field)
        found[series] = _next(numbers, series, format, clock.today)
    return found


def refuse_taken(numbers: Numbers, given: Mapping[str, Any], today: date) -> None:
    """Refuse formats whose next number a document has already: nothing could be numbered then."""
    problems = []
    for series in SERIES:
        field = f"{series}_number_format"
        ahead = _next(numbers, series, given[field], today) if field in given else None
        if ahead is not None and ahead["taken"]:
            message = f"A document has the next number, {ahead['number']}, already."
            problems.append(FieldProblem(field, message))
    if problems:
        raise Invalid(problems=tuple(problems))


def _next(numbers: Numbers, series: str, format: str, today: date) -> NextNumber:
    ahead, kind = numbers.ahead(series, format, today), SERIES[series]
    holder = numbers.session.scalars(select(kind.id).where(kind.number == ahead.text).limit(1))
    return {
        "number": ahead.text,
        "restarts_each_year": restarts_each_year(format),
        "begun": ahead.has_begun,
        "taken": holder.first() is not None,
    }
