"""The groups of a figure as they travel: stages in order, sources and reps by what counts most."""

from collections.abc import Iterable, Mapping
from typing import Any

from typing_extensions import TypedDict

from api.metrics.schemas import AnAmount, MaybeAmount, Scope, scope
from api.schema import Named
from domain.metrics import Groups
from domain.metrics import Share as SomeLeads
from domain.money import amount_text
from domain.pipelines import Stage
from domain.users import Viewer


class Share(TypedDict):
    """Some of the leads behind a figure, with the value that counted.

    `weighted_value` is value × probability, null where the figure has none.
    """

    leads: int
    value: AnAmount
    weighted_value: MaybeAmount


class ShareOfStage(Share):
    """What a stage has of a figure."""

    stage: str
    name: str
    color: str


class ShareOfSource(Share):
    """What a source has of a figure; null where none was named."""

    source: str | None


class ShareOfRep(Share):
    """What a user has of a figure, as the owner that it counted for."""

    user: Named


class FigureGroups(Share):
    """The leads that pass all filters, and each kind of group as the other two narrow it."""

    by_stage: list[ShareOfStage]
    by_source: list[ShareOfSource]
    by_rep: list[ShareOfRep]
    currency: str
    scope: Scope


def figure_groups(
    groups: Groups, stages: Iterable[Stage], currency: str, viewer: Viewer
) -> FigureGroups:
    """A figure's leads and their groups."""
    return {
        **_share(groups.passing, currency),
        "by_stage": [
            {
                **_share(groups.by_stage[stage.id], currency),
                "stage": stage.key,
                "name": stage.name,
                "color": stage.color,
            }
            for stage in stages
            if stage.id in groups.by_stage
        ],
        "by_source": [
            {**_share(share, currency), "source": share.name}
            for _, share in _heaviest_first(groups.by_source)
        ],
        "by_rep": [
            {**_share(share, currency), "user": {"id": user_id, "name": share.name or ""}}
            for user_id, share in _heaviest_first(groups.by_owner)
        ],
        "currency": currency,
        "scope": scope(viewer),
    }


def _share(leads: SomeLeads, currency: str) -> Share:
    weighted = leads.weighted
    return {
        "leads": leads.leads,
        "value": amount_text(leads.value, currency),
        "weighted_value": None if weighted is None else amount_text(weighted, currency),
    }


def _heaviest_first(shares: Mapping[Any, SomeLeads]) -> list[tuple[Any, SomeLeads]]:
    return sorted(
        shares.items(), key=lambda each: (-each[1].weight, -each[1].leads, each[1].name or "")
    )
