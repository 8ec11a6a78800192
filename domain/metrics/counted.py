"""The very leads that a figure counts, one row each; the numbers are sums over these rows.

Each statement selects `lead_id`, `value` as it counted, `probability`, `slipped`, and the stage,
source and owner under which the lead counted.
"""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    false,
    literal,
    null,
    or_,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.orm import aliased

from domain.calendar import Month
from domain.leads import Lead, StageChange
from domain.metrics.model import ForecastSnapshot
from domain.pipelines import Outcome, Stage

CERTAIN = literal(100)


class Figure(StrEnum):
    """A number that opens to the leads behind it."""

    NEW_LEADS = "new_leads"
    WON = "won"
    LOST = "lost"
    FORECAST = "forecast"
    SLIPPED = "slipped"
    UNDATED = "undated"


def closing_moves(first: Month, last: Month) -> ColumnElement[bool]:
    """The moves by which leads count as won or lost in some months: the last that mattered in each.

    A move matters where it closes the lead or stands it in an open stage.
    """
    later = aliased(StageChange)
    superseded = select(literal(1)).where(
        later.lead_id == StageChange.lead_id,
        later.month == StageChange.month,
        later.month.between(first.first, last.first),
        or_(later.closes, later.to_outcome == Outcome.OPEN),
        tuple_(later.at, later.id) > tuple_(StageChange.at, StageChange.id),
    )
    return and_(
        StageChange.month.between(first.first, last.first),
        StageChange.closes,
        ~superseded.exists(),
    )


def seen_moves(*columns: Any) -> Select[Any]:
    """Moves of leads that the viewer sees, found out once for each lead and not for each move."""
    return (
        select(*columns)
        .select_from(StageChange)
        .join(Lead, Lead.id == StageChange.lead_id)
        .execution_options(seen_through=Lead)
    )


def expected_leads() -> ColumnElement[bool]:
    """The open leads on the board, dated or not."""
    return and_(Lead.outcome == Outcome.OPEN, Lead.archived_at.is_(None))


def leads_behind(figure: Figure, month: Month, today: date) -> Any:
    """The rows that one figure of one month counts; months before today's come from the records."""
    present = Month.of(today)
    if figure is Figure.NEW_LEADS:
        return created(month, today)
    if figure in (Figure.WON, Figure.LOST):
        return closed(month, Outcome(figure.value))
    if figure is Figure.FORECAST:
        return forecast(month, today)
    unless_now = expected_leads() if month == present else false()
    when = Lead.expected_close_on
    slips = when < today if figure is Figure.SLIPPED else when.is_(None)
    return _open(today).where(unless_now, slips)


def created(month: Month, today: date) -> Select[Any]:
    """Leads created in a month, in the stage in which they stood at its end."""
    later = aliased(StageChange)
    superseded = select(literal(1)).where(
        later.lead_id == StageChange.lead_id,
        later.on_day <= month.last,
        tuple_(later.at, later.id) > tuple_(StageChange.at, StageChange.id),
    )
    value = StageChange.value if month < Month.of(today) else Lead.value
    columns: tuple[Any, ...] = (
        Lead.id.label("lead_id"),
        value.label("value"),
        Lead.currency,
        null().label("probability"),
        false().label("slipped"),
        StageChange.to_stage_id.label("stage_id"),
        Lead.source,
        Lead.source_key,
        Lead.owner_id,
    )
    return (
        select(*columns)
        .join(StageChange, StageChange.lead_id == Lead.id)
        .where(
            Lead.created_on.between(month.first, month.last),
            StageChange.on_day <= month.last,
            ~superseded.exists(),
        )
    )


def closed(month: Month, outcome: Outcome) -> Select[Any]:
    """Leads won or lost in a month, as they were at the closing move."""
    columns: tuple[Any, ...] = (
        StageChange.lead_id,
        StageChange.value,
        StageChange.currency,
        CERTAIN.label("probability"),
        false().label("slipped"),
        StageChange.to_stage_id.label("stage_id"),
        StageChange.source,
        StageChange.source_key,
        StageChange.owner_id,
    )
    return select(*columns).where(StageChange.to_outcome == outcome, closing_moves(month, month))


def forecast(month: Month, today: date) -> Any:
    """Leads in a month's forecast: won ones and open ones, or those kept on its first morning."""
    present = Month.of(today)
    if month < present:
        return _kept(month)
    dated = _open(today).where(expected_leads(), Lead.expected_close_on <= month.last)
    if month > present:
        return dated.where(Lead.expected_close_on >= month.first)
    return union_all(closed(month, Outcome.WON), dated)


def _open(today: date) -> Select[Any]:
    columns: tuple[Any, ...] = (
        Lead.id.label("lead_id"),
        Lead.value,
        Lead.currency,
        Stage.probability,
        (Lead.expected_close_on < today).label("slipped"),
        Lead.stage_id,
        Lead.source,
        Lead.source_key,
        Lead.owner_id,
    )
    return select(*columns).join(Stage, Stage.id == Lead.stage_id)


def _kept(month: Month) -> Select[Any]:
    columns: tuple[Any, ...] = (
        ForecastSnapshot.lead_id,
        ForecastSnapshot.value,
        ForecastSnapshot.currency,
        ForecastSnapshot.probability,
        ForecastSnapshot.slipped,
        ForecastSnapshot.stage_id,
        case(
            (Lead.source_key == ForecastSnapshot.source_key, Lead.source),
            else_=ForecastSnapshot.source_key,
        ).label("source"),
        ForecastSnapshot.source_key,
        ForecastSnapshot.owner_id,
    )
    return (
        select(*columns)
        .join(Lead, Lead.id == ForecastSnapshot.lead_id)
        .where(ForecastSnapshot.taken_on == month.first, ForecastSnapshot.month == month.first)
    )
