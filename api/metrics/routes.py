"""Figures: the summary, months, one month with its groups, the leads behind, and the pipeline."""

from typing import Annotated, Any

from api.dependencies import Clock, CurrentWork, Pipelines, paging, query, router
from api.lead_shape import lead
from api.metrics import group_shapes, schemas
from api.metrics.asking import (
    BehindQuery,
    MonthInPath,
    MonthsQuery,
    OwnerQuery,
    SummaryQuery,
    read_month,
)
from domain.calendar import Month
from domain.leads import LeadRepository
from domain.metrics import Board, Breakdown, FigureGroups, Heap, LeadsBehind, Months
from domain.money import amount_text
from domain.pipelines import PipelineRepository
from domain.repository import Paging

routes = router("Metrics")

LeadPaging = Annotated[Paging, paging(LeadRepository.sorts, "-created_at")]


@routes.get("/metrics/summary", response_model=schemas.Summary, summary="Summarise a month")
def get_summary(asked: Annotated[SummaryQuery, query(SummaryQuery)], work: CurrentWork) -> Any:
    """A month beside the one before, with what its forecast leaves out and what has slipped."""
    present = Month.of(work.moment.today)
    month = read_month(asked.month) if asked.month else present
    whose = (work.session, work.moment, work.currency, asked.owner)
    months = Months(*whose).through(month.previous, month)
    undated, slipped = Heap(), Heap()
    if month == present:
        undated, slipped = Board(*whose).undated_and_slipped()
    previous, current = (schemas.month(each, work.currency, work.viewer) for each in months)
    return {
        "current": current,
        "previous": previous,
        "undated": schemas.heap(undated, work.currency),
        "slipped": schemas.heap(slipped, work.currency),
    }


@routes.get("/metrics/months", response_model=schemas.MonthList, summary="List months")
def list_months(asked: Annotated[MonthsQuery, query(MonthsQuery)], work: CurrentWork) -> Any:
    """Every month of a span of at most 120, the empty ones too."""
    first, last = asked.span(Month.of(work.moment.today))
    counted = Months(work.session, work.moment, work.currency, asked.owner)
    months = counted.through(first, last)
    return {"items": [schemas.month(each, work.currency, work.viewer) for each in months]}


@routes.get("/metrics/months/{month}", response_model=schemas.MonthDetail, summary="Open a month")
def get_month(
    month: MonthInPath,
    asked: Annotated[OwnerQuery, query(OwnerQuery)],
    work: CurrentWork,
    pipelines: Pipelines,
) -> Any:
    """One month by stage, source and rep."""
    wanted, currency = read_month(month), work.currency
    (figures,) = Months(work.session, work.moment, currency, asked.owner).through(wanted, wanted)
    breakdown = Breakdown(work.session, work.moment, currency, wanted, asked.owner)
    return {
        **schemas.month(figures, currency, work.viewer),
        "by_stage": _by_stage(breakdown, pipelines, currency),
        "by_source": [schemas.by_source(group, currency) for group in breakdown.by_source()],
        "by_rep": [schemas.by_rep(rep, currency) for rep in breakdown.by_rep()],
    }


@routes.get(
    "/metrics/months/{month}/leads",
    response_model=schemas.CountedLeadList,
    summary="List the leads behind a figure",
)
def list_leads_behind(
    month: MonthInPath,
    asked: Annotated[BehindQuery, query(BehindQuery)],
    paging: LeadPaging,
    work: CurrentWork,
    clock: Clock,
) -> Any:
    """The very leads that a figure of a month counts, narrowed to one stage, source or owner."""
    behind = LeadsBehind(work.session, clock)
    counted, page = behind.page(asked.figure, read_month(month), asked.groups(), paging)
    items = [
        {
            **lead(each.row, clock, work.viewer),
            "counted_value": amount_text(each.value, each.row.currency),
            "probability": each.probability,
            "slipped": each.slipped,
        }
        for each in counted
    ]
    return {"items": items, "next_cursor": page.next_cursor, "total": page.total}


@routes.get(
    "/metrics/months/{month}/groups",
    response_model=group_shapes.FigureGroups,
    summary="Group the leads behind a figure",
)
def get_figure_groups(
    month: MonthInPath,
    asked: Annotated[BehindQuery, query(BehindQuery)],
    work: CurrentWork,
    pipelines: Pipelines,
) -> Any:
    """The leads behind a figure by stage, source and rep, each kind narrowed by the other two."""
    counted = FigureGroups(work.session, work.moment, work.currency)
    groups = counted.of(asked.figure, read_month(month), asked.groups())
    stages = [stage for pipeline in pipelines.all() for stage in pipeline.all_stages]
    return group_shapes.figure_groups(groups, stages, work.currency, work.viewer)


@routes.get(
    "/metrics/pipeline", response_model=schemas.PipelineFigures, summary="Count the open leads"
)
def get_pipeline_figures(
    asked: Annotated[OwnerQuery, query(OwnerQuery)], work: CurrentWork, pipelines: Pipelines
) -> Any:
    """Open leads now by stage: number, value, weighted value and mean days in the stage."""
    board = Board(work.session, work.moment, work.currency, asked.owner)
    return schemas.pipeline(board.by_stage(pipelines.default()), work.currency, work.viewer)


def _by_stage(
    breakdown: Breakdown, pipelines: PipelineRepository, currency: str
) -> list[schemas.MonthByStage]:
    found = breakdown.by_stage()
    stages = [stage for pipeline in pipelines.all() for stage in pipeline.all_stages]
    shown = [stage for stage in stages if stage.id in found or not stage.archived]
    return [schemas.by_stage(stage, found.get(stage.id, Heap()), currency) for stage in shown]
