"""The customer's link over HTTP: look at the offer, answer it, ask about it."""

from typing import Annotated, Any

from fastapi import Path
from fastapi.responses import Response
from pydantic import Field

from api.dependencies import CurrentWork, open_router
from api.errors import problems
from api.quotes import pdf, signature
from api.quotes.customer import REVOKED, Customer, CustomerDesk, PublicQuote
from api.quotes.questions import Decline
from api.quotes.routes import PDF
from api.schema import Line, Prose, Question
from api.work import reads_first
from domain.quotes import (
    Acceptance,
    Quote,
    QuoteExpired,
    QuoteNotOpen,
    QuoteState,
    accept,
    ask,
    decline,
)

routes = open_router("Customer's link")

Token = Annotated[
    str,
    Path(
        min_length=1,
        max_length=200,
        description="The last segment of a quote's `public_url`.",
        examples=["3F1b2QmZ0uW8kq4rY7xPz1sT5vN6cJ9d"],
    ),
]


class SignedAcceptance(Question):
    """Who accepts, signed by typed text or a drawing (`data:image/png;base64,…`, up to 200 KB)."""

    name: Annotated[Line, Field(max_length=200, examples=["Nadia Okafor"])]
    signature: Annotated[
        str,
        Field(min_length=1, max_length=signature.MOST_CHARACTERS, examples=["Nadia Okafor"]),
    ]


class CustomerQuestion(Question):
    """What the customer wants to know."""

    text: Annotated[Prose, Field(min_length=1, examples=["Can you deliver in January?"])]


@routes.get("/public/quotes/{token}", response_model=PublicQuote, summary="Read an offer")
def get_public_quote(token: Token, customer: Customer) -> Any:
    """The offer behind a link; looking at it changes nothing."""
    return customer.shown(customer.found(token))


@routes.get(
    "/public/quotes/{token}/pdf",
    summary="Read an offer's PDF",
    response_class=Response,
    responses={**PDF, **problems(QuoteNotOpen)},
)
def get_public_quote_pdf(token: Token, customer: Customer) -> Response:
    """The very bytes that were sent."""
    quote = customer.found(token)
    _demand_shown(quote, customer)
    stored = customer.desk.document_of(quote)
    return pdf.response(stored.content, quote.label)


@routes.post("/public/quotes/{token}/view", status_code=204, summary="Count a view of an offer")
def view_public_quote(token: Token, customer: Customer) -> None:
    """The page reports that it ran in a browser; only a customer's first view counts."""
    quote, _, _ = customer.claimed(token)
    if not customer.is_one_of_us:
        quote.view(customer.desk.moment.now)


@routes.post(
    "/public/quotes/{token}/accept",
    response_model=PublicQuote,
    summary="Accept an offer",
    responses=problems(QuoteNotOpen, QuoteExpired),
)
@reads_first
def accept_public_quote(token: Token, acceptance: SignedAcceptance, work: CurrentWork) -> Any:
    """Accept by name and signature; a second call answers with the offer as it is."""
    CustomerDesk(work).found(token)
    signed = signature.checked(acceptance.signature)
    work.start_writing()
    customer = CustomerDesk(work)
    quote, lead, pipeline = customer.claimed(token)
    if quote.state is not QuoteState.ACCEPTED:
        _demand_open(quote)
        desk = customer.desk
        besides = desk.quotes.accepted_net(lead.id, quote.id)
        given = _given(quote, acceptance.name, signed, customer)
        accept(quote, lead, pipeline, desk.acts, given, besides)
        hidden = desk.is_hidden_from_finance(lead)
        desk.post(desk.news.accepted(quote, desk.told_of_acceptance(lead), is_private=hidden))
    return customer.shown(quote)


@routes.post(
    "/public/quotes/{token}/decline",
    response_model=PublicQuote,
    summary="Decline an offer",
    responses=problems(QuoteNotOpen, QuoteExpired),
)
def decline_public_quote(token: Token, refusal: Decline, customer: Customer) -> Any:
    """Decline, with a reason if there is one to give; a second call answers as it is."""
    quote, lead, _ = customer.claimed(token)
    if quote.state is not QuoteState.DECLINED:
        _demand_open(quote)
        desk = customer.desk
        decline(quote, lead, desk.acts, refusal.reason, is_ours=False)
        desk.post(desk.news.declined(quote, desk.told_of(lead)))
    return customer.shown(quote)


@routes.post(
    "/public/quotes/{token}/question",
    status_code=204,
    summary="Ask about an offer",
    responses=problems(QuoteNotOpen),
)
def ask_about_public_quote(token: Token, question: CustomerQuestion, customer: Customer) -> None:
    """Ask the seller, also to renew an expired offer; it reaches the lead's owner by mail."""
    quote, lead, pipeline = customer.claimed(token)
    _demand_shown(quote, customer)
    desk = customer.desk
    asked = ask(quote, lead, pipeline, desk.acts, question.text)
    cause = f"activity:{asked.id}"
    desk.post(desk.news.asked(quote, desk.told_of(lead), question.text, cause))


_TOLD = {
    QuoteState.ACCEPTED: "This offer is accepted already.",
    QuoteState.DECLINED: "This offer was declined. If something changed, reply to our mail, and we "
    "gladly make another one.",
    QuoteState.WITHDRAWN: "This offer was withdrawn. If you have a question about it, reply to our "
    "mail.",
    QuoteState.SUPERSEDED: "A newer version of this offer has taken its place. Please use the link "
    "in our latest mail.",
}


def _demand_open(quote: Quote) -> None:
    """Refuse in words for a customer what only an offer without an answer takes."""
    if quote.state in _TOLD:
        raise QuoteNotOpen(_TOLD[quote.state])


def _demand_shown(quote: Quote, customer: CustomerDesk) -> None:
    """Refuse what a withdrawn or superseded offer no longer gives, saying which it is."""
    if quote.status(customer.desk.moment.today) in REVOKED:
        _demand_open(quote)


def _given(quote: Quote, name: str, signed: str, customer: CustomerDesk) -> Acceptance:
    drawn = signature.is_drawn(signed)
    return Acceptance(
        name=name,
        how=f"online, with a {'drawn' if drawn else 'typed'} signature",
        signature=signed,
        evidence={**customer.traces, "sha256": customer.desk.document_of(quote).sha256},
    )
