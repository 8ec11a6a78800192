"""Quotes: numbered, expiring offers made from a lead."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from domain.calendar import Moment, add_working_days
from domain.documents import DocumentLine, Party, PricedDocument
from domain.entity import BOOKKEEPING, SECRET, AsJson, json_column
from domain.errors import Invalid
from domain.quotes.refusals import (
    AcceptanceStands,
    QuoteExpired,
    QuoteIncomplete,
    QuoteNotDraft,
    QuoteNotOpen,
)
from domain.users import Viewer

WARNING_DAYS = 3
"""So many working days before a quote expires its lead is due."""


class QuoteState(StrEnum):
    """Where a quote stands; `expired` is derived from `valid_until` and never stored."""

    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class QuoteLine(DocumentLine):
    """One line of an offer."""

    __tablename__ = "quote_lines"
    root_attribute = "quote"

    quote_id: Mapped[UUID] = mapped_column(
        ForeignKey("quotes.id", ondelete="CASCADE"), init=False, index=True
    )
    quote: Mapped["Quote"] = relationship(back_populates="lines", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A customer's yes: who gave it how, and what proves it; `is_ours` where staff recorded it."""

    name: str
    how: str
    signature: str | None = None
    is_ours: bool = False
    is_late: bool = False
    evidence: dict[str, Any]


class Quote(PricedDocument):
    """An offer that holds to the end of `valid_until` in the workspace's zone."""

    __tablename__ = "quotes"
    __table_args__ = (
        UniqueConstraint("number", "revision"),
        Index(
            "uq_quotes_current",
            "number",
            unique=True,
            postgresql_where=text("is_current"),
            sqlite_where=text("is_current"),
        ),
        Index(None, "created_at", "id"),
        Index(None, "valid_until", "id"),
        Index(None, "state", "valid_until"),
        Index(None, "accepted_on"),
    )
    noun: ClassVar[str] = "quote"

    lead_id: Mapped[UUID] = mapped_column(ForeignKey("leads.id"), index=True)
    number: Mapped[str]
    revision: Mapped[int] = mapped_column(default=1)
    is_current: Mapped[bool] = mapped_column(default=True, info=BOOKKEEPING)
    state: Mapped[QuoteState] = mapped_column(default=QuoteState.DRAFT)
    issued_on: Mapped[date | None] = mapped_column(default=None)
    valid_until: Mapped[date]
    subject: Mapped[str | None] = mapped_column(default=None)
    customer: Mapped[Party] = mapped_column(AsJson(Party.stored), default_factory=Party)
    notes: Mapped[str | None] = mapped_column(default=None)
    terms: Mapped[str | None] = mapped_column(default=None)
    created_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"), default=None)
    sent_at: Mapped[datetime | None] = mapped_column(default=None)
    sent_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"), default=None)
    sent_by_name: Mapped[str | None] = mapped_column(default=None)
    sent_to: Mapped[list[str]] = mapped_column(json_column(), default_factory=list)
    viewed_at: Mapped[datetime | None] = mapped_column(default=None)
    accepted_at: Mapped[datetime | None] = mapped_column(default=None)
    accepted_on: Mapped[date | None] = mapped_column(default=None, info=BOOKKEEPING)
    accepted_how: Mapped[str | None] = mapped_column(default=None)
    signed_by: Mapped[str | None] = mapped_column(default=None)
    signature: Mapped[str | None] = mapped_column(default=None, info=BOOKKEEPING)
    evidence: Mapped[dict[str, Any]] = mapped_column(json_column(), default_factory=dict)
    invoiced_at: Mapped[datetime | None] = mapped_column(default=None, info=BOOKKEEPING)
    declined_at: Mapped[datetime | None] = mapped_column(default=None)
    decline_reason: Mapped[str | None] = mapped_column(default=None)
    link_nonce: Mapped[str | None] = mapped_column(default=None, info=SECRET)
    link_hash: Mapped[str | None] = mapped_column(default=None, unique=True, info=SECRET)
    expiry_warned: Mapped[bool] = mapped_column(default=False, info=BOOKKEEPING)
    expiry_noted: Mapped[bool] = mapped_column(default=False, info=BOOKKEEPING)
    lines: Mapped[list[QuoteLine]] = relationship(
        back_populates="quote",
        order_by="QuoteLine.position",
        cascade="all, delete-orphan",
        default_factory=list,
        lazy="selectin",
    )

    @property
    def label(self) -> str:
        """The number as it is printed: `Q-2026-0001`, its second revision `Q-2026-0001-R2`."""
        return label_of(self.number, self.revision)

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed."""
        return self.state is QuoteState.DRAFT

    def status(self, today: date) -> str:
        """The state as everybody is told it: a sent quote is expired after its last day."""
        return status_of(self.state, self.valid_until, today)

    def is_expired(self, today: date) -> bool:
        """Whether it waited for an answer beyond its last day."""
        return self.status(today) == "expired"

    def is_to_be_warned_of(self, today: date) -> bool:
        """Whether it waits for an answer, is about to expire, and nobody was told so yet."""
        return self.status(today) == "sent" and not self.expiry_warned

    def demand_draft(self) -> None:
        """Refuse changes of what the customer has."""
        if not self.is_draft:
            raise QuoteNotDraft

    def demand_open(self) -> None:
        """Refuse what only a sent quote takes that nobody has answered."""
        if self.state is not QuoteState.SENT:
            raise QuoteNotOpen(_NOT_OPEN[self.state])

    def demand_resendable(self, today: date) -> None:
        """Refuse to mail again what is not out, was taken back, or no longer holds."""
        if self.state is not QuoteState.ACCEPTED:
            self.demand_open()
        if self.is_expired(today):
            raise QuoteExpired("This quote has expired. Extend it before you send it again.")

    def demand_complete(self, today: date) -> None:
        """Refuse to send an offer that offers nothing, to nobody, or for a day that has passed."""
        missing = []
        if not self.customer.name:
            missing.append("Name the customer.")
        if not self.lines:
            missing.append("Add at least one line.")
        if self.valid_until < today:
            missing.append("Choose a last day that is still to come.")
        if missing:
            raise QuoteIncomplete("This quote cannot be sent yet. " + " ".join(missing))

    def stamp(self, moment: Moment, by: Viewer, to: list[str]) -> None:
        """Leave the house: from now on the quote stays as it is, and says when it went to whom."""
        self.state, self.issued_on = QuoteState.SENT, moment.today
        self.sent_at, self.sent_to = moment.now, to
        self.sent_by_id, self.sent_by_name = by.user_id, by.name
        self.expect_expiry(moment.today)

    def expect_expiry(self, today: date) -> None:
        """Note its expiry when it comes, and warn before it unless it is that close already."""
        self.expiry_noted = False
        self.expiry_warned = add_working_days(self.valid_until, -WARNING_DAYS) <= today

    def extend(self, until: date, today: date) -> None:
        """Let an unanswered offer hold to a later day."""
        self.demand_open()
        if until <= self.valid_until or until < today:
            raise Invalid("valid_until", "Choose a day to come that is later than the present one.")
        before, self.valid_until = self.valid_until, until
        self.expect_expiry(today)
        self.happened("quote.extended", before=before, until=until)

    def withdraw(self, because: str = "") -> None:
        """Take an unanswered offer back."""
        self.demand_open()
        self.state = QuoteState.WITHDRAWN
        self.happened("quote.withdrawn", **({"because": because} if because else {}))

    def supersede(self) -> None:
        """Give way to a later revision; an offer that was answered keeps its answer."""
        self.is_current = False
        if self.state is QuoteState.SENT:
            self.state = QuoteState.SUPERSEDED
            self.happened("quote.superseded")

    def view(self, now: datetime) -> None:
        """Note that the customer has seen it; only the first time counts."""
        if self.viewed_at is None:
            self.viewed_at = now
            self.happened("quote.viewed")

    def accept(self, given: Acceptance, moment: Moment) -> None:
        """Take the customer's yes; after the last day only staff can, and says so."""
        self.demand_open()
        late = self.is_expired(moment.today)
        if late and not (given.is_ours and given.is_late):
            raise QuoteExpired(_TOO_LATE_FOR_US if given.is_ours else _TOO_LATE)
        self.state = QuoteState.ACCEPTED
        self.accepted_at, self.accepted_on = moment.now, moment.today
        self.signed_by, self.accepted_how = given.name, given.how
        self.signature, self.evidence = given.signature, given.evidence
        self.happened("quote.accepted", how=given.how, **({"late": True} if late else {}))

    def decline(self, reason: str | None, moment: Moment, *, is_ours: bool) -> None:
        """Take the customer's no."""
        self.demand_open()
        if self.is_expired(moment.today) and not is_ours:
            raise QuoteExpired(_TOO_LATE)
        self.state = QuoteState.DECLINED
        self.declined_at, self.decline_reason = moment.now, reason
        self.happened("quote.declined")

    def take_back_acceptance(self, reason: str) -> None:
        """Undo an acceptance that staff recorded, until an invoice is issued."""
        self.demand_acceptance_revocable()
        self.state = QuoteState.SENT
        self.accepted_at = self.accepted_on = self.accepted_how = None
        self.signed_by, self.signature, self.evidence = None, None, {}
        self.happened("quote.acceptance_withdrawn", reason=reason)

    def demand_acceptance_revocable(self) -> None:
        """Refuse to undo what the customer signed, or what an issued invoice bills."""
        if self.state is not QuoteState.ACCEPTED:
            raise QuoteNotOpen("This quote is not accepted.")
        if not self.evidence.get("recorded_by"):
            raise AcceptanceStands("The customer accepted this quote; that cannot be taken back.")
        if self.invoiced_at is not None:
            raise AcceptanceStands("This quote has been invoiced. Credit the invoice instead.")


def label_of(number: str, revision: int) -> str:
    """A number as it is printed, with its revision from the second on."""
    return number if revision == 1 else f"{number}-R{revision}"


def status_of(state: QuoteState, valid_until: date, today: date) -> str:
    """A state as everybody is told it: a sent quote is expired after its last day."""
    if state is QuoteState.SENT and valid_until < today:
        return "expired"
    return state.value


_TOO_LATE = "This offer has expired. Ask for it to be renewed."
_TOO_LATE_FOR_US = (
    "This quote has expired. Extend or revise it, or send `late: true` to record that the "
    "acceptance is taken although it came late."
)
_NOT_OPEN = {
    QuoteState.DRAFT: "This quote is a draft. Send it first.",
    QuoteState.SENT: "",
    QuoteState.ACCEPTED: "This quote is accepted already.",
    QuoteState.DECLINED: "This quote was declined. Revise it to make another offer.",
    QuoteState.WITHDRAWN: "This quote was withdrawn. Revise it to make another offer.",
    QuoteState.SUPERSEDED: "A later revision has taken this quote's place.",
}
