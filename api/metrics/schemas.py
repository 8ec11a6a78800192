"""Figures as they travel: amounts in `currency`, rates with four decimals, null for none."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from api.lead_shape import Lead
from api.schema import Named
from domain.metrics import Heap as HeapOfLeads
from domain.metrics import MonthFigures, RepFigures, SourceFigures, StageFigures
from domain.money import amount_text, ratio_text, rounded
from domain.pipelines import Stage as StageRecord
from domain.users import Viewer

AnAmount = Annotated[str, Field(examples=["12500.00"])]
MaybeAmount = Annotated[str | None, Field(examples=["12500.00"])]
ARate = Annotated[str | None, Field(examples=["0.6324"])]
Scope = Literal["all", "visible"]


class Month(TypedDict):
    """One month in the workspace's zone; `scope` says whether hidden deals are left out.

    `lost_not_a_lead` of the lost are left out of `close_rate`; `conversion` is the share of the
    month's new leads won to date; a past month's `forecast` is what it was on its first morning,
    null where that was not kept; `invoiced` is net, less credit notes. Of the target, `attainment`
    is the share that is won, `gap` what is won beyond it and `forecast_gap` what is forecast beyond
    it, both negative where it falls short; `expected` is the weighted value of the open leads in
    the forecast.
    """

    month: Annotated[str, Field(examples=["2026-11"])]
    new_leads: int
    won: int
    lost: int
    lost_not_a_lead: int
    close_rate: ARate
    conversion: ARate
    average_deal: MaybeAmount
    won_value: AnAmount
    lost_value: AnAmount
    forecast: MaybeAmount
    expected: MaybeAmount
    target: Annotated[str | None, Field(examples=["50000.00"])]
    attainment: ARate
    gap: Annotated[str | None, Field(examples=["-37500.00"])]
    forecast_gap: Annotated[str | None, Field(examples=["-4200.00"])]
    invoiced: AnAmount
    invoiced_gross: AnAmount
    collected: AnAmount
    currency: Annotated[str, Field(examples=["EUR"])]
    scope: Scope


class MonthList(TypedDict):
    """Every month asked for, the empty ones too, oldest first."""

    items: list[Month]


class Heap(TypedDict):
    """A number of leads and their value."""

    leads: int
    value: AnAmount


class Summary(TypedDict):
    """A month beside the one before.

    `undated` are open leads without an expected close, beside the forecast of the present month;
    `slipped` are those in it whose expected close has passed. Both are zero for other months.
    """

    current: Month
    previous: Month
    undated: Heap
    slipped: Heap


class MonthByStage(TypedDict):
    """Leads created in the month that stood in a stage at its end."""

    stage: str
    name: str
    color: str
    leads: int
    value: AnAmount


class MonthBySource(TypedDict):
    """What came from a source: leads created in the month, and the closings of the month."""

    source: str | None
    leads: int
    conversion: ARate
    won: int
    lost: int
    close_rate: ARate
    won_value: AnAmount


class MonthByRep(TypedDict):
    """What a user closed in the month, as the owner at closing, and what was invoiced, net."""

    user: Named
    won: int
    lost: int
    close_rate: ARate
    won_value: AnAmount
    invoiced: AnAmount
    target: Annotated[str | None, Field(examples=["50000.00"])]
    attainment: ARate


class MonthDetail(Month):
    """One month with its groups."""

    by_stage: list[MonthByStage]
    by_source: list[MonthBySource]
    by_rep: list[MonthByRep]


class CountedLead(Lead):
    """A lead behind a figure, as it is now.

    It counted with `counted_value` and, in a forecast, with `probability` percent of it (100 where
    it is won); `slipped` marks one whose expected close had passed.
    """

    counted_value: AnAmount
    probability: int | None
    slipped: bool


class CountedLeadList(TypedDict):
    """A page of the leads behind a figure."""

    items: list[CountedLead]
    next_cursor: str | None
    total: int | None


class PipelineStage(TypedDict):
    """The open leads of a stage now; `mean_days` is how long they have stood in it."""

    stage: str
    name: str
    color: str
    probability: int
    leads: int
    value: AnAmount
    weighted_value: AnAmount
    mean_days: Annotated[str | None, Field(examples=["12.4"])]


class PipelineFigures(TypedDict):
    """The open leads by stage, in order, and all together."""

    items: list[PipelineStage]
    leads: int
    value: AnAmount
    weighted_value: AnAmount
    currency: str
    scope: Scope


def scope(viewer: Viewer) -> Scope:
    """Whether figures cover all deals or those that the viewer may see."""
    return "all" if viewer.sees_everything else "visible"


def month(figures: MonthFigures, currency: str, viewer: Viewer) -> Month:
    """One month's figures."""
    created, closings, billing = figures.created, figures.closings, figures.billing
    return {
        "month": str(figures.month),
        "new_leads": created.leads,
        "won": closings.won,
        "lost": closings.lost,
        "lost_not_a_lead": closings.not_leads,
        "close_rate": ratio_text(closings.close_rate),
        "conversion": ratio_text(created.conversion),
        "average_deal": _maybe(closings.average_deal(currency), currency),
        "won_value": amount_text(closings.won_value, currency),
        "lost_value": amount_text(closings.lost_value, currency),
        "forecast": _maybe(figures.forecast(currency), currency),
        "expected": _maybe(figures.expected, currency),
        "target": _maybe(figures.target, currency),
        "attainment": ratio_text(figures.attainment),
        "gap": _maybe(figures.gap, currency),
        "forecast_gap": _maybe(figures.forecast_gap(currency), currency),
        "invoiced": amount_text(billing.invoiced, currency),
        "invoiced_gross": amount_text(billing.invoiced_gross, currency),
        "collected": amount_text(billing.collected, currency),
        "currency": currency,
        "scope": scope(viewer),
    }


def heap(leads: HeapOfLeads, currency: str) -> Heap:
    """A number of leads and their value."""
    return {"leads": leads.leads, "value": amount_text(leads.value, currency)}


def by_stage(stage: StageRecord, leads: HeapOfLeads, currency: str) -> MonthByStage:
    """A stage's share of the month's new leads."""
    return {
        "stage": stage.key,
        "name": stage.name,
        "color": stage.color,
        "leads": leads.leads,
        "value": amount_text(leads.value, currency),
    }


def by_source(group: SourceFigures, currency: str) -> MonthBySource:
    """A source's month."""
    return {
        "source": group.source,
        "leads": group.created.leads,
        "conversion": ratio_text(group.created.conversion),
        "won": group.closings.won,
        "lost": group.closings.lost,
        "close_rate": ratio_text(group.closings.close_rate),
        "won_value": amount_text(group.closings.won_value, currency),
    }


def by_rep(rep: RepFigures, currency: str) -> MonthByRep:
    """A user's month."""
    return {
        "user": {"id": rep.user_id, "name": rep.name},
        "won": rep.closings.won,
        "lost": rep.closings.lost,
        "close_rate": ratio_text(rep.closings.close_rate),
        "won_value": amount_text(rep.closings.won_value, currency),
        "invoiced": amount_text(rep.invoiced, currency),
        "target": _maybe(rep.target, currency),
        "attainment": ratio_text(rep.attainment),
    }


def pipeline(stages: Iterable[StageFigures], currency: str, viewer: Viewer) -> PipelineFigures:
    """The board in numbers; the totals are the sums of the lines shown."""
    shown = list(stages)
    value = sum((group.value for group in shown), Decimal(0))
    weighted = sum((group.weighted_value(currency) for group in shown), Decimal(0))
    return {
        "items": [_stage(group, currency) for group in shown],
        "leads": sum(group.leads for group in shown),
        "value": amount_text(value, currency),
        "weighted_value": amount_text(weighted, currency),
        "currency": currency,
        "scope": scope(viewer),
    }


def _stage(group: StageFigures, currency: str) -> PipelineStage:
    return {
        "stage": group.stage.key,
        "name": group.stage.name,
        "color": group.stage.color,
        "probability": group.stage.probability,
        "leads": group.leads,
        "value": amount_text(group.value, currency),
        "weighted_value": amount_text(group.weighted_value(currency), currency),
        "mean_days": None if group.mean_days is None else f"{group.mean_days:f}",
    }


def _maybe(amount: Decimal | None, currency: str) -> str | None:
    return None if amount is None else amount_text(rounded(amount, currency), currency)
