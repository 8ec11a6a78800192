"""Acts on leads: sharing, and one change for many."""

from collections.abc import Iterator
from typing import Any

from fastapi.responses import Response, StreamingResponse

from api.dependencies import Acts, CurrentWork, Leads, Pipelines, Users, router
from api.errors import problems
from api.leads import schemas
from api.leads.csv import rows_as_csv
from api.leads.drafts import Drafts
from api.leads.routes import LeadFilters
from api.schema import RecordId
from domain.errors import Invalid, NotFound
from domain.leads import LeadChanges, LeadRepository, demand_writing

routes = router("Leads")


@routes.put("/leads/{id}/shares", response_model=schemas.Lead, summary="Share a lead")
def share_lead(id: RecordId, shares: schemas.Shares, leads: Leads, acts: Acts, users: Users) -> Any:
    """Replace the people who may see a private lead besides its owner."""
    lead = leads.claim(id)
    demand_writing(lead, acts.viewer)
    for position, user_id in enumerate(shares.user_ids):
        try:
            users.get(user_id)
        except NotFound as error:
            raise Invalid(f"user_ids.{position}", error.detail) from error
    acts.share(lead, shares.user_ids)
    return schemas.lead(leads.row(id), acts.moment, acts.viewer)


@routes.post(
    "/leads/bulk",
    response_model=schemas.LeadBulkResult,
    summary="Change many leads",
    responses=problems(NotFound),
)
def bulk_change_leads(
    bulk: schemas.LeadBulk, leads: Leads, acts: Acts, pipelines: Pipelines, drafts: Drafts
) -> Any:
    """One change for up to 1,000 leads: all of them, or none."""
    changes = LeadChanges(drafts.changes(bulk.change))
    archived = bulk.change.archived
    found = leads.claim_all(bulk.ids)
    for lead in found:
        changes.demand_right(lead, acts)
        changes.apply(lead, pipelines.get(lead.pipeline_id), acts)
        if archived is not None:
            demand_writing(lead, acts.viewer)
            lead.archive(acts.moment.now) if archived else lead.restore()
    return {"changed": len(found)}


@routes.get(
    "/leads/export",
    summary="Export leads",
    response_class=Response,
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
)
def export_leads(filters: LeadFilters, work: CurrentWork) -> Response:
    """The leads of a filter as CSV, oldest first, in the columns that the import reads."""
    wanted, viewer, moment, database = filters.given(), work.viewer, work.moment, work.database

    def pieces() -> Iterator[str]:
        with database.reading(viewer, moment) as session:
            yield from rows_as_csv(LeadRepository(session).rows(wanted, moment))

    return StreamingResponse(pieces(), media_type="text/csv; charset=utf-8")
