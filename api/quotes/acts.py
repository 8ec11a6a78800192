"""What is done to a quote: send, resend, revise, extend and withdraw."""

from datetime import date
from typing import Any
from uuid import UUID

from api.dependencies import CurrentWork, router
from api.errors import problems
from api.quotes import questions, schemas
from api.quotes.desk import Desk, QuoteDesk
from api.quotes.mail import Envelope
from api.schema import RecordId
from api.work import reads_first, respond
from domain.entity import new_id
from domain.errors import Invalid
from domain.quotes import (
    QuoteAccepted,
    QuoteExpired,
    QuoteIncomplete,
    QuoteNotOpen,
    QuoteSuperseded,
    Sending,
    revision_of,
    send,
    take_place,
)

routes = router("Quotes")


@routes.get(
    "/quotes/{id}/sending",
    response_model=schemas.PlannedSending,
    summary="Read how a quote would be sent",
)
def get_quote_sending(id: RecordId, desk: Desk) -> Any:
    """Recipients, words, attachment and follow-up as they are where nothing else is asked for."""
    quote, lead = desk.looked_at(id)
    return desk.planned_sending(quote, lead)


@routes.post(
    "/quotes/{id}/send",
    response_model=schemas.Quote,
    summary="Send a quote",
    responses=problems(QuoteIncomplete, QuoteAccepted),
)
@reads_first
def send_quote(id: RecordId, sending: questions.QuoteSending, work: CurrentWork) -> Any:
    """Send a draft: PDF, mail, lead and follow-up in one act; a second call sends nothing."""
    _check_recipients(sending)
    _draw_first(QuoteDesk(work), id)
    work.start_writing()
    desk = QuoteDesk(work)
    quote, lead, pipeline = desk.claimed(id)
    if not quote.is_draft:
        return desk.answer(quote)
    quote.demand_complete(desk.moment.today)
    take_place(quote, desk.quotes)
    document = desk.frozen(quote, lead)
    send(quote, lead, pipeline, desk.acts, _wanted(sending), document, desk.settings.signing_key)
    if sending.via == "email":
        desk.post_offer(quote, lead, _envelope(sending), document, cause=f"quote:{quote.id}")
    return desk.answer(quote)


@routes.post(
    "/quotes/{id}/resend",
    response_model=schemas.Quote,
    summary="Send a quote's PDF again",
    responses=problems(QuoteNotOpen, QuoteExpired),
)
def resend_quote(id: RecordId, resending: questions.QuoteResending, desk: Desk) -> Any:
    """Mail the same bytes once more; neither quote nor lead moves."""
    quote, lead, _ = desk.claimed(id)
    quote.demand_resendable(desk.moment.today)
    document = desk.document_of(quote)
    envelope = _envelope(resending)
    desk.post_offer(quote, lead, envelope, document, cause=f"quote:{quote.id}:again:{new_id()}")
    quote.happened("quote.resent", number=quote.label, to=resending.to, sha256=document.sha256)
    return desk.answer(quote)


@routes.post(
    "/quotes/{id}/revise",
    status_code=201,
    response_model=schemas.Quote,
    summary="Revise a quote",
    responses={
        200: {"model": schemas.Quote, "description": "The revision that is being written."},
        **problems(QuoteNotOpen, QuoteAccepted, QuoteSuperseded),
    },
)
def revise_quote(id: RecordId, desk: Desk) -> Any:
    """Draft the next revision under the same number; the present one stands until it is sent."""
    quote, _, _ = desk.claimed(id)
    present = desk.quotes.revision_in_draft(quote.number)
    if present is not None and not quote.is_draft:
        return respond(desk.answer(present), 200)
    revision = desk.quotes.last_revision(quote.number) + 1
    draft = revision_of(quote, revision, desk.workspace, desk.moment, desk.viewer)
    return desk.answer(desk.quotes.keep(draft))


@routes.post(
    "/quotes/{id}/extend",
    response_model=schemas.Quote,
    summary="Extend a quote",
    responses=problems(QuoteNotOpen),
)
@reads_first
def extend_quote(id: RecordId, extension: questions.QuoteExtension, work: CurrentWork) -> Any:
    """Let an offer hold longer: a new PDF under the same revision, and both are kept."""
    _draw_first(QuoteDesk(work), id, extension.valid_until)
    work.start_writing()
    desk = QuoteDesk(work)
    quote, lead, _ = desk.claimed(id)
    quote.extend(extension.valid_until, desk.moment.today)
    quote.document_id = desk.frozen(quote, lead).id
    return desk.answer(quote)


@routes.post(
    "/quotes/{id}/withdraw",
    response_model=schemas.Quote,
    summary="Withdraw a quote",
    responses=problems(QuoteNotOpen),
)
def withdraw_quote(id: RecordId, desk: Desk) -> Any:
    """Take an unanswered offer back; its link then says so."""
    quote, _, _ = desk.claimed(id)
    quote.withdraw()
    return desk.answer(quote)


def _draw_first(desk: QuoteDesk, id: UUID, valid_until: date | None = None) -> None:
    """Draw what will be frozen while nobody waits for it."""
    quote, lead = desk.looked_at(id)
    if quote.is_draft:
        quote.demand_complete(desk.moment.today)
    if quote.is_draft or valid_until is not None:
        desk.draw(quote, desk.issue_of(quote, lead, valid_until))


def _check_recipients(sending: questions.QuoteSending) -> None:
    if sending.via == "email" and not sending.to:
        raise Invalid("to", "Name one to ten recipients.")


def _wanted(sending: questions.QuoteSending) -> Sending:
    return Sending(
        to=tuple(dict.fromkeys(sending.to)),
        update_value=sending.update_value,
        next_follow_up_on=sending.next_follow_up_on,
        is_elsewhere=sending.via == "elsewhere",
    )


def _envelope(sending: questions.QuoteSending | questions.QuoteResending) -> Envelope:
    to = tuple(dict.fromkeys(sending.to))
    cc = tuple(address for address in dict.fromkeys(sending.cc) if address not in to)
    return Envelope(to=to, cc=cc, subject=sending.subject, message=sending.message)
