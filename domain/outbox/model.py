"""The outbox: mails written in the transaction of their cause and delivered by the worker."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from domain.entity import BOOKKEEPING, SECRET, Root, json_column
from domain.errors import RuleViolation
from domain.users import Right, Viewer

LEASE = timedelta(minutes=5)
"""How long a worker may take over one delivery before another one tries."""
DELAYS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=6),
    timedelta(hours=12),
    timedelta(hours=24),
)
"""The waits after each try that failed; a mail that fails after the last wait is given up."""
LONGEST_ERROR = 500


class Delivery(StrEnum):
    """How far a mail came: kept as a file, waiting, taken by the mail server, or given up."""

    KEPT = "kept"
    QUEUED = "queued"
    HANDED_OVER = "handed_over"
    FAILED = "failed"


class MailNotFailed(RuleViolation):
    """Only a mail that failed can be tried again."""


class Mail(Root):
    """One mail to be delivered at least once under a stable Message-ID; one per cause and kind.

    `attachments` name stored documents as `{"document_id": …, "name": …}`.
    """

    __tablename__ = "mails"
    __table_args__ = (
        UniqueConstraint("cause", "kind"),
        Index(None, "status", "next_try_at"),
        Index(None, "created_at", "id"),
    )
    noun: ClassVar[str] = "mail"

    cause: Mapped[str]
    kind: Mapped[str]
    lead_id: Mapped[UUID | None] = mapped_column(default=None, index=True)
    quote_id: Mapped[UUID | None] = mapped_column(default=None)
    invoice_id: Mapped[UUID | None] = mapped_column(default=None)
    recipients: Mapped[list[str]] = mapped_column(json_column())
    cc: Mapped[list[str]] = mapped_column(json_column(), default_factory=list)
    sender_name: Mapped[str]
    reply_to: Mapped[str | None] = mapped_column(default=None)
    subject: Mapped[str]
    text: Mapped[str] = mapped_column(info=SECRET)
    html: Mapped[str | None] = mapped_column(default=None, info=SECRET)
    attachments: Mapped[list[dict[str, Any]]] = mapped_column(json_column(), default_factory=list)
    created_at: Mapped[datetime]
    status: Mapped[Delivery] = mapped_column(default=Delivery.QUEUED)
    tries: Mapped[int] = mapped_column(default=0, info=BOOKKEEPING)
    next_try_at: Mapped[datetime | None] = mapped_column(default=None, info=BOOKKEEPING)
    leased_until: Mapped[datetime | None] = mapped_column(default=None, info=BOOKKEEPING)
    last_error: Mapped[str | None] = mapped_column(default=None, info=BOOKKEEPING)
    delivered_at: Mapped[datetime | None] = mapped_column(default=None)

    def __post_init__(self) -> None:
        if self.next_try_at is None and self.status is Delivery.QUEUED:
            self.next_try_at = self.created_at

    @property
    def is_automatic(self) -> bool:
        """Whether no person stands behind it whom one could answer."""
        return self.reply_to is None

    @property
    def is_about_a_deal(self) -> bool:
        """Whether it belongs to a lead or a document, and not to the administration of users."""
        return bool(self.lead_id or self.quote_id or self.invoice_id)

    @property
    def was_tried_too_often(self) -> bool:
        """Whether all tries are used up, the last by a worker that ended in the middle of it."""
        return self.tries > len(DELAYS) + 1

    def may_be_read_by(self, viewer: Viewer) -> bool:
        """Whether a viewer may read its text, which can hold a customer's link or an invitation."""
        if not self.is_about_a_deal:
            return viewer.may(Right.ADMINISTER)
        return viewer.may(Right.CONTRIBUTE) or viewer.may(Right.BILL)

    def demand_retry(self, viewer: Viewer) -> None:
        """Refuse another try to those who could not have sent the mail."""
        if not self.is_about_a_deal:
            viewer.demand(Right.ADMINISTER)
        elif self.invoice_id is None or not viewer.may(Right.BILL):
            viewer.demand(Right.CONTRIBUTE)

    def lease(self, now: datetime) -> None:
        """Begin a try; until the lease ends no other worker begins one."""
        self.tries += 1
        self.leased_until = now + LEASE

    def delivered(self, now: datetime, status: Delivery, refused: str | None = None) -> None:
        """Note that it was handed over or kept; `refused` says who of several does not get it."""
        self.status, self.delivered_at = status, now
        self.next_try_at = self.leased_until = None
        self.last_error = refused[:LONGEST_ERROR] if refused else None
        self.happened(f"mail.{status.value}", to=self.recipients)

    def not_delivered(self, error: str, now: datetime, *, for_good: bool) -> bool:
        """Note a try that failed: wait longer each time; True where the mail is given up."""
        self.leased_until = None
        self.last_error = error[:LONGEST_ERROR]
        gives_up = for_good or self.tries > len(DELAYS)
        if gives_up:
            self.status, self.next_try_at = Delivery.FAILED, None
            self.happened("mail.failed", to=self.recipients, error=self.last_error)
        else:
            self.next_try_at = now + DELAYS[max(0, self.tries - 1)]
        return gives_up

    def retry(self, now: datetime) -> None:
        """Put a failed mail back into the queue."""
        if self.status is not Delivery.FAILED:
            raise MailNotFailed("Only a mail that failed can be tried again.")
        self.status, self.tries, self.next_try_at, self.last_error = Delivery.QUEUED, 0, now, None
        self.happened("mail.retried")
