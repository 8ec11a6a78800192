"""Leads counted: by stage for the heads of a board's columns, and by source for filters."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from api.dependencies import Clock, CurrentWork, Leads, Pipelines, router
from api.leads import schemas
from api.leads.routes import LeadFilters
from domain.errors import Invalid, NotFound
from domain.leads import StageTally, sources_in_use, tally_by_stage
from domain.money import amount_text
from domain.pipelines import Pipeline, PipelineRepository

routes = router("Leads")


@routes.get("/leads/by-stage", response_model=schemas.LeadsByStage, summary="Count leads by stage")
def count_leads_by_stage(
    filters: LeadFilters, leads: Leads, pipelines: Pipelines, work: CurrentWork, clock: Clock
) -> Any:
    """The leads of a filter by stage: every stage of the pipeline in order, the empty ones too."""
    pipeline = _asked(filters.pipeline, pipelines)
    wanted = {**filters.given(), "pipeline": pipeline.id}
    found = tally_by_stage(leads, wanted, clock, work.currency)
    shown = [stage for stage in pipeline.all_stages if stage.id in found or not stage.archived]
    items = [_sum(stage.key, found.get(stage.id, StageTally()), work.currency) for stage in shown]
    return {
        "items": items,
        "leads": sum(each.leads for each in found.values()),
        "value": amount_text(sum((t.value for t in found.values()), Decimal(0)), work.currency),
        "currency": work.currency,
    }


@routes.get("/leads/sources", response_model=schemas.SourceList, summary="List sources")
def list_sources(leads: Leads) -> Any:
    """Where the leads that the caller may see came from; the most frequent 200."""
    found = sources_in_use(leads.session)
    return {"items": [{"source": source, "leads": number} for source, number in found]}


def _asked(id: UUID | None, pipelines: PipelineRepository) -> Pipeline:
    try:
        return pipelines.get(id) if id else pipelines.default()
    except NotFound as error:
        raise Invalid("pipeline", "There is no such pipeline.") from error


def _sum(stage: str, tally: StageTally, currency: str) -> schemas.StageSum:
    return {"stage": stage, "leads": tally.leads, "value": amount_text(tally.value, currency)}
