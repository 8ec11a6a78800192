"""Finding mails: the list, the mail of a cause, and the one that is due next."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_, select

from domain.outbox.model import Delivery, Mail
from domain.repository import Page, Paging, Repository, Sort

_LISTED = (
    Mail.id,
    Mail.kind,
    Mail.status,
    Mail.lead_id,
    Mail.quote_id,
    Mail.invoice_id,
    Mail.recipients,
    Mail.cc,
    Mail.sender_name,
    Mail.reply_to,
    Mail.subject,
    Mail.attachments,
    Mail.created_at,
    Mail.delivered_at,
    Mail.tries,
    Mail.next_try_at,
    Mail.last_error,
    Mail.version,
)


class MailRepository(Repository[Mail]):
    """The mails that the viewer may see, newest first."""

    entity = Mail
    sorts = {
        "-created_at": Sort(Mail.created_at, descending=True),
        "created_at": Sort(Mail.created_at),
    }

    def listed(self, filters: Mapping[str, Any], paging: Paging) -> Page:
        """Mails by status, lead, quote or invoice, without their texts."""
        statement = select(*_LISTED)
        for name in ("status", "lead_id", "quote_id", "invoice_id"):
            if filters.get(name) is not None:
                statement = statement.where(getattr(Mail, name) == filters[name])
        return self.page(statement, paging, filters)

    def sent_for(self, cause: str, kind: str) -> Mail | None:
        """The mail of a cause and kind, where there is one."""
        return self.session.scalars(
            select(Mail).where(Mail.cause == cause, Mail.kind == kind)
        ).one_or_none()

    def any_due(self, now: datetime) -> bool:
        """Whether a mail waits for a try; costs one look at an index."""
        return self.session.scalar(_due(select(Mail.id), now)) is not None

    def lease_due(self, now: datetime) -> Mail | None:
        """Begin a try of the mail that waited longest, passing over what other workers hold."""
        statement = _due(select(Mail), now).with_for_update(skip_locked=True, of=Mail)
        mail = self.session.scalars(statement).one_or_none()
        if mail is not None:
            mail.lease(now)
        return mail


def _due(statement: Select[Any], now: datetime) -> Select[Any]:
    return (
        statement.where(
            Mail.status == Delivery.QUEUED,
            Mail.next_try_at <= now,
            or_(Mail.leased_until.is_(None), Mail.leased_until <= now),
        )
        .order_by(Mail.next_try_at, Mail.id)
        .limit(1)
    )
