"""Quotes: list, draft from a lead, read, change, remove, add up, and print."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query
from fastapi.responses import Response

from api.dependencies import Clock, Companies, Contacts, Numbering, check_version, paging, router
from api.documents.lines import Drafted
from api.documents.parties import changed_party
from api.errors import problems
from api.quotes import pdf, questions, schemas, signature
from api.quotes.desk import Desk
from api.schema import Day, IfMatch, RecordId, Search
from api.work import reads_first
from domain.documents import buyer_of, discount, price, write_lines
from domain.documents.arithmetic import totals
from domain.errors import Invalid, NotFound
from domain.quotes import (
    Quote,
    QuoteLine,
    QuoteNotDraft,
    QuoteRepository,
    change_draft,
    draft_quote,
)
from domain.repository import Paging

routes = router("Quotes")

QuotePaging = Annotated[Paging, paging(QuoteRepository.sorts, "-created_at")]
PDF: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
}
PNG: dict[int | str, dict[str, Any]] = {
    200: {"content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}}
}


async def quote_filters(
    q: Search = None,
    status: Annotated[schemas.QuoteStatus | None, Query()] = None,
    lead: Annotated[UUID | None, Query(description="A lead's id.")] = None,
    owner: Annotated[UUID | None, Query(description="The id of the leads' owner.")] = None,
    number: Annotated[
        str | None, Query(max_length=64, description="A number, with all its revisions.")
    ] = None,
    valid_from: Annotated[Day | None, Query()] = None,
    valid_to: Annotated[Day | None, Query()] = None,
    issued_from: Annotated[Day | None, Query()] = None,
    issued_to: Annotated[Day | None, Query()] = None,
    accepted_from: Annotated[Day | None, Query()] = None,
    accepted_to: Annotated[Day | None, Query()] = None,
) -> dict[str, Any]:
    """The filters of the list; days are inclusive, in the workspace's zone."""
    return {name: value for name, value in locals().items() if value not in (None, "")}


QuoteFilters = Annotated[dict[str, Any], Depends(quote_filters)]


@routes.get("/quotes", response_model=schemas.QuoteList, summary="List quotes")
def list_quotes(desk: Desk, filters: QuoteFilters, paging: QuotePaging, clock: Clock) -> Any:
    """Quotes that the caller may see, without their lines; `expired` is a status like any other."""
    page = desk.quotes.listed(filters, paging, clock.today)
    return {
        "items": [schemas.listed(row, clock.today) for row in page.rows],
        "next_cursor": page.next_cursor,
        "total": page.total,
    }


@routes.post(
    "/leads/{id}/quotes",
    status_code=201,
    response_model=schemas.Quote,
    summary="Draft a quote from a lead",
)
def create_quote(
    id: RecordId,
    draft: questions.QuoteDraft,
    desk: Desk,
    drafted: Drafted,
    contacts: Contacts,
    companies: Companies,
    numbers: Numbering,
) -> Any:
    """Draft an offer; customer, terms and last day come from the lead and the workspace."""
    lead, _ = desk.claimed_lead(id)
    contact = contacts.get(lead.contact_id) if lead.contact_id else None
    company = companies.get(lead.company_id) if lead.company_id else None
    wanted = drafted.wanted(draft.lines)
    customer = buyer_of(company, contact)
    number = numbers.draw("quote", desk.workspace.quote_number_format, desk.moment.today)
    quote = draft_quote(lead, desk.workspace, customer, number, desk.moment, desk.viewer)
    write_lines(quote.lines, wanted, QuoteLine)
    _change(quote, draft, desk)
    quote.happened("quote.created", number=quote.label)
    return desk.answer(desk.quotes.keep(quote))


@routes.post("/quotes/totals", response_model=schemas.OfferTotals, summary="Add up an offer")
@reads_first
def total_quote(terms: questions.OfferTerms, desk: Desk, drafted: Drafted) -> Any:
    """What lines and discounts come to; nothing is stored, and lines need no description yet."""
    currency = desk.workspace.currency
    _check_currency(terms.currency, currency)
    off = discount(terms.discount_percent, terms.discount_amount)
    return schemas.offer_totals(totals(drafted.priced(terms.lines), off, currency))


@routes.get("/quotes/{id}", response_model=schemas.Quote, summary="Read a quote")
def get_quote(id: RecordId, desk: Desk) -> Any:
    """One quote with its lines; earlier revisions stay readable."""
    return desk.answer(desk.quotes.get(id))


@routes.patch(
    "/quotes/{id}",
    response_model=schemas.Quote,
    summary="Change a draft",
    responses=problems(QuoteNotDraft),
)
def update_quote(
    id: RecordId,
    change: questions.QuoteChange,
    desk: Desk,
    drafted: Drafted,
    if_match: IfMatch = None,
) -> Any:
    """Change a draft; `lines` replace the present ones, and a line whose `id` is sent is kept."""
    quote, _, _ = desk.claimed(id)
    check_version(quote, if_match, required=True)
    quote.demand_draft()
    if change.lines is not None:
        write_lines(quote.lines, drafted.wanted(change.lines, quote.lines), QuoteLine)
    _change(quote, change, desk)
    desk.session.flush()
    desk.quotes.index(quote)
    return desk.answer(quote)


@routes.delete(
    "/quotes/{id}",
    status_code=204,
    summary="Remove a draft",
    responses=problems(QuoteNotDraft),
)
def delete_quote(id: RecordId, desk: Desk, if_match: IfMatch = None) -> None:
    """Remove a draft; what was sent is withdrawn instead, since the customer has it."""
    quote, _, _ = desk.claimed(id)
    check_version(quote, if_match, required=True)
    quote.demand_draft()
    desk.session.delete(quote)


@routes.get(
    "/quotes/{id}/pdf", summary="Read a quote's PDF", response_class=Response, responses=PDF
)
def get_quote_pdf(
    id: RecordId,
    desk: Desk,
    document: Annotated[
        UUID | None, Query(description="An earlier PDF of the same quote, by its id.")
    ] = None,
) -> Response:
    """The bytes that were sent; a draft is drawn as it stands, and marked as one."""
    quote = desk.quotes.get(id)
    if quote.document_id is None:
        issue = desk.issue_of(quote, desk.leads.get(quote.lead_id))
        content = pdf.preview(quote, desk.workspace, issue)
        return pdf.response(content, quote.label)
    stored = desk.documents.get(document or quote.document_id)
    if stored.source_id != quote.id:
        raise NotFound("document")
    return pdf.response(stored.content, quote.label)


@routes.get(
    "/quotes/{id}/signature",
    summary="Read a drawn signature",
    response_class=Response,
    responses=PNG,
)
def get_quote_signature(id: RecordId, desk: Desk) -> Response:
    """What the customer drew to accept; there is none where they typed their name."""
    drawn = signature.drawing(desk.quotes.get(id).signature)
    if drawn is None:
        raise NotFound("signature")
    return Response(drawn, media_type="image/png")


def _change(quote: Quote, fields: questions.OfferFields, desk: Desk) -> None:
    """Take over what was sent, and work out what the quote comes to."""
    _check_currency(fields.currency, quote.currency)
    wanted = fields.given("lines", "currency", "customer")
    if "customer" in fields.model_fields_set:
        wanted["customer"] = changed_party(quote.customer, fields.customer)
    change_draft(quote, wanted, desk.moment.today)
    price(quote, quote.lines)


def _check_currency(given: str | None, currency: str) -> None:
    if given is not None and given != currency:
        raise Invalid("currency", f"This workspace works in {currency}; leave the currency out.")
