"""Leads.

One possible sale each, always in exactly one stage, with an owner and a next follow-up while open.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, func, literal_column
from sqlalchemy.orm import Mapped, mapped_column

from domain.calendar import Moment, add_working_days
from domain.entity import BOOKKEEPING, Amount, Entity, Root, UtcInstant, json_column
from domain.errors import Invalid, RuleViolation
from domain.pipelines import Outcome, Pipeline, Stage
from domain.search import folded

EXPECTED_CLOSE_DAYS = 30


class Visibility(StrEnum):
    """Who may know of a lead.

    Everybody, or its owner, those it is shared with and administrators.
    """

    PUBLIC = "public"
    PRIVATE = "private"


class LostReason(StrEnum):
    """Why a lead was lost; `not_a_lead` (double, spam, test) is left out of close rates."""

    PRICE = "price"
    COMPETITOR = "competitor"
    NO_BUDGET = "no_budget"
    NO_DECISION = "no_decision"
    TIMING = "timing"
    NO_FIT = "no_fit"
    NOT_A_LEAD = "not_a_lead"


class LeadClosed(RuleViolation):
    """A closed lead has no next follow-up until it is reopened."""


class ExternalIdTaken(RuleViolation):
    """Another lead carries this external id."""


class Lead(Root):
    """One possible sale, from first contact to paid invoice; `value` is net, in `currency`."""

    __tablename__ = "leads"
    noun: ClassVar[str] = "lead"

    title: Mapped[str]
    contact_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("contacts.id"), default=None, index=True
    )
    company_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("companies.id"), default=None, index=True
    )
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    pipeline_id: Mapped[UUID] = mapped_column(ForeignKey("pipelines.id"))
    stage_id: Mapped[UUID] = mapped_column(ForeignKey("stages.id"))
    outcome: Mapped[Outcome] = mapped_column(default=Outcome.OPEN, info=BOOKKEEPING)
    source: Mapped[str | None] = mapped_column(default=None)
    source_key: Mapped[str] = mapped_column(init=False, default="", info=BOOKKEEPING)
    value: Mapped[Amount] = mapped_column(default=Decimal(0))
    currency: Mapped[str]
    expected_close_on: Mapped[date | None] = mapped_column(default=None)
    next_follow_up_on: Mapped[date | None] = mapped_column(default=None)
    last_contacted_at: Mapped[datetime | None] = mapped_column(default=None, info=BOOKKEEPING)
    last_contacted_on: Mapped[date | None] = mapped_column(default=None, info=BOOKKEEPING)
    attempts: Mapped[int] = mapped_column(default=0, info=BOOKKEEPING)
    visibility: Mapped[Visibility] = mapped_column(default=Visibility.PUBLIC)
    shared_with: Mapped[list[str]] = mapped_column(json_column(), default_factory=list)
    tags: Mapped[list[str]] = mapped_column(json_column(), default_factory=list)
    external_id: Mapped[str | None] = mapped_column(default=None, unique=True)
    created_at: Mapped[datetime]
    created_on: Mapped[date] = mapped_column(info=BOOKKEEPING)
    stage_entered_at: Mapped[datetime] = mapped_column(info=BOOKKEEPING)
    stage_entered_on: Mapped[date] = mapped_column(info=BOOKKEEPING)
    closed_at: Mapped[datetime | None] = mapped_column(default=None)
    closed_on: Mapped[date | None] = mapped_column(default=None, info=BOOKKEEPING)
    lost_reason: Mapped[LostReason | None] = mapped_column(default=None)
    lost_note: Mapped[str | None] = mapped_column(default=None)
    archived_at: Mapped[datetime | None] = mapped_column(default=None)
    billing_opened_at: Mapped[datetime | None] = mapped_column(default=None, info=BOOKKEEPING)

    def __post_init__(self) -> None:
        self.name_source(self.source)

    @property
    def is_open(self) -> bool:
        """Whether the lead can still be won."""
        return self.outcome is Outcome.OPEN

    @property
    def is_private(self) -> bool:
        """Whether only some people may know of it."""
        return self.visibility is Visibility.PRIVATE

    def name_source(self, source: str | None) -> None:
        """Say where the lead came from; sources are compared without case."""
        self.source = " ".join(source.split()) or None if source else None
        self.source_key = folded(self.source) if self.source else ""

    def follow_up(self, on: date) -> None:
        """Agree the next follow-up of an open lead."""
        if not self.is_open:
            raise LeadClosed("This lead is closed. Reopen it to plan a follow-up.")
        self.next_follow_up_on = on

    def plan_follow_up(self, stage: Stage, moment: Moment) -> None:
        """Set the next follow-up to the stage's usual number of working days from today."""
        self.next_follow_up_on = add_working_days(moment.today, stage.follow_up_days)

    def enter(self, stage: Stage, pipeline: Pipeline, moment: Moment, at: datetime) -> None:
        """Stand in a stage from an instant on, with the dates and outcome that belong to it."""
        before, was_open = self.outcome, self.is_open
        self.stage_id, self.pipeline_id, self.outcome = stage.id, pipeline.id, stage.outcome
        self.stage_entered_at, self.stage_entered_on = at, moment.day_of(at)
        if stage.is_open:
            self._reopen(stage, pipeline, moment, was_open)
        elif stage.outcome is not before:
            self._close(at, moment)
        if stage.outcome is not Outcome.LOST:
            self.lost_reason = self.lost_note = None
        if stage.key == "sent_to_finance":
            self.open_billing(moment.now)

    def open_billing(self, now: datetime) -> None:
        """Let finance see the billing side of a private deal from now on."""
        if self.billing_opened_at is None:
            self.billing_opened_at = now

    def tag(self, tags: Iterable[str]) -> None:
        """Replace the tags; the first spelling of each stays."""
        kept: dict[str, str] = {}
        for tag in tags:
            clean = " ".join(tag.split())
            if clean:
                kept.setdefault(folded(clean), clean)
        self.tags = list(kept.values())

    def archive(self, now: datetime) -> None:
        """Take the lead out of the lists; nothing of it is lost."""
        if self.archived_at is None:
            self.archived_at = now
            self.happened("lead.archived")

    def restore(self) -> None:
        """Bring an archived lead back."""
        if self.archived_at is not None:
            self.archived_at = None
            self.happened("lead.restored")

    def contacted(self, at: datetime, moment: Moment, *, reached: bool, outgoing: bool) -> None:
        """Count an outgoing contact as an attempt.

        And remember the last one that reached somebody.
        """
        if outgoing:
            self.attempts += 1
        if reached and (self.last_contacted_at is None or at > self.last_contacted_at):
            self.last_contacted_at, self.last_contacted_on = at, moment.day_of(at)

    def _reopen(self, stage: Stage, pipeline: Pipeline, moment: Moment, was_open: bool) -> None:
        self.closed_at = self.closed_on = None
        if not was_open or self.next_follow_up_on is None:
            self.plan_follow_up(stage, moment)
        if pipeline.is_from_proposal_on(stage) and self.expected_close_on is None:
            self.expected_close_on = moment.today + timedelta(days=EXPECTED_CLOSE_DAYS)

    def _close(self, at: datetime, moment: Moment) -> None:
        self.closed_at, self.closed_on = at, moment.day_of(at)
        self.next_follow_up_on = None


class StageChange(Entity):
    """One move of a lead, as it was when it happened; reports on the past read nothing else.

    `stayed` is in seconds; `value`, `currency`, `owner_id`, `source` and `lost_reason` are those at
    the move; `month` is the first day of its month. A move `closes` where it wins or loses a lead
    that was not so before; between two won stages nothing is won again.
    """

    __tablename__ = "stage_changes"
    __table_args__ = (
        Index(None, "lead_id", "at", "id"),
        Index(None, "month", "closes"),
    )

    lead_id: Mapped[UUID] = mapped_column(ForeignKey("leads.id"))
    from_stage_id: Mapped[UUID | None] = mapped_column(ForeignKey("stages.id"))
    to_stage_id: Mapped[UUID] = mapped_column(ForeignKey("stages.id"))
    to_outcome: Mapped[Outcome]
    at: Mapped[datetime]
    on_day: Mapped[date]
    month: Mapped[date]
    closes: Mapped[bool]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    by_name: Mapped[str]
    stayed: Mapped[int | None]
    value: Mapped[Amount]
    currency: Mapped[str]
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    source: Mapped[str | None]
    source_key: Mapped[str]
    lost_reason: Mapped[LostReason | None]


class LeadTag(Entity):
    """A tag of a lead in the form in which it is looked up."""

    __tablename__ = "lead_tags"
    __table_args__ = (Index(None, "tag", "lead_id"),)

    lead_id: Mapped[UUID] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), index=True)
    tag: Mapped[str]


class LeadShare(Entity):
    """Somebody besides the owner who may see a private lead."""

    __tablename__ = "lead_shares"
    __table_args__ = (Index(None, "user_id", "lead_id", unique=True),)

    lead_id: Mapped[UUID] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))


def earliest_first(column: Any) -> Any:
    """A date or instant in ascending order, empty ones last."""
    return func.coalesce(column, literal_column(f"'9999-12-31{_midnight(column)}'"))


def latest_first(column: Any) -> Any:
    """A date or instant in descending order, empty ones last."""
    return func.coalesce(column, literal_column(f"'0001-01-01{_midnight(column)}'"))


def _midnight(column: Any) -> str:
    return " 00:00:00.000000" if isinstance(column.type, UtcInstant) else ""


def require_lost_reason(reason: LostReason | None) -> None:
    """Losing by hand takes a reason."""
    if reason is None:
        known = ", ".join(LostReason)
        raise Invalid("lost_reason", f"Say why the lead was lost, one of: {known}.")


for _name in ("created_at", "value", "title", "stage_entered_at"):
    Index(None, getattr(Lead.__table__.c, _name), Lead.__table__.c.id)
    Index(None, Lead.__table__.c.stage_id, getattr(Lead.__table__.c, _name), Lead.__table__.c.id)
for _name in ("next_follow_up_on", "expected_close_on", "last_contacted_at"):
    _column = getattr(Lead.__table__.c, _name)
    Index(f"ix_leads_{_name}_asc", earliest_first(_column), Lead.__table__.c.id)
    Index(f"ix_leads_{_name}_desc", latest_first(_column), Lead.__table__.c.id)
for _name in ("owner_id", "source_key", "closed_on", "created_on", "expected_close_on"):
    Index(None, getattr(Lead.__table__.c, _name), Lead.__table__.c.created_at, Lead.__table__.c.id)
