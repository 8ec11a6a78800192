"""Drafting a quote from a lead, changing the draft, and drafting again from what was sent."""

from datetime import date, timedelta
from typing import Any

from domain.calendar import Moment
from domain.documents import Party, price
from domain.errors import Invalid
from domain.leads import Lead
from domain.quotes.model import Quote, QuoteLine, QuoteState
from domain.quotes.refusals import QuoteAccepted, QuoteNotOpen, QuoteSuperseded
from domain.users import Viewer
from domain.workspace import Workspace

_OFFER = (
    "currency",
    "discount_percent",
    "discount_amount",
    "subject",
    "customer",
    "notes",
    "terms",
)
_LINE = (
    "position",
    "product_id",
    "description",
    "quantity",
    "unit",
    "unit_price",
    "discount_percent",
    "discount_amount",
    "tax_rate",
    "tax_category",
    "tax_reason",
)


def draft_quote(
    lead: Lead, workspace: Workspace, customer: Party, number: str, moment: Moment, by: Viewer
) -> Quote:
    """A draft with the workspace's terms and usual validity; its number is drawn already."""
    return Quote(
        lead_id=lead.id,
        number=number,
        currency=workspace.currency,
        valid_until=usual_last_day(workspace, moment),
        customer=customer,
        terms=workspace.quote_terms,
        created_by_id=by.user_id,
        created_at=moment.now,
    )


def usual_last_day(workspace: Workspace, moment: Moment) -> date:
    """The last day of an offer that is made today."""
    return moment.today + timedelta(days=workspace.quote_valid_days)


def change_draft(quote: Quote, wanted: dict[str, Any], today: date) -> None:
    """Change a draft's fields; a percentage takes the place of an amount, and an amount of it."""
    quote.demand_draft()
    if "valid_until" in wanted and (wanted["valid_until"] is None or wanted["valid_until"] < today):
        raise Invalid("valid_until", "Choose a last day that is still to come.")
    for one, other in (
        ("discount_percent", "discount_amount"),
        ("discount_amount", "discount_percent"),
    ):
        if wanted.get(one) is not None and other not in wanted:
            setattr(quote, other, None)
    for name, value in wanted.items():
        setattr(quote, name, value)


def demand_revisable(quote: Quote) -> None:
    """Refuse to replace what is not out yet, was accepted, or has been replaced before."""
    if quote.is_draft:
        raise QuoteNotOpen("This quote is a draft. Change it instead.")
    if quote.state is QuoteState.ACCEPTED:
        raise QuoteAccepted("This quote is accepted. Make another quote for what comes on top.")
    if not quote.is_current:
        raise QuoteSuperseded("A later revision has taken this quote's place. Revise that one.")


def revision_of(
    quote: Quote, revision: int, workspace: Workspace, moment: Moment, by: Viewer
) -> Quote:
    """A new draft under the same number; it takes the place of the present one when it is sent."""
    demand_revisable(quote)
    draft = Quote(
        lead_id=quote.lead_id,
        number=quote.number,
        revision=revision,
        is_current=False,
        valid_until=max(quote.valid_until, usual_last_day(workspace, moment)),
        created_by_id=by.user_id,
        created_at=moment.now,
        **{name: getattr(quote, name) for name in _OFFER},
    )
    draft.lines.extend(
        QuoteLine(**{name: getattr(line, name) for name in _LINE}) for line in quote.lines
    )
    price(draft, draft.lines)
    draft.happened("quote.revised", replaces=quote.label)
    return draft
