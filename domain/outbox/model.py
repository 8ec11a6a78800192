"""The outbox: mails written in the same transaction as their cause, delivered later by the worker."""

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from domain.entity import BOOKKEEPING, SECRET, Root, json_column
from domain.errors import RuleViolation


class Delivery(StrEnum):
    """How far a mail came: kept in the data folder, waiting, taken by the mail server, or given up."""

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
    last_error: Mapped[str | None] = mapped_column(default=None)
    delivered_at: Mapped[datetime | None] = mapped_column(default=None)

    def retry(self, now: datetime) -> None:
        """Put a failed mail back into the queue."""
        if self.status is not Delivery.FAILED:
            raise MailNotFailed("Only a mail that failed can be tried again.")
        self.status, self.tries, self.next_try_at, self.last_error = Delivery.QUEUED, 0, now, None
        self.happened("mail.retried")
