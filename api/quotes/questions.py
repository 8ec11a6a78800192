"""What callers ask of quotes: drafts, changes, sendings and recorded answers."""

from typing import Annotated, Literal

from pydantic import Field

from api.documents.schemas import LineDraft, Lines, PartyDraft
from api.schema import (
    AmountText,
    Currency,
    Day,
    Email,
    Line,
    OptionalLine,
    OptionalProse,
    PercentText,
    Prose,
    Question,
)


class OfferFields(Question):
    """What may be said of an offer when it is made and when the draft is changed."""

    currency: Currency | None = None
    valid_until: Day | None = None
    subject: OptionalLine = None
    customer: PartyDraft | None = None
    discount_percent: PercentText | None = None
    discount_amount: AmountText | None = None
    notes: OptionalProse = None
    terms: OptionalProse = None


class QuoteDraft(OfferFields):
    """A new quote: customer, terms and last day come from the lead and the workspace."""

    lines: Lines = Field(default_factory=list[LineDraft])


class QuoteChange(OfferFields):
    """What changes in a draft; `lines` are replaced whole, a line's `id` keeps it."""

    lines: Lines | None = None


class OfferTerms(Question):
    """Lines and discounts to add up."""

    currency: Currency | None = None
    lines: Lines
    discount_percent: PercentText | None = None
    discount_amount: AmountText | None = None


Recipients = Annotated[list[Email], Field(max_length=10)]


class QuoteSending(Question):
    """To whom and how a quote goes out; `elsewhere` means that you hand the PDF over yourself."""

    to: Annotated[Recipients, Field(examples=[["nadia@northwind.example"]])] = Field(
        default_factory=list
    )
    cc: Recipients = Field(default_factory=list)
    subject: OptionalLine = None
    message: OptionalProse = None
    via: Literal["email", "elsewhere"] = "email"
    update_value: bool = True
    next_follow_up_on: Day | None = None


class QuoteResending(Question):
    """To whom the same PDF goes once more."""

    to: Annotated[
        list[Email], Field(min_length=1, max_length=10, examples=[["nadia@northwind.example"]])
    ]
    cc: Recipients = Field(default_factory=list)
    subject: OptionalLine = None
    message: OptionalProse = None


class QuoteExtension(Question):
    """The later day to whose end the offer holds."""

    valid_until: Day


class RecordedAcceptance(Question):
    """An acceptance made elsewhere: who accepted, and how; `late` takes one after the last day."""

    name: Annotated[Line, Field(examples=["Nadia Okafor"])]
    how: Annotated[Line, Field(examples=["Signed on paper, filed in the customer's folder"])]
    late: bool = False


class WithdrawnAcceptance(Question):
    """Why an acceptance that was recorded is taken back."""

    reason: Annotated[Prose, Field(min_length=1, examples=["Recorded on the wrong quote"])]


class Decline(Question):
    """Why the customer declined."""

    reason: OptionalProse = None
