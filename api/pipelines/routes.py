"""Pipelines: read, rename, and arrange, add, change and remove their stages."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Path, Query

from api.dependencies import Acts, Caller, Pipelines, check_version, router
from api.errors import problems
from api.pipelines import schemas
from api.schema import IfMatch, RecordId
from domain.leads import refuse_another_outcome, remove_stage
from domain.pipelines import (
    Pipeline,
    PipelineIncomplete,
    PipelineRepository,
    Stage,
    StageInUse,
    unknown_stage,
)
from domain.users import Right

routes = router("Pipelines")

Key = Annotated[str, Path(max_length=32, description="A stage's key.", examples=["negotiation"])]


@routes.get("/pipelines", response_model=schemas.PipelineList, summary="List pipelines")
def list_pipelines(pipelines: Pipelines) -> Any:
    """The pipelines of the workspace with their stages in order."""
    items = [schemas.pipeline(pipeline) for pipeline in pipelines.all()]
    return {"items": items, "next_cursor": None, "total": len(items)}


@routes.get("/pipelines/{id}", response_model=schemas.Pipeline, summary="Read a pipeline")
def get_pipeline(id: RecordId, pipelines: Pipelines) -> Any:
    """One pipeline with its stages in order."""
    return schemas.pipeline(pipelines.get(id))


@routes.patch("/pipelines/{id}", response_model=schemas.Pipeline, summary="Change a pipeline")
def update_pipeline(
    id: RecordId,
    change: schemas.PipelineChange,
    pipelines: Pipelines,
    caller: Caller,
    if_match: IfMatch = None,
) -> Any:
    """Rename a pipeline, or put its stages into another order."""
    pipeline = _claimed(pipelines, caller, id, if_match)
    if "name" in change.model_fields_set:
        pipeline.rename(change.name)
    if "stages" in change.model_fields_set:
        pipeline.order_stages(change.stages)
    return _written(pipelines, pipeline)


@routes.post(
    "/pipelines/{id}/stages",
    status_code=201,
    response_model=schemas.Pipeline,
    summary="Add a stage",
    responses=problems(PipelineIncomplete),
)
def create_stage(
    id: RecordId, draft: schemas.StageDraft, pipelines: Pipelines, caller: Caller
) -> Any:
    """Add a step to a pipeline and answer the whole pipeline; a removed key comes back to life."""
    pipeline = _claimed(pipelines, caller, id, None)
    facts = draft.given("key", "position", "is_proposal")
    stage = pipeline.add_stage(Stage(key=draft.key, **facts), draft.position)
    if draft.is_proposal:
        pipeline.mark_proposal(stage)
    pipeline.happened("pipeline.stage_added", stage=stage.key, **draft.given("key"))
    return _written(pipelines, pipeline)


@routes.patch(
    "/pipelines/{id}/stages/{key}",
    response_model=schemas.Pipeline,
    summary="Change a stage",
    responses=problems(StageInUse, PipelineIncomplete),
)
def update_stage(
    id: RecordId,
    key: Key,
    change: schemas.StageChange,
    pipelines: Pipelines,
    acts: Acts,
    if_match: IfMatch = None,
) -> Any:
    """Change a step and answer the whole pipeline; the outcome stays while leads stand in it."""
    pipeline = _claimed(pipelines, acts.viewer, id, if_match)
    stage, facts = _named(pipeline, key), change.given()
    if facts.get("outcome", stage.outcome) is not stage.outcome:
        refuse_another_outcome(acts, stage)
    before = {name: getattr(stage, name) for name in facts}
    pipeline.revise_stage(stage, facts)
    pipeline.happened("pipeline.stage_changed", stage=key, before=before, after=facts)
    return _written(pipelines, pipeline)


@routes.delete(
    "/pipelines/{id}/stages/{key}",
    response_model=schemas.Pipeline,
    summary="Remove a stage",
    responses=problems(StageInUse, PipelineIncomplete),
)
def delete_stage(
    id: RecordId,
    key: Key,
    pipelines: Pipelines,
    acts: Acts,
    move_to: Annotated[
        str | None, Query(max_length=32, description="The key of the stage its leads go to.")
    ] = None,
    if_match: IfMatch = None,
) -> Any:
    """Take a step out of use and answer the whole pipeline; its leads move, each move recorded."""
    pipeline = _claimed(pipelines, acts.viewer, id, if_match)
    goal = pipeline.stage(move_to, "move_to") if move_to else None
    remove_stage(acts, pipeline, _named(pipeline, key), goal)
    return _written(pipelines, pipeline)


def _claimed(
    pipelines: PipelineRepository, caller: Caller, id: UUID, if_match: str | None
) -> Pipeline:
    caller.demand(Right.ADMINISTER)
    pipeline = pipelines.claim(id)
    check_version(pipeline, if_match)
    return pipeline


def _named(pipeline: Pipeline, key: str) -> Stage:
    found = next((stage for stage in pipeline.stages if stage.key == key), None)
    if found is None:
        raise unknown_stage(key)
    return found


def _written(pipelines: PipelineRepository, pipeline: Pipeline) -> schemas.Pipeline:
    pipelines.session.flush()
    return schemas.pipeline(pipeline)
