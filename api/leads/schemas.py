"""Leads as they travel."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, model_validator
from typing_extensions import TypedDict

from api.addresses import AddressDraft
from api.lead_shape import FollowUp as FollowUp
from api.lead_shape import Lead as Lead
from api.lead_shape import LeadList as LeadList
from api.lead_shape import lead as lead
from api.lead_shape import lead_list as lead_list
from api.schema import (
    AmountText,
    Currency,
    Day,
    Instant,
    Line,
    OptionalEmail,
    OptionalLine,
    OptionalProse,
    Question,
)
from domain.leads import LostReason, OpenOffers, Visibility


class LeadContactDraft(Question):
    """The person to sell to: found by e-mail among what you may see, or made."""

    name: OptionalLine = None
    email: OptionalEmail = None
    phone: OptionalLine = None

    @model_validator(mode="after")
    def _has_a_name(self) -> "LeadContactDraft":
        if not (self.name or self.email):
            raise ValueError("Give the contact a name or an e-mail address.")
        return self


class LeadCompanyDraft(Question):
    """The organisation to sell to: found by name among what you may see, or made."""

    name: Line
    legal_name: OptionalLine = None
    address: AddressDraft | None = None
    vat_id: OptionalLine = None
    tax_number: OptionalLine = None
    billing_email: OptionalEmail = None
    payment_days: Annotated[int | None, Field(ge=0, le=365)] = None


Tags = Annotated[list[Annotated[Line, Field(max_length=64)]], Field(max_length=50)]


class LeadFields(Question):
    """What may be said of a lead when it is made and when it is changed."""

    contact: LeadContactDraft | None = None
    contact_id: UUID | None = None
    company: LeadCompanyDraft | None = None
    company_id: UUID | None = None
    owner_id: UUID | None = None
    stage: Annotated[str | None, Field(max_length=64, examples=["qualified"])] = None
    source: OptionalLine = None
    value: AmountText | None = None
    currency: Currency | None = None
    expected_close_on: Day | None = None
    next_follow_up_on: Day | None = None
    visibility: Visibility | None = None
    tags: Tags | None = None
    external_id: OptionalLine = None
    lost_reason: LostReason | None = None
    lost_note: OptionalProse = None

    @model_validator(mode="after")
    def _one_way_to_name_the_customer(self) -> "LeadFields":
        if self.contact and self.contact_id:
            raise ValueError("Send contact or contact_id, not both.")
        if self.company and self.company_id:
            raise ValueError("Send company or company_id, not both.")
        return self


class LeadDraft(LeadFields):
    """A new lead: by default the caller's, in the first stage, with the stage's usual follow-up."""

    title: OptionalLine = None
    note: OptionalProse = None
    created_at: Instant | None = None
    closed_at: Instant | None = None


class LeadChange(LeadFields):
    """What changes; a field that is not sent stays, null empties it where it may be empty.

    Winning a lead that has an open quote is refused until `open_quotes` says what becomes of it.
    """

    title: Line | None = None
    open_quotes: OpenOffers | None = None


class BulkChange(Question):
    """One change for many leads."""

    owner_id: UUID | None = None
    stage: Annotated[str | None, Field(max_length=64)] = None
    next_follow_up_on: Day | None = None
    expected_close_on: Day | None = None
    source: OptionalLine = None
    visibility: Visibility | None = None
    tags: Tags | None = None
    lost_reason: LostReason | None = None
    lost_note: OptionalProse = None
    open_quotes: OpenOffers | None = None
    archived: bool | None = None


class LeadBulk(Question):
    """Which leads to change, and how: all or nothing."""

    ids: Annotated[list[UUID], Field(min_length=1, max_length=1000)]
    change: BulkChange


class Shares(Question):
    """The people who may see a private lead besides its owner."""

    user_ids: Annotated[list[UUID], Field(max_length=200)]


class StageSum(TypedDict):
    """The leads of a filter in one stage, worth `value` together."""

    stage: str
    leads: int
    value: Annotated[str, Field(examples=["12500.00"])]


class LeadsByStage(TypedDict):
    """The leads of a filter by stage, in the pipeline's order, and all together."""

    items: list[StageSum]
    leads: int
    value: Annotated[str, Field(examples=["86250.00"])]
    currency: str


class Source(TypedDict):
    """Where leads came from, and how many."""

    source: Annotated[str, Field(examples=["Trade fair"])]
    leads: int


class SourceList(TypedDict):
    """The sources in use."""

    items: list[Source]


class LeadBulkResult(TypedDict):
    """How many leads were changed."""

    changed: int
