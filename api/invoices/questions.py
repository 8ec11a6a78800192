"""What callers say of invoices, payments and credit notes."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, model_validator

from api.documents.schemas import LineDraft, Lines, PartyDraft
from api.schema import (
    AmountText,
    Currency,
    Day,
    Email,
    OptionalLine,
    OptionalProse,
    PercentText,
    Prose,
    QuantityText,
    Question,
    ShortLine,
    SignedAmountText,
)
from domain.invoices import USUAL_METHOD

MOST_DAYS = 365
Recipients = Annotated[
    list[Email],
    Field(min_length=1, max_length=10, examples=[["accounts@northwind.example"]]),
]
Copies = Annotated[list[Email], Field(max_length=10)]


class InvoiceFields(Question):
    """What may be said of an invoice while it is a draft."""

    company_id: UUID | None = None
    contact_id: UUID | None = None
    customer: PartyDraft | None = None
    discount_percent: PercentText | None = None
    discount_amount: AmountText | None = None
    prepaid: AmountText | None = None
    rounding: SignedAmountText | None = None
    payment_days: Annotated[int | None, Field(ge=0, le=MOST_DAYS)] = None
    due_on: Day | None = None
    supplied_on: Day | None = None
    supply_from: Day | None = None
    supply_to: Day | None = None
    purchase_order: OptionalLine = None
    buyer_reference: OptionalLine = None
    payment_terms: OptionalProse = None
    notes: OptionalProse = None


class InvoiceDraft(InvoiceFields):
    """An invoice without a quote: the customer comes from lead, company or contact, or is named."""

    lead_id: UUID | None = None
    currency: Currency | None = None
    lines: Lines = Field(default_factory=list[LineDraft])


class InvoiceChange(InvoiceFields):
    """What changes in a draft; `lines` are replaced whole, a line's `id` keeps it."""

    lines: Lines | None = None


class IssueTerms(Question):
    """The days to print: by default today, and as many days later as the customer has to pay."""

    issued_on: Day | None = None
    due_on: Day | None = None


class InvoiceSending(Question):
    """To whom an invoice goes; without `to` it is the customer's address for bills."""

    to: Recipients | None = None
    cc: Copies = Field(default_factory=list)
    subject: OptionalLine = None
    message: OptionalProse = None
    via: Literal["email", "elsewhere"] = "email"


class InvoiceResending(Question):
    """To whom the same PDF goes once more."""

    to: Recipients
    cc: Copies = Field(default_factory=list)
    subject: OptionalLine = None
    message: OptionalProse = None


class PaymentDraft(Question):
    """Money received; without an amount it is the whole balance. `refund` gives money back."""

    amount: AmountText | None = None
    received_on: Day | None = None
    method: Annotated[ShortLine, Field(examples=["bank_transfer"])] = USUAL_METHOD
    reference: OptionalLine = None
    surplus: Annotated[
        Literal["credit"] | None,
        Field(description="Keep what is more than the balance as the customer's credit."),
    ] = None
    refund: Annotated[
        bool, Field(description="Money given back: at most what the negative balance owes.")
    ] = False

    @model_validator(mode="after")
    def _gives_or_keeps(self) -> "PaymentDraft":
        if self.refund and self.surplus:
            raise ValueError("A refund has no surplus.")
        return self


class PaymentReversal(Question):
    """Why and when a payment turned out not to be one."""

    on: Day | None = None
    reason: Annotated[Prose, Field(min_length=1, max_length=500, examples=["Returned by the bank"])]


class CreditedLineDraft(Question):
    """What to take back of a line: a quantity, an amount before tax, or all that is left of it."""

    invoice_line_id: UUID
    quantity: QuantityText | None = None
    net: SignedAmountText | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "CreditedLineDraft":
        if self.quantity is not None and self.net is not None:
            raise ValueError("Give a quantity or a net amount, not both.")
        return self


class CreditNoteDraft(Question):
    """Why an invoice is taken back, and which lines; without lines it is all that is left."""

    reason: Annotated[Prose, Field(min_length=1, max_length=500, examples=["Two were returned"])]
    lines: Annotated[list[CreditedLineDraft] | None, Field(min_length=1, max_length=500)] = None
