"""The audit log: who did what to which record, when, before and after."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query

from api.dependencies import Audit, Clock, paging, router
from api.history import schemas
from api.schema import Day
from domain.history import AuditRepository
from domain.repository import Paging

routes = router("Audit")

AuditPaging = Annotated[Paging, paging(AuditRepository.sorts, "-at")]


async def audit_filters(
    actor: Annotated[UUID | None, Query(description="A user's id.")] = None,
    action: Annotated[str | None, Query(max_length=64, examples=["quote.sent"])] = None,
    entity: Annotated[str | None, Query(max_length=64, examples=["quote"])] = None,
    entity_id: Annotated[UUID | None, Query(description="A record's id.")] = None,
    lead: Annotated[UUID | None, Query(description="A lead's id: all that hangs on it.")] = None,
    from_: Annotated[Day | None, Query(alias="from")] = None,
    to: Annotated[Day | None, Query()] = None,
) -> dict[str, Any]:
    """The filters of the log; days are inclusive, in the workspace's zone."""
    return {
        "actor_id": actor,
        "action": action or None,
        "entity": entity or None,
        "entity_id": entity_id,
        "lead_id": lead,
        "from_day": from_,
        "to_day": to,
    }


@routes.get("/audit", response_model=schemas.AuditList, summary="Read the audit log")
def list_audit(
    audit: Audit,
    filters: Annotated[dict[str, Any], Depends(audit_filters)],
    paging: AuditPaging,
    clock: Clock,
) -> Any:
    """Administrators read every entry, others those of records that they may see."""
    page = audit.page(paging, filters)
    items = [schemas.entry(row, clock) for row in page.rows]
    return {"items": items, "next_cursor": page.next_cursor, "total": page.total}
