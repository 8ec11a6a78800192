"""A customer's answer as staff record it, and taken back where it was recorded wrongly."""

from typing import Any

from api.dependencies import router
from api.errors import problems
from api.quotes import questions, schemas
from api.quotes.desk import Desk, QuoteDesk
from api.schema import RecordId
from domain.leads import demand_writing
from domain.quotes import (
    Acceptance,
    AcceptanceStands,
    Quote,
    QuoteExpired,
    QuoteNotOpen,
    accept,
    decline,
    withdraw_acceptance,
)
from domain.users import Right

routes = router("Quotes")


@routes.post(
    "/quotes/{id}/accept",
    response_model=schemas.Quote,
    summary="Record an acceptance",
    responses=problems(QuoteNotOpen, QuoteExpired),
)
def accept_quote(id: RecordId, acceptance: questions.RecordedAcceptance, desk: Desk) -> Any:
    """Record that the customer accepted elsewhere, and win the lead; a late one says `late`."""
    quote, lead, pipeline = desk.claimed(id)
    demand_writing(lead, desk.viewer)
    besides = desk.quotes.accepted_net(lead.id, quote.id)
    quote.demand_open()
    accept(quote, lead, pipeline, desk.acts, _recorded(quote, acceptance, desk), besides)
    news = desk.news.accepted(
        quote, desk.told_of_acceptance(lead), is_private=desk.is_hidden_from_finance(lead)
    )
    desk.post(news)
    return desk.answer(quote)


@routes.post(
    "/quotes/{id}/withdraw-acceptance",
    response_model=schemas.Quote,
    summary="Withdraw a recorded acceptance",
    responses=problems(QuoteNotOpen, AcceptanceStands),
)
def withdraw_quote_acceptance(
    id: RecordId, withdrawn: questions.WithdrawnAcceptance, desk: Desk
) -> Any:
    """Undo an acceptance that staff recorded, until an invoice is issued; for managers."""
    desk.viewer.demand(Right.WITHDRAW_ACCEPTANCE)
    quote, lead, pipeline = desk.claimed(id)
    besides = desk.quotes.accepted_net(lead.id, quote.id)
    withdraw_acceptance(quote, lead, pipeline, desk.acts, withdrawn.reason, besides)
    return desk.answer(quote)


@routes.post(
    "/quotes/{id}/decline",
    response_model=schemas.Quote,
    summary="Record a refusal",
    responses=problems(QuoteNotOpen),
)
def decline_quote(id: RecordId, refusal: questions.Decline, desk: Desk) -> Any:
    """Record that the customer declined; the lead keeps its stage and is followed up today."""
    quote, lead, _ = desk.claimed(id)
    decline(quote, lead, desk.acts, refusal.reason, is_ours=True)
    return desk.answer(quote)


def _recorded(
    quote: Quote, acceptance: questions.RecordedAcceptance, desk: QuoteDesk
) -> Acceptance:
    """An acceptance with who recorded it, and which bytes the customer had."""
    return Acceptance(
        name=acceptance.name,
        how=acceptance.how,
        is_ours=True,
        is_late=acceptance.late,
        evidence={
            "at": desk.moment.now.isoformat(),
            "sha256": desk.document_of(quote).sha256,
            "recorded_by": desk.viewer.name,
            "late": quote.is_expired(desk.moment.today),
        },
    )
