"""Leads: list, open, read, change, archive and restore."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from api.dependencies import (
    Acts,
    Caller,
    Clock,
    Filters,
    Leads,
    Pipelines,
    check_version,
    paging,
    query,
    router,
)
from api.errors import problems
from api.leads import schemas
from api.leads.drafts import Drafts
from api.schema import AmountText, Day, IfMatch, RecordId, Search
from domain.leads import (
    ExternalIdTaken,
    LeadChanges,
    LeadClosed,
    LeadRepository,
    Visibility,
    open_lead,
)
from domain.pipelines import Outcome
from domain.quotes import OpenQuote
from domain.repository import Paging
from domain.users import Right

routes = router("Leads")

LeadPaging = Annotated[Paging, paging(LeadRepository.sorts, "-created_at")]


class LeadQuery(Filters):
    """The filters of the list and the export; days are inclusive, in the workspace's zone."""

    q: Search = None
    stage: Annotated[str | None, Field(max_length=64, description="A stage's key.")] = None
    owner: Annotated[UUID | None, Field(description="A user's id.")] = None
    source: Annotated[str | None, Field(max_length=255)] = None
    tag: Annotated[str | None, Field(max_length=64)] = None
    follow_up: schemas.FollowUp | None = None
    visibility: Visibility | None = None
    archived: Annotated[bool, Field(description="Archived ones instead of the others.")] = False
    created_from: Day | None = None
    created_to: Day | None = None
    closed_from: Day | None = None
    closed_to: Day | None = None
    expected_close_from: Day | None = None
    expected_close_to: Day | None = None
    undated: Annotated[bool, Field(description="Only those without an expected close.")] = False
    value_min: AmountText | None = None
    value_max: AmountText | None = None
    pipeline: UUID | None = None
    outcome: Outcome | None = None
    contact: Annotated[UUID | None, Field(description="A contact's id.")] = None
    company: Annotated[UUID | None, Field(description="A company's id.")] = None
    external_id: Annotated[str | None, Field(max_length=255)] = None


LeadFilters = Annotated[LeadQuery, query(LeadQuery)]


@routes.get("/leads", response_model=schemas.LeadList, summary="List leads")
def list_leads(
    leads: Leads, filters: LeadFilters, paging: LeadPaging, clock: Clock, viewer: Caller
) -> Any:
    """Leads that the caller may see, narrowed by filters, in keyset pages."""
    return schemas.lead_list(leads.listed(filters.given(), paging, clock), clock, viewer)


@routes.post(
    "/leads",
    status_code=201,
    response_model=schemas.Lead,
    summary="Open a lead",
    responses=problems(ExternalIdTaken),
)
def create_lead(
    draft: schemas.LeadDraft,
    acts: Acts,
    leads: Leads,
    pipelines: Pipelines,
    drafts: Drafts,
) -> Any:
    """Open a lead with its customer; every open lead has an owner and a next follow-up."""
    acts.viewer.demand(Right.WRITE_OWN_LEADS)
    contact, company = drafts.customer(draft)
    pipeline = pipelines.default()
    stage = pipeline.stage(draft.stage) if draft.stage else pipeline.first_stage
    lead = open_lead(acts, drafts.new_lead(draft), pipeline, stage, contact, company)
    if draft.note:
        drafts.note(lead, draft.note, acts)
    return schemas.lead(leads.row(lead.id), acts.moment, acts.viewer)


@routes.get("/leads/{id}", response_model=schemas.Lead, summary="Read a lead")
def get_lead(id: RecordId, leads: Leads, clock: Clock, viewer: Caller) -> Any:
    """One lead as the list shows it."""
    return schemas.lead(leads.row(id), clock, viewer)


@routes.patch(
    "/leads/{id}",
    response_model=schemas.Lead,
    summary="Change a lead",
    responses=problems(LeadClosed, ExternalIdTaken, OpenQuote),
)
def update_lead(
    id: RecordId,
    change: schemas.LeadChange,
    leads: Leads,
    acts: Acts,
    pipelines: Pipelines,
    drafts: Drafts,
    if_match: IfMatch = None,
) -> Any:
    """Change fields, move it to another stage, win or lose it; any move is allowed."""
    lead = leads.claim(id)
    check_version(lead, if_match)
    changes = LeadChanges(drafts.changes(change))
    changes.apply(lead, pipelines.get(lead.pipeline_id), acts)
    return schemas.lead(leads.row(id), acts.moment, acts.viewer)


@routes.delete("/leads/{id}", response_model=schemas.Lead, summary="Archive a lead")
def archive_lead(id: RecordId, leads: Leads, acts: Acts, if_match: IfMatch = None) -> Any:
    """Take a lead out of the lists; `POST /leads/{id}/restore` brings it back."""
    lead = leads.claim(id)
    check_version(lead, if_match)
    LeadChanges({"archived": True}).demand_right(lead, acts)
    lead.archive(acts.moment.now)
    return schemas.lead(leads.row(id), acts.moment, acts.viewer)


@routes.post("/leads/{id}/restore", response_model=schemas.Lead, summary="Restore a lead")
def restore_lead(id: RecordId, leads: Leads, acts: Acts) -> Any:
    """Bring an archived lead back into the lists."""
    lead = leads.claim(id)
    LeadChanges({"archived": False}).demand_right(lead, acts)
    lead.restore()
    return schemas.lead(leads.row(id), acts.moment, acts.viewer)
