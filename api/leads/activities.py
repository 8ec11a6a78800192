"""A lead's activities, its timeline and its moves."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends

from api.dependencies import (
    Activities,
    Acts,
    Filters,
    Leads,
    Pipelines,
    Timelines,
    Users,
    check_version,
    paging,
    query,
    router,
)
from api.leads import activity_schemas as schemas
from api.schema import IfMatch, RecordId
from api.work import later
from domain.errors import Invalid, NotFound
from domain.invoices import named_documents
from domain.leads import (
    Activity,
    ActivityKind,
    ActivityRepository,
    MoveRepository,
    demand_contribution,
)
from domain.repository import Paging
from domain.users import UserRepository

routes = router("Activities")


class ActivityQuery(Filters):
    """Which activities of a lead; `done` asks for tasks."""

    kind: ActivityKind | None = None
    done: bool | None = None

    def given(self) -> dict[str, Any]:
        """The filters that were set; tasks that are not done are a filter too."""
        return self.model_dump(exclude_none=True)


ActivityFilters = Annotated[ActivityQuery, query(ActivityQuery)]
NewestFirst = Annotated[Paging, paging(ActivityRepository.sorts, "-happened_at")]
OldestFirst = Annotated[Paging, paging(MoveRepository.sorts, "at")]
Moves = Annotated[MoveRepository, Depends(later(lambda work: MoveRepository(work.session)))]


@routes.get(
    "/leads/{id}/activities", response_model=schemas.ActivityList, summary="List activities"
)
def list_activities(
    id: RecordId,
    leads: Leads,
    activities: Activities,
    filters: ActivityFilters,
    paging: NewestFirst,
) -> Any:
    """Notes, contacts and tasks of a lead, newest first."""
    leads.get(id)
    page = activities.listed(id, filters.given(), paging)
    items = [schemas.activity(row) for row in page.rows]
    return {"items": items, "next_cursor": page.next_cursor, "total": page.total}


@routes.post(
    "/leads/{id}/activities",
    status_code=201,
    response_model=schemas.Activity,
    summary="Log an activity or plan a task",
)
def create_activity(
    id: RecordId,
    draft: schemas.ActivityDraft,
    leads: Leads,
    acts: Acts,
    pipelines: Pipelines,
    users: Users,
) -> Any:
    """A contact counts as an attempt and sets the next follow-up when the present one is due."""
    lead = leads.claim(id)
    demand_contribution(lead, acts.viewer)
    if draft.happened_at is not None and draft.happened_at > acts.moment.now:
        raise Invalid("happened_at", "This lies in the future; plan a task with due_on instead.")
    _check_assignee(users, draft.assignee_id)
    activity = Activity(
        lead_id=lead.id,
        kind=draft.kind,
        body=draft.body or "",
        direction=draft.direction,
        outcome=draft.outcome,
        happened_at=draft.happened_at or acts.moment.now,
        by_id=acts.viewer.user_id,
        by_name=acts.viewer.name,
        due_on=draft.due_on,
        assignee_id=draft.assignee_id,
        done_at=draft.done_at,
    )
    acts.log(lead, activity, pipelines.get(lead.pipeline_id), draft.next_follow_up_on)
    acts.session.flush()
    return schemas.activity(activity)


@routes.patch("/activities/{id}", response_model=schemas.Activity, summary="Change an activity")
def update_activity(
    id: RecordId,
    change: schemas.ActivityChange,
    activities: Activities,
    leads: Leads,
    acts: Acts,
    users: Users,
    if_match: IfMatch = None,
) -> Any:
    """Change the text, or a task's due date, assignee and completion."""
    activity = activities.claim(id)
    demand_contribution(leads.get(activity.lead_id), acts.viewer)
    check_version(activity, if_match)
    given = change.given()
    _check_assignee(users, given.get("assignee_id"))
    if "body" in given:
        given["body"] = given["body"] or ""
    for name, value in given.items():
        setattr(activity, name, value)
    activity.__post_init__()
    acts.session.flush()
    return schemas.activity(activity)


@routes.delete("/activities/{id}", status_code=204, summary="Remove an activity")
def delete_activity(
    id: RecordId, activities: Activities, leads: Leads, acts: Acts, if_match: IfMatch = None
) -> None:
    """Remove an entry made by mistake; the audit log keeps what it said."""
    activity = activities.claim(id)
    demand_contribution(leads.get(activity.lead_id), acts.viewer)
    check_version(activity, if_match)
    acts.session.delete(activity)


@routes.get("/leads/{id}/timeline", response_model=schemas.Timeline, summary="Read the timeline")
def get_timeline(id: RecordId, leads: Leads, timelines: Timelines, paging: NewestFirst) -> Any:
    """Activities and recorded events of a lead, newest first; events name their documents."""
    leads.get(id)
    page = timelines.of(id, paging)
    named = named_documents(timelines.session, page.entries)
    items = [schemas.timeline_entry(entry, named) for entry in page.entries]
    return {"items": items, "next_cursor": page.next_cursor, "total": page.total}


@routes.get("/leads/{id}/stage-changes", response_model=schemas.MoveList, summary="List moves")
def list_stage_changes(
    id: RecordId, leads: Leads, moves: Moves, pipelines: Pipelines, paging: OldestFirst
) -> Any:
    """Every move of a lead through the pipeline, as it was when it happened, oldest first."""
    pipeline = pipelines.get(leads.get(id).pipeline_id)
    keys = {stage.id: stage.key for stage in pipeline.all_stages}
    page = moves.listed(id, paging)
    items = [schemas.move(row, keys) for row in page.rows]
    return {"items": items, "next_cursor": page.next_cursor, "total": page.total}


def _check_assignee(users: UserRepository, id: UUID | None) -> None:
    if id is None:
        return
    try:
        user = users.get(id)
    except NotFound as error:
        raise Invalid("assignee_id", error.detail) from error
    if not user.active:
        raise Invalid("assignee_id", "Choose an active user.")
