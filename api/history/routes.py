"""The audit log: who did what to which record, when, before and after."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from api.dependencies import Audit, Clock, Filters, Leads, paging, query, router
from api.history import schemas
from api.schema import Day
from domain.history import AuditRepository
from domain.repository import Paging

routes = router("Audit")

AuditPaging = Annotated[Paging, paging(AuditRepository.sorts, "-at")]


class AuditQuery(Filters):
    """The filters of the log; days are inclusive, in the workspace's zone."""

    actor: Annotated[UUID | None, Field(description="A user's id.")] = None
    action: Annotated[str | None, Field(max_length=64, examples=["quote.sent"])] = None
    entity: Annotated[str | None, Field(max_length=64, examples=["quote"])] = None
    entity_id: Annotated[UUID | None, Field(description="A record's id.")] = None
    lead: Annotated[UUID | None, Field(description="A lead's id: all that hangs on it.")] = None
    from_: Annotated[Day | None, Field(alias="from")] = None
    to: Day | None = None

    def wanted(self) -> dict[str, Any]:
        """The filters by the names of the log's columns."""
        return {
            "actor_id": self.actor,
            "action": self.action or None,
            "entity": self.entity or None,
            "entity_id": self.entity_id,
            "lead_id": self.lead,
            "from_day": self.from_,
            "to_day": self.to,
        }


@routes.get("/audit", response_model=schemas.AuditList, summary="Read the audit log")
def list_audit(
    audit: Audit,
    filters: Annotated[AuditQuery, query(AuditQuery)],
    paging: AuditPaging,
    leads: Leads,
    clock: Clock,
) -> Any:
    """Administrators read every entry, others those of records that they may see."""
    page = audit.page(paging, filters.wanted())
    titles = leads.titles({row.lead_id for row in page.rows if row.lead_id is not None})
    items = [schemas.entry(row, titles.get(row.lead_id), clock) for row in page.rows]
    return {"items": items, "next_cursor": page.next_cursor, "total": page.total}
