"""The customer's side of a quote: found by the link's token, shown without what is ours alone."""

from datetime import date, datetime
from typing import Annotated, Any

from fastapi import Depends
from pydantic import Field
from typing_extensions import TypedDict

from api import auth
from api.documents import schemas as shared
from api.documents.schemas import Group, Party
from api.quotes.desk import QuoteDesk
from api.quotes.schemas import QuoteStatus
from api.work import Work, later
from domain.documents import seller_of
from domain.errors import NotFound
from domain.leads import Lead
from domain.pipelines import Pipeline
from domain.quotes import Quote, token_hash
from domain.users import User, caller_by_session
from domain.workspace import WorkspaceRepository

REVOKED = ("withdrawn", "superseded")
"""What the customer is told of these is that they no longer hold, and nothing else."""


class PublicLine(TypedDict):
    """One line of the offer; prices are net."""

    description: str
    quantity: Annotated[str, Field(examples=["7.5"])]
    unit: str
    unit_price: Annotated[str, Field(examples=["120.00"])]
    discount_percent: str | None
    discount_amount: str | None
    tax_rate: Annotated[str, Field(examples=["19"])]
    net: Annotated[str, Field(examples=["810.00"])]


class PublicQuote(TypedDict):
    """An offer as its customer sees it; a withdrawn or superseded one is without lines and sums."""

    number: Annotated[str, Field(examples=["Q-2026-0001-R2"])]
    status: QuoteStatus
    seller: Party
    contact: str
    customer: str
    subject: str | None
    issued_on: date | None
    valid_until: date
    currency: Annotated[str, Field(examples=["EUR"])]
    lines: list[PublicLine]
    lines_total: str | None
    discount_total: str | None
    net_total: Annotated[str | None, Field(examples=["160.80"])]
    tax_total: str | None
    total: Annotated[str | None, Field(examples=["177.65"])]
    taxes: list[Group]
    notes: str | None
    terms: str | None
    accepted_at: datetime | None
    signed_by: str | None
    declined_at: datetime | None


class CustomerDesk:
    """One quote as somebody behind its link works on it; the token is the right to it."""

    def __init__(self, work: Work) -> None:
        workspace = WorkspaceRepository(work.session).the_one()
        work.act_as_customer(workspace.time_zone, workspace.currency)
        self.work, self.desk = work, QuoteDesk(work)

    def found(self, token: str) -> Quote:
        """The quote behind a link; an unknown token leads to nothing."""
        quote = self.desk.quotes.by_link(token_hash(token))
        if quote is None:
            raise NotFound("offer")
        return quote

    def claimed(self, token: str) -> tuple[Quote, Lead, Pipeline]:
        """The quote behind a link, with its lead, for an answer."""
        return self.desk.claimed(self.found(token).id)

    def seller_contact(self, quote: Quote) -> User:
        """Whom the customer talks to: the owner of the lead."""
        return self.desk.owner_of(self.desk.leads.get(quote.lead_id))

    @property
    def is_one_of_us(self) -> bool:
        """Whether a signed-in colleague looks at the page, which is no view by the customer."""
        cookie = auth.cookie_of(self.work.request)
        if cookie is None:
            return False
        caller = caller_by_session(self.work.session, auth.token_hash(cookie), self.work.now)
        return caller is not None

    @property
    def traces(self) -> dict[str, str | None]:
        """Where and with what the customer answered."""
        request = self.work.request
        browser = request.headers.get("user-agent", "")[:500]
        return {
            "at": self.work.now.isoformat(),
            "address": request.client.host if request.client else None,
            "browser": "".join(char for char in browser if char.isprintable()) or None,
        }

    def shown(self, quote: Quote) -> PublicQuote:
        """The offer as its customer sees it."""
        self.desk.session.flush()
        status: Any = quote.status(self.desk.moment.today)
        sums = shared.sums(quote)
        hidden = status in REVOKED
        return {
            "number": quote.label,
            "status": status,
            "seller": shared.party(seller_of(self.desk.workspace)),
            "contact": self.seller_contact(quote).name,
            "customer": quote.customer.name,
            "subject": None if hidden else quote.subject,
            "issued_on": quote.issued_on,
            "valid_until": quote.valid_until,
            "currency": quote.currency,
            "lines": [] if hidden else _lines(quote),
            "lines_total": None if hidden else sums["lines_total"],
            "discount_total": None if hidden else sums["discount_total"],
            "net_total": None if hidden else sums["net_total"],
            "tax_total": None if hidden else sums["tax_total"],
            "total": None if hidden else sums["total"],
            "taxes": [] if hidden else sums["taxes"],
            "notes": None if hidden else quote.notes,
            "terms": None if hidden else quote.terms,
            "accepted_at": quote.accepted_at,
            "signed_by": quote.signed_by,
            "declined_at": quote.declined_at,
        }


Customer = Annotated[CustomerDesk, Depends(later(CustomerDesk))]


def _lines(quote: Quote) -> list[PublicLine]:
    written = [shared.line(line, quote.currency) for line in quote.lines]
    return [
        {
            "description": line["description"],
            "quantity": line["quantity"],
            "unit": line["unit"],
            "unit_price": line["unit_price"],
            "discount_percent": line["discount_percent"],
            "discount_amount": line["discount_amount"],
            "tax_rate": line["tax_rate"],
            "net": line["net"],
        }
        for line in written
    ]
