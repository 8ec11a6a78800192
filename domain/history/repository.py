"""Reading the audit log."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from domain.history.model import AuditEntry
from domain.repository import Page, Paging, Sort, every_column, keyset_page


class AuditRepository:
    """The entries that the viewer may see, newest first."""

    sorts: Mapping[str, Sort] = {
        "-at": Sort(AuditEntry.at, descending=True),
        "at": Sort(AuditEntry.at),
    }

    def __init__(self, session: Session) -> None:
        self.session = session

    def page(self, paging: Paging, filters: Mapping[str, Any]) -> Page:
        """Entries by actor, action, entity, record and local day (`from_day`, `to_day`.

        Inclusive).
        """
        return keyset_page(
            self.session,
            self._filtered(filters),
            AuditEntry.id,
            self.sorts[paging.sort],
            paging,
            ("audit", filters),
        )

    def _filtered(self, filters: Mapping[str, Any]) -> Select[Any]:
        statement = select(*every_column(AuditEntry))
        for name in ("actor_id", "action", "entity", "entity_id", "lead_id"):
            if filters.get(name) is not None:
                statement = statement.where(getattr(AuditEntry, name) == filters[name])
        if filters.get("from_day") is not None:
            statement = statement.where(AuditEntry.on_day >= filters["from_day"])
        if filters.get("to_day") is not None:
            statement = statement.where(AuditEntry.on_day <= filters["to_day"])
        return statement
