"""The filters of the list of leads: the condition that each one is, and the value it is given.

The same filters with other values are the same question, so conditions and values come apart.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from operator import eq, ge, gt, le, lt
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select

from domain import search
from domain.leads.model import Lead, LeadTag
from domain.pipelines import Pipeline, Stage
from domain.search import folded

Shape = tuple[tuple[str, Any], ...]
"""Which filters are given; of those that choose between conditions, also what is chosen."""


def shape_of(filters: Mapping[str, Any]) -> Shape:
    """What filters have in common with all those that make the same question."""
    chosen = {
        "archived": bool(filters.get("archived")),
        "follow_up": filters.get("follow_up"),
        "q": bool(search.words(filters.get("q"))),
    }
    given = sorted(name for name, value in filters.items() if value is not None)
    if "archived" not in given:
        given.append("archived")
    return tuple((name, chosen.get(name)) for name in given)


def narrowed(statement: Select[Any], shape: Shape) -> Select[Any]:
    """A statement over leads with the conditions of these filters."""
    names = dict(shape)
    return statement.where(*(_CONDITIONS[name](chosen, names) for name, chosen in shape))


def values_of(filters: Mapping[str, Any], today: date) -> dict[str, Any]:
    """What the conditions of these filters compare with."""
    given = {name: value for name, value in filters.items() if value is not None}
    for name in ("source", "tag"):
        if name in given:
            given[name] = folded(given[name])
    if "q" in given:
        given["q"] = search.words(given["q"])
    return {**given, "today": today}


Condition = Callable[[Any, Mapping[str, Any]], ColumnElement[bool]]


def _compared(way: Callable[[Any, Any], Any], column: Any, name: str) -> Condition:
    return lambda chosen, names: way(column, bindparam(name, type_=column.type))


def _archived(chosen: Any, names: Mapping[str, Any]) -> ColumnElement[bool]:
    return Lead.archived_at.is_not(None) if chosen else Lead.archived_at.is_(None)


def _undated(chosen: Any, names: Mapping[str, Any]) -> ColumnElement[bool]:
    return Lead.expected_close_on.is_(None)


def _follow_up(chosen: Any, names: Mapping[str, Any]) -> ColumnElement[bool]:
    way = {"overdue": lt, "today": eq, "upcoming": gt}[chosen]
    condition: ColumnElement[bool] = way(Lead.next_follow_up_on, bindparam("today"))
    return condition


def _words(chosen: Any, names: Mapping[str, Any]) -> ColumnElement[bool]:
    wanted = bindparam("q", type_=search.BEGINNINGS) if chosen else None
    return Lead.id.in_(search.found_by("lead", wanted))


def _stage(chosen: Any, names: Mapping[str, Any]) -> ColumnElement[bool]:
    """Of the named pipeline, else of the default one; a single value, for its index to serve."""
    default = select(Pipeline.id).where(Pipeline.is_default).scalar_subquery()
    pipeline = bindparam("pipeline") if "pipeline" in names else default
    stage = select(Stage.id).where(Stage.key == bindparam("stage"), Stage.pipeline_id == pipeline)
    return Lead.stage_id == stage.scalar_subquery()


def _tag(chosen: Any, names: Mapping[str, Any]) -> ColumnElement[bool]:
    return Lead.id.in_(select(LeadTag.lead_id).where(LeadTag.tag == bindparam("tag")))


_equal, _from, _to = partial(_compared, eq), partial(_compared, ge), partial(_compared, le)
_CONDITIONS: dict[str, Condition] = {
    "archived": _archived,
    "closed_from": _from(Lead.closed_on, "closed_from"),
    "closed_to": _to(Lead.closed_on, "closed_to"),
    "company": _equal(Lead.company_id, "company"),
    "contact": _equal(Lead.contact_id, "contact"),
    "created_from": _from(Lead.created_on, "created_from"),
    "created_to": _to(Lead.created_on, "created_to"),
    "expected_close_from": _from(Lead.expected_close_on, "expected_close_from"),
    "expected_close_to": _to(Lead.expected_close_on, "expected_close_to"),
    "external_id": _equal(Lead.external_id, "external_id"),
    "follow_up": _follow_up,
    "outcome": _equal(Lead.outcome, "outcome"),
    "owner": _equal(Lead.owner_id, "owner"),
    "pipeline": _equal(Lead.pipeline_id, "pipeline"),
    "q": _words,
    "source": _equal(Lead.source_key, "source"),
    "stage": _stage,
    "tag": _tag,
    "undated": _undated,
    "value_max": _to(Lead.value, "value_max"),
    "value_min": _from(Lead.value, "value_min"),
    "visibility": _equal(Lead.visibility, "visibility"),
}
