"""Finding mails."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from domain.outbox.model import Mail
from domain.repository import Page, Paging, Repository, Sort, every_column


class MailRepository(Repository[Mail]):
    """The mails that the viewer may see, newest first."""

    entity = Mail
    sorts = {"-created_at": Sort(Mail.created_at, descending=True)}

    def listed(self, filters: Mapping[str, Any], paging: Paging) -> Page:
        """Mails by status, lead, quote or invoice."""
        statement = select(*every_column(Mail))
        for name in ("status", "lead_id", "quote_id", "invoice_id"):
            if filters.get(name) is not None:
                statement = statement.where(getattr(Mail, name) == filters[name])
        return self.page(statement, paging, filters)

    def sent_for(self, cause: str, kind: str) -> Mail | None:
        """The mail of a cause and kind, where there is one."""
        return self.session.scalars(
            select(Mail).where(Mail.cause == cause, Mail.kind == kind)
        ).one_or_none()
